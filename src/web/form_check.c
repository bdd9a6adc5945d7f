/* Checks stored values: required, limits, choices. Reading has already understood numbers, days and addresses. */
#include "web/form_inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

static bool field_is_chosen(enum field_kind kind)
{
	return kind == FIELD_RADIO || kind == FIELD_SELECT || kind == FIELD_CHECKS || kind == FIELD_CHECK;
}

static bool value_is_empty(const struct field *field, const struct doc *values)
{
	const struct doc *value = doc_get(values, field->name);
	if (field->kind == FIELD_NUMBER || field->kind == FIELD_MONEY)
		return !value || (!doc_is_number(value) && text_empty(doc_value(value)));
	if (field->kind == FIELD_CHECKS || field->kind == FIELD_GRID)
		return doc_count(value) == 0;
	if (field->kind == FIELD_CHECK)
		return !doc_bool(values, field->name);
	return !value || text_empty(doc_text(values, field->name));
}

static void required_check(const struct place *place, const struct field *field, struct doc *errors)
{
	const char *key = field->kind == FIELD_CHECK  ? "web_error_check"
	                  : field_is_chosen(field->kind) ? "web_error_choose"
	                  : field->kind == FIELD_GRID    ? "web_error_rows"
	                                                 : "web_error_required";
	if (field->is_required && !place->is_draft)
		place_error(place, errors, field, key, NULL);
}

static void length_check(const struct place *place, const struct field *field, const struct doc *values, struct doc *errors)
{
	long long now = (long long)text_length(doc_text(values, field->name));
	if (now <= field_most(field))
		return;
	struct doc *numbers = doc_object();
	doc_set_text(numbers, "max", text_grouped(field_most(field)));
	doc_set_text(numbers, "now", text_grouped(now));
	place_error(place, errors, field, "web_error_long", numbers);
}

static void number_check(const struct place *place, const struct field *field, const struct doc *values, struct doc *errors)
{
	const struct doc *value = doc_get(values, field->name);
	if (!doc_is_number(value)) {
		place_error(place, errors, field, "web_error_number", NULL);
		return;
	}
	int64_t number = doc_number(value);
	if (number >= field->least && number <= field_most(field))
		return;
	struct doc *numbers = doc_object();
	doc_set_text(numbers, "min", text_grouped(field->least));
	doc_set_text(numbers, "max", text_grouped(field_most(field)));
	place_error(place, errors, field, "web_error_range", numbers);
}

static void choices_check(const struct place *place, const struct field *field, const struct doc *values, struct doc *errors)
{
	if (field->kind == FIELD_CHECKS) {
		for (struct doc *one = doc_first(doc_get(values, field->name)); one; one = doc_next(one))
			if (!choice_exists(place, field, doc_value(one))) {
				place_error(place, errors, field, "web_error_choose", NULL);
				return;
			}
	} else if (!choice_exists(place, field, doc_text(values, field->name))) {
		place_error(place, errors, field, "web_error_choose", NULL);
	}
}

static void field_check(const struct place *place, const struct field *field, const struct doc *values, struct doc *errors);

static void grid_check(const struct place *place, const struct field *field, const struct doc *values, struct doc *errors)
{
	int row_number = 0;
	for (struct doc *row = doc_first(doc_get(values, field->name)); row; row = doc_next(row), row_number++) {
		struct place inside = place_row(place, field, row_number);
		for (const struct field *column = field->columns; column->name; column++)
			field_check(&inside, column, row, errors);
	}
	if (row_number < field->rows_least && !place->is_draft && row_number > 0)
		place_error(place, errors, field, "web_error_rows", NULL);
}

static void format_check(const struct place *place, const struct field *field, const struct doc *values, struct doc *errors)
{
	switch (field->kind) {
	case FIELD_NUMBER:
	case FIELD_MONEY:
		number_check(place, field, values, errors);
		break;
	case FIELD_RADIO:
	case FIELD_SELECT:
	case FIELD_CHECKS:
		choices_check(place, field, values, errors);
		break;
	case FIELD_DAY:
		if (day_parse(doc_text(values, field->name)) == DAY_NONE)
			place_error(place, errors, field, "web_error_day", NULL);
		break;
	case FIELD_GRID:
		grid_check(place, field, values, errors);
		break;
	default:
		length_check(place, field, values, errors);
	}
}

static void field_check(const struct place *place, const struct field *field, const struct doc *values, struct doc *errors)
{
	if (value_is_empty(field, values))
		required_check(place, field, errors);
	else
		format_check(place, field, values, errors);
}

/* Whether an error already stands at this field (reading found it). */
static bool field_has_error(const struct doc *errors, const char *name)
{
	for (struct doc *error = doc_first(errors); error; error = doc_next(error))
		if (text_equal(doc_text(error, "field"), name))
			return true;
	return false;
}

static void form_check_as(const struct place *place, const struct doc *values, struct doc *errors)
{
	for (const struct field *field = place->form->fields; field->name; field++)
		if (!field_has_error(errors, field->name))
			field_check(place, field, values, errors);
	if (place->form->check && !place->is_draft)
		place->form->check(place->visit, values, errors);
}

void form_check(struct visit *visit, const struct form *form, const struct doc *values, struct doc *errors)
{
	struct place place = {.visit = visit, .form = form, .prefix = ""};
	form_check_as(&place, values, errors);
}

void form_resumed(struct visit *visit, struct doc *errors)
{
	if (!*request_field(visit->request, "_resume"))
		return;
	struct doc *error = doc_set_text(doc_set_text(doc_object(), "field", ""), "href", "");
	doc_push(errors, doc_set_text(error, "message", text_of(visit->language, "web_resumed")));
}

struct doc *form_read(struct visit *visit, const struct form *form, struct doc *errors)
{
	form_resumed(visit, errors);
	struct doc *values = form_read_draft(visit, form, errors);
	form_check(visit, form, values, errors);
	return values;
}
