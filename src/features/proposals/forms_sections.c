/* What a proposal says: the dossier's sections as tables of fields, and what must agree between them. */
#include "features/proposals/forms.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/proposals/proposals.h"
#include "features/proposals/rules.h"

static const struct field who_fields[] = {
	{.name = "title", .kind = FIELD_TEXT, .is_required = true, .most = 80},
	{.name = "summary", .kind = FIELD_LINES, .is_required = true, .most = 200},
	{.name = "partners", .kind = FIELD_LINES, .most = 600},
	{.name = NULL},
};
static const struct form who_form = FORM("proposal", who_fields);

static const struct field problem_fields[] = {
	{.name = "shared_problem", .kind = FIELD_LINES, .is_required = true, .most = 1000},
	{.name = "shared_goal", .kind = FIELD_LINES, .is_required = true, .most = 1000},
	{.name = NULL},
};
static const struct form problem_form = FORM("proposal", problem_fields);

static void days_check(struct visit *visit, const struct doc *values, struct doc *errors);

static const struct field contents_fields[] = {
	{.name = "contents", .kind = FIELD_MARKDOWN, .is_required = true, .most = 4000},
	{.name = "starts_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "ends_on", .kind = FIELD_DAY, .is_required = true},
	{.name = NULL},
};
static const struct form contents_form = {.name = "proposal", .fields = contents_fields, .check = days_check};

static void days_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int first = day_parse(doc_text(values, "starts_on"));
	int last = day_parse(doc_text(values, "ends_on"));
	if (first != DAY_NONE && last != DAY_NONE && last < first)
		form_error(visit, errors, &contents_form, "ends_on", "proposals_error_days", NULL);
}

/* The letters with what they mean in this city: plain words, because the picture below has them with their readings. */
struct doc *area_choice_list(struct visit *visit)
{
	struct doc *list = doc_array();
	for (const char *letter = "ABCDE"; *letter; letter++) {
		const char *area = arena_copy_part(letter, 1);
		const char *key = text_replace(proposal_area_key(visit->db, area), "proposals_area_", "proposals_area_plain_");
		struct doc *row = doc_set_text(doc_object(), "value", area);
		doc_push(list, doc_set_text(row, "label", arena_text("%s　%s", area, text_of(visit->language, key))));
	}
	return list;
}

static const struct field shape_fields[] = {
	{.name = "form", .kind = FIELD_RADIO, .is_required = true,
	 .choices = "sponsor support cooperate committee planning entrust grant other"},
	{.name = "area", .kind = FIELD_RADIO, .is_required = true, .list = area_choice_list},
	{.name = NULL},
};
static const struct form shape_form = FORM("proposal", shape_fields);

static struct doc *shape_fill(struct visit *visit, const struct doc *content)
{
	struct doc *document = doc_set_bool(doc_object(), "has_areas", true);
	return doc_set(document, "areas", proposal_areas(visit->db, doc_text(content, "area")));
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
static const struct form roles_form = {.name = "proposal", .fields = roles_fields, .check = roles_check};

/* A table in which only one side has something to do is no collaboration yet. */
static void roles_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	bool has_group = false, has_city = false;
	struct doc *rows = doc_get(values, "roles");
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		has_group = has_group || !text_empty(doc_text(row, "group_part"));
		has_city = has_city || !text_empty(doc_text(row, "city_part"));
	}
	if (doc_count(rows) && !(has_group && has_city))
		form_error(visit, errors, &roles_form, "roles", "proposals_error_roles", NULL);
}

static const struct field income_columns[] = {
	{.name = "item", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "amount", .kind = FIELD_MONEY, .is_required = true},
	{.name = "note", .kind = FIELD_TEXT, .most = 200},
	{.name = NULL},
};
static const struct field expense_columns[] = {
	{.name = "item", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "amount", .kind = FIELD_MONEY, .is_required = true},
	{.name = "eligible", .kind = FIELD_CHECK},
	{.name = "note", .kind = FIELD_TEXT, .most = 200},
	{.name = NULL},
};
static void budget_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct field budget_fields[] = {
	{.name = "income", .kind = FIELD_GRID, .columns = income_columns, .total = "amount"},
	{.name = "expense", .kind = FIELD_GRID, .columns = expense_columns, .total = "amount"},
	{.name = NULL},
};
static const struct form budget_form = {.name = "proposal", .fields = budget_fields, .check = budget_check};

static void budget_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int64_t gap = grid_sum(doc_get(values, "income"), "amount") - grid_sum(doc_get(values, "expense"), "amount");
	if (!gap)
		return;
	struct doc *words = doc_set_text(doc_object(), "gap", text_grouped(gap < 0 ? -gap : gap));
	form_error(visit, errors, &budget_form, "expense", "proposals_error_budget", words);
}

static const struct field indicator_columns[] = {
	{.name = "indicator", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "now", .kind = FIELD_TEXT, .most = 100},
	{.name = "goal", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "how", .kind = FIELD_TEXT, .most = 200},
	{.name = NULL},
};
static const struct field indicators_fields[] = {
	{.name = "indicators", .kind = FIELD_GRID, .is_required = true, .columns = indicator_columns, .rows_least = 1},
	{.name = NULL},
};
static const struct form indicators_form = FORM("proposal", indicators_fields);

static const struct field lessons_fields[] = {
	{.name = "lessons", .kind = FIELD_LINES, .most = 1000},
	{.name = NULL},
};
static const struct form lessons_form = FORM("proposal", lessons_fields);

static const struct field openness_fields[] = {
	{.name = "openness", .kind = FIELD_RADIO, .is_required = true, .choices = "all totals"},
	{.name = NULL},
};
static const struct form openness_form = FORM("proposal", openness_fields);

const struct section proposal_sections[] = {
	{"partners", &who_form, NULL, NULL},
	{"problem", &problem_form, NULL, NULL},
	{"contents", &contents_form, NULL, NULL},
	{"shape", &shape_form, "parts/scale", shape_fill},
	{"roles", &roles_form, NULL, NULL},
	{"budget", &budget_form, NULL, NULL},
	{"indicators", &indicators_form, NULL, NULL},
	{"lessons", &lessons_form, NULL, NULL},
	{"openness", &openness_form, NULL, NULL},
	{NULL, NULL, NULL, NULL},
};
