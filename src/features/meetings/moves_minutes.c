/* The machine of minutes: drafting → corrections → confirming → published, or unconfirmed when the days are over. */
#include "features/meetings/moves.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/rules.h"
#include "features/meetings/signups.h"
#include "features/meetings/store.h"
#include "workflow/notice.h"
#include "workflow/setting.h"
#include "workflow/version.h"

#include <string.h>

enum { TELL_SIDES = TELL_GROUP | TELL_DEPARTMENT | TELL_COORDINATOR, WHO_CHAIRS = WHO_SUBMITTER | WHO_DEPARTMENT | WHO_COORDINATOR };

void minutes_start(struct moving *moving)
{
	const struct case_file *meeting = &moving->subject;
	if (minutes_find(moving->db, meeting->id))
		return;
	struct doc *values = doc_set_text(doc_object(), "title", meeting->title);
	struct case_file minutes = {
		.title = text_filled(LANGUAGE_JA, "minutes_title", values),
		.group_id = meeting->group_id,
		.department_id = meeting->department_id,
		.parent_id = meeting->id,
	};
	case_open(moving->db, moving->viewer, &minutes_machine, &minutes, NULL);
}

static void open_change(struct moving *moving)
{
	minutes_insert(moving->db, moving->subject.id);
	moving->due_on = day_add_open(day_today(), (int)setting_int(moving->db, "minutes_draft_days"));
}

static struct doc *minutes_content(const struct moving *moving)
{
	return doc_get(version_find(moving->db, moving->subject.id, ""), "content");
}

bool minutes_is_drafter(struct db *db, const struct viewer *viewer, const struct case_file *minutes)
{
	if (minutes_may_draft(viewer, minutes, day_today()))
		return true;
	const char *side = doc_text(version_find(db, minutes->id, ""), "side");
	return *side && text_equal(side, meeting_side(viewer, minutes));
}

static bool is_drafter(const struct moving *moving)
{
	return minutes_is_drafter(moving->db, moving->viewer, &moving->subject);
}

static const char *put_out_refuse(const struct moving *moving)
{
	if (!is_drafter(moving))
		return "minutes_refuse_not_drafter";
	return text_empty(doc_text(minutes_content(moving), "attendance")) ? "minutes_refuse_empty" : NULL;
}

static int64_t id_after(const char *value, size_t letters)
{
	long long id = strlen(value) > letters ? text_number(value + letters) : -1;
	return id > 0 ? id : 0;
}

/* A row of the draft: {who ("g12" or "d3"), what, due, item ("item_5" or "")}. The other side is the item's, else the co-chairs'. */
static void promise_start(struct moving *moving, const struct doc *typed)
{
	int64_t meeting_id = moving->subject.parent_id;
	const char *who = doc_text(typed, "who");
	bool is_group = *who == 'g';
	struct doc *item = agenda_item_row(moving->db, meeting_id, id_after(doc_text(typed, "item"), strlen("item_")));
	int64_t group_id = doc_int(item, "case_group_id");
	int64_t department_id = doc_int(item, "case_department_id");
	struct doc *row = doc_object();
	doc_set_text(row, "side", is_group ? "group" : "city");
	doc_set_int(row, "group_id", is_group ? id_after(who, 1) : group_id ? group_id : moving->subject.group_id);
	doc_set_int(row, "department_id", !is_group ? id_after(who, 1) : department_id ? department_id : moving->subject.department_id);
	doc_set_text(row, "what", doc_text(typed, "what"));
	doc_set_text(row, "by_on", doc_text(typed, "due"));
	doc_set_int(row, "item_id", doc_int(item, "id"));
	promise_open(moving, meeting_id, row);
}

static void put_out_change(struct moving *moving)
{
	struct doc *content = doc_copy(minutes_content(moving));
	struct doc *rows = doc_get(content, "promises");
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		promise_start(moving, row);
	doc_set(content, "promises", doc_array());
	version_save(moving->db, moving->viewer, moving->subject.id, "", content, -1);
	version_keep(moving->db, moving->subject.id, "");
	moving->due_on = day_today() + (int)setting_int(moving->db, "minutes_correction_days");
}

static void put_out_follow(struct moving *moving)
{
	signup_tell_all(moving->db, moving->subject.parent_id, "minutes_out");
}

static void ask_change(struct moving *moving)
{
	moving->due_on = day_today() + (int)setting_int(moving->db, "minutes_publish_days");
}

static const char *confirm_refuse(const struct moving *moving, const char *column)
{
	struct doc *row = minutes_row(moving->db, moving->subject.id);
	bool is_open = text_equal(moving->subject.state, "confirming") && correction_count_open(moving->db, moving->subject.id) > 0;
	if (*doc_text(row, column))
		return "minutes_refuse_confirmed";
	return is_open ? "minutes_refuse_open" : NULL;
}

static const char *confirm_group_refuse(const struct moving *moving)
{
	return confirm_refuse(moving, "group_confirmed_on");
}

static const char *confirm_city_refuse(const struct moving *moving)
{
	return confirm_refuse(moving, "city_confirmed_on");
}

static void confirm_change(struct moving *moving)
{
	bool is_group = text_equal(moving->move->name, "confirm_group");
	minutes_update_confirmed(moving->db, moving->subject.id, is_group ? "group" : "city", moving->effective_on);
	moving->turn = is_group ? "city" : "group";
	moving->due_on = moving->subject.due_on;
}

static void portal_perform(struct moving *moving, const char *move)
{
	struct move_order order = {.case_id = moving->subject.id, .move = move, .version = -1, .effective_on = DAY_NONE, .is_portal = true};
	move_perform(moving->db, moving->viewer, &order, NULL);
}

