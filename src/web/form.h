/* Forms as data: what may be typed, read once, checked, and shown again with everything that was typed.
 *
 * Texts by convention: the label of field "name" of form "group" is the text key group_name, its hint group_name_hint (if such a key exists),
 * a choice's label group_name_<value> unless the field names another prefix. Values are kept in a document: field → text, number (NUMBER, MONEY),
 * array of texts (CHECKS) or array of objects (GRID); a day as ISO text, a time "HH:MM", a checked box 1. */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include "web/visit.h"

enum field_kind {
	FIELD_TEXT, FIELD_LINES, FIELD_MARKDOWN, FIELD_KANA, FIELD_EMAIL, FIELD_PASSWORD, FIELD_NEW_PASSWORD, FIELD_CODE, FIELD_PHONE, FIELD_POSTAL, FIELD_URL,
	FIELD_LEGAL_NUMBER, FIELD_NUMBER, FIELD_MONEY, FIELD_DAY, FIELD_TIME, FIELD_RADIO, FIELD_SELECT, FIELD_CHECKS, FIELD_CHECK,
	FIELD_HIDDEN, FIELD_GRID,
};

struct visit;

struct field {
	const char *name;
	enum field_kind kind;
	bool is_required;
	int most;                 /* characters; for NUMBER and MONEY the largest value; 0: 200 characters, 1,000,000,000 */
	int least;                /* NUMBER, MONEY: smallest value */
	const char *choices;      /* RADIO, SELECT, CHECKS: space-separated values; NULL: from `list` */
	const char *choice_text;  /* prefix of the choices' text keys ("field" → field_7); NULL: <form>_<name> */
	/* Choices from the store: array of {value, label}. */
	struct doc *(*list)(struct visit *visit);
	const struct field *columns; /* GRID: ended by a NULL name */
	int rows_least;           /* GRID */
	const char *total;        /* GRID: the MONEY column that is summed below it; NULL none */
	const char *autocomplete; /* HTML's token, NULL none */
};

struct form {
	const char *name;           /* prefix of its text keys */
	const struct field *fields; /* ended by a NULL name */
	/* What concerns several fields; adds errors. May be NULL. */
	void (*check)(struct visit *visit, const struct doc *values, struct doc *errors);
};

#define FORM(n, f) {.name = (n), .fields = (f)}

/* Reads the body (or, for search forms, the query) by the form's table: values as described above; what cannot be understood is kept as it was
 * typed under its name, with an error. `errors` is an array of {field (html name with - for ., "" for the whole form), message, href ("" or where to correct it)}. */
struct doc *form_read(struct visit *visit, const struct form *form, struct doc *errors);
/* The same without requiring anything (drafts): only what cannot be understood at all is an error. */
struct doc *form_read_draft(struct visit *visit, const struct form *form, struct doc *errors);
/* After signing in again, a form is shown filled and not submitted (field _resume): adds the error that says so. form_read does it by itself. */
void form_resumed(struct visit *visit, struct doc *errors);
/* Checks stored values as on submit (required, limits, cross-checks). */
void form_check(struct visit *visit, const struct form *form, const struct doc *values, struct doc *errors);
/* Adds an error at a field: text key with {label}, {max}, {now} … of `values` (may be NULL); field "" for the whole form. */
void form_error(struct visit *visit, struct doc *errors, const struct form *form, const char *field, const char *text_key,
                const struct doc *values);

/* The `fields` document of templates/parts/fields.html, with values and errors. */
struct doc *form_fields(struct visit *visit, const struct form *form, const struct doc *values, const struct doc *errors);
/* The values as a summary list (templates/parts/summary.html): {label_key, value…}; `change_path` NULL for none. Empty fields say 未入力. */
struct doc *form_summary(struct visit *visit, const struct form *form, const struct doc *values, const char *change_path);
/* What differs between two values (templates/parts/diff.html). */
struct doc *form_changes(struct visit *visit, const struct form *form, const struct doc *before, const struct doc *after);
/* A field's value in words, plain text (choices as labels, days and money formatted, grids a line a row). */
char *form_value_words(struct visit *visit, const struct form *form, const struct field *field, const struct doc *values);
/* Handles _add and _remove (grid rows without script): true when one was pressed; the page is then shown again. */
bool form_rows_changed(struct visit *visit, const struct form *form, struct doc *values);

#endif
