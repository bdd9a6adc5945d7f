/* Days as numbers since 1970-01-01 and as dates of the Gregorian calendar. Not instants (clock.c), not words (words.c). */
#include "base/clock.h"

#include "base/arena.h"

#include <string.h>

enum { FIRST_YEAR = 1, LAST_YEAR = 9999 };

/* Division that rounds down, also below zero. */
static int quotient(int number, int divisor)
{
	return number / divisor - (number % divisor < 0);
}

static bool is_leap_year(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return lengths[month - 1] + (month == 2 && is_leap_year(year));
}

/* Counts years from March, so that the leap day is a year's last: 306 days are from 1 March to the end of December. */
static int march_days(int year, int month, int date)
{
	int shifted = (month + 9) % 12;
	int since = year - (month <= 2);
	int years = since * 365 + quotient(since, 4) - quotient(since, 100) + quotient(since, 400);
	return years + (shifted * 153 + 2) / 5 + date - 1;
}

/* 1 March of year 0 to 1970-01-01. */
enum { DAYS_TO_1970 = 719468 };

int day_make(int year, int month, int date)
{
	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
		return DAY_NONE;
	if (date < 1 || date > month_length(year, month))
		return DAY_NONE;
	return march_days(year, month, date) - DAYS_TO_1970;
}

void day_split(int day, int *year, int *month, int *date)
{
	int rest = day + DAYS_TO_1970;
	int cycle = quotient(rest, 146097); /* 400 years */
	rest -= cycle * 146097;
	int of_cycle = (rest - rest / 1460 + rest / 36524 - rest / 146096) / 365;
	int of_year = rest - (365 * of_cycle + of_cycle / 4 - of_cycle / 100);
	int shifted = (5 * of_year + 2) / 153;
	*date = of_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = of_cycle + cycle * 400 + (*month <= 2);
}

int day_weekday(int day)
{
	int weekday = (day + 4) % 7; /* 1970-01-01 was a Thursday */
	return weekday < 0 ? weekday + 7 : weekday;
}

int day_fiscal_year(int day)
{
	int year, month, date;
	day_split(day, &year, &month, &date);
	return month >= 4 ? year : year - 1;
}

/* `count` digits at `text`; -1 if they are not all digits. */
static int digits_value(const char *text, int count)
{
	int value = 0;
	for (int i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

int day_parse(const char *iso)
{
	if (!iso || strlen(iso) != 10 || iso[4] != '-' || iso[7] != '-')
		return DAY_NONE;
	return day_make(digits_value(iso, 4), digits_value(iso + 5, 2), digits_value(iso + 8, 2));
}

char *day_iso(int day)
{
	if (day == DAY_NONE)
		return arena_copy("");
	int year, month, date;
	day_split(day, &year, &month, &date);
	return arena_text("%04d-%02d-%02d", year, month, date);
}
