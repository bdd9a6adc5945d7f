/* What else changes when an evaluation moves: sheets put in, marks, lessons; and which move of the portal follows. */
#include "features/evaluations/moves.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/evaluations/store.h"
#include "features/projects/projects.h"
#include "identity/person.h"
#include "workflow/setting.h"
#include "workflow/version.h"

enum { EXTEND_DAYS = 14 };

static struct evaluation evaluation_of(const struct moving *moving)
{
	return evaluation_find(moving->db, moving->subject.id);
}

static int due_after_setting(const struct moving *moving, const char *setting)
{
	return day_next_open(moving->effective_on + (int)setting_int(moving->db, setting));
}

void evaluation_change_open(struct moving *moving)
{
	const struct doc *values = moving->values;
	evaluation_insert(moving->db, moving->subject.id, doc_text(values, "sheet"), doc_bool(values, "is_free"));
	moving->due_on = due_after_setting(moving, "evaluation_days");
}

/* The version kept last is what lies in the envelope. After the opening it is a marked reply. */
static void sheet_put(struct moving *moving, const char *side)
{
	struct evaluation evaluation = evaluation_of(moving);
	int64_t number = doc_int(version_find_kept(moving->db, moving->subject.id, side), "number");
	if (!number)
		db_fail(moving->db, "evaluations: a sheet put in that was never kept");
	evaluation_update_sheet(moving->db, moving->subject.id, side, number, evaluation.opened_on != DAY_NONE);
	moving->due_on = moving->subject.due_on;
}

void evaluation_change_put_group(struct moving *moving)
{
	sheet_put(moving, "group");
}

void evaluation_change_put_city(struct moving *moving)
{
	sheet_put(moving, "city");
}

static void sheet_take_back(struct moving *moving, const char *side)
{
	evaluation_update_sheet(moving->db, moving->subject.id, side, 0, false);
	struct evaluation evaluation = evaluation_of(moving);
	moving->turn = evaluation.group.sheet ? "city" : evaluation.city.sheet ? "group" : "both";
	moving->due_on = moving->subject.due_on;
}

void evaluation_change_take_back_group(struct moving *moving)
{
	sheet_take_back(moving, "group");
}

void evaluation_change_take_back_city(struct moving *moving)
{
	sheet_take_back(moving, "city");
}

void evaluation_change_simplify(struct moving *moving)
{
	evaluation_update_sheet_form(moving->db, moving->subject.id, "simple");
}

void evaluation_change_extend(struct moving *moving)
{
	int from =
		moving->subject.due_on == DAY_NONE || moving->subject.due_on < day_today() ? day_today() : moving->subject.due_on;
	evaluation_update_extended(moving->db, moving->subject.id);
	moving->due_on = day_next_open(from + EXTEND_DAYS);
}

void evaluation_change_unseal(struct moving *moving)
{
	evaluation_update_opened(moving->db, moving->subject.id, moving->effective_on);
	moving->due_on = due_after_setting(moving, "evaluation_talk_days");
}

/* A new text of the talk, or one opened again, has nobody's consent yet. */
void evaluation_change_talk(struct moving *moving)
{
	evaluation_update_confirmed(moving->db, moving->subject.id, "group", "");
	evaluation_update_confirmed(moving->db, moving->subject.id, "city", "");
}

void evaluation_change_confirm_group(struct moving *moving)
{
	evaluation_update_confirmed(moving->db, moving->subject.id, "group", talk_fingerprint(moving->db, moving->subject.id));
}

void evaluation_change_confirm_city(struct moving *moving)
{
	evaluation_update_confirmed(moving->db, moving->subject.id, "city", talk_fingerprint(moving->db, moving->subject.id));
}

void evaluation_change_view_group(struct moving *moving)
{
	evaluation_update_view(moving->db, moving->subject.id, "group", doc_text(moving->values, "view"));
}

void evaluation_change_view_city(struct moving *moving)
{
	evaluation_update_view(moving->db, moving->subject.id, "city", doc_text(moving->values, "view"));
}

void evaluation_change_lessons(struct moving *moving)
{
	evaluation_update_released(moving->db, moving->subject.id, "group", "");
	evaluation_update_released(moving->db, moving->subject.id, "city", "");
}

