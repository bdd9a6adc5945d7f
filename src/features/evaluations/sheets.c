/* The two sheets: 標準版 with nine items, 簡易版 with five of them. Another sheet is another row here and its texts. */
#include "features/evaluations/sheets.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/evaluations/rules.h"

enum { WHY_MOST = 600, OVERALL_MOST = 2000 };

/* A step in words, and room for the reason. */
#define ITEM(item)                                                                                                                 \
	{.name = item, .kind = FIELD_RADIO, .is_required = true, .choices = "5 4 3 2 1", .choice_text = "evaluation_step"},        \
	{                                                                                                                          \
		.name = item "_why", .kind = FIELD_LINES, .most = WHY_MOST                                                         \
	}
#define OVERALL                                                                                                                    \
	{.name = "overall", .kind = FIELD_LINES, .most = OVERALL_MOST},                                                            \
	{                                                                                                                          \
		.name = NULL                                                                                                       \
	}

static void reasons_check(struct visit *visit, const struct doc *values, struct doc *errors);

static const struct field standard_fields[] = {
	ITEM("purpose"),       ITEM("roles"), ITEM("process"), ITEM("equality"), ITEM("results"),
	ITEM("beneficiaries"), ITEM("cost"),  ITEM("synergy"), ITEM("wider"),    OVERALL,
};
static const struct form standard_form = {.name = "evaluation_sheet", .fields = standard_fields, .check = reasons_check};

static const struct field simple_fields[] = {
	ITEM("purpose"), ITEM("roles"), ITEM("process"), ITEM("results"), ITEM("beneficiaries"), OVERALL,
};
static const struct form simple_form = {.name = "evaluation_sheet", .fields = simple_fields, .check = reasons_check};

static const struct sheet sheets[] = {
	{"standard", "purpose roles process equality results beneficiaries cost synergy wider", &standard_form},
	{"simple", "purpose roles process results beneficiaries", &simple_form},
};

const struct sheet *sheet_named(const char *name)
{
	for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
		if (text_equal(sheets[i].name, name))
			return &sheets[i];
	return &sheets[0];
}

/* A step below what was expected needs its reason. */
static void reasons_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	for (const struct field *field = standard_fields; field->name; field++) {
		const char *why = arena_text("%s_why", field->name);
		if (field->kind == FIELD_RADIO && needs_reason(values, field->name) && text_empty(doc_text(values, why)))
			form_error(visit, errors, &standard_form, why, "evaluations_error_why", NULL);
	}
}
