/* 和暦: the Japanese eras and their years. The table is the 元号 since 明治; 明治 counts from the Gregorian calendar's start (明治6). */
#include "base/clock.h"

#include "base/arena.h"
#include "base/text.h"

#include <stddef.h>
#include <strings.h>

struct era {
	const char *name;
	const char *first_kanji;
	const char *letter;
	const char *sign; /* the era in one character */
	int first_year;
	int last_year;
	int month, date; /* its first day */
};

/* Newest first. */
static const struct era eras[] = {
	{"令和", "令", "R", "㋿", 2019, 9999, 5, 1},  {"平成", "平", "H", "㍻", 1989, 2019, 1, 8},
	{"昭和", "昭", "S", "㍼", 1926, 1989, 12, 25}, {"大正", "大", "T", "㍽", 1912, 1926, 7, 30},
	{"明治", "明", "M", "㍾", 1868, 1912, 1, 25},
};

enum { ERAS = sizeof eras / sizeof *eras };

char *era_year(int day)
{
	if (day < day_make(1873, 1, 1))
		return arena_copy("");
	int year, month, date;
	day_split(day, &year, &month, &date);
	const struct era *era = eras;
	while (day < day_make(era->first_year, era->month, era->date))
		era++;
	if (year == era->first_year)
		return arena_text("%s元年", era->name);
	return arena_text("%s%d年", era->name, year - era->first_year + 1);
}

static bool is_era(const struct era *era, const char *name)
{
	return text_equal(name, era->name) || text_equal(name, era->first_kanji) || text_equal(name, era->sign) ||
	       strcasecmp(name, era->letter) == 0;
}

int era_to_year(const char *era, int year)
{
	if (!era || year < 1)
		return 0;
	for (size_t i = 0; i < ERAS; i++)
		if (is_era(&eras[i], era) && year <= eras[i].last_year - eras[i].first_year + 1)
			return eras[i].first_year + year - 1;
	return 0;
}