void evaluation_change_release_group(struct moving *moving)
{
	evaluation_update_released(moving->db, moving->subject.id, "group", lessons_fingerprint(moving->db, moving->subject.id));
}

void evaluation_change_release_city(struct moving *moving)
{
	evaluation_update_released(moving->db, moving->subject.id, "city", lessons_fingerprint(moving->db, moving->subject.id));
}

/* Search finds the conclusion, the views and the lessons of a published evaluation. */
static void words_release(struct moving *moving, const struct doc *lessons)
{
	struct db *db = moving->db;
	int64_t id = moving->subject.id;
	struct evaluation evaluation = evaluation_of(moving);
	struct case_file group = {0};
	case_find(db, moving->subject.group_id, &group);
	bool is_joint = text_equal(moving->subject.state, "concluded");
	struct doc *talk = doc_get(version_find_kept(db, id, "talk"), "content");
	const char *body =
		is_joint ? doc_text(talk, "conclusion") : arena_text("%s\n%s", evaluation.group.view, evaluation.city.view);
	for (struct doc *row = doc_first(lessons); row; row = doc_next(row))
		body = arena_text("%s\n%s", body, doc_text(row, "lesson"));
	const char *names = arena_text("%s %s", moving->subject.title, group.title ? group.title : "");
	case_update_words(db, id, names, arena_text("%s\n%s", body, department_name(db, moving->subject.department_id)));
}

void evaluation_change_publish(struct moving *moving)
{
	struct doc *lessons = doc_get(doc_get(version_find_kept(moving->db, moving->subject.id, "lessons"), "content"), "lessons");
	int number = 0;
	for (struct doc *row = doc_first(lessons); row; row = doc_next(row))
		lesson_insert(moving->db, moving->subject.id, ++number, row);
	words_release(moving, lessons);
	if (!lesson_count_open(moving->db, moving->subject.id, "city"))
		moving->turn = "group";
}

void evaluation_change_answer(struct moving *moving)
{
	lesson_update_answer(moving->db, moving->subject.id, doc_int(moving->values, "number"), moving->values,
	                     moving->effective_on);
}

void evaluation_portal_move(struct db *db, int64_t id, const char *name, int effective_on)
{
	struct viewer nobody = viewer_nobody();
	struct move_order order = {.case_id = id, .move = name, .version = -1, .effective_on = effective_on, .is_portal = true};
	if (move_perform(db, &nobody, &order, NULL) != MOVE_DONE)
		db_fail(db, arena_text("evaluations: %s did not follow", name));
}

static void portal_follow(const struct moving *moving, const char *name)
{
	evaluation_portal_move(moving->db, moving->subject.id, name, moving->effective_on);
}

void evaluation_follow_put(struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	if (evaluation.group.sheet && evaluation.city.sheet)
		portal_follow(moving, "unseal");
}

void evaluation_follow_confirm(struct moving *moving)
{
	if (!evaluation_refuse_not_confirmed(moving))
		portal_follow(moving, "conclude");
}

void evaluation_follow_view(struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	if (!text_empty(evaluation.group.view) && !text_empty(evaluation.city.view))
		portal_follow(moving, "both_views");
}

void evaluation_follow_release(struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	const char *now = lessons_fingerprint(moving->db, moving->subject.id);
	if (text_equal(evaluation.group.released, now) && text_equal(evaluation.city.released, now))
		portal_follow(moving, "publish");
}

/* The project ends with its published evaluation. */
void evaluation_follow_publish(struct moving *moving)
{
	project_finish(moving->db, moving->viewer, moving->subject.parent_id);
}

/* Answered: everything addressed to the department; if nothing was, everything addressed to the group. */
void evaluation_follow_answer(struct moving *moving)
{
	struct db *db = moving->db;
	int64_t id = moving->subject.id;
	bool has_city = false;
	struct doc *lessons = lesson_list(db, id);
	for (struct doc *row = doc_first(lessons); row; row = doc_next(row))
		has_city = has_city || text_equal(doc_text(row, "side"), "city");
	if (text_equal(moving->subject.state, "published") && !lesson_count_open(db, id, has_city ? "city" : "group"))
		portal_follow(moving, "answered");
}
