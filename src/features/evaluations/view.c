/* What an evaluation's page shows to whom. Every sheet comes from sheet_find, so nothing of it is here before the opening. */
#include "features/evaluations/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/evaluations/moves.h"
#include "features/evaluations/radar.h"
#include "features/evaluations/rules.h"
#include "identity/person.h"
#include "workflow/version.h"

enum { MARK_LETTERS = 8 };

/* Both sheets as the viewer may read them, and whether they may be compared: a marked reply may not. */
struct sheets {
	struct evaluation evaluation;
	const char *items;
	struct doc *group;
	struct doc *city;
	bool is_comparable;
};

static struct sheets sheets_of(struct visit *visit)
{
	struct sheets sheets = {.evaluation = evaluation_find(visit->db, visit->subject.id)};
	const struct evaluation *evaluation = &sheets.evaluation;
	sheets.items = sheet_named(evaluation->sheet)->items;
	sheets.group = sheet_find(visit->db, &visit->viewer, &visit->subject, "group");
	sheets.city = sheet_find(visit->db, &visit->viewer, &visit->subject, "city");
	sheets.is_comparable = sheets.group && sheets.city && !evaluation->group.is_late && !evaluation->city.is_late;
	return sheets;
}

static char *gap_items_of(const struct sheets *sheets)
{
	return sheets->is_comparable ? gap_items(sheets->items, sheets->group, sheets->city) : "";
}

char *evaluation_gap_items(struct visit *visit)
{
	struct sheets sheets = sheets_of(visit);
	return gap_items_of(&sheets);
}

static void step_put(struct doc *row, const char *side, const struct doc *sheet, const char *item)
{
	int step = step_of(sheet, item);
	doc_set_text(row, arena_text("%s_step", side), step ? arena_text("%d", step) : "");
	doc_set_text(row, arena_text("%s_why", side), doc_text(sheet, arena_text("%s_why", item)));
}

static struct doc *item_row(const struct sheets *sheets, const char *item, const struct doc *talk)
{
	struct doc *row = doc_set_text(doc_object(), "item", item);
	int gap = gap_of(sheets->group, sheets->city, item);
	doc_set_text(row, "label_key", arena_text("evaluation_item_%s", item));
	step_put(row, "group", sheets->group, item);
	step_put(row, "city", sheets->city, item);
	doc_set_int(row, "gap", sheets->is_comparable ? gap : 0);
	doc_set_bool(row, "is_apart", sheets->is_comparable && gap >= GAP_LEAST);
	return doc_set_text(row, "understood", doc_text(talk, item));
}

static struct doc *item_rows(const struct sheets *sheets, const char *items, const struct doc *talk)
{
	struct doc *rows = doc_array();
	const char *item;
	for (int i = 0; (item = text_piece(items, ' ', i)); i++)
		if (*item)
			doc_push(rows, item_row(sheets, item, talk));
	return rows;
}

static struct doc *talk_kept(struct visit *visit)
{
	return version_find_kept(visit->db, visit->subject.id, "talk");
}

static void gaps_put(struct visit *visit, struct doc *document, const struct sheets *sheets)
{
	struct doc *talk = doc_get(talk_kept(visit), "content");
	struct doc *gaps = item_rows(sheets, gap_items_of(sheets), talk);
	doc_set_bool(document, "has_gaps", doc_count(gaps) > 0);
	doc_set_bool(document, "is_comparable", sheets->is_comparable);
	doc_set(document, "gaps", gaps);
}

void evaluation_gaps_put(struct visit *visit, struct doc *document)
{
	struct sheets sheets = sheets_of(visit);
	gaps_put(visit, document, &sheets);
}

static void sheets_put(struct visit *visit, struct doc *document, const struct sheets *sheets)
{
	const struct evaluation *evaluation = &sheets->evaluation;
	bool is_opened = evaluation->opened_on != DAY_NONE;
	doc_set_bool(document, "is_opened", is_opened);
	doc_set_text(document, "opened_on", day_iso(evaluation->opened_on));
	doc_set_text(document, "sheet", evaluation->sheet);
	doc_set_text(document, "sheet_key", arena_text("evaluations_sheet_%s", evaluation->sheet));
	doc_set_bool(document, "has_group_sheet", evaluation->group.sheet != 0);
	doc_set_bool(document, "has_city_sheet", evaluation->city.sheet != 0);
	doc_set_bool(document, "is_group_late", evaluation->group.is_late);
	doc_set_bool(document, "is_city_late", evaluation->city.is_late);
	gaps_put(visit, document, sheets);
	doc_set(document, "items", item_rows(sheets, is_opened ? sheets->items : "", NULL));
	doc_set_text(document, "group_overall", doc_text(sheets->group, "overall"));
	doc_set_text(document, "city_overall", doc_text(sheets->city, "overall"));
	doc_set_bool(document, "has_overall", *doc_text(document, "group_overall") || *doc_text(document, "city_overall"));
	doc_set_text(document, "finding",
	             sheets->is_comparable ? radar_finding(visit->language, sheets->items, sheets->group, sheets->city) : "");
	if (sheets->is_comparable)
		doc_set(document, "radar", radar_document(visit->language, sheets->items, sheets->group, sheets->city));
}

