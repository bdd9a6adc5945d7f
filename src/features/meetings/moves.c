/* The machine of meetings: planned → open → fixed → held, with postponing, cancelling and correcting. */
#include "features/meetings/moves.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/agenda.h"
#include "features/meetings/forms.h"
#include "features/meetings/rules.h"
#include "features/meetings/signups.h"
#include "features/meetings/store.h"
#include "workflow/notice.h"
#include "workflow/setting.h"

enum { TELL_SIDES = TELL_GROUP | TELL_DEPARTMENT | TELL_COORDINATOR, WHO_CHAIRS = WHO_SUBMITTER | WHO_DEPARTMENT | WHO_COORDINATOR };

enum move_result move_quiet(struct db *db, const struct viewer *viewer, int64_t case_id, const char *move, const struct doc *values)
{
	struct move_order order = {.case_id = case_id, .move = move, .version = -1, .values = values, .reason = doc_text(values, "reason"),
	                           .effective_on = DAY_NONE};
	return move_perform(db, viewer, &order, NULL);
}

void meeting_words_update(struct db *db, int64_t meeting_id)
{
	struct doc *meeting = meeting_row(db, meeting_id);
	struct viewer nobody = viewer_nobody();
	struct buffer body = {0};
	buffer_addf(&body, "%s %s %s", doc_text(meeting, "place"), doc_text(meeting, "stop"), doc_text(meeting, "about"));
	struct doc *items = agenda_shown(db, &nobody, meeting_id, false);
	for (struct doc *item = doc_first(items); item; item = doc_next(item))
		buffer_addf(&body, " %s %s", doc_text(item, "title"), doc_text(item, "note"));
	case_update_words(db, meeting_id, doc_text(meeting, "title"), buffer_text(&body));
}

static int meeting_day(const struct moving *moving)
{
	return day_parse(doc_text(meeting_row(moving->db, moving->subject.id), "day_on"));
}

static void due_agenda(struct moving *moving, int day_on)
{
	moving->due_on = agenda_due(day_on, setting_int(moving->db, "agenda_fixed_days"), day_today());
}

static void open_change(struct moving *moving)
{
	meeting_insert(moving->db, moving->subject.id, moving->values);
	case_update_title(moving->db, moving->subject.id, moving->subject.title, doc_text(moving->values, "about"));
	meeting_words_update(moving->db, moving->subject.id);
	due_agenda(moving, day_parse(doc_text(moving->values, "day")));
}

/* What comes onto the list by itself. */
static void agenda_complete(struct moving *moving)
{
	agenda_item_insert_promises(moving->db, moving->subject.id);
	agenda_item_insert_unled(moving->db, moving->subject.id);
}

static void agenda_change(struct moving *moving)
{
	agenda_complete(moving);
	due_agenda(moving, meeting_day(moving));
}

static void fix_change(struct moving *moving)
{
	agenda_complete(moving);
	agenda_item_update_proposed(moving->db, moving->subject.id);
	moving->due_on = meeting_day(moving);
}

static void fix_follow(struct moving *moving)
{
	meeting_words_update(moving->db, moving->subject.id);
	signup_tell_all(moving->db, moving->subject.id, "fixed");
}

static const char *hold_refuse(const struct moving *moving)
{
	return meeting_day(moving) > day_today() ? "meetings_refuse_early" : NULL;
}

static void hold_change(struct moving *moving)
{
	agenda_item_update_proposed(moving->db, moving->subject.id);
	meeting_update_came(moving->db, moving->subject.id, doc_int(moving->values, "came_site"), doc_int(moving->values, "came_online"));
}

static void postpone_change(struct moving *moving)
{
	meeting_update_day(moving->db, moving->subject.id, moving->values);
	due_agenda(moving, day_parse(doc_text(moving->values, "day")));
}

static void postpone_follow(struct moving *moving)
{
	signup_tell_all(moving->db, moving->subject.id, "postponed");
}

static void cancel_follow(struct moving *moving)
{
	signup_tell_all(moving->db, moving->subject.id, "called_off");
}

static void correct_change(struct moving *moving)
{
	due_agenda(moving, meeting_day(moving));
}

static void correct_follow(struct moving *moving)
{
	signup_tell_all(moving->db, moving->subject.id, "changed");
}

static const char *unhold_refuse(const struct moving *moving)
{
	struct case_file minutes;
	int64_t id = minutes_find(moving->db, moving->subject.id);
	bool is_under_way = id && case_find(moving->db, id, &minutes) && !text_equal(minutes.state, "drafting");
	return is_under_way ? "meetings_refuse_minutes" : NULL;
}

static void change_change(struct moving *moving)
{
	meeting_update(moving->db, moving->subject.id, moving->values);
	case_update_title(moving->db, moving->subject.id, doc_text(moving->values, "title"), doc_text(moving->values, "about"));
	meeting_words_update(moving->db, moving->subject.id);
}

static void change_follow(struct moving *moving)
{
	signup_tell_all(moving->db, moving->subject.id, "changed");
	signup_promote(moving->db, moving->subject.id);
}

