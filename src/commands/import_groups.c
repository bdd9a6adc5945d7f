/* The Cabinet Office's file of NPO corporations (行政入力情報, 60 columns): every corporation with an address that was not dissolved is listed as
 * 掲載のみ. https://www.npo-homepage.go.jp/npoportal/download/all describes the columns. */
#include "commands/import.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/input.h"
#include "base/text.h"
#include "features/groups/groups.h"

#include <string.h>

enum column { NAME, KANA, AUTHORITY, OFFICE, FOUNDED, AIMS, GONE, NUMBER, FIELD_1, FIELDS = 20, COLUMNS = FIELD_1 + FIELDS };

static const char *const names[] = {
	[NAME] = "法人名称", [KANA] = "法人名称カナ", [AUTHORITY] = "所轄庁", [OFFICE] = "主たる事務所の所在地",
	[FOUNDED] = "設立年月日", [AIMS] = "定款に記載された目的", [GONE] = "解散情報", [NUMBER] = "法人番号",
};

enum { NAME_MOST = 200, KANA_MOST = 300, AIMS_MOST = 4000, OFFICE_MOST = 300, SLOTS = 1 << 18 };

/* Which numbers were read, and where: open addressing. A table that is full asks no more. */
static struct {
	int64_t numbers[SLOTS];
	int lines[SLOTS];
	int count;
} seen;

void import_group_begin(void)
{
	memset(&seen, 0, sizeof seen);
}

/* The line where the number stood before; 0 if this is its first. */
static int line_before(const char *legal_number, int line)
{
	int64_t number = text_number(legal_number);
	size_t slot = (size_t)((uint64_t)number * 2654435761U % SLOTS);
	if (seen.count > SLOTS / 2)
		return 0;
	while (seen.numbers[slot] && seen.numbers[slot] != number)
		slot = (slot + 1) % SLOTS;
	if (seen.numbers[slot])
		return seen.lines[slot];
	seen.numbers[slot] = number;
	seen.lines[slot] = line;
	seen.count++;
	return 0;
}

static void header_read(struct import *import, const struct csv_record *record)
{
	for (int i = 0; i < FIELD_1; i++)
		import->columns[i] = import_column(record, names[i]);
	for (int i = 0; i < FIELDS; i++)
		import->columns[FIELD_1 + i] = import_column(record, arena_text("活動分野%d", i + 1));
	import->has_header = import->columns[NAME] >= 0 && import->columns[NUMBER] >= 0 && import->columns[OFFICE] >= 0;
}

static const char *cell(const struct import *import, const struct csv_record *record, int column)
{
	int place = import->columns[column];
	return place < 0 ? "" : text_trim(csv_field(record, (size_t)place));
}

static bool flag_read(const char *flag, bool *is_set)
{
	static const char *const yes[] = {"○", "◯", "〇", "●", "1", "１"};
	*is_set = false;
	if (text_empty(flag) || text_equal(flag, "-") || text_equal(flag, "－") || text_equal(flag, "0") || text_equal(flag, "×"))
		return true;
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (text_equal(flag, yes[i]))
			*is_set = true;
	return *is_set;
}

/* The twenty flags as the numbers of the fields. */
static bool fields_read(struct import *import, const struct csv_record *record, struct doc *facts)
{
	struct doc *fields = doc_array();
	for (int i = 0; i < FIELDS; i++) {
		bool is_set;
		if (!flag_read(cell(import, record, FIELD_1 + i), &is_set))
			return import_bad(import, record->line, arena_text("活動分野%d", i + 1), "is neither ○ nor empty");
		if (is_set)
			doc_push_text(fields, arena_text("%d", i + 1));
	}
	doc_set(facts, "fields", fields);
	return true;
}

static bool number_read(struct import *import, const struct csv_record *record, struct doc *facts)
{
	const char *typed = cell(import, record, NUMBER);
	char *number = NULL;
	if (text_empty(typed))
		return import_bad(import, record->line, names[NUMBER], "is missing");
	if (!input_legal_number(typed, &number))
		return import_bad(import, record->line, names[NUMBER], arena_text("%s is not 13 digits with a right check digit", text_cut(typed, 20)));
	int before = line_before(number, record->line);
	if (before)
		return import_bad(import, record->line, names[NUMBER], arena_text("%s stands in line %d already", number, before));
	doc_set_text(facts, "legal_number", number);
	return true;
}

static bool text_read(struct import *import, const struct csv_record *record, int column, size_t most)
{
	if (text_length(cell(import, record, column)) <= most)
		return true;
	return import_bad(import, record->line, names[column], arena_text("is longer than %zu characters", most));
}

static bool texts_read(struct import *import, const struct csv_record *record, struct doc *facts)
{
	if (text_empty(cell(import, record, NAME)))
		return import_bad(import, record->line, names[NAME], "is missing");
	if (!text_read(import, record, NAME, NAME_MOST) || !text_read(import, record, KANA, KANA_MOST) ||
	    !text_read(import, record, AIMS, AIMS_MOST) || !text_read(import, record, OFFICE, OFFICE_MOST))
		return false;
	doc_set_text(facts, "name", input_name(cell(import, record, NAME)));
	doc_set_text(facts, "kana", input_kana(cell(import, record, KANA)));
	doc_set_text(facts, "aims", cell(import, record, AIMS));
	doc_set_text(facts, "office", cell(import, record, OFFICE));
	return true;
}

static bool day_read(struct import *import, const struct csv_record *record, struct doc *facts)
{
	const char *typed = cell(import, record, FOUNDED);
	int day = DAY_NONE;
	if (!text_empty(typed) && !input_day_text(typed, &day))
		return import_bad(import, record->line, names[FOUNDED], arena_text("%s is no day like 2015/04/01", text_cut(typed, 20)));
	doc_set_text(facts, "founded_on", day_iso(day));
	return true;
}

static void count_raise(struct import_count *count, enum listing listing)
{
	count->added += listing == LISTING_ADDED;
	count->changed += listing == LISTING_CHANGED;
	count->same += listing == LISTING_SAME;
	count->left_out += listing == LISTING_LEFT_OUT;
}

/* A dissolved corporation matters only when it is listed here. */
static void row_gone(struct import *import, const struct csv_record *record)
{
	char *number = NULL;
	struct doc *facts = doc_object();
	if (input_legal_number(cell(import, record, NUMBER), &number))
		doc_set_text(facts, "legal_number", number);
	bool is_known = number && listing_find(import->db, facts, true) == LISTING_CHANGED;
	if (is_known && import->is_writing)
		listing_write(import->db, facts, true);
	count_raise(&import->count, is_known ? LISTING_CHANGED : LISTING_LEFT_OUT);
}

static bool is_left_out(const struct import *import, const struct csv_record *record)
{
	const char *office = cell(import, record, OFFICE);
	const char *authority = cell(import, record, AUTHORITY);
	if (text_empty(office))
		return true;
	return import->city && !strstr(office, import->city) && !strstr(authority, import->city);
}

void import_group(struct import *import, const struct csv_record *record)
{
	if (!import->has_header) {
		header_read(import, record);
		return;
	}
	if (!text_empty(cell(import, record, GONE))) {
		row_gone(import, record);
		return;
	}
	if (is_left_out(import, record)) {
		import->count.left_out++;
		return;
	}
	struct doc *facts = doc_object();
	if (!texts_read(import, record, facts) || !number_read(import, record, facts) || !day_read(import, record, facts) ||
	    !fields_read(import, record, facts))
		return;
	count_raise(&import->count, import->is_writing ? listing_write(import->db, facts, false) : listing_find(import->db, facts, false));
}
