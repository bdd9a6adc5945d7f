/* Forms as tables of fields; the talk's has a field for each item that the sides saw differently. */
#include "features/evaluations/forms.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

enum { ITEMS_MOST = 20, UNDERSTOOD_MOST = 800, CONCLUSION_MOST = 3000, VIEW_MOST = 2000 };

static const struct form talk_names = {.name = "evaluation_talk"};

/* A talk is recorded once it was held. */
static void talk_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	static const struct field day[] = {{.name = "talked_on", .kind = FIELD_DAY}, {.name = NULL}};
	static const struct form form = FORM("evaluation_talk", day);
	int talked_on = day_parse(doc_text(values, "talked_on"));
	if (talked_on != DAY_NONE && talked_on > day_today())
		form_error(visit, errors, &form, "talked_on", "cases_day_ahead", NULL);
}

const struct form *talk_form(const char *items)
{
	struct field *fields = arena_alloc(sizeof *fields * (ITEMS_MOST + 5));
	struct form *form = arena_alloc(sizeof *form);
	int count = 0;
	fields[count++] = (struct field){.name = "talked_on", .kind = FIELD_DAY, .is_required = true};
	fields[count++] = (struct field){.name = "present", .kind = FIELD_LINES, .is_required = true, .most = 400};
	const char *item;
	for (int i = 0; i < ITEMS_MOST && (item = text_piece(items, ' ', i)); i++)
		if (*item)
			fields[count++] =
				(struct field){.name = item, .kind = FIELD_LINES, .is_required = true, .most = UNDERSTOOD_MOST};
	fields[count++] = (struct field){.name = "notes", .kind = FIELD_LINES, .most = UNDERSTOOD_MOST};
	fields[count++] = (struct field){.name = "conclusion", .kind = FIELD_LINES, .most = CONCLUSION_MOST};
	*form = (struct form){.name = talk_names.name, .fields = fields, .check = talk_check};
	return form;
}

static const struct field lesson_columns[] = {
	{.name = "lesson", .kind = FIELD_LINES, .is_required = true, .most = 400},
	{.name = "side", .kind = FIELD_SELECT, .is_required = true, .choices = "city group"},
	{.name = NULL},
};
static const struct field lessons_fields[] = {
	{.name = "lessons", .kind = FIELD_GRID, .is_required = true, .columns = lesson_columns, .rows_least = 1},
	{.name = NULL},
};
const struct form evaluation_lessons_form = FORM("evaluation_lessons", lessons_fields);

static void answer_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct field answer_fields[] = {
	{.name = "answer", .kind = FIELD_RADIO, .is_required = true, .choices = "yes no"},
	{.name = "why", .kind = FIELD_LINES, .is_required = true, .most = 800},
	{.name = "by_on", .kind = FIELD_DAY},
	{.name = NULL},
};
const struct form evaluation_answer_form = {.name = "evaluation_answer", .fields = answer_fields, .check = answer_check};

/* What is taken up has a date. */
static void answer_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	bool is_yes = text_equal(doc_text(values, "answer"), "yes");
	bool is_typed = *doc_text(values, "by_on") || *doc_text(values, "by_on_year");
	if (is_yes && !is_typed)
		form_error(visit, errors, &evaluation_answer_form, "by_on", "evaluations_error_by", NULL);
}

static const struct field view_fields[] = {
	{.name = "view", .kind = FIELD_LINES, .is_required = true, .most = VIEW_MOST},
	{.name = NULL},
};
const struct form evaluation_view_form = FORM("evaluation_view", view_fields);
