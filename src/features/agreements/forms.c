/* The clauses of an agreement as tables of fields, and what is typed with its moves. */
#include "features/agreements/forms.h"

#include "base/clock.h"
#include "base/text.h"
#include "features/agreements/store.h"

enum { CLAUSE_MOST = 2000 };

static const struct field purpose_fields[] = {
	{.name = "purpose", .kind = FIELD_LINES, .is_required = true, .most = CLAUSE_MOST},
	{.name = NULL},
};
static const struct form purpose_form = FORM("agreement", purpose_fields);

static void period_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct field period_fields[] = {
	{.name = "starts_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "ends_on", .kind = FIELD_DAY, .is_required = true},
	{.name = NULL},
};
static const struct form period_form = {.name = "agreement", .fields = period_fields, .check = period_check};

static void period_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int first = day_parse(doc_text(values, "starts_on"));
	int last = day_parse(doc_text(values, "ends_on"));
	if (first != DAY_NONE && last != DAY_NONE && last < first)
		form_error(visit, errors, &period_form, "ends_on", "agreements_error_period", NULL);
}

static const struct field role_columns[] = {
	{.name = "task", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "group_part", .kind = FIELD_LINES, .most = 300},
	{.name = "city_part", .kind = FIELD_LINES, .most = 300},
	{.name = "when", .kind = FIELD_TEXT, .most = 60},
	{.name = "cost", .kind = FIELD_MONEY},
	{.name = "lead", .kind = FIELD_SELECT, .is_required = true, .choices = "group city both"},
	{.name = NULL},
};
static void roles_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct field roles_fields[] = {
	{.name = "roles", .kind = FIELD_GRID, .is_required = true, .columns = role_columns, .rows_least = 1},
	{.name = NULL},
};
static const struct form roles_form = {.name = "agreement", .fields = roles_fields, .check = roles_check};

/* Both sides must have something to do. */
static void roles_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	bool has_group = false, has_city = false;
	struct doc *rows = doc_get(values, "roles");
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		has_group = has_group || !text_empty(doc_text(row, "group_part"));
		has_city = has_city || !text_empty(doc_text(row, "city_part"));
	}
	if (doc_count(rows) && !(has_group && has_city))
		form_error(visit, errors, &roles_form, "roles", "agreements_error_roles", NULL);
}

static const struct field cost_fields[] = {
	{.name = "money", .kind = FIELD_RADIO, .is_required = true, .choices = "none own paid"},
	{.name = "cost", .kind = FIELD_LINES, .is_required = true, .most = CLAUSE_MOST},
	{.name = NULL},
};
static const struct form cost_form = FORM("agreement", cost_fields);

/* A clause of one text. */
#define CLAUSE(clause)                                                                                       \
	static const struct field clause##_fields[] = {                                                      \
		{.name = #clause, .kind = FIELD_LINES, .is_required = true, .most = CLAUSE_MOST},            \
		{.name = NULL},                                                                              \
	};                                                                                                   \
	static const struct form clause##_form = FORM("agreement", clause##_fields)

CLAUSE(information);
CLAUSE(openness);
CLAUSE(results);
CLAUSE(personal_data);
CLAUSE(change);
CLAUSE(exit);

static const struct section sections[] = {
	{"purpose", &purpose_form, NULL, NULL},
	{"period", &period_form, NULL, NULL},
	{"roles", &roles_form, NULL, NULL},
	{"cost", &cost_form, NULL, NULL},
	{"information", &information_form, NULL, NULL},
	{"openness", &openness_form, NULL, NULL},
	{"results", &results_form, NULL, NULL},
	{"personal_data", &personal_data_form, NULL, NULL},
	{"change", &change_form, NULL, NULL},
	{"exit", &exit_form, NULL, NULL},
	{NULL, NULL, NULL, NULL},
};

const char *agreement_side(const struct viewer *viewer, const struct case_file *subject)
{
	if (subject->group_id && viewer_in_group(viewer, subject->group_id))
		return "group";
	return subject->department_id && viewer_in_department(viewer, subject->department_id) ? "city" : "";
}

/* Both sides write the first draft and after a confirmation; a text that was handed over belongs to who has it in hand. */
static bool text_may_write(struct visit *visit)
{
	const char *side = agreement_side(&visit->viewer, &visit->subject);
	if (!*side || !text_has_word("draft offered confirming", visit->subject.state))
		return false;
	return !text_equal(visit->subject.state, "offered") || text_equal(visit->subject.turn, side);
}

static bool change_may_write(struct visit *visit)
{
	const char *side = agreement_side(&visit->viewer, &visit->subject);
	if (!*side || !text_equal(visit->subject.state, "changing"))
		return false;
	return text_equal(visit->subject.turn, "both") || text_equal(visit->subject.turn, side);
}

/* The first text is handed over, every later one is the answer to it. */
static const char *text_submitting(struct visit *visit)
{
	return text_equal(visit->subject.state, "draft") ? "offer" : "counter";
}

const struct dossier agreement_dossier = {
	.name = "agreement",
	.kind = "agreements",
	.path = "/agreements",
	.part = "",
	.sections = sections,
	.submit = "offer",
	.submitting = text_submitting,
	.may_write = text_may_write,
};

const struct dossier agreement_change_dossier = {
	.name = "agreement",
	.kind = "agreements",
	.path = "/agreements/change",
	.part = "next",
	.sections = sections,
	.submit = "change_offer",
	.may_write = change_may_write,
};

static const struct field confirm_fields[] = {
	{.name = "is_read", .kind = FIELD_CHECK, .is_required = true},
	{.name = NULL},
};
const struct form agreement_confirm_form = FORM("agreement_confirm", confirm_fields);

static void conclude_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct field conclude_fields[] = {
	{.name = "effective_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "way", .kind = FIELD_RADIO, .is_required = true, .choices = "seal e_contract portal"},
	{.name = NULL},
};
const struct form agreement_conclude_form = {.name = "agreement_conclude", .fields = conclude_fields, .check = conclude_check};

/* Concluded after the city decided, and not ahead of today. */
static void conclude_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int day = day_parse(doc_text(values, "effective_on"));
	int decided = day_parse(doc_text(agreement_row(visit->db, visit->subject.id), "decided_on"));
	if (day != DAY_NONE && day > day_today())
		form_error(visit, errors, &agreement_conclude_form, "effective_on", "cases_day_ahead", NULL);
	else if (day != DAY_NONE && decided != DAY_NONE && day < decided)
		form_error(visit, errors, &agreement_conclude_form, "effective_on", "agreements_error_before_decision", NULL);
}
