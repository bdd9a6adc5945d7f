/* Folding by code points; words and queries stand upon it. The table of kanji has the variants common in names of people and places. */
#include "adapters/unicode.h"

#include "base/arena.h"
#include "base/buffer.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

enum { MOST_TYPED = 200, LONG_VOWEL = 0x30FC };
enum kind { KIND_BREAK, KIND_WORD, KIND_JOINER, KIND_PAIRS };

/* Code points with a length; there is room for one more behind. */
struct points {
	int32_t *at;
	size_t count;
};

static const char *const variants = "髙高﨑崎嵜崎濵浜濱浜邉辺邊辺齋斎齊斉澤沢廣広國国櫻桜瀨瀬德徳眞真嶋島嶌島龍竜惠恵與与渕淵"
				    "冨富桒桑舘館壽寿榮栄條条藏蔵黑黒靑青淸清增増槇槙萬万彌弥禮礼佛仏學学會会圓円團団驛駅"
				    "縣県區区燈灯檜桧籔薮";

/* Each byte that starts no character becomes a space. */
static char *text_scrub(const char *text)
{
	size_t length = strlen(text);
	char *clean = arena_copy_part(text, length);
	for (size_t at = 0; at < length;) {
		utf8proc_int32_t point;
		utf8proc_ssize_t step = utf8proc_iterate((utf8proc_uint8_t *)clean + at, (utf8proc_ssize_t)(length - at), &point);
		if (step <= 0)
			clean[at] = ' ';
		at += step > 0 ? (size_t)step : 1;
	}
	return clean;
}

/* The free-standing voice marks join their kana like the combining ones. */
static utf8proc_int32_t mark_join(utf8proc_int32_t point, void *nothing)
{
	(void)nothing;
	if (point == 0x309B || point == 0x309C)
		return point - 2;
	return point;
}

