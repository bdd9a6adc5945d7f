/* Days and times in words for people, in Japanese, easy Japanese and English. Not for machines: that is ISO text. */
#include "base/clock.h"

#include "base/arena.h"

static const char *const weekdays_ja[] = {"日", "月", "火", "水", "木", "金", "土"};
static const char *const weekdays_en[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months_en[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

/* 令和8年（2026年）; 2026年 in easy Japanese and where there is no era's year. */
static char *year_words(int day, int year, enum clock_words words)
{
	char *era = era_year(day);
	if (words == WORDS_EASY || !*era)
		return arena_text("%d年", year);
	return arena_text("%s（%d年）", era, year);
}

char *day_words(int day, enum clock_words words)
{
	if (day == DAY_NONE)
		return arena_copy("");
	int year, month, date;
	day_split(day, &year, &month, &date);
	int weekday = day_weekday(day);
	if (words == WORDS_EN)
		return arena_text("%s, %d %s %d", weekdays_en[weekday], date, months_en[month - 1], year);
	return arena_text("%s%d月%d日（%s曜日）", year_words(day, year, words), month, date, weekdays_ja[weekday]);
}

static char *time_words_en(int hour, int minute)
{
	if (minute == 0 && hour % 12 == 0)
		return arena_copy(hour == 12 ? "12:00 noon" : "12:00 midnight");
	return arena_text("%d:%02d %s", hour % 12 ? hour % 12 : 12, minute, hour < 12 ? "am" : "pm");
}

char *clock_time_words(int hour, int minute, enum clock_words words)
{
	if (words == WORDS_EN)
		return time_words_en(hour, minute);
	if (words == WORDS_JA && hour == 12 && minute == 0)
		return arena_copy("正午");
	const char *half = hour < 12 ? "午前" : "午後";
	if (minute == 0)
		return arena_text("%s%d時", half, hour % 12);
	return arena_text("%s%d時%d分", half, hour % 12, minute);
}
