/* Days and times of day as people type them. */
#include "base/input.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/point.h"
#include "base/text.h"
#include "base/width.h"

#include <string.h>

/* Takes the ending `end` off `text`, if it is there. */
static void end_remove(char *text, const char *end)
{
	if (text_ends(text, end))
		text[strlen(text) - strlen(end)] = '\0';
}

/* A number of at most `most` digits; -1 for anything else. */
static int number_short(const char *text, size_t most)
{
	return strlen(text) <= most ? (int)text_number(text) : -1;
}

/* The year of an era as digits or 元. */
static int era_number(const char *text)
{
	return text_equal(text, "元") ? 1 : number_short(text, 2);
}

/* 2026, 令和8, R8, R.8, 平成元; with or without 年. 0 if it is no year. */
static int year_read(const char *typed)
{
	char *year = width_compact(typed);
	end_remove(year, "年");
	if (strlen(year) == 4 && text_number(year) > 0)
		return (int)text_number(year);
	size_t name = strcspn(year, ".0123456789");
	const char *first = strstr(year, "元");
	if (first)
		name = (size_t)(first - year);
	const char *number = year + name + (year[name] == '.');
	return era_to_year(arena_copy_part(year, name), era_number(number));
}

/* A month or a date: one or two digits, with or without its word. */
static int part_read(const char *typed, const char *word)
{
	char *part = width_compact(typed);
	end_remove(part, word);
	return number_short(part, 2);
}

bool input_day(const char *year, const char *month, const char *date, int *day)
{
	int made = day_make(year_read(year), part_read(month, "月"), part_read(date, "日"));
	if (made == DAY_NONE)
		return false;
	*day = made;
	return true;
}

/* `text` without round brackets and what they hold. */
static char *brackets_removed(const char *text)
{
	struct buffer outside = {0};
	int depth = 0;
	for (uint32_t point; (point = point_next(&text));) {
		depth += point == '(';
		if (depth == 0)
			point_add(&outside, point);
		depth -= point == ')' && depth > 0;
	}
	return arena_copy(buffer_text(&outside));
}

/* 20260401 → 2026-04-01; other texts as they are. */
static char *digits_split(char *text)
{
	if (strlen(text) != 8 || text_number(text) < 0)
		return text;
	return arena_text("%.4s-%.2s-%.2s", text, text + 4, text + 6);
}

/* One separator between year, month and date. */
static char *separators_unified(char *text)
{
	static const char *const separators[] = {"年", "月", "/", ".", "・"};
	end_remove(text, "日");
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		text = text_replace(text, separators[i], "-");
	return text;
}

bool input_day_text(const char *typed, int *day)
{
	char *text = separators_unified(digits_split(brackets_removed(width_compact(typed))));
	const char *year = text_piece(text, '-', 0);
	const char *month = text_piece(text, '-', 1);
	const char *date = text_piece(text, '-', 2);
	return date && !text_piece(text, '-', 3) && input_day(year, month, date, day);
}

enum half { HALF_NONE, HALF_AM, HALF_PM, HALF_AM_EN };

/* A word of the half of the day, as it stands before or after the time. */
struct half_word {
	const char *word;
	enum half half;
};

static const struct half_word half_words[] = {
	{"午前", HALF_AM}, {"午後", HALF_PM}, {"a.m.", HALF_AM_EN}, {"p.m.", HALF_PM}, {"am", HALF_AM_EN}, {"pm", HALF_PM},
};

/* Takes the half of the day off the front or the end of `*text`. */
static enum half half_remove(char **text)
{
	for (size_t i = 0; i < sizeof half_words / sizeof *half_words; i++) {
		const char *word = half_words[i].word;
		bool is_front = text_starts(*text, word);
		if (!is_front && !text_ends(*text, word))
			continue;
		if (is_front)
			*text += strlen(word);
		else
			end_remove(*text, word);
		return half_words[i].half;
	}
	return HALF_NONE;
}

/* 1330 → 13:30, 930 → 9:30, 9 → 9:00; other texts as they are. */
static char *colon_added(char *text)
{
	size_t length = strlen(text);
	if (text_number(text) < 0 || length > 4)
		return text;
	if (length <= 2)
		return arena_text("%s:00", text);
	return arena_text("%.*s:%s", (int)length - 2, text, text + length - 2);
}

/* 13時30分, 13時半, 13時, 13.30 with a colon. */
static char *words_removed(char *text)
{
	end_remove(text, "分");
	text = text_replace(text, "時半", ":30");
	text = text_replace(text, "時", ":");
	text = text_replace(text, ".", ":");
	return text_ends(text, ":") ? arena_text("%s00", text) : text;
}

/* The hour of the whole day; -1 for one that people use for two. */
static int hour_whole(int hour, enum half half)
{
	bool is_morning = half == HALF_AM || half == HALF_AM_EN;
	if (half == HALF_AM_EN && hour == 12)
		return 0;
	if (hour < 0 || (is_morning && hour >= 12))
		return -1;
	return half == HALF_PM && hour < 12 ? hour + 12 : hour;
}

bool input_time(const char *typed, int *hour, int *minute)
{
	char *text = text_lower(width_compact(typed));
	if (text_equal(text, "正午"))
		text = arena_copy("12:00");
	enum half half = half_remove(&text);
	text = colon_added(words_removed(text));
	char *minutes = text_piece(text, ':', 1);
	if (!minutes || text_piece(text, ':', 2))
		return false;
	int read_hour = hour_whole(number_short(text_piece(text, ':', 0), 2), half);
	int read_minute = number_short(minutes, 2);
	if (read_hour < 0 || read_hour > 23 || read_minute < 0 || read_minute > 59)
		return false;
	*hour = read_hour;
	*minute = read_minute;
	return true;
}
