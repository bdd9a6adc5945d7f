/* Reading: the encoding is found first, then libcsv gets the text line by line, so that the line of each record is known.
 * Writing: cells and CP932. */
#include "adapters/csv.h"

#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"

#include <csv.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

static iconv_t from_cp932;
static iconv_t to_cp932;
static bool is_started;

/* What is being read: the text in UTF-8, and how it went. */
struct source {
	const char *text;
	size_t length;
	char *owned; /* malloc'd, NUL-terminated */
	int line;
	enum csv_outcome outcome;
};

/* The record being read; its memory is used again for the next. */
struct reading {
	bool (*each)(const struct csv_record *record, void *context);
	void *context;
	char *text;
	size_t length, room;
	size_t *starts;
	const char **fields;
	size_t count, most;
	int line; /* where the record began; 0: not yet */
	bool is_stopped;
};

void csv_start(void)
{
	if (is_started)
		return;
	from_cp932 = iconv_open("UTF-8", "CP932");
	to_cp932 = iconv_open("CP932", "UTF-8");
	is_started = from_cp932 != (iconv_t)-1 && to_cp932 != (iconv_t)-1;
	if (is_started)
		return;
	log_line("error", "csv: iconv has no CP932");
	abort();
}

static void *memory_grow(void *memory, size_t size)
{
	void *grown = realloc(memory, size);
	if (!grown)
		abort();
	return grown;
}

const char *csv_field(const struct csv_record *record, size_t nth)
{
	return nth < record->count ? record->fields[nth] : "";
}

/* Finding the encoding */

static int lines_before(const char *text, const char *end)
{
	int lines = 1;
	for (; text < end; text++)
		lines += *text == '\n';
	return lines;
}

static size_t line_length(const char *text, size_t length)
{
	size_t at = strcspn(text, "\r\n");
	if (at >= length)
		return length;
	if (text[at] == '\r' && at + 1 < length && text[at + 1] == '\n')
		at++;
	return at + 1;
}

static int utf8_bad_line(const char *text, size_t length)
{
	int line = 1;
	for (const char *end = memchr(text, '\n', length); end && text_is_utf8(text, (size_t)(end - text)); line++) {
		length -= (size_t)(end + 1 - text);
		text = end + 1;
		end = memchr(text, '\n', length);
	}
	return line;
}