static struct points points_normal(const char *text, int options, utf8proc_custom_func each)
{
	const utf8proc_uint8_t *clean = (const utf8proc_uint8_t *)text_scrub(text ? text : "");
	utf8proc_ssize_t length = (utf8proc_ssize_t)strlen((const char *)clean);
	utf8proc_option_t option = (utf8proc_option_t)(options | UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	utf8proc_ssize_t room = utf8proc_decompose_custom(clean, length, NULL, 0, option, each, NULL);
	if (room <= 0)
		return (struct points){NULL, 0};
	struct points points = {arena_alloc(((size_t)room + 1) * sizeof *points.at), 0};
	utf8proc_decompose_custom(clean, length, points.at, room, option, each, NULL);
	utf8proc_ssize_t count = utf8proc_normalize_utf32(points.at, room, option);
	points.count = count > 0 ? (size_t)count : 0;
	return points;
}

static void point_add(struct buffer *text, int32_t point)
{
	utf8proc_uint8_t bytes[4];
	buffer_add_part(text, (const char *)bytes, (size_t)utf8proc_encode_char(point, bytes));
}

static char *points_text(struct points points)
{
	struct buffer text = {0};
	for (size_t i = 0; i < points.count; i++)
		point_add(&text, points.at[i]);
	return arena_copy(buffer_text(&text));
}

static bool is_between(int32_t point, int32_t first, int32_t last)
{
	return point >= first && point <= last;
}

static bool is_kana(int32_t point)
{
	return is_between(point, 0x3041, 0x309F) || is_between(point, 0x30A1, 0x30FA) || is_between(point, LONG_VOWEL, 0x30FF) ||
	       is_between(point, 0x31F0, 0x31FF);
}

static bool is_han(int32_t point)
{
	return is_between(point, 0x4E00, 0x9FFF) || is_between(point, 0x3400, 0x4DBF) || is_between(point, 0xF900, 0xFAFF) ||
	       is_between(point, 0x20000, 0x323AF) || is_between(point, 0x3005, 0x3007) || point == 0x303B;
}

static bool is_dash(int32_t point)
{
	return point == '-' || is_between(point, 0x2010, 0x2015) || point == 0x2212 || point == 0x2500 || point == LONG_VOWEL;
}

static bool is_space(int32_t point)
{
	utf8proc_category_t category = utf8proc_category(point);
	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
	       category == UTF8PROC_CATEGORY_ZP;
}

/* Letters, their marks and numbers: neighbours in utf8proc's list. */
static bool is_letter(int32_t point)
{
	return is_between((int32_t)utf8proc_category(point), UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_NO);
}

static bool is_hangul(int32_t point)
{
	return is_between(point, 0xAC00, 0xD7A3);
}

static enum kind point_kind(int32_t point)
{
	if (is_kana(point) || is_han(point) || is_hangul(point))
		return KIND_PAIRS;
	if (point == '-' || point == '_')
		return KIND_JOINER;
	return is_letter(point) ? KIND_WORD : KIND_BREAK;
}

/* The usual form of a variant kanji: the table is pairs of three-byte characters. */
static int32_t han_usual(int32_t point)
{
	utf8proc_uint8_t bytes[4];
	utf8proc_int32_t usual = point;
	if (utf8proc_encode_char(point, bytes) != 3)
		return point == 0x20BB7 ? 0x5409 : point; /* 𠮷 has four bytes */
	for (const char *pair = variants; *pair; pair += 6)
		if (memcmp(pair, bytes, 3) == 0)
			utf8proc_iterate((const utf8proc_uint8_t *)pair + 3, 3, &usual);
	return usual;
}

static int32_t point_fold(int32_t point)
{
	if (is_between(point, 0x30A1, 0x30F6) || is_between(point, 0x30FD, 0x30FE))
		return point - 0x60;
	if (is_han(point))
		return han_usual(point);
	if (point == 0x301C)
		return '~';
	return is_space(point) ? ' ' : point;
}

/* Behind kana a dash is the long vowel (センタ−), unless a Latin letter or a digit follows (あおば-1). */
static int32_t dash_fold(struct points points, size_t i)
{
	bool behind_kana = i > 0 && is_kana(points.at[i - 1]);
	bool before_word = i + 1 < points.count && point_kind(points.at[i + 1]) == KIND_WORD;
	if (!behind_kana || (before_word && points.at[i] != LONG_VOWEL))
		return '-';
	return LONG_VOWEL;
}

static struct points points_fold(const char *text)
{
	struct points points = points_normal(text, UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, mark_join);
	for (size_t i = 0; i < points.count; i++)
		points.at[i] = is_dash(points.at[i]) ? dash_fold(points, i) : point_fold(points.at[i]);
	return points;
}

char *unicode_fold(const char *text)
{
	return points_text(points_fold(text));
}

char *unicode_compose(const char *text)
{
	return points_text(points_normal(text, 0, NULL));
}

/* The end of the run that begins at `from`: characters of one kind; a joiner belongs to a word only between its letters. */
static size_t run_end(struct points points, size_t from)
{
	enum kind kind = point_kind(points.at[from]);
	size_t end = from + 1;
	for (size_t i = from + 1; i < points.count; i++) {
		enum kind next = point_kind(points.at[i]);
		if (next == kind)
			end = i + 1;
		else if (kind != KIND_WORD || next != KIND_JOINER)
			break;
	}
	return end;
}

static void word_add(struct buffer *words, struct points points, size_t from, size_t end)
{
	if (words->length && words->text[words->length - 1] != '"')
		buffer_add(words, " ");
	for (size_t i = from; i < end; i++)
		point_add(words, points.at[i]);
}

static void run_add(struct buffer *words, struct points points, size_t from, size_t end, bool with_last)
{
	if (point_kind(points.at[from]) == KIND_WORD) {
		word_add(words, points, from, end);
		return;
	}
	for (size_t i = from; i + 1 < end; i++)
		word_add(words, points, i, i + 2);
	if (with_last || end - from == 1)
		word_add(words, points, end - 1, end);
}

static bool is_searchable(int32_t point)
{
	enum kind kind = point_kind(point);
	return kind == KIND_WORD || kind == KIND_PAIRS;
}

char *unicode_words(const char *text)
{
	struct buffer words = {0};
	struct points points = points_fold(text);
	for (size_t from = 0, end; from < points.count; from = end) {
		end = run_end(points, from);
		if (is_searchable(points.at[from]))
			run_add(&words, points, from, end, true);
	}
	return arena_copy(buffer_text(&words));
}

/* One phrase of the runs from `from` that touch each other; returns its end. The words are letters, digits, - and _ only:
 * nothing in them can close the quotes. */
static size_t phrase_add(struct buffer *query, struct points points, size_t from)
{
	size_t end = from;
	size_t last = from;
	buffer_add(query, query->length ? " AND \"" : "\"");
	while (end < points.count && is_searchable(points.at[end])) {
		last = end;
		end = run_end(points, last);
		bool is_inner = end < points.count && is_searchable(points.at[end]);
		run_add(query, points, last, end, is_inner);
	}
	buffer_add(query, end - last == 1 ? "\"*" : "\"");
	return end;
}

char *unicode_query(const char *typed)
{
	struct buffer query = {0};
	struct points points = points_fold(typed);
	if (points.count > MOST_TYPED)
		points.count = MOST_TYPED;
	for (size_t at = 0; at < points.count;)
		at = is_searchable(points.at[at]) ? phrase_add(&query, points, at) : at + 1;
	return arena_copy(buffer_text(&query));
}
