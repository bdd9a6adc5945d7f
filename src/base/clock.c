/* The clock and its instants. Days are in days.c, words for people in words.c. */
#include "base/clock.h"

#include "base/arena.h"

#include <string.h>
#include <time.h>

enum { MINUTE = 60, HOUR = 3600, DAY = 86400, JAPAN = 9 * HOUR };

static int64_t ahead; /* by how much this clock is ahead of the machine's */
static int64_t away;  /* by how much it was put elsewhere for a while */

int64_t clock_now(void)
{
	return (int64_t)time(NULL) + ahead + away;
}

void clock_visit(int64_t at)
{
	clock_return();
	away = at - clock_now();
}

void clock_return(void)
{
	away = 0;
}

/* Whether `text` has the shape of `pattern`, in which 0 stands for any digit; a text may go on behind it. */
static bool has_shape(const char *text, const char *pattern)
{
	for (; *pattern; pattern++, text++) {
		bool fits = *pattern == '0' ? *text >= '0' && *text <= '9' : *text == *pattern;
		if (!fits)
			return false;
	}
	return true;
}

static int two_digits(const char *text)
{
	return (text[0] - '0') * 10 + (text[1] - '0');
}

/* "Z", "+09:00" or "-03:30" in seconds. */
static bool offset_parse(const char *text, int *seconds)
{
	*seconds = 0;
	if (strcmp(text, "Z") == 0)
		return true;
	if (*text != '+' && *text != '-')
		return false;
	if (!has_shape(text + 1, "00:00") || text[6])
		return false;
	*seconds = two_digits(text + 1) * HOUR + two_digits(text + 4) * MINUTE;
	if (*text == '-')
		*seconds = -*seconds;
	return *seconds > -DAY && *seconds < DAY;
}

static bool instant_parse(const char *iso, int64_t *at)
{
	if (!iso || !has_shape(iso, "0000-00-00T00:00:00"))
		return false;
	int day = day_parse(arena_copy_part(iso, 10));
	int hour = two_digits(iso + 11), minute = two_digits(iso + 14), second = two_digits(iso + 17);
	int offset;
	if (day == DAY_NONE || hour > 23 || minute > 59 || second > 59 || !offset_parse(iso + 19, &offset))
		return false;
	*at = (int64_t)day * DAY + hour * HOUR + minute * MINUTE + second - offset;
	return true;
}

bool clock_set(const char *iso, int64_t anchor_at)
{
	int64_t at;
	if (!instant_parse(iso, &at))
		return false;
	ahead = at - (anchor_at ? anchor_at : (int64_t)time(NULL));
	return true;
}

int day_of(int64_t at)
{
	int64_t local = at + JAPAN;
	return (int)(local / DAY - (local % DAY < 0));
}

int day_today(void)
{
	return day_of(clock_now());
}

int64_t clock_at(int day, int hour, int minute)
{
	return (int64_t)day * DAY + hour * HOUR + minute * MINUTE - JAPAN;
}

/* Seconds since midnight in Japan. */
static int second_of_day(int64_t at)
{
	return (int)(at - clock_at(day_of(at), 0, 0));
}

char *clock_iso(int64_t at)
{
	int second = second_of_day(at);
	return arena_text("%sT%02d:%02d:%02d+09:00", day_iso(day_of(at)), second / HOUR, second / MINUTE % 60, second % 60);
}

char *clock_time(int64_t at)
{
	int second = second_of_day(at);
	return arena_text("%02d:%02d", second / HOUR, second / MINUTE % 60);
}

char *clock_words(int64_t at, enum clock_words words)
{
	static const char *const between[] = {[WORDS_JA] = "", [WORDS_EASY] = " ", [WORDS_EN] = ", "};
	int minute = second_of_day(at) / MINUTE;
	char *day = day_words(day_of(at), words);
	return arena_text("%s%s%s", day, between[words], clock_time_words(minute / 60, minute % 60, words));
}