static bool has_utf16_mark(const char *bytes, size_t length)
{
	return length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

/* A half-width kana of one byte becomes three: no character grows more. */
static void source_convert(struct source *source, const char *bytes, size_t length)
{
	char *in = (char *)bytes;
	size_t room = length * 3;
	char *out = source->owned = memory_grow(NULL, room + 1);
	iconv(from_cp932, NULL, NULL, NULL, NULL);
	size_t left = length;
	bool is_text = iconv(from_cp932, &in, &left, &out, &room) != (size_t)-1;
	*out = '\0';
	source->text = source->owned;
	source->length = (size_t)(out - source->owned);
	source->outcome = is_text ? CSV_WHOLE : CSV_NOT_TEXT;
	source->line = is_text ? 0 : lines_before(bytes, in);
}

static struct source source_refused(enum csv_outcome outcome, int line)
{
	return (struct source){.text = "", .outcome = outcome, .line = line};
}

/* libcsv needs no NUL behind the text, line_length does: the caller's bytes are copied. */
static void source_copy(struct source *source, const char *bytes, size_t length)
{
	source->owned = memory_grow(NULL, length + 1);
	memcpy(source->owned, bytes, length);
	source->owned[length] = '\0';
	source->text = source->owned;
	source->length = length;
}

static struct source source_open(const char *bytes, size_t length)
{
	struct source source = {.text = "", .outcome = CSV_WHOLE};
	bool has_mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
	const char *text = has_mark ? bytes + 3 : bytes;
	size_t rest = has_mark ? length - 3 : length;
	const char *nul = memchr(bytes, '\0', length);
	if (has_utf16_mark(bytes, length))
		return source_refused(CSV_UTF16, 1);
	if (nul)
		return source_refused(CSV_NOT_TEXT, lines_before(bytes, nul));
	if (text_is_utf8(text, rest))
		source_copy(&source, text, rest);
	else if (has_mark)
		return source_refused(CSV_NOT_TEXT, utf8_bad_line(text, rest));
	else
		source_convert(&source, text, rest);
	return source;
}

/* Reading records */

static void fields_grow(struct reading *reading)
{
	reading->most = reading->most ? reading->most * 2 : 64;
	reading->starts = memory_grow(reading->starts, reading->most * sizeof *reading->starts);
	reading->fields = memory_grow(reading->fields, reading->most * sizeof *reading->fields);
}

static void field_end(void *text, size_t length, void *context)
{
	struct reading *reading = context;
	if (reading->count == reading->most)
		fields_grow(reading);
	if (reading->length + length + 1 > reading->room) {
		reading->room = (reading->length + length + 1) * 2;
		reading->text = memory_grow(reading->text, reading->room);
	}
	reading->starts[reading->count++] = reading->length;
	if (length)
		memcpy(reading->text + reading->length, text, length);
	reading->length += length;
	reading->text[reading->length++] = '\0';
}

static void record_end(int terminator, void *context)
{
	(void)terminator;
	struct reading *reading = context;
	for (size_t i = 0; i < reading->count; i++)
		reading->fields[i] = reading->text + reading->starts[i];
	struct csv_record record = {reading->line, reading->count, reading->fields};
	if (!reading->is_stopped && record.count)
		reading->is_stopped = !reading->each(&record, reading->context);
	reading->count = reading->length = 0;
	reading->line = 0;
}

static bool line_is_blank(const char *text, size_t length)
{
	return strspn(text, " \t\r\n") >= length;
}

/* Feeds line after line; the outcome and the fault's line stand in the source. */
static void source_parse(struct source *source, struct csv_parser *parser, struct reading *reading)
{
	int line = 0;
	const char *at = source->text;
	for (size_t left = source->length, length; left && !reading->is_stopped; at += length, left -= length) {
		length = line_length(at, left);
		line++;
		if (!reading->line && !line_is_blank(at, length))
			reading->line = line;
		if (csv_parse(parser, at, length, field_end, record_end, reading) == length)
			continue;
		source->outcome = CSV_BAD_QUOTE;
		source->line = line;
		return;
	}
	int begun = reading->line;
	if (!reading->is_stopped && csv_fini(parser, field_end, record_end, reading) != 0) {
		source->outcome = CSV_BAD_QUOTE;
		source->line = begun;
	} else if (reading->is_stopped) {
		source->outcome = CSV_STOPPED;
	}
}

static void source_read(struct source *source, struct reading *reading)
{
	struct csv_parser parser;
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	source_parse(source, &parser, reading);
	csv_free(&parser);
	free(reading->text);
	free(reading->starts);
	free(reading->fields);
}

enum csv_outcome csv_read(const char *bytes, size_t length, bool (*each)(const struct csv_record *record, void *context),
                          void *context, int *line)
{
	csv_start();
	struct source source = source_open(bytes, length);
	struct reading reading = {.each = each, .context = context};
	if (source.outcome == CSV_WHOLE)
		source_read(&source, &reading);
	free(source.owned);
	if (line)
		*line = source.line;
	return source.outcome;
}

/* Writing */

/* -5, -1,200 and -0.5 are values, not formulas. */
static bool is_negative_number(const char *text)
{
	size_t digits = strspn(text + 1, "0123456789,");
	const char *rest = text + 1 + digits;
	if (*text != '-' || !digits || text[1] == ',')
		return false;
	return !*rest || (*rest == '.' && rest[1] && !rest[1 + strspn(rest + 1, "0123456789")]);
}

static bool is_formula(const char *text)
{
	static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (strncmp(text, starts[i], strlen(starts[i])) == 0)
			return text[strlen(starts[i])] && !is_negative_number(text);
	return false;
}

static bool needs_quotes(const char *text)
{
	size_t length = strlen(text);
	return text[strcspn(text, ",\"\r\n")] || (length && (text[0] == ' ' || text[length - 1] == ' '));
}

char *csv_cell(const char *text)
{
	const char *safe = arena_text("%s%s", text && is_formula(text) ? "'" : "", text ? text : "");
	if (!needs_quotes(safe))
		return arena_copy(safe);
	struct buffer cell = {0};
	buffer_add(&cell, "\"");
	for (const char *at = safe; *at; at++)
		buffer_add_part(&cell, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
	buffer_add(&cell, "\"");
	return cell.text;
}

/* The nearest form (CP932 bytes) of what CP932 lacks; invisible signs vanish. 〓 (81 AC) says that something stood there. */
static const char *nearest_form(const char *character)
{
	static const char *const forms[][2] = {
		{"\u00A0", " "},      {"\u2011", "-"},      {"\u2013", "-"},      {"\u2022", "\x81\x45"}, {"\u22EF", "\x81\x63"},
		{"\u00A9", "(C)"},    {"\u00AE", "(R)"},    {"\u00B2", "2"},      {"\u00B3", "3"},        {"\u200B", ""},
		{"\u200D", ""},       {"\uFE0E", ""},       {"\uFE0F", ""},       {"\uFEFF", ""},         {"\xF3\xA0\x84", ""},
		{"\xF3\xA0\x85", ""}, {"\xF3\xA0\x86", ""}, {"\xF3\xA0\x87", ""}, /* U+E0100… */
	};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strncmp(character, forms[i][0], strlen(forms[i][0])) == 0)
			return forms[i][1];
	return "\x81\xAC";
}

static size_t character_length(const char *text)
{
	size_t length = 1;
	while (((unsigned char)text[length] & 0xC0) == 0x80)
		length++;
	return length;
}

/* Composed first: macOS sends が as two characters, of which CP932 has only the first. A NUL ends the text. */
char *csv_to_cp932(const char *text, size_t length, size_t *out_length)
{
	csv_start();
	char *in = unicode_compose(arena_copy_part(text, length));
	size_t left = strlen(in);
	size_t room = left * 3;
	char *start = arena_alloc(room + 1);
	char *out = start;
	iconv(to_cp932, NULL, NULL, NULL, NULL);
	while (left && iconv(to_cp932, &in, &left, &out, &room) == (size_t)-1) {
		const char *form = nearest_form(in);
		size_t skipped = character_length(in);
		memcpy(out, form, strlen(form));
		out += strlen(form);
		room -= strlen(form);
		in += skipped;
		left -= skipped;
	}
	*out_length = (size_t)(out - start);
	return start;
}