static void talk_put(struct visit *visit, struct doc *document, const struct evaluation *evaluation)
{
	struct doc *version = talk_kept(visit);
	struct doc *talk = doc_get(version, "content");
	const char *mark = talk_fingerprint(visit->db, visit->subject.id);
	bool has_group = *mark && text_equal(evaluation->group.confirmed, mark);
	bool has_city = *mark && text_equal(evaluation->city.confirmed, mark);
	static const char *const texts[] = {"talked_on", "present", "notes", "conclusion"};
	doc_set_bool(document, "has_talk", version != NULL);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		doc_set_text(document, texts[i], doc_text(talk, texts[i]));
	doc_set_text(document, "mark", *mark ? arena_copy_part(mark, MARK_LETTERS) : "");
	doc_set_bool(document, "has_group_confirmed", has_group);
	doc_set_bool(document, "has_city_confirmed", has_city);
	doc_set_bool(document, "is_joint", has_group && has_city);
	doc_set_bool(document, "is_confirming", *mark && text_equal(visit->subject.state, "opened"));
	bool is_shown = !(has_group && has_city);
	doc_set_text(document, "group_view", is_shown ? evaluation->group.view : "");
	doc_set_text(document, "city_view", is_shown ? evaluation->city.view : "");
	doc_set_bool(document, "has_views", *doc_text(document, "group_view") || *doc_text(document, "city_view"));
	/* A conclusion that was never agreed is no conclusion: beside both views it is not shown as one. */
	bool is_open = text_equal(visit->subject.state, "opened");
	doc_set_bool(document, "has_conclusion", *mark && (is_open || (has_group && has_city)));
}

static bool may_answer(struct visit *visit, const struct doc *lesson)
{
	const char *side = doc_text(lesson, "side");
	bool is_open = !*doc_text(lesson, "answer") || text_equal(visit->subject.state, "published");
	if (!is_open || visit->twin != TWIN_HTML || !text_equal(evaluation_side(&visit->viewer, &visit->subject), side))
		return false;
	return text_equal(side, "city") || viewer_may_submit(&visit->viewer, visit->subject.group_id);
}

/* Before publication the lessons as sent last, afterwards those published with their answers. */
static struct doc *lessons_of(struct visit *visit)
{
	if (text_has_word("published answered", visit->subject.state))
		return lesson_list(visit->db, visit->subject.id);
	struct doc *rows = doc_array();
	struct doc *sent = doc_get(doc_get(version_find_kept(visit->db, visit->subject.id, "lessons"), "content"), "lessons");
	for (struct doc *lesson = doc_first(sent); lesson; lesson = doc_next(lesson)) {
		struct doc *row = doc_set_text(doc_object(), "lesson", doc_text(lesson, "lesson"));
		doc_set_int(row, "number", doc_count(rows) + 1);
		doc_set_text(row, "answer", "");
		doc_set_text(row, "why", "");
		doc_set_text(row, "by_on", "");
		doc_set_text(row, "answered_on", "");
		doc_push(rows, doc_set_text(row, "side", doc_text(lesson, "side")));
	}
	return rows;
}

static void lessons_put(struct visit *visit, struct doc *document, const struct evaluation *evaluation)
{
	struct doc *lessons = lessons_of(visit);
	bool is_published = text_has_word("published answered", visit->subject.state);
	for (struct doc *row = doc_first(lessons); row; row = doc_next(row)) {
		const char *answer = doc_text(row, "answer");
		const char *path = evaluation_path(visit, arena_text("/lessons/%s", doc_text(row, "number")));
		doc_set_text(row, "side_key", arena_text("side_%s", doc_text(row, "side")));
		doc_set_bool(row, "is_group", text_equal(doc_text(row, "side"), "group"));
		doc_set_text(row, "answer_key", *answer ? arena_text("evaluation_answer_answer_%s", answer) : "");
		doc_set_text(row, "answer_tone", text_equal(answer, "yes") ? "good" : "neutral");
		doc_set_bool(row, "is_waiting", is_published && !*answer);
		doc_set_text(row, "answer_path", is_published && may_answer(visit, row) ? path : "");
	}
	const char *mark = lessons_fingerprint(visit->db, visit->subject.id);
	doc_set_bool(document, "has_lessons", doc_count(lessons) > 0);
	doc_set(document, "lessons", lessons);
	doc_set_bool(document, "is_releasing", *mark && text_has_word("concluded both_views", visit->subject.state));
	doc_set_bool(document, "has_group_released", *mark && text_equal(evaluation->group.released, mark));
	doc_set_bool(document, "has_city_released", *mark && text_equal(evaluation->city.released, mark));
}

