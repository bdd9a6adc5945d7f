/* Tables as people's spreadsheet programs read and write them (libcsv, iconv). Knows no column's meaning. */
#ifndef ADAPTERS_CSV_H
#define ADAPTERS_CSV_H

#include <stdbool.h>
#include <stddef.h>

/* Once a process, before the sandbox: opens the converters (iconv loads them from files). */
void csv_start(void);

/* A record: UTF-8 fields without the spaces around unquoted ones, and the line of the file where it begins (from 1).
 * Valid only during the call. */
struct csv_record {
	int line;
	size_t count;
	const char *const *fields;
};
/* The nth field (from 0), "" past the end. */
const char *csv_field(const struct csv_record *record, size_t nth);

enum csv_outcome {
	CSV_WHOLE,    /* read to its end */
	CSV_STOPPED,  /* `each` wanted no more */
	CSV_UTF16,    /* saved as "Unicode text": to be saved anew as CSV (UTF-8) */
	CSV_NOT_TEXT, /* neither UTF-8 nor CP932: `line` tells where */
	CSV_BAD_QUOTE /* a quote inside a quoted field not doubled, or never closed: `line` tells where */
};

/* Calls `each` for every record that is not blank (header rows too); false from it stops. UTF-8 with or without BOM,
 * else CP932 (Shift_JIS with ①髙～). Records before a fault have been told. `line` (may be NULL) gets the fault's line, 0 without one.
 * Keeps nothing in the arena: `each` may reset it. */
enum csv_outcome csv_read(const char *bytes, size_t length, bool (*each)(const struct csv_record *record, void *context),
                          void *context, int *line);

/* One cell for writing (RFC 4180: quoted where needed), in the arena. What a spreadsheet would run as a formula (it begins with
 * = + - @ or their wide forms, a tab or a carriage return) gets an apostrophe in front; negative numbers and single characters are left. */
char *csv_cell(const char *text);

/* `text` (UTF-8) as CP932 bytes in the arena, NUL behind; what CP932 lacks becomes its nearest form or 〓. */
char *csv_to_cp932(const char *text, size_t length, size_t *out_length);

#endif
