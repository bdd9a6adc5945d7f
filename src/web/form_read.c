/* Reads what was typed, tolerantly, into values. What cannot be understood is kept as typed, with an error. */
#include "web/form_inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/input.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_MOST = 100 };

static const struct pairs *typed_pairs(const struct visit *visit)
{
	return visit->request->method == METHOD_POST ? &visit->request->fields : &visit->request->parameters;
}

static const char *typed(const struct place *place, const char *name)
{
	const char *value = pairs_value(typed_pairs(place->visit), name);
	return text_trim(value ? value : "");
}

static void text_read(const struct place *place, const struct field *field, struct doc *values, struct doc *errors)
{
	const char *text = typed(place, field_html_name(place, field));
	char *understood = NULL;
	const char *error = NULL;
	if (field->kind == FIELD_KANA)
		text = input_kana(text);
	else if (field->kind == FIELD_TEXT)
		text = input_name(text_replace(text, "\n", " "));
	else if (*text && field->kind == FIELD_EMAIL)
		error = input_email(text, &understood) ? NULL : "web_error_email";
	else if (*text && field->kind == FIELD_PHONE)
		error = input_phone(text, &understood) ? NULL : "web_error_phone";
	else if (*text && field->kind == FIELD_POSTAL)
		error = input_postal(text, &understood) ? NULL : "web_error_postal";
	else if (*text && field->kind == FIELD_URL)
		error = input_url(text, &understood) ? NULL : "web_error_url";
	else if (*text && field->kind == FIELD_LEGAL_NUMBER)
		error = input_legal_number(text, &understood) ? NULL : "web_error_legal_number";
	doc_set_text(values, field->name, understood && !error ? understood : text);
	if (error)
		place_error(place, errors, field, error, NULL);
}

/* Passwords are taken as they are: not trimmed, not folded. */
static void password_read(const struct place *place, const struct field *field, struct doc *values)
{
	const char *value = pairs_value(typed_pairs(place->visit), field_html_name(place, field));
	doc_set_text(values, field->name, value);
}

static void code_read(const struct place *place, const struct field *field, struct doc *values)
{
	long long number;
	const char *text = typed(place, field_html_name(place, field));
	bool is_number = input_number(text, &number) && number >= 0 && number <= 999999;
	doc_set_text(values, field->name, is_number ? arena_text("%06lld", number) : text);
}

static void number_read(const struct place *place, const struct field *field, struct doc *values, struct doc *errors)
{
	const char *text = typed(place, field_html_name(place, field));
	long long number;
	if (!*text) {
		doc_set_text(values, field->name, "");
	} else if (input_number(text, &number)) {
		doc_set_int(values, field->name, number);
	} else {
		doc_set_text(values, field->name, text);
		place_error(place, errors, field, "web_error_number", NULL);
	}
}

static void day_read(const struct place *place, const struct field *field, struct doc *values, struct doc *errors)
{
	const char *name = field_html_name(place, field);
	const char *year = typed(place, arena_text("%s_year", name));
	const char *month = typed(place, arena_text("%s_month", name));
	const char *date = typed(place, arena_text("%s_date", name));
	int day = DAY_NONE;
	bool is_empty = !*year && !*month && !*date;
	if (is_empty && *typed(place, name))
		input_day_text(typed(place, name), &day);
	else if (!is_empty)
		input_day(year, month, date, &day);
	doc_set_text(values, field->name, day_iso(day));
	if (is_empty || day != DAY_NONE)
		return;
	doc_set_text(values, arena_text("%s_year", field->name), year);
	doc_set_text(values, arena_text("%s_month", field->name), month);
	doc_set_text(values, arena_text("%s_date", field->name), date);
	place_error(place, errors, field, "web_error_day", NULL);
}

static void time_read(const struct place *place, const struct field *field, struct doc *values, struct doc *errors)
{
	const char *text = typed(place, field_html_name(place, field));
	int hour, minute;
	bool is_time = input_time(text, &hour, &minute);
	doc_set_text(values, field->name, is_time ? arena_text("%02d:%02d", hour, minute) : text);
	if (*text && !is_time)
		place_error(place, errors, field, "web_error_time", NULL);
}

/* A page writes the name of many boxes with brackets behind it; scripts may leave them away. */
static bool is_box_of(const char *typed_name, const char *name)
{
	return text_equal(typed_name, name) || text_equal(typed_name, arena_text("%s[]", name));
}