static const char *reached_on(const struct doc *document, const char *state, int64_t case_id)
{
	const char *on = "", *before = "";
	for (struct doc *event = doc_first(doc_get(document, "timeline")); event; event = doc_next(event)) {
		if (doc_int(event, "case_id") != case_id)
			continue;
		if (text_equal(doc_text(event, "to"), state) && !text_equal(before, state))
			on = doc_text(event, "effective_on");
		before = doc_text(event, "to");
	}
	return on;
}

static void steps_put(struct visit *visit, struct doc *document)
{
	const char *state = visit->subject.state;
	bool is_joint =
		!text_equal(state, "both_views") && (doc_bool(document, "is_joint") || text_has_word("filling opened", state));
	const char *names[] = {"filling", "opened", is_joint ? "concluded" : "both_views", "published", "answered"};
	struct doc *steps = doc_array();
	bool is_past = true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		bool is_now = text_equal(names[i], state);
		is_past = is_past && !is_now;
		struct doc *step = doc_set_text(doc_object(), "label_key", arena_text("state_evaluations_%s", names[i]));
		doc_set_bool(step, "is_now", is_now);
		doc_set_bool(step, "is_done", is_past);
		doc_set_text(step, "on", is_past || is_now ? reached_on(document, names[i], visit->subject.id) : "");
		doc_push(steps, step);
	}
	doc_set(document, "steps", steps);
}

static void action_push(struct visit *visit, struct doc *actions, const char *rest, const char *label_key)
{
	struct doc *action = doc_set_text(doc_object(), "path", evaluation_path(visit, rest));
	doc_set_text(action, "label_key", label_key);
	doc_set_text(action, "name", "");
	doc_set_text(action, "about_key", "");
	doc_set_bool(action, "is_second", false);
	doc_set_bool(action, "is_binding", false);
	doc_push(actions, doc_set_bool(action, "is_main", doc_count(actions) == 0));
}

/* What a side writes next is a page of its own: its button stands before those of the moves. */
static void writing_actions(struct visit *visit, struct doc *actions, const struct evaluation *evaluation)
{
	const char *state = visit->subject.state;
	const char *side = evaluation_side(&visit->viewer, &visit->subject);
	bool is_in = (text_equal(side, "group") ? evaluation->group.sheet : evaluation->city.sheet) != 0;
	if (!*side)
		return;
	if (text_equal(state, "filling"))
		action_push(visit, actions, is_in ? "/sheet/check" : "/sheet",
		            is_in ? "evaluations_own" : "evaluations_write_sheet");
	if (text_equal(state, "opened"))
		action_push(visit, actions, "/talk", "evaluations_write_talk");
	if (text_equal(state, "opened") && !is_in)
		action_push(visit, actions, "/sheet", "evaluations_write_reply");
	if (text_has_word("concluded both_views", state))
		action_push(visit, actions, "/lessons", "evaluations_write_lessons");
}

static void actions_put(struct visit *visit, struct doc *document, const struct evaluation *evaluation)
{
	if (visit->twin != TWIN_HTML || !visit->viewer.person_id)
		return;
	struct doc *actions = doc_array();
	writing_actions(visit, actions, evaluation);
	for (struct doc *move = doc_first(doc_get(document, "actions")); move; move = doc_next(move)) {
		struct doc *action = doc_copy(move);
		doc_set_bool(action, "is_main", !doc_bool(action, "is_second") && doc_count(actions) == 0);
		doc_push(actions, action);
	}
	doc_set_bool(document, "has_actions", doc_count(actions) > 0);
	doc_set(document, "actions", actions);
}

static void sides_put(struct visit *visit, struct doc *document)
{
	const struct doc *row = doc_get(document, "case");
	struct case_file project = {0};
	case_find(visit->db, visit->subject.parent_id, &project);
	doc_set_int(document, "project_id", visit->subject.parent_id);
	doc_set_text(document, "project_title", project.title);
	doc_set_int(document, "group_id", doc_int(row, "group_id"));
	doc_set_text(document, "group_name", doc_text(row, "group_name"));
	doc_set_int(document, "department_id", doc_int(row, "department_id"));
	doc_set_text(document, "department_name", doc_text(row, "department_name"));
	doc_set_text(document, "lead_key", arena_text("evaluations_lead_%s", visit->subject.state));
}

struct doc *evaluation_document(struct visit *visit)
{
	struct doc *document = doc_object();
	struct sheets sheets = sheets_of(visit);
	page_case(visit, document);
	sides_put(visit, document);
	sheets_put(visit, document, &sheets);
	talk_put(visit, document, &sheets.evaluation);
	lessons_put(visit, document, &sheets.evaluation);
	steps_put(visit, document);
	actions_put(visit, document, &sheets.evaluation);
	return document;
}
