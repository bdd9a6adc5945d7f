/* The sections of the interim and the final report, and with what they begin. */
#include "features/projects/forms.h"

#include "base/text.h"

enum { WORDS_MOST = 2000 };

/* A section of one text each. */
#define WORDS(name_, required) {.name = name_, .kind = FIELD_LINES, .is_required = required, .most = WORDS_MOST}

static const struct field progress_columns[] = {
	{.name = "indicator", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "goal", .kind = FIELD_TEXT, .most = 100},
	{.name = "now", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "note", .kind = FIELD_LINES, .most = 300},
	{.name = NULL},
};
static const struct field progress_fields[] = {
	{.name = "progress", .kind = FIELD_GRID, .is_required = true, .columns = progress_columns, .rows_least = 1},
	{.name = NULL},
};
static const struct form progress_form = FORM("interim", progress_fields);

static const struct field well_fields[] = {WORDS("well", true), {.name = NULL}};
static const struct form well_form = FORM("interim", well_fields);
static const struct field adjust_fields[] = {WORDS("adjust", true), {.name = NULL}};
static const struct form adjust_form = FORM("interim", adjust_fields);

static const struct section interim_sections[] = {
	{"progress", &progress_form, NULL, NULL},
	{"well", &well_form, NULL, NULL},
	{"adjust", &adjust_form, NULL, NULL},
	{NULL, NULL, NULL, NULL},
};

/* The group reports; the department adds its view by a move. */
static bool interim_may_write(struct visit *visit)
{
	return text_equal(visit->subject.state, "running") && text_equal(project_side(&visit->viewer, &visit->subject), "group");
}

const struct dossier project_interim_dossier = {
	.name = "interim",
	.kind = "projects",
	.path = "/projects/interim",
	.part = "interim",
	.sections = interim_sections,
	.submit = "interim",
	.may_write = interim_may_write,
};

static const struct field done_fields[] = {WORDS("done", true), {.name = NULL}};
static const struct form done_form = FORM("final", done_fields);

static const struct field result_columns[] = {
	{.name = "indicator", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "goal", .kind = FIELD_TEXT, .most = 100},
	{.name = "result", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "reason", .kind = FIELD_LINES, .most = 300},
	{.name = NULL},
};
static const struct field results_fields[] = {
	{.name = "results", .kind = FIELD_GRID, .is_required = true, .columns = result_columns, .rows_least = 1},
	{.name = NULL},
};
static const struct form results_form = FORM("final", results_fields);

static const struct field people_fields[] = {
	{.name = "events", .kind = FIELD_NUMBER, .most = 100000},
	{.name = "participants", .kind = FIELD_NUMBER, .is_required = true, .most = 10000000},
	WORDS("people", false),
	{.name = NULL},
};
static const struct form people_form = FORM("final", people_fields);

static const struct field cost_columns[] = {
	{.name = "item", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "budget", .kind = FIELD_MONEY},
	{.name = "spent", .kind = FIELD_MONEY, .is_required = true},
	{.name = "note", .kind = FIELD_TEXT, .most = 200},
	{.name = NULL},
};
static const struct field costs_fields[] = {
	{.name = "costs", .kind = FIELD_GRID, .columns = cost_columns, .total = "spent"},
	{.name = NULL},
};
static const struct form costs_form = FORM("final", costs_fields);

static const struct field talk_fields[] = {WORDS("good", true), WORDS("hard", true), WORDS("next", false), {.name = NULL}};
static const struct form talk_form = FORM("final", talk_fields);

static const struct section final_sections[] = {
	{"activity", &done_form, NULL, NULL},
	{"results", &results_form, NULL, NULL},
	{"people", &people_form, NULL, NULL},
	{"costs", &costs_form, NULL, NULL},
	{"talk", &talk_form, NULL, NULL},
	{NULL, NULL, NULL, NULL},
};

/* Both sides write it; the group hands it in. */
static bool final_may_write(struct visit *visit)
{
	return text_has_word("running returned terminated", visit->subject.state) && *project_side(&visit->viewer, &visit->subject);
}

/* A project that was stopped is reported as far as it came. */
static const char *final_submitting(struct visit *visit)
{
	return text_equal(visit->subject.state, "terminated") ? "report_partial" : "report";
}

const struct dossier project_final_dossier = {
	.name = "final",
	.kind = "projects",
	.path = "/projects/final",
	.part = "final",
	.sections = final_sections,
	.submit = "report",
	.submitting = final_submitting,
	.returning = "return_report",
	.may_write = final_may_write,
};

/* An indicator's row with what is asked of it still open. */
static struct doc *indicator_rows(const struct doc *content, const char *asked, const char *words)
{
	struct doc *rows = doc_array();
	for (struct doc *indicator = doc_first(doc_get(content, "indicators")); indicator; indicator = doc_next(indicator)) {
		struct doc *row = doc_set_text(doc_object(), "indicator", doc_text(indicator, "indicator"));
		doc_set_text(row, "goal", doc_text(indicator, "goal"));
		doc_set_text(row, asked, "");
		doc_push(rows, doc_set_text(row, words, ""));
	}
	return rows;
}

struct doc *project_interim_start(const struct doc *content)
{
	return doc_set(doc_object(), "progress", indicator_rows(content, "now", "note"));
}

struct doc *project_final_start(const struct doc *content)
{
	struct doc *start = doc_set(doc_object(), "results", indicator_rows(content, "result", "reason"));
	struct doc *costs = doc_array();
	for (struct doc *expense = doc_first(doc_get(content, "expense")); expense; expense = doc_next(expense)) {
		struct doc *row = doc_set_text(doc_object(), "item", doc_text(expense, "item"));
		doc_set_int(row, "budget", doc_int(expense, "amount"));
		doc_push(costs, doc_set_text(row, "note", ""));
	}
	return doc_set(start, "costs", costs);
}