static void checks_read(const struct place *place, const struct field *field, struct doc *values)
{
	const char *name = field_html_name(place, field);
	const struct pairs *pairs = typed_pairs(place->visit);
	struct doc *chosen = doc_array();
	for (size_t i = 0; i < pairs->count; i++)
		if (is_box_of(pairs->list[i].name, name) && *pairs->list[i].value && doc_count(chosen) < ROWS_MOST)
			doc_push_text(chosen, pairs->list[i].value);
	doc_set(values, field->name, chosen);
}

static void field_read(const struct place *place, const struct field *field, struct doc *values, struct doc *errors);

/* The highest row number typed for a grid, -1 for none. */
static int grid_last(const struct place *place, const struct field *grid)
{
	const struct pairs *pairs = typed_pairs(place->visit);
	const char *start = arena_text("%s.", grid->name);
	long long last = -1;
	for (size_t i = 0; i < pairs->count; i++) {
		if (!text_starts(pairs->list[i].name, start))
			continue;
		const char *piece = text_piece(pairs->list[i].name + strlen(start), '.', 0);
		long long row = piece ? text_number(piece) : -1;
		if (row > last && row < ROWS_MOST)
			last = row;
	}
	return (int)last;
}

/* Rows left wholly empty are dropped; an error names the row's number as it will be shown again. */
static void grid_read(const struct place *place, const struct field *grid, struct doc *values, struct doc *errors)
{
	struct doc *rows = doc_array();
	int last = grid_last(place, grid);
	for (int number = 0; number <= last; number++) {
		struct place typed_at = place_row(place, grid, number);
		struct doc *row = doc_object();
		struct doc *ignored = doc_array();
		for (const struct field *column = grid->columns; column->name; column++)
			field_read(&typed_at, column, row, ignored);
		if (row_is_empty(row, grid->columns))
			continue;
		for (struct doc *error = doc_first(ignored); error; error = doc_next(error)) {
			struct doc *moved = doc_copy(error);
			const char *from = arena_text("%s-%d-", grid->name, number);
			const char *to = arena_text("%s-%d-", grid->name, doc_count(rows));
			doc_set_text(moved, "field", text_replace(doc_text(moved, "field"), from, to));
			doc_push(errors, moved);
		}
		doc_push(rows, row);
	}
	doc_set(values, grid->name, rows);
}

static void field_read(const struct place *place, const struct field *field, struct doc *values, struct doc *errors)
{
	switch (field->kind) {
	case FIELD_PASSWORD:
	case FIELD_NEW_PASSWORD:
		password_read(place, field, values);
		break;
	case FIELD_CODE:
		code_read(place, field, values);
		break;
	case FIELD_NUMBER:
	case FIELD_MONEY:
		number_read(place, field, values, errors);
		break;
	case FIELD_DAY:
		day_read(place, field, values, errors);
		break;
	case FIELD_TIME:
		time_read(place, field, values, errors);
		break;
	case FIELD_CHECKS:
		checks_read(place, field, values);
		break;
	case FIELD_CHECK:
		doc_set_int(values, field->name, *typed(place, field_html_name(place, field)) != '\0');
		break;
	case FIELD_GRID:
		grid_read(place, field, values, errors);
		break;
	default:
		text_read(place, field, values, errors);
	}
}

struct doc *form_read_draft(struct visit *visit, const struct form *form, struct doc *errors)
{
	struct place place = {.visit = visit, .form = form, .prefix = "", .is_draft = true};
	struct doc *values = doc_object();
	for (const struct field *field = form->fields; field->name; field++)
		field_read(&place, field, values, errors);
	return values;
}

static void row_remove(struct doc *values, const char *grid, int at)
{
	struct doc *kept = doc_array();
	int number = 0;
	for (struct doc *row = doc_first(doc_get(values, grid)); row; row = doc_next(row), number++)
		if (number != at)
			doc_push(kept, doc_copy(row));
	doc_set(values, grid, kept);
}

bool form_rows_changed(struct visit *visit, const struct form *form, struct doc *values)
{
	const char *add = visit_field(visit, "_add");
	const char *remove = visit_field(visit, "_remove");
	const char *grid = *add ? add : text_piece(remove, '.', 0);
	const struct field *field = grid && *grid ? form_field(form, grid) : NULL;
	if (!field || field->kind != FIELD_GRID)
		return *visit_field(visit, "_again") != '\0';
	if (*add)
		doc_push(doc_get(values, grid), doc_object());
	else if (text_piece(remove, '.', 1))
		row_remove(values, grid, (int)text_number(text_piece(remove, '.', 1)));
	return true;
}
