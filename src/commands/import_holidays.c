/* The Cabinet Office's file of national holidays (国民の祝日・休日月日, 国民の祝日・休日名称): closed days with their names. Days of past fiscal
 * years and days on which the city decided to open are left as they are. */
#include "commands/import.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/input.h"
#include "base/text.h"
#include "workflow/setting.h"

enum column { DAY, NAME };

static const char *const names[] = {[DAY] = "国民の祝日・休日月日", [NAME] = "国民の祝日・休日名称"};
enum { NAME_MOST = 60 };

static void header_read(struct import *import, const struct csv_record *record)
{
	import->columns[DAY] = import_column(record, names[DAY]);
	import->columns[NAME] = import_column(record, names[NAME]);
	import->has_header = import->columns[DAY] >= 0 && import->columns[NAME] >= 0;
}

/* What the city's table holds of the day: {day_on, is_open, name}; NULL if nothing. */
static struct doc *open_day(struct db *db, int day)
{
	struct doc *rows = open_day_list(db);
	const char *wanted = day_iso(day);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (text_equal(doc_text(row, "day_on"), wanted))
			return row;
	return NULL;
}

static void holiday_write(struct import *import, int day, const char *name)
{
	struct doc *known = open_day(import->db, day);
	if (doc_bool(known, "is_open")) {
		import->count.left_out++;
		return;
	}
	bool is_same = known && text_equal(doc_text(known, "name"), name);
	import->count.same += is_same;
	import->count.added += !known;
	import->count.changed += known && !is_same;
	if (import->is_writing && !is_same)
		open_day_update(import->db, day, false, name);
}

void import_holiday(struct import *import, const struct csv_record *record)
{
	if (!import->has_header) {
		header_read(import, record);
		return;
	}
	const char *typed = text_trim(csv_field(record, (size_t)import->columns[DAY]));
	const char *name = text_trim(csv_field(record, (size_t)import->columns[NAME]));
	int day = DAY_NONE;
	if (!input_day_text(typed, &day))
		import_bad(import, record->line, names[DAY], arena_text("%s is no day like 2027/1/1", *typed ? text_cut(typed, 20) : "nothing"));
	else if (text_empty(name) || text_length(name) > NAME_MOST)
		import_bad(import, record->line, names[NAME], text_empty(name) ? "is missing" : "is longer than 60 characters");
	else if (day_fiscal_year(day) < day_fiscal_year(day_today()))
		import->count.left_out++;
	else
		holiday_write(import, day, name);
}
