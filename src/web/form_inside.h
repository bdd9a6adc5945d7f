/* What the form's files share among themselves. */
#ifndef WEB_FORM_INSIDE_H
#define WEB_FORM_INSIDE_H

#include "web/form.h"

/* Where a field stands: prefix "" for the form itself, "budget.0." in a grid's row. */
struct place {
	struct visit *visit;
	const struct form *form;
	const char *prefix; /* of HTML names */
	bool is_draft;      /* nothing is required */
};

/* The text key of a field: <form>_<name>; a grid's column: <form>_<grid>_<name>. */
char *field_key(const struct place *place, const struct field *field);
/* "f_budget-0-item" */
char *field_id(const char *html_name);
char *field_html_name(const struct place *place, const struct field *field);
/* The text key of a choice. */
char *choice_key(const struct place *place, const struct field *field, const char *value);
/* The plain label of a choice, from texts or from the store's list; the value itself if there is none. */
const char *choice_label(const struct place *place, const struct field *field, const char *value);
bool choice_exists(const struct place *place, const struct field *field, const char *value);

/* Adds an error at the field: the text with {label} and `values`. */
void place_error(const struct place *place, struct doc *errors, const struct field *field, const char *text_key, struct doc *values);
/* The place of the nth row of a grid. */
struct place place_row(const struct place *place, const struct field *grid, int row);
/* Whether every value of a row is empty. */
bool row_is_empty(const struct doc *row, const struct field *columns);
const struct field *form_field(const struct form *form, const char *name);
int field_most(const struct field *field);

#endif
