/* Values in words: summary lists, differences, plain text. */
#include "web/form_inside.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/input.h"
#include "base/text.h"

static enum clock_words words_of(const struct visit *visit)
{
	return visit->language == LANGUAGE_EN ? WORDS_EN : visit->language == LANGUAGE_EASY ? WORDS_EASY : WORDS_JA;
}

static char *field_words(const struct place *place, const struct field *field, const struct doc *values);

static char *checks_words(const struct place *place, const struct field *field, const struct doc *values)
{
	struct buffer words = {0};
	for (struct doc *one = doc_first(doc_get(values, field->name)); one; one = doc_next(one))
		buffer_addf(&words, "%s%s", words.length ? "\n" : "", choice_label(place, field, doc_value(one)));
	return arena_copy(buffer_text(&words));
}

static char *grid_words(const struct place *place, const struct field *grid, const struct doc *values)
{
	struct buffer words = {0};
	struct place inside = place_row(place, grid, 0);
	for (struct doc *row = doc_first(doc_get(values, grid->name)); row; row = doc_next(row)) {
		const char *between = words.length ? "\n" : "";
		for (const struct field *column = grid->columns; column->name; column++) {
			const char *cell = field_words(&inside, column, row);
			if (!*cell)
				continue;
			buffer_addf(&words, "%s%s", between, cell);
			between = "　";
		}
	}
	return arena_copy(buffer_text(&words));
}

static char *money_words(const struct visit *visit, const struct doc *values, const char *name)
{
	const char *grouped = text_grouped(doc_int(values, name));
	return visit->language == LANGUAGE_EN ? arena_text("¥%s", grouped) : arena_text("%s円", grouped);
}

static char *time_words(const struct visit *visit, const char *time)
{
	int hour, minute;
	return input_time(time, &hour, &minute) ? clock_time_words(hour, minute, words_of(visit)) : arena_copy(time);
}

static char *field_words(const struct place *place, const struct field *field, const struct doc *values)
{
	const char *value = doc_text(values, field->name);
	const struct visit *visit = place->visit;
	switch (field->kind) {
	case FIELD_CHECKS:
		return checks_words(place, field, values);
	case FIELD_GRID:
		return grid_words(place, field, values);
	case FIELD_CHECK:
		return arena_copy(doc_bool(values, field->name) ? text_of(visit->language, "web_yes") : "");
	case FIELD_RADIO:
	case FIELD_SELECT:
		return arena_copy(*value ? choice_label(place, field, value) : "");
	case FIELD_DAY:
		return day_parse(value) == DAY_NONE ? arena_copy("") : day_words(day_parse(value), words_of(visit));
	case FIELD_TIME:
		return *value ? time_words(visit, value) : arena_copy("");
	case FIELD_MONEY:
		return doc_is_number(doc_get(values, field->name)) ? money_words(visit, values, field->name) : arena_copy(value);
	case FIELD_NUMBER:
		return doc_is_number(doc_get(values, field->name)) ? text_grouped(doc_int(values, field->name)) : arena_copy(value);
	case FIELD_PHONE:
		return *value ? phone_words(value) : arena_copy("");
	case FIELD_PASSWORD:
	case FIELD_NEW_PASSWORD:
	case FIELD_CODE:
		return arena_copy("");
	default:
		return arena_copy(value);
	}
}

char *form_value_words(struct visit *visit, const struct form *form, const struct field *field, const struct doc *values)
{
	struct place place = {.visit = visit, .form = form, .prefix = ""};
	return field_words(&place, field, values);
}

/* A grid as a small table: heads and rows of words. */
static void grid_table(const struct place *place, struct doc *line, const struct field *grid, const struct doc *values)
{
	struct place inside = place_row(place, grid, 0);
	struct doc *heads = doc_array();
	for (const struct field *column = grid->columns; column->name; column++) {
		struct doc *head = doc_object();
		doc_set_text(head, "label_key", field_key(&inside, column));
		doc_set_bool(head, "is_amount", column->kind == FIELD_MONEY || column->kind == FIELD_NUMBER);
		doc_push(heads, head);
	}
	struct doc *rows = doc_array();
	for (struct doc *row = doc_first(doc_get(values, grid->name)); row; row = doc_next(row)) {
		struct doc *cells = doc_array();
		for (const struct field *column = grid->columns; column->name; column++) {
			struct doc *cell = doc_object();
			doc_set_text(cell, "label_key", field_key(&inside, column));
			doc_set_text(cell, "value", field_words(&inside, column, row));
			doc_set_bool(cell, "is_amount", column->kind == FIELD_MONEY || column->kind == FIELD_NUMBER);
			doc_push(cells, cell);
		}
		doc_push(rows, doc_set(doc_object(), "cells", cells));
	}
	doc_set(line, "heads", heads);
	doc_set(line, "rows", rows);
}

static struct doc *summary_line(const struct place *place, const struct field *field, const struct doc *values, const char *change_path)
{
	struct doc *line = doc_object();
	const char *words = field_words(place, field, values);
	bool is_markdown = field->kind == FIELD_MARKDOWN;
	doc_set_text(line, "name", field->name);
	doc_set_text(line, "label_key", field_key(place, field));
	doc_set_text(line, "value", words);
	doc_set_bool(line, "is_md", is_markdown && *words);
	doc_set_bool(line, "is_grid", field->kind == FIELD_GRID && *words);
	doc_set_bool(line, "is_lines", field->kind == FIELD_LINES || field->kind == FIELD_CHECKS);
	doc_set_text(line, "change_path", change_path ? arena_text("%s#%s", change_path, field_id(field->name)) : "");
	doc_set_text(line, "visibility_key", "");
	doc_set(line, "heads", doc_array());
	doc_set(line, "rows", doc_array());
	if (field->kind == FIELD_GRID)
		grid_table(place, line, field, values);
	return line;
}

struct doc *form_summary(struct visit *visit, const struct form *form, const struct doc *values, const char *change_path)
{
	struct place place = {.visit = visit, .form = form, .prefix = ""};
	struct doc *summary = doc_array();
	for (const struct field *field = form->fields; field->name; field++)
		if (field->kind != FIELD_HIDDEN && field->kind != FIELD_PASSWORD)
			doc_push(summary, summary_line(&place, field, values, change_path));
	return summary;
}

struct doc *form_changes(struct visit *visit, const struct form *form, const struct doc *before, const struct doc *after)
{
	struct place place = {.visit = visit, .form = form, .prefix = ""};
	struct doc *changes = doc_array();
	for (const struct field *field = form->fields; field->name; field++) {
		const char *old = field_words(&place, field, before);
		const char *new = field_words(&place, field, after);
		if (text_equal(old, new))
			continue;
		struct doc *change = doc_object();
		doc_set_text(change, "label_key", field_key(&place, field));
		doc_set_text(change, "before", old);
		doc_set_text(change, "after", new);
		doc_set_bool(change, "is_added", !*old);
		doc_set_bool(change, "is_removed", !*new);
		doc_push(changes, change);
	}
	return changes;
}
