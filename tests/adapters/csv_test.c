/* Tables in and out: encodings, line numbers, quotes, formulas, CP932. */
#include "support/test.h"

#include "adapters/csv.h"
#include "base/arena.h"
#include "base/buffer.h"

#include <string.h>

static bool record_note(const struct csv_record *record, void *context)
{
	struct buffer *notes = context;
	buffer_addf(notes, "%d:", record->line);
	for (size_t i = 0; i < record->count; i++)
		buffer_addf(notes, "[%s]", csv_field(record, i));
	assert_string_equal(csv_field(record, record->count), "");
	return strcmp(csv_field(record, 0), "stop") != 0;
}

static const char *bytes_read(const char *bytes, size_t length)
{
	static const char *const names[] = {"", " stopped", " utf16", " not text", " bad quote"};
	struct buffer notes = {0};
	int line = -1;
	enum csv_outcome outcome = csv_read(bytes, length, record_note, &notes, &line);
	buffer_addf(&notes, "%s", names[outcome]);
	if (line)
		buffer_addf(&notes, " in %d", line);
	return buffer_text(&notes);
}

static const char *read_text(const char *text)
{
	return bytes_read(text, strlen(text));
}

TEST(records_with_the_line_where_they_begin)
{
	assert_string_equal(read_text("名前,数\n日野,1\n"), "1:[名前][数]2:[日野][1]");
	assert_string_equal(read_text("a,b\r\nc,d"), "1:[a][b]2:[c][d]");
	assert_string_equal(read_text("a\rb\r"), "1:[a]2:[b]");
	assert_string_equal(read_text("\n\r\n  \na\n\n\nb\n"), "4:[a]7:[b]");
	assert_string_equal(read_text("\"x\ny\r\nz\",1\nnext\n"), "1:[x\ny\r\nz][1]4:[next]");
	assert_string_equal(read_text("a\n\"\n\n\"\nb"), "1:[a]2:[\n\n]5:[b]");
	assert_string_equal(read_text(""), "");
}

TEST(fields_as_spreadsheets_write_them)
{
	assert_string_equal(read_text("\"a\"\"b\",, c ,\" d \""), "1:[a\"b][][c][ d ]");
	assert_string_equal(read_text(",\n"), "1:[][]");
	assert_string_equal(read_text("\"\"\n"), "1:[]");
	char *wide = arena_alloc(1001);
	memset(wide, ',', 1000);
	assert_int_equal(strlen(read_text(wide)), 2 + 2 * 1001);
}

TEST(a_bad_quote_names_its_line)
{
	assert_string_equal(read_text("a\nb,\"c\nd\n"), "1:[a] bad quote in 2");
	assert_string_equal(read_text("a\n\"b\"c,1\nd\n"), "1:[a] bad quote in 2");
	assert_string_equal(read_text("a\n\"b\n\"c\nd\n"), "1:[a] bad quote in 3");
}

TEST(reading_stops_when_told)
{
	assert_string_equal(read_text("a\nstop\nb\n"), "1:[a]2:[stop] stopped");
	assert_string_equal(read_text("a\nstop"), "1:[a]2:[stop] stopped");
}

TEST(encodings_are_found)
{
	assert_string_equal(read_text("\xEF\xBB\xBF名前\n"), "1:[名前]");
	assert_string_equal(read_text("\x96\xBC\x91\x4F,\x87\x40,\xFB\xFC,\x81\x60,\xB1\n\x95\x5C\x8E\xA6\n"),
	                    "1:[名前][①][髙][～][ｱ]2:[表示]");
	assert_string_equal(bytes_read("\xFF\xFE"
	                               "a\0,\0",
	                               6),
	                    " utf16 in 1");
	assert_string_equal(bytes_read("\xFE\xFF\0a", 4), " utf16 in 1");
	assert_string_equal(bytes_read("a\nb\0c\n", 6), " not text in 2");
	assert_string_equal(read_text("\xEF\xBB\xBF"
	                              "a\nb\n\x96\xBC\n"),
	                    " not text in 3");
	assert_string_equal(read_text("a\n\x96\xBC\n\xFD\xFE\n"), " not text in 3");
	assert_string_equal(read_text("a\n\x96"), " not text in 2");
}

static bool arena_forget(const struct csv_record *record, void *context)
{
	arena_reset();
	*(size_t *)context += record->count;
	return true;
}

TEST(the_arena_may_be_reset_while_reading)
{
	size_t count = 0;
	assert_int_equal(csv_read("a,b\nc,d\n", 8, arena_forget, &count, NULL), CSV_WHOLE);
	assert_int_equal(count, 4);
}

TEST(cells_are_quoted_where_needed)
{
	assert_string_equal(csv_cell("日野"), "日野");
	assert_string_equal(csv_cell("a,b"), "\"a,b\"");
	assert_string_equal(csv_cell("a\"b"), "\"a\"\"b\"");
	assert_string_equal(csv_cell("a\r\nb"), "\"a\r\nb\"");
	assert_string_equal(csv_cell(" a"), "\" a\"");
	assert_string_equal(csv_cell(""), "");
	assert_string_equal(csv_cell(NULL), "");
}

TEST(formulas_are_defused)
{
	assert_string_equal(csv_cell("=1+1"), "'=1+1");
	assert_string_equal(csv_cell("+81 42"), "'+81 42");
	assert_string_equal(csv_cell("-2+3"), "'-2+3");
	assert_string_equal(csv_cell("@SUM(1,2)"), "\"'@SUM(1,2)\"");
	assert_string_equal(csv_cell("\t=1"), "'\t=1");
	assert_string_equal(csv_cell("\r=1"), "\"'\r=1\"");
	assert_string_equal(csv_cell("＝1+1"), "'＝1+1");
	assert_string_equal(csv_cell("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
	assert_string_equal(csv_cell("-5"), "-5");
	assert_string_equal(csv_cell("-1,200.5"), "\"-1,200.5\"");
	assert_string_equal(csv_cell("-5."), "'-5.");
	assert_string_equal(csv_cell("-,5"), "\"'-,5\"");
	assert_string_equal(csv_cell("-"), "-");
	assert_string_equal(csv_cell("1=2"), "1=2");
}

static const char *cp932(const char *text)
{
	size_t length = 0;
	const char *bytes = csv_to_cp932(text, strlen(text), &length);
	assert_int_equal(strlen(bytes), length);
	return bytes;
}

TEST(cp932_for_old_programs)
{
	assert_string_equal(cp932("名前,①髙"), "\x96\xBC\x91\x4F,\x87\x40\xFB\xFC");
	assert_string_equal(cp932("〜～"), "\x81\x60\x81\x60");
	assert_string_equal(cp932("a😀b𠮷c"), "a\x81\xAC"
	                                     "b\x81\xAC"
	                                     "c");
	assert_string_equal(cp932("か\u3099"), "\x82\xAA");
	assert_string_equal(cp932("葛\U000E0101☀\uFE0F\u00A0–"), "\x8A\x8B\x81\xAC -");
	assert_string_equal(cp932("😀😀"), "\x81\xAC\x81\xAC");
	assert_string_equal(cp932("\xFF!"), " !");
	assert_string_equal(cp932(""), "");
}

TEST(what_is_written_reads_the_same)
{
	const char *cell = csv_cell("「名前」,\"x\"\n表");
	assert_string_equal(read_text(cp932(arena_text("%s,2\r\n", cell))), "1:[「名前」,\"x\"\n表][2]");
}
