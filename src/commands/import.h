/* What the kinds of files that kyodo import reads have in common. */
#ifndef COMMANDS_IMPORT_H
#define COMMANDS_IMPORT_H

#include "adapters/csv.h"
#include "adapters/db.h"

#include <stdbool.h>
#include <stdint.h>

struct import_count {
	int64_t added, changed, same, left_out, bad;
};

/* One reading of a file: the first only counts and names bad rows, the second writes. Lives outside the arena, which is reset while reading. */
struct import {
	struct db *db;
	const char *city;  /* of --city; NULL: every row */
	bool is_writing;
	bool has_header;   /* its columns were found */
	int columns[40];   /* their places, in the order of the kind's own table; -1: not in the file */
	struct import_count count;
};

/* Names a bad row and counts it: "line 12 法人番号: …". Always false. */
bool import_bad(struct import *import, int line, const char *column, const char *why);
/* The place of the column called `name` in a header row (widths, brackets, kana and spaces do not matter), -1 if it is not there. */
int import_column(const struct csv_record *header, const char *name);

/* One record of each kind of file: reads the header, then checks, counts and writes rows. */
void import_group(struct import *import, const struct csv_record *record);
void import_holiday(struct import *import, const struct csv_record *record);
/* Forgets which numbers were read: before each reading. */
void import_group_begin(void);

#endif