/* The proposer of an item is told what became of it; their own posts are not the co-chairs'. */
static void item_tell(struct moving *moving, const struct doc *item)
{
	struct telling telling = {
		.case_id = moving->subject.id,
		.ledger_number = moving->ledger_number,
		.text_key = arena_text("notice_meetings_%s", moving->move->name),
		.values = doc_set_text(doc_set_text(doc_object(), "title", moving->subject.title), "reason", moving->reason),
		.path = case_path_of(&moving->subject),
	};
	if (doc_int(item, "group_id"))
		notice_insert_group(moving->db, doc_int(item, "group_id"), &telling);
	if (doc_int(item, "department_id"))
		notice_insert_department(moving->db, doc_int(item, "department_id"), &telling);
}

static void item_add_change(struct moving *moving)
{
	agenda_item_insert(moving->db, moving->subject.id, moving->values);
	if (doc_int(moving->values, "group_id")) /* any group's deed is a group's, not only the co-chairs' */
		moving->role = "group";
	else if (!viewer_has(moving->viewer, ROLE_COORDINATOR))
		moving->role = "department";
	meeting_words_update(moving->db, moving->subject.id);
}

static const char *item_add_refuse(const struct moving *moving)
{
	int64_t case_id = doc_int(moving->values, "case_id");
	return case_id && agenda_item_exists(moving->db, moving->subject.id, case_id) ? "agenda_refuse_twice" : NULL;
}

static void item_add_follow(struct moving *moving)
{
	item_tell(moving, moving->values);
}

static struct doc *item_moved(const struct moving *moving)
{
	return agenda_item_row(moving->db, moving->subject.id, doc_int(moving->values, "item_id"));
}

static const char *item_refuse(const struct moving *moving)
{
	return !doc_has(moving->values, "item_id") || item_moved(moving) ? NULL : "agenda_refuse_unknown";
}

static void item_accept_change(struct moving *moving)
{
	agenda_item_update_state(moving->db, doc_int(moving->values, "item_id"), "accepted", "");
}

static void item_refuse_change(struct moving *moving)
{
	agenda_item_update_state(moving->db, doc_int(moving->values, "item_id"), "refused", moving->reason);
}

static void item_follow(struct moving *moving)
{
	item_tell(moving, item_moved(moving));
}

static void results_change(struct moving *moving)
{
	for (struct doc *row = doc_first(doc_get(moving->values, "results")); row; row = doc_next(row)) {
		struct doc *item = agenda_item_row(moving->db, moving->subject.id, doc_int(row, "id"));
		if (item)
			item_resolve(moving, item, doc_text(row, "result"), doc_text(row, "note"));
	}
}

#define CLAUSE "4-4-3"
#define BEFORE "planned open fixed postponed"

static const struct move moves[] = {
	{"open", "", "planned", WHO_COORDINATOR, "city", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET | MOVE_PUBLISHES | MOVE_NUMBERS, NULL, NULL, open_change, NULL},
	{"open_agenda", "planned postponed", "open", WHO_COORDINATOR, "both", 0, TELL_SIDES, NULL, CLAUSE, 0, NULL, NULL, agenda_change, NULL},
	{"fix", "open postponed", "fixed", WHO_CHAIRS, "city", 0, TELL_SIDES, NULL, CLAUSE, 0, NULL, NULL, fix_change, fix_follow},
	{"hold", "open fixed postponed", "held", WHO_COORDINATOR, "none", 0, TELL_SIDES, NULL, CLAUSE, 0, &meetings_hold_form, hold_refuse, hold_change, minutes_start},
	{"postpone", BEFORE, "postponed", WHO_COORDINATOR, "both", 0, TELL_SIDES, NULL, CLAUSE, MOVE_REASON | MOVE_SECOND, &meetings_postpone_form, NULL, postpone_change, postpone_follow},
	{"cancel", BEFORE, "cancelled", WHO_COORDINATOR, "none", 0, TELL_SIDES, NULL, CLAUSE, MOVE_REASON | MOVE_SECOND, NULL, NULL, NULL, cancel_follow},
	{"correct", "cancelled", "postponed", WHO_COORDINATOR, "both", 0, TELL_SIDES, NULL, CLAUSE, MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, correct_change, correct_follow},
	{"correct_held", "held", "fixed", WHO_COORDINATOR, "city", 0, TELL_SIDES, NULL, CLAUSE, MOVE_CORRECTS | MOVE_SECOND, NULL, unhold_refuse, correct_change, NULL},
	{"change", BEFORE, "", WHO_COORDINATOR, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, change_change, change_follow},
	{"add_item", "open", "", WHO_GROUPS | WHO_STAFF | WHO_COORDINATOR, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, item_add_refuse, item_add_change, item_add_follow},
	{"accept_item", "open fixed", "", WHO_CHAIRS, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, item_refuse, item_accept_change, item_follow},
	{"refuse_item", "open fixed", "", WHO_CHAIRS, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET | MOVE_REASON, NULL, item_refuse, item_refuse_change, item_follow},
	{"results", "held", "", WHO_COORDINATOR, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, results_change, NULL},
};

const struct machine meetings_machine = {
	.kind = "meetings",
	.path = "/meetings",
	.letter = "会",
	.states = "planned open fixed held postponed cancelled",
	.closed = "held cancelled",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
