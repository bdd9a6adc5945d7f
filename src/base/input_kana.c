/* Kana as people and their keyboards send it: hiragana, half-width katakana, decomposed voicing marks. */
#include "base/input.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/point.h"
#include "base/text.h"
#include "base/width.h"

#include <string.h>

enum { MARK_NONE, MARK_VOICED, MARK_HALF_VOICED }; /* ゛ ゜ */

enum { HIRAGANA_TO_KATAKANA = 0x60, KATAKANA_U = 0x30A6, KATAKANA_VU = 0x30F4 };

/* The full-width twins of U+FF61–U+FF9F. */
static const uint16_t half_width[] = {
	0x3002, 0x300C, 0x300D, 0x3001, 0x30FB, 0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5,
	0x30E7, 0x30C3, 0x30FC, 0x30A2, 0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3,
	0x30B5, 0x30B7, 0x30B9, 0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC,
	0x30CD, 0x30CE, 0x30CF, 0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4,
	0x30E6, 0x30E8, 0x30E9, 0x30EA, 0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3, 0x309B, 0x309C,
};

static bool is_katakana(uint32_t point)
{
	return (point >= 0x30A1 && point <= 0x30FA) || (point >= 0x30FC && point <= 0x30FE);
}

/* The katakana with a voicing mark, or 0 if there is none. */
static uint32_t katakana_voiced(uint32_t kana, int mark)
{
	bool is_ha_row = kana >= 0x30CF && kana <= 0x30DB && (kana - 0x30CF) % 3 == 0;
	if (mark == MARK_HALF_VOICED)
		return is_ha_row ? kana + 2 : 0;
	bool is_ka_to_chi = kana >= 0x30AB && kana <= 0x30C1 && kana % 2 == 1;
	bool is_tsu_te_to = kana == 0x30C4 || kana == 0x30C6 || kana == 0x30C8;
	if (is_ha_row || is_ka_to_chi || is_tsu_te_to || kana == 0x30FD) /* ヽ → ヾ */
		return kana + 1;
	if (kana == KATAKANA_U)
		return KATAKANA_VU;
	return kana >= 0x30EF && kana <= 0x30F2 ? kana + 8 : 0; /* ワヰヱヲ → ヷヸヹヺ */
}

/* The kana, of either kind, with a voicing mark, or 0. Hiragana has no ヷヸヹヺ. */
static uint32_t kana_voiced(uint32_t kana, int mark)
{
	if (is_katakana(kana))
		return katakana_voiced(kana, mark);
	if (kana < 0x3041 || kana > 0x309E)
		return 0;
	uint32_t voiced = katakana_voiced(kana + HIRAGANA_TO_KATAKANA, mark);
	return voiced && (voiced <= KATAKANA_VU || voiced == 0x30FE) ? voiced - HIRAGANA_TO_KATAKANA : 0;
}

/* Which mark `point` is when it combines with the character before. */
static int mark_combining(uint32_t point)
{
	return point == 0x3099 ? MARK_VOICED : point == 0x309A ? MARK_HALF_VOICED : MARK_NONE;
}

/* Which mark `point` is in フリガナ, where a mark of its own belongs to the kana before too. */
static int mark_any(uint32_t point)
{
	if (point == 0x309B || point == 0xFF9E)
		return MARK_VOICED;
	return point == 0x309C || point == 0xFF9F ? MARK_HALF_VOICED : mark_combining(point);
}

/* `text` with its voicing marks, as `mark_of` knows them, joined to the kana before them. */
static char *marks_joined(const char *text, int (*mark_of)(uint32_t point))
{
	struct buffer joined = {0};
	for (uint32_t point = point_next(&text); point;) {
		uint32_t next = point_next(&text);
		int mark = mark_of(next);
		uint32_t voiced = mark == MARK_NONE ? 0 : kana_voiced(point, mark);
		point_add(&joined, voiced ? voiced : point);
		point = voiced ? point_next(&text) : next;
	}
	return arena_copy(buffer_text(&joined));
}

char *input_name(const char *typed)
{
	return marks_joined(text_trim(typed), mark_combining);
}

/* The point as it is in フリガナ: kana in full-width katakana, the rest in half width. */
static uint32_t kana_point(uint32_t point)
{
	bool is_hiragana = (point >= 0x3041 && point <= 0x3096) || point == 0x309D || point == 0x309E;
	if (is_hiragana)
		return point + HIRAGANA_TO_KATAKANA;
	if (point >= 0xFF61 && point < 0xFF61 + sizeof half_width / sizeof *half_width)
		return half_width[point - 0xFF61];
	return width_narrow(point);
}

/* A dash as フリガナ has it: behind katakana a mistyped ー, but ASCII's and ‐ (as in スミス-ジョーンズ) stay hyphens. */
static uint32_t kana_dash(uint32_t before, uint32_t dash)
{
	bool is_hyphen = dash == '-' || dash == 0x2010 || dash == 0x2011;
	return dash == 0x30FC || (is_katakana(before) && !is_hyphen) ? 0x30FC : '-';
}

char *input_kana(const char *typed)
{
	struct buffer katakana = {0};
	const char *text = width_fold(typed);
	uint32_t before = 0;
	for (uint32_t point; (point = point_next(&text)); before = point) {
		point = kana_point(point);
		if (point_is_space(point))
			point = ' ';
		if (width_is_dash(point))
			point = kana_dash(before, point);
		if (point != ' ' || before != ' ')
			point_add(&katakana, point);
	}
	return marks_joined(buffer_text(&katakana), mark_any);
}

bool input_is_kana(const char *kana)
{
	bool has_letter = false;
	for (uint32_t point; kana && (point = point_next(&kana));) {
		bool is_latin = (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
		bool is_sign = point < 0x80 && strchr("0123456789 .,'-", (int)point);
		if (!is_latin && !is_katakana(point) && !is_sign && point != 0x30FB)
			return false;
		has_letter = has_letter || is_latin || is_katakana(point);
	}
	return has_letter;
}
