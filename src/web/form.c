/* Names, keys, choices and errors of fields: what reading and showing have in common. */
#include "web/form_inside.h"

#include "base/arena.h"
#include "base/text.h"

enum { MOST_TEXT = 200, MOST_LINES = 2000, MOST_NUMBER = 1000000000 };

char *field_key(const struct place *place, const struct field *field)
{
	if (!*place->prefix)
		return arena_text("%s_%s", place->form->name, field->name);
	return arena_text("%s_%s_%s", place->form->name, text_piece(place->prefix, '.', 0), field->name);
}

char *field_html_name(const struct place *place, const struct field *field)
{
	return arena_text("%s%s", place->prefix, field->name);
}

char *field_id(const char *html_name)
{
	return arena_text("f_%s", text_replace(html_name, ".", "-"));
}

char *choice_key(const struct place *place, const struct field *field, const char *value)
{
	const char *prefix = field->choice_text ? field->choice_text : field_key(place, field);
	return arena_text("%s_%s", prefix, value);
}

static struct doc *choice_row(const struct place *place, const struct field *field, const char *value)
{
	struct doc *list = field->list ? field->list(place->visit) : NULL;
	for (struct doc *row = doc_first(list); row; row = doc_next(row))
		if (text_equal(doc_text(row, "value"), value))
			return row;
	return NULL;
}

const char *choice_label(const struct place *place, const struct field *field, const char *value)
{
	if (field->choices) {
		const char *key = choice_key(place, field, value);
		return text_known(key) ? text_of(place->visit->language, key) : value;
	}
	struct doc *row = choice_row(place, field, value);
	return row ? doc_text(row, "label") : value;
}

bool choice_exists(const struct place *place, const struct field *field, const char *value)
{
	return field->choices ? text_has_word(field->choices, value) : choice_row(place, field, value) != NULL;
}

int field_most(const struct field *field)
{
	if (field->most)
		return field->most;
	if (field->kind == FIELD_NUMBER || field->kind == FIELD_MONEY)
		return MOST_NUMBER;
	return field->kind == FIELD_LINES || field->kind == FIELD_MARKDOWN ? MOST_LINES : MOST_TEXT;
}

const struct field *form_field(const struct form *form, const char *name)
{
	for (const struct field *field = form->fields; field->name; field++)
		if (text_equal(field->name, name))
			return field;
	return NULL;
}

static void error_push(struct doc *errors, const char *anchor, const char *message)
{
	struct doc *error = doc_object();
	doc_set_text(error, "field", anchor);
	doc_set_text(error, "message", message);
	doc_set_text(error, "href", "");
	doc_push(errors, error);
}

void place_error(const struct place *place, struct doc *errors, const struct field *field, const char *text_key, struct doc *values)
{
	struct doc *all = values ? values : doc_object();
	const char *label = text_of(place->visit->language, field_key(place, field));
	if (*place->prefix) {
		struct doc *row = doc_set_int(doc_object(), "row", text_number(text_piece(place->prefix, '.', 1)) + 1);
		label = arena_text("%s: %s", text_filled(place->visit->language, "web_row", row), label);
	}
	doc_set_text(all, "label", label);
	const char *anchor = text_replace(field_html_name(place, field), ".", "-");
	error_push(errors, anchor, text_filled(place->visit->language, text_key, all));
}

void form_error(struct visit *visit, struct doc *errors, const struct form *form, const char *name, const char *text_key,
                const struct doc *values)
{
	struct place place = {.visit = visit, .form = form, .prefix = ""};
	const struct field *field = form_field(form, name);
	struct doc *copy = values ? doc_copy(values) : doc_object();
	if (field)
		place_error(&place, errors, field, text_key, copy);
	else
		error_push(errors, name, text_filled(visit->language, text_key, copy));
}

struct place place_row(const struct place *place, const struct field *grid, int row)
{
	struct place inside = *place;
	inside.prefix = arena_text("%s.%d.", grid->name, row);
	return inside;
}

bool row_is_empty(const struct doc *row, const struct field *columns)
{
	for (const struct field *column = columns; column->name; column++)
		if (doc_is_shown(doc_get(row, column->name)) && !text_empty(doc_text(row, column->name)))
			return false;
	return true;
}
