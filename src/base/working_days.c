/* 開庁日: the days on which the city hall is open, and the deadlines counted in them. National holidays are in holidays.c. */
#include "base/clock.h"

#include <stdlib.h>
#include <string.h>

enum { SUNDAY = 0, SATURDAY = 6, LEAST_GROUP_DAYS = 14, LEAST_WEEKENDS = 2 };

/* A day on which the city differs from the calendar. Sorted by day; kept as long as the process, so not in the arena. */
struct exception {
	int day;
	bool is_open;
};

static struct exception *exceptions;
static size_t count;
static size_t room;

/* Where `day` stands among the exceptions, or would stand. */
static size_t exception_place(int day)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (exceptions[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_exception(size_t place, int day)
{
	return place < count && exceptions[place].day == day;
}

static void exceptions_grow(void)
{
	if (count < room)
		return;
	room = room ? room * 2 : 64;
	exceptions = realloc(exceptions, room * sizeof *exceptions);
	if (!exceptions)
		abort(); /* out of memory, as in the arena */
}

static void exception_set(int day, bool is_open)
{
	size_t place = exception_place(day);
	if (!is_exception(place, day)) {
		exceptions_grow();
		memmove(exceptions + place + 1, exceptions + place, (count - place) * sizeof *exceptions);
		count++;
	}
	exceptions[place] = (struct exception){.day = day, .is_open = is_open};
}

void day_close(int day)
{
	exception_set(day, false);
}

void day_reopen(int day)
{
	exception_set(day, true);
}

void day_forget_exceptions(void)
{
	free(exceptions);
	exceptions = NULL;
	count = room = 0;
}

static bool is_weekend(int day)
{
	return day_weekday(day) == SUNDAY || day_weekday(day) == SATURDAY;
}

/* 年末年始: 12/29–1/3. */
static bool is_new_year(int day)
{
	int year, month, date;
	day_split(day, &year, &month, &date);
	return (month == 12 && date >= 29) || (month == 1 && date <= 3);
}

bool day_is_open(int day)
{
	size_t place = exception_place(day);
	if (is_exception(place, day))
		return exceptions[place].is_open;
	return !is_weekend(day) && !is_new_year(day) && !day_is_holiday(day);
}

int day_next_open(int day)
{
	while (day != DAY_NONE && !day_is_open(day))
		day++;
	return day;
}

int day_add_open(int day, int days)
{
	if (day == DAY_NONE)
		return DAY_NONE;
	for (; days > 0; days--)
		day = day_next_open(day + 1);
	return day;
}

/* Saturdays with their Sundays that lie wholly after `day` and before `due`. */
static int weekends_between(int day, int due)
{
	int weekends = 0;
	for (int saturday = day + 1; saturday + 1 < due; saturday++)
		weekends += day_weekday(saturday) == SATURDAY;
	return weekends;
}

int day_add_group(int day, int days)
{
	if (day == DAY_NONE)
		return DAY_NONE;
	int due = day + (days > LEAST_GROUP_DAYS ? days : LEAST_GROUP_DAYS);
	while (weekends_between(day, due) < LEAST_WEEKENDS)
		due++;
	return day_next_open(due);
}
