/* What earlier pages show of evaluations: a project's evaluation, what a group or a department published, lessons for the next proposal. */
#include "features/evaluations/pages.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/evaluations/radar.h"

enum { TITLE_LETTERS = 80 };

static struct doc *panel_new(const char *title_key, struct doc *items, const char *empty_key)
{
	struct doc *panel = doc_set_text(doc_object(), "title_key", title_key);
	doc_set(panel, "items", items);
	doc_set_text(panel, "more_path", "");
	doc_set_text(panel, "more_key", "");
	return doc_set_text(panel, "empty_key", empty_key);
}

/* What the radar says, for an evaluation that is open to this viewer. */
static const char *finding_of(struct visit *visit, const struct case_file *subject)
{
	struct evaluation evaluation = evaluation_find(visit->db, subject->id);
	struct doc *group = sheet_find(visit->db, &visit->viewer, subject, "group");
	struct doc *city = sheet_find(visit->db, &visit->viewer, subject, "city");
	if (!group || !city || evaluation.group.is_late || evaluation.city.is_late)
		return "";
	return radar_finding(visit->language, sheet_named(evaluation.sheet)->items, group, city);
}

static struct doc *case_item(struct visit *visit, const struct case_file *subject)
{
	struct doc *item = doc_set_text(doc_object(), "path", case_path_of(subject));
	doc_set_text(item, "title", subject->title);
	doc_set_text(item, "state_key", arena_text("state_evaluations_%s", subject->state));
	doc_set_text(item, "state_tone", state_tone("evaluations", subject->state));
	return doc_set_text(item, "note", finding_of(visit, subject));
}

static struct doc *project_panel(struct visit *visit, struct doc *document)
{
	struct case_file subject;
	int64_t id = evaluation_find_of(visit->db, visit->subject.id);
	(void)document;
	if (!id || !case_find(visit->db, id, &subject) || !case_may_see(&visit->viewer, &subject))
		return NULL;
	struct doc *items = doc_array();
	doc_push(items, case_item(visit, &subject));
	return panel_new("evaluations_kind", items, "web_panel_none");
}

static struct doc *published_panel(struct visit *visit, const struct doc *rows)
{
	struct doc *items = doc_array();
	struct case_file subject;
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (case_find(visit->db, doc_int(row, "id"), &subject))
			doc_push(items, case_item(visit, &subject));
	return doc_count(items) ? panel_new("evaluations_published", items, "web_panel_none") : NULL;
}

static struct doc *group_panel(struct visit *visit, struct doc *document)
{
	(void)document;
	return published_panel(visit, case_list_group(visit->db, visit_id(visit, 0), "evaluations", true));
}

static struct doc *department_panel(struct visit *visit, struct doc *document)
{
	(void)document;
	return published_panel(visit, case_list_department(visit->db, visit_id(visit, 0), "evaluations", true));
}

static void lessons_push(struct visit *visit, struct doc *items, const struct doc *lessons)
{
	for (struct doc *row = doc_first(lessons); row; row = doc_next(row)) {
		const char *answer = doc_text(row, "answer");
		const char *path =
			arena_text("/projects/%s/evaluation#lesson-%s", doc_text(row, "project_id"), doc_text(row, "number"));
		bool is_known = false;
		for (struct doc *item = doc_first(items); item; item = doc_next(item))
			is_known = is_known || text_equal(doc_text(item, "path"), path);
		if (is_known)
			continue;
		struct doc *item = doc_set_text(doc_object(), "path", path);
		struct doc *words = doc_set_text(doc_object(), "title", doc_text(row, "title"));
		doc_set_text(item, "title", text_cut(doc_text(row, "lesson"), TITLE_LETTERS));
		doc_set_text(item, "state_key", *answer ? arena_text("evaluation_answer_answer_%s", answer) : "");
		doc_set_text(item, "state_tone", text_equal(answer, "yes") ? "good" : "neutral");
		doc_push(items, doc_set_text(item, "note", text_filled(visit->language, "evaluations_lesson_from", words)));
	}
}

/* Beside the section in which a proposal says what it takes over: the lessons of its group and its department. */
static struct doc *offered_panel(struct visit *visit, struct doc *document)
{
	const struct case_file *subject = &visit->subject;
	(void)document;
	if (!text_equal(subject->kind, "proposals") || !text_equal(visit_word(visit, 1), "lessons"))
		return NULL;
	struct doc *items = doc_array();
	if (subject->group_id)
		lessons_push(visit, items, lesson_list_group(visit->db, subject->group_id));
	if (subject->department_id)
		lessons_push(visit, items, lesson_list_department(visit->db, subject->department_id));
	return panel_new("evaluations_offered", items, "evaluations_offered_none");
}

void evaluation_panels_register(void)
{
	panel_register("projects/show", project_panel);
	panel_register("groups/show", group_panel);
	panel_register("departments/show", department_panel);
	panel_register("cases/section", offered_panel);
}
