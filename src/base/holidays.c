/* National holidays of Japan by rule, 2000–2099 (国民の祝日に関する法律 with its changes and the special laws for 2019–2021).
 * Outside these years there are none. What the city itself closes is in working_days.c. */
#include "base/clock.h"

#include <stddef.h>

enum { FIRST_YEAR = 2000, LAST_YEAR = 2099, SUNDAY = 0, MONDAY = 1 };

/* A holiday of fixed date, in the years from–until. */
struct dated {
	int from, until, month, date;
};

/* A holiday on the nth Monday of a month, in the years from–until. */
struct monday {
	int from, until, month, nth;
};

static const struct dated dated[] = {
	{2000, 2099, 1, 1},   /* 元日 */
	{2000, 2099, 2, 11},  /* 建国記念の日 */
	{2020, 2099, 2, 23},  /* 天皇誕生日 (今上) */
	{2000, 2099, 4, 29},  /* みどりの日, since 2007 昭和の日 */
	{2000, 2099, 5, 3},   /* 憲法記念日 */
	{2007, 2099, 5, 4},   /* みどりの日 */
	{2000, 2099, 5, 5},   /* こどもの日 */
	{2000, 2002, 7, 20},  /* 海の日 */
	{2016, 2019, 8, 11},  /* 山の日 */
	{2022, 2099, 8, 11},  /* 山の日 */
	{2000, 2002, 9, 15},  /* 敬老の日 */
	{2000, 2099, 11, 3},  /* 文化の日 */
	{2000, 2099, 11, 23}, /* 勤労感謝の日 */
	{2000, 2018, 12, 23}, /* 天皇誕生日 (上皇) */
	{2019, 2019, 5, 1},   /* 即位の日 */
	{2019, 2019, 10, 22}, /* 即位礼正殿の儀 */
	{2020, 2020, 7, 23},  /* 海の日, moved for the Games */
	{2020, 2020, 7, 24},  /* スポーツの日, moved */
	{2020, 2020, 8, 10},  /* 山の日, moved */
	{2021, 2021, 7, 22},  /* 海の日, moved */
	{2021, 2021, 7, 23},  /* スポーツの日, moved */
	{2021, 2021, 8, 8},   /* 山の日, moved */
};

static const struct monday mondays[] = {
	{2000, 2099, 1, 2},  /* 成人の日 */
	{2003, 2019, 7, 3},  /* 海の日 */
	{2022, 2099, 7, 3},  /* 海の日 */
	{2003, 2099, 9, 3},  /* 敬老の日 */
	{2000, 2019, 10, 2}, /* 体育の日 */
	{2022, 2099, 10, 2}, /* スポーツの日 */
};

/* 春分の日 and 秋分の日 as the usual formula for 1980–2099 gives them (the Cabinet announces each a year ahead). */
static bool is_equinox(int year, int month, int date)
{
	int since = year - 1980;
	if (month == 3)
		return date == (int)(20.8431 + 0.242194 * since) - since / 4;
	return month == 9 && date == (int)(23.2488 + 0.242194 * since) - since / 4;
}

static bool is_dated_holiday(int year, int month, int date)
{
	for (size_t i = 0; i < sizeof dated / sizeof *dated; i++)
		if (dated[i].month == month && dated[i].date == date && year >= dated[i].from && year <= dated[i].until)
			return true;
	return false;
}

static bool is_monday_holiday(int year, int month, int nth)
{
	for (size_t i = 0; i < sizeof mondays / sizeof *mondays; i++)
		if (mondays[i].month == month && mondays[i].nth == nth && year >= mondays[i].from && year <= mondays[i].until)
			return true;
	return false;
}

/* 国民の祝日 proper: a day that the law names. */
static bool is_named(int day)
{
	int year, month, date;
	day_split(day, &year, &month, &date);
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return false;
	if (is_dated_holiday(year, month, date) || is_equinox(year, month, date))
		return true;
	return day_weekday(day) == MONDAY && is_monday_holiday(year, month, (date + 6) / 7);
}

/* 振替休日: since 2007 the first day behind a holiday on a Sunday that is none itself; before, only the Monday. */
static bool is_substitute(int day)
{
	int before = day - 1;
	bool is_long = day >= day_make(2007, 1, 1);
	while (is_long && is_named(before) && day_weekday(before) != SUNDAY)
		before--;
	return is_named(before) && day_weekday(before) == SUNDAY;
}

/* 国民の休日: a day between two holidays. */
static bool is_between(int day)
{
	return day_weekday(day) != SUNDAY && is_named(day - 1) && is_named(day + 1);
}

bool day_is_holiday(int day)
{
	return is_named(day) || is_substitute(day) || is_between(day);
}
