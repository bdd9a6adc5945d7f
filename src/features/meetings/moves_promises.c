/* The machine of promises: who promised may move the day; the other side says that it was kept, or releases it. */
#include "features/meetings/moves.h"

#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/forms.h"
#include "features/meetings/rules.h"
#include "features/meetings/store.h"

enum { TELL_BOTH = TELL_GROUP | TELL_DEPARTMENT, WHO_SIDES = WHO_SUBMITTER | WHO_DEPARTMENT | WHO_COORDINATOR };

void promise_open(struct moving *moving, int64_t meeting_id, const struct doc *row)
{
	struct case_file promise = {
		.title = doc_text(row, "what"),
		.group_id = doc_int(row, "group_id"),
		.department_id = doc_int(row, "department_id"),
		.parent_id = meeting_id,
	};
	case_open(moving->db, moving->viewer, &promises_machine, &promise, row);
}

void promise_publish_all(struct moving *moving, int64_t meeting_id)
{
	struct doc *rows = promise_list(moving->db, meeting_id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct move_order order = {.case_id = doc_int(row, "id"), .move = "publish", .version = -1, .effective_on = DAY_NONE, .is_portal = true};
		if (!doc_bool(row, "is_public"))
			move_perform(moving->db, moving->viewer, &order, NULL);
	}
}

static void open_change(struct moving *moving)
{
	promise_insert(moving->db, moving->subject.id, moving->subject.parent_id, moving->values);
	moving->turn = doc_text(moving->values, "side");
	moving->due_on = day_parse(doc_text(moving->values, "by_on"));
	case_update_words(moving->db, moving->subject.id, moving->subject.title, "");
}

static const char *theirs_refuse(const struct moving *moving)
{
	const char *side = promise_side(moving->db, moving->subject.id);
	return promise_is_theirs(moving->viewer, &moving->subject, side) ? NULL : "promises_refuse_own";
}

static const char *kept_refuse(const struct moving *moving)
{
	return viewer_has(moving->viewer, ROLE_COORDINATOR) ? NULL : theirs_refuse(moving);
}

static const char *move_refuse(const struct moving *moving)
{
	const char *side = promise_side(moving->db, moving->subject.id);
	bool may = viewer_has(moving->viewer, ROLE_COORDINATOR) || promise_is_own(moving->viewer, &moving->subject, side);
	return may ? NULL : "promises_refuse_theirs";
}

static void move_change(struct moving *moving)
{
	int day = day_parse(doc_text(moving->values, "due"));
	promise_update_day(moving->db, moving->subject.id, day);
	moving->turn = promise_side(moving->db, moving->subject.id);
	moving->due_on = day;
}

static void correct_change(struct moving *moving)
{
	const char *what = doc_text(moving->values, "what");
	case_update_title(moving->db, moving->subject.id, what, "");
	case_update_words(moving->db, moving->subject.id, what, "");
	move_change(moving);
}

#define CLAUSE "4-4-3"
#define ALIVE "open moved overdue"

static const struct move moves[] = {
	{"open", "", "open", WHO_COORDINATOR, "both", 0, TELL_BOTH, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, open_change, NULL},
	{"kept", ALIVE, "kept", WHO_SIDES, "none", 0, TELL_BOTH, NULL, CLAUSE, 0, NULL, kept_refuse, NULL, NULL},
	{"move", ALIVE, "moved", WHO_SIDES, "", 0, TELL_BOTH, NULL, CLAUSE, MOVE_REASON, &meetings_promise_move_form, move_refuse, move_change, NULL},
	{"release", ALIVE, "released", WHO_SIDES, "none", 0, TELL_BOTH, NULL, CLAUSE, MOVE_REASON | MOVE_SECOND, NULL, theirs_refuse, NULL, NULL},
	{"overdue", "open moved", "overdue", WHO_CLOCK, "", 0, TELL_BOTH, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, NULL, NULL},
	{"correct", ALIVE " kept released", "open", WHO_COORDINATOR, "both", 0, TELL_BOTH, NULL, CLAUSE, MOVE_CORRECTS | MOVE_SECOND, &meetings_promise_correct_form, NULL, correct_change, NULL},
	{"publish", ALIVE " kept released", "", WHO_CLOCK, "", 0, TELL_NOBODY, "the publication of the minutes tells both sides", CLAUSE, MOVE_QUIET | MOVE_PUBLISHES, NULL, NULL, NULL, NULL},
};

const struct machine promises_machine = {
	.kind = "promises",
	.path = "/meetings/{parent}/promises",
	.letter = "約",
	.states = "open kept released moved overdue",
	.closed = "kept released",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