static void confirm_follow(struct moving *moving)
{
	struct doc *row = minutes_row(moving->db, moving->subject.id);
	if (*doc_text(row, "group_confirmed_on") && *doc_text(row, "city_confirmed_on"))
		portal_perform(moving, "publish");
}

static void publish_follow(struct moving *moving)
{
	struct doc *content = minutes_content(moving);
	struct buffer body = {0};
	for (struct doc *part = doc_first(content); part; part = doc_next(part))
		buffer_addf(&body, "%s ", doc_value(part));
	case_update_words(moving->db, moving->subject.id, moving->subject.title, buffer_text(&body));
	if (moving->subject.is_public)
		return;
	promise_publish_all(moving, moving->subject.parent_id);
	signup_tell_all(moving->db, moving->subject.parent_id, "minutes_published");
}

/* Back to the draft: both sides confirm anew. */
static void correct_change(struct moving *moving)
{
	minutes_update_confirmed(moving->db, moving->subject.id, "group", DAY_NONE);
	minutes_update_confirmed(moving->db, moving->subject.id, "city", DAY_NONE);
	moving->due_on = day_add_open(day_today(), (int)setting_int(moving->db, "minutes_draft_days"));
}

static void propose_change(struct moving *moving)
{
	correction_insert(moving->db, moving->subject.id, moving->values);
	const char *side = doc_text(moving->values, "side");
	moving->role = text_equal(side, "city") ? "department" : text_equal(side, "group") ? "group" : "resident";
}

static struct doc *correction_decided(const struct moving *moving)
{
	return correction_row(moving->db, moving->subject.id, doc_int(moving->values, "correction_id"));
}

static const char *decide_refuse(const struct moving *moving)
{
	struct doc *row = minutes_row(moving->db, moving->subject.id);
	if (!is_drafter(moving))
		return "minutes_refuse_not_drafter";
	if (*doc_text(row, "group_confirmed_on") || *doc_text(row, "city_confirmed_on"))
		return "minutes_refuse_frozen";
	struct doc *correction = correction_decided(moving);
	return correction && text_equal(doc_text(correction, "state"), "open") ? NULL : "minutes_refuse_decided";
}

static void take_change(struct moving *moving)
{
	struct doc *correction = correction_decided(moving);
	struct doc *content = doc_copy(minutes_content(moving));
	doc_set_text(content, doc_text(correction, "part"), doc_text(moving->values, "wording"));
	version_save(moving->db, moving->viewer, moving->subject.id, "", content, -1);
	version_keep(moving->db, moving->subject.id, "");
	correction_update(moving->db, doc_int(correction, "id"), "taken", doc_text(moving->values, "answer"));
}

static void keep_change(struct moving *moving)
{
	correction_update(moving->db, doc_int(moving->values, "correction_id"), "kept", doc_text(moving->values, "answer"));
}

static void decide_follow(struct moving *moving)
{
	struct telling telling = {
		.case_id = moving->subject.id,
		.ledger_number = moving->ledger_number,
		.text_key = arena_text("notice_minutes_%s", moving->move->name),
		.values = doc_set_text(doc_object(), "title", moving->subject.title),
		.path = case_path_of(&moving->subject),
	};
	notice_insert(moving->db, doc_int(correction_decided(moving), "person_id"), &telling);
}

#define CLAUSE "4-4-3"

static const struct move moves[] = {
	{"open", "", "drafting", WHO_COORDINATOR, "city", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, open_change, NULL},
	{"put_out", "drafting", "corrections", WHO_CHAIRS, "both", 0, TELL_SIDES, NULL, CLAUSE, 0, NULL, put_out_refuse, put_out_change, put_out_follow},
	{"ask", "corrections", "confirming", WHO_COORDINATOR | WHO_CLOCK, "both", 0, TELL_SIDES, NULL, CLAUSE, 0, NULL, NULL, ask_change, NULL},
	{"confirm_group", "confirming unconfirmed", "", WHO_SUBMITTER, "", 0, TELL_SIDES, NULL, CLAUSE, 0, NULL, confirm_group_refuse, confirm_change, confirm_follow},
	{"confirm_city", "confirming unconfirmed", "", WHO_DEPARTMENT | WHO_COORDINATOR, "", 0, TELL_SIDES, NULL, CLAUSE, 0, NULL, confirm_city_refuse, confirm_change, confirm_follow},
	{"publish", "confirming unconfirmed", "published", WHO_CLOCK, "none", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET | MOVE_PUBLISHES, NULL, NULL, NULL, publish_follow},
	{"publish_unconfirmed", "confirming", "unconfirmed", WHO_CLOCK, "none", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET | MOVE_PUBLISHES, NULL, NULL, NULL, publish_follow},
	{"correct", "corrections confirming", "drafting", WHO_COORDINATOR, "city", 0, TELL_SIDES, NULL, CLAUSE, MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, correct_change, NULL},
	{"note", "published unconfirmed", "", WHO_CHAIRS, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_REASON | MOVE_SECOND, NULL, NULL, NULL, NULL},
	{"propose", "corrections", "", WHO_CLOCK, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, propose_change, NULL},
	{"take", "corrections confirming", "", WHO_CHAIRS, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, decide_refuse, take_change, decide_follow},
	{"keep", "corrections confirming", "", WHO_CHAIRS, "", 0, TELL_SIDES, NULL, CLAUSE, MOVE_QUIET, NULL, decide_refuse, keep_change, decide_follow},
};

const struct machine minutes_machine = {
	.kind = "minutes",
	.path = "/meetings/{parent}/minutes",
	.letter = "録",
	.states = "drafting corrections confirming published unconfirmed",
	.closed = "published unconfirmed",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
