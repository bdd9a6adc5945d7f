/* The document of a form's fields for templates/parts/fields.html. */
#include "web/form_inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/input.h"
#include "base/text.h"

static const struct {
	const char *flag;
	const char *input_type;
	const char *input_mode;
	const char *width;
} kinds[] = {
	[FIELD_TEXT] = {"is_text", "text", "", "width_l"},
	[FIELD_LINES] = {"is_lines", "", "", "width_l"},
	[FIELD_MARKDOWN] = {"is_markdown", "", "", "width_l"},
	[FIELD_KANA] = {"is_text", "text", "", "width_l"},
	[FIELD_EMAIL] = {"is_text", "email", "email", "width_l"},
	[FIELD_PASSWORD] = {"is_text", "password", "", "width_m"},
	[FIELD_NEW_PASSWORD] = {"is_text", "password", "", "width_m"},
	[FIELD_CODE] = {"is_text", "text", "numeric", "width_s"},
	[FIELD_PHONE] = {"is_text", "tel", "tel", "width_m"},
	[FIELD_POSTAL] = {"is_text", "text", "numeric", "width_s"},
	[FIELD_URL] = {"is_text", "url", "url", "width_l"},
	[FIELD_LEGAL_NUMBER] = {"is_text", "text", "numeric", "width_m"},
	[FIELD_NUMBER] = {"is_number", "text", "numeric", "width_s"},
	[FIELD_MONEY] = {"is_money", "text", "numeric", "width_s"},
	[FIELD_DAY] = {"is_day", "", "", ""},
	[FIELD_TIME] = {"is_time", "text", "", "width_s"},
	[FIELD_RADIO] = {"is_radio", "", "", ""},
	[FIELD_SELECT] = {"is_select", "", "", ""},
	[FIELD_CHECKS] = {"is_checks", "", "", ""},
	[FIELD_CHECK] = {"is_check", "", "", ""},
	[FIELD_HIDDEN] = {"is_hidden", "", "", ""},
	[FIELD_GRID] = {"is_grid", "", "", ""},
};

/* The message standing at a field's name, "" if none. */
static const char *error_of(const struct doc *errors, const char *html_name)
{
	const char *anchor = text_replace(html_name, ".", "-");
	for (struct doc *error = doc_first(errors); error; error = doc_next(error))
		if (text_equal(doc_text(error, "field"), anchor))
			return doc_text(error, "message");
	return "";
}

static bool choice_is_chosen(const struct field *field, const struct doc *values, const char *value)
{
	if (field->kind != FIELD_CHECKS)
		return text_equal(doc_text(values, field->name), value);
	for (struct doc *one = doc_first(doc_get(values, field->name)); one; one = doc_next(one))
		if (text_equal(doc_value(one), value))
			return true;
	return false;
}

struct choosing {
	const struct place *place;
	const struct field *field;
	const struct doc *values;
	const char *id;
	struct doc *choices;
};

static void choice_push(const struct choosing *choosing, const char *value, const char *label_key, const char *label)
{
	struct doc *choice = doc_object();
	doc_set_text(choice, "value", value);
	doc_set_text(choice, "label_key", label_key);
	doc_set_text(choice, "label", label);
	const char *hint = arena_text("%s_hint", *label_key ? label_key : "-");
	doc_set_text(choice, "hint_key", text_known(hint) ? hint : "");
	doc_set_text(choice, "id", arena_text("%s-%d", choosing->id, doc_count(choosing->choices) + 1));
	doc_set_bool(choice, "is_chosen", choice_is_chosen(choosing->field, choosing->values, value));
	doc_push(choosing->choices, choice);
}

static struct doc *field_choices(const struct place *place, const struct field *field, const struct doc *values, const char *id)
{
	struct choosing choosing = {place, field, values, id, doc_array()};
	if (field->choices) {
		const char *value;
		for (int i = 0; (value = text_piece(field->choices, ' ', i)); i++)
			choice_push(&choosing, value, choice_key(place, field, value), "");
		return choosing.choices;
	}
	struct doc *list = field->list ? field->list(place->visit) : NULL;
	for (struct doc *row = doc_first(list); row; row = doc_next(row))
		choice_push(&choosing, doc_text(row, "value"), "", doc_text(row, "label"));
	return choosing.choices;
}

static void day_fields(struct doc *shown, const struct field *field, const struct doc *values)
{
	int year, month, date;
	int day = day_parse(doc_text(values, field->name));
	const char *names[] = {"_year", "_month", "_date"};
	const char *keys[] = {"value_year", "value_month", "value_date"};
	const char *parts[] = {"", "", ""};
	if (day != DAY_NONE) {
		day_split(day, &year, &month, &date);
		parts[0] = arena_text("%d", year), parts[1] = arena_text("%d", month), parts[2] = arena_text("%d", date);
	}
	for (int i = 0; i < 3; i++) {
		const char *typed = doc_text(values, arena_text("%s%s", field->name, names[i]));
		doc_set_text(shown, keys[i], *typed ? typed : parts[i]);
	}
}

static const char *value_shown(const struct field *field, const struct doc *values)
{
	const char *value = doc_text(values, field->name);
	if (field->kind == FIELD_MONEY && doc_is_number(doc_get(values, field->name)))
		return text_grouped(doc_int(values, field->name));
	if (field->kind == FIELD_PHONE && text_number(value) >= 0)
		return phone_words(value);
	if (field->kind == FIELD_CHECK)
		return doc_bool(values, field->name) ? "1" : "";
	if (field->kind == FIELD_PASSWORD || field->kind == FIELD_NEW_PASSWORD || field->kind == FIELD_CODE)
		return "";
	return value;
}

static struct doc *field_shown(const struct place *place, const struct field *field, const struct doc *values, const struct doc *errors);

static struct doc *row_shown(const struct place *place, const struct field *grid, const struct doc *row, const struct doc *errors, int number)
{
	struct place inside = place_row(place, grid, number);
	struct doc *shown = doc_object();
	struct doc *cells = doc_array();
	for (const struct field *column = grid->columns; column->name; column++)
		doc_push(cells, field_shown(&inside, column, row, errors));
	doc_set_int(shown, "number", number + 1);
	doc_set_int(shown, "index", number);
	doc_set_text(shown, "remove_name", arena_text("%s.%d", grid->name, number));
	return doc_set(shown, "cells", cells);
}

static void grid_total(const struct place *place, struct doc *shown, const struct field *grid, const struct doc *values)
{
	struct doc *totals = doc_array();
	int64_t sum = 0;
	for (struct doc *row = doc_first(doc_get(values, grid->name)); row; row = doc_next(row))
		sum += doc_int(row, grid->total);
	struct doc *total = doc_object();
	doc_set_text(total, "label_key", arena_text("%s_%s_total", place->form->name, grid->name));
	doc_set_int(total, "amount", sum);
	doc_set_text(total, "name", grid->total);
	doc_push(totals, total);
	doc_set(shown, "totals", totals);
}

static void grid_fields(const struct place *place, struct doc *shown, const struct field *grid, const struct doc *values, const struct doc *errors)
{
	struct doc *columns = doc_array();
	struct place inside = place_row(place, grid, 0);
	for (const struct field *column = grid->columns; column->name; column++) {
		struct doc *head = doc_object();
		doc_set_text(head, "name", column->name);
		doc_set_text(head, "label_key", field_key(&inside, column));
		doc_set_bool(head, "is_required", column->is_required);
		doc_push(columns, head);
	}
	struct doc *rows = doc_array();
	struct doc *typed = doc_get(values, grid->name);
	int number = 0;
	for (struct doc *row = doc_first(typed); row; row = doc_next(row))
		doc_push(rows, row_shown(place, grid, row, errors, number++));
	int least = grid->rows_least > 0 ? grid->rows_least : 1;
	while (number < least)
		doc_push(rows, row_shown(place, grid, NULL, errors, number++));
	doc_set(shown, "columns", columns);
	doc_set(shown, "rows", rows);
	doc_set_text(shown, "add_name", grid->name);
	doc_set(shown, "totals", doc_array());
	if (grid->total)
		grid_total(place, shown, grid, values);
}

static void field_flags(struct doc *shown, const struct field *field)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		doc_set_bool(shown, kinds[i].flag, false);
	doc_set_bool(shown, "is_static", false);
	doc_set_bool(shown, kinds[field->kind].flag, true);
	doc_set_text(shown, "input_type", kinds[field->kind].input_type);
	doc_set_text(shown, "inputmode", kinds[field->kind].input_mode);
	doc_set_text(shown, "width", kinds[field->kind].width);
	doc_set_text(shown, "autocomplete", field->autocomplete ? field->autocomplete : "");
	doc_set_bool(shown, "is_required", field->is_required);
	bool is_long = field->kind == FIELD_LINES || field->kind == FIELD_MARKDOWN;
	doc_set_int(shown, "max", is_long ? field_most(field) : 0);
	doc_set_int(shown, "rows", field_most(field) > 600 ? 8 : 4);
}

static struct doc *field_shown(const struct place *place, const struct field *field, const struct doc *values, const struct doc *errors)
{
	struct doc *shown = doc_object();
	const char *key = field_key(place, field);
	const char *name = field_html_name(place, field);
	const char *id = field_id(name);
	const char *hint = arena_text("%s_hint", key);
	const char *error = error_of(errors, name);
	field_flags(shown, field);
	doc_set_text(shown, "name", name);
	doc_set_text(shown, "id", id);
	doc_set_text(shown, "label_key", key);
	doc_set_text(shown, "hint_key", text_known(hint) ? hint : "");
	doc_set_bool(shown, "has_hint", text_known(hint));
	doc_set_text(shown, "error", error);
	doc_set_bool(shown, "has_error", *error != '\0');
	doc_set_text(shown, "described_by", text_trim(arena_text("%s%s %s%s", text_known(hint) ? id : "", text_known(hint) ? "-hint" : "",
	                                                         *error ? id : "", *error ? "-error" : "")));
	doc_set_text(shown, "value", value_shown(field, values));
	doc_set(shown, "choices", field_choices(place, field, values, id));
	if (field->kind == FIELD_DAY)
		day_fields(shown, field, values);
	if (field->kind == FIELD_GRID)
		grid_fields(place, shown, field, values, errors);
	return shown;
}

struct doc *form_fields(struct visit *visit, const struct form *form, const struct doc *values, const struct doc *errors)
{
	struct place place = {.visit = visit, .form = form, .prefix = ""};
	struct doc *fields = doc_array();
	for (const struct field *field = form->fields; field->name; field++)
		doc_push(fields, field_shown(&place, field, values, errors));
	return fields;
}
