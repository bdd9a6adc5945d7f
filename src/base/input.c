/* Numbers as people type them: counts, money, the 法人番号. */
#include "base/input.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/width.h"

#include <stddef.h>
#include <string.h>

enum { MOST_DIGITS = 18, LEGAL_DIGITS = 13 };

struct unit {
	const char *sign;
	int times;
};

static const struct unit small_units[] = {{"千", 1000}, {"百", 100}, {"十", 10}, {NULL, 1}};
static const struct unit big_units[] = {{"億", 100000000}, {"万", 10000}, {"萬", 10000}, {NULL, 1}};

/* A number while its terms are read: of 3億2千5百万 the 3億 is in `total` and 2千 in `section` until 5百万 comes.
 * Wide integers, so that only the end must ask about size. */
struct amount {
	__int128 total;
	__int128 section;
	int least_small; /* units must become smaller within a section … */
	int least_big;   /* … and from section to section */
};

/* 1.25 is value 125, scale 100. */
struct digits {
	long long value;
	long long scale;
	int count;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t digit_run(const char *text)
{
	return strspn(text, "0123456789");
}

/* Steps over `start` if `*text` begins with it. */
static bool step_over(const char **text, const char *start)
{
	if (!text_starts(*text, start))
		return false;
	*text += strlen(start);
	return true;
}

/* The unit at `*text`, stepping over it; 1 without one. */
static int unit_read(const char **text, const struct unit *units)
{
	while (units->sign && !step_over(text, units->sign))
		units++;
	return units->times;
}

/* Whether the commas in the digits at `text` stand where thousands do; without a comma they do. */
static bool are_commas_right(const char *text)
{
	size_t run = digit_run(text);
	text += run;
	if (*text == ',' && (run < 1 || run > 3))
		return false;
	for (; *text == ','; text += 4)
		if (digit_run(text + 1) != 3)
			return false;
	return true;
}

/* The digits at `*text` with commas and a fraction, stepping over them. */
static bool digits_read(const char **text, struct digits *digits)
{
	*digits = (struct digits){.scale = 1};
	if (!are_commas_right(*text))
		return false;
	bool is_fraction = false;
	for (; is_digit(**text) || (!is_fraction && **text && strchr(",.", **text)); ++*text) {
		is_fraction = is_fraction || **text == '.';
		if (!is_digit(**text))
			continue;
		if (++digits->count > MOST_DIGITS)
			return false;
		digits->value = digits->value * 10 + (**text - '0');
		digits->scale *= is_fraction ? 10 : 1;
	}
	return is_fraction == (digits->scale > 1);
}

/* One term: digits with their units, as 2千 or 5百万. */
static bool term_add(struct amount *amount, const char **text)
{
	struct digits digits;
	if (!digits_read(text, &digits))
		return false;
	int small = unit_read(text, small_units);
	int big = unit_read(text, big_units);
	if (!digits.count && small > 1)
		digits.value = digits.count = 1; /* 千円 */
	if (!digits.count || small >= amount->least_small || big >= amount->least_big)
		return false;
	bool is_fraction = digits.scale > 1;
	__int128 term = (__int128)digits.value * small * big;
	if (term % digits.scale != 0 || (is_fraction && small * (long long)big == 1))
		return false;
	amount->section = amount->section * big + term / digits.scale;
	amount->least_small = small;
	if (big > 1) {
		amount->total += amount->section;
		*amount = (struct amount){.total = amount->total, .least_small = 10000, .least_big = big};
	}
	return true;
}

static bool amount_read(const char *text, long long *number)
{
	struct amount amount = {.least_small = 10000, .least_big = 1000000000};
	do {
		if (!term_add(&amount, &text))
			return false;
	} while (*text);
	__int128 sum = amount.total + amount.section;
	if (sum > 999999999999999999LL)
		return false;
	*number = (long long)sum;
	return true;
}

/* Takes 円, a counter or 也 off the end. */
static char *counter_removed(char *text)
{
	static const char *const counters[] = {"也", "円", "人", "名", "件", "回", "個", "点", "枚"};
	for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
		if (text_ends(text, counters[i]))
			text[strlen(text) - strlen(counters[i])] = '\0';
	return text;
}

/* Steps over ¥ in front ("\" is how it is typed on a Japanese keyboard) and takes the dash of "¥5,000-" off the end. */
static void yen_remove(char **text)
{
	const char *behind = *text;
	if (!step_over(&behind, "¥") && !step_over(&behind, "\\"))
		return;
	*text += behind - *text;
	size_t length = strlen(*text);
	if (length > 1 && (*text)[length - 1] == '-')
		(*text)[length - 1] = '\0';
}

static bool sign_read(char **text)
{
	const char *behind = *text;
	bool is_negative = step_over(&behind, "-") || step_over(&behind, "△") || step_over(&behind, "▲");
	if (!is_negative)
		step_over(&behind, "+");
	*text += behind - *text;
	return is_negative;
}

bool input_number(const char *typed, long long *number)
{
	char *text = counter_removed(text_replace(width_compact(typed), "、", ","));
	bool is_negative = sign_read(&text);
	yen_remove(&text);
	is_negative = is_negative || sign_read(&text);
	if (!amount_read(text, number))
		return false;
	if (is_negative)
		*number = -*number;
	return true;
}

/* The check digit in front of the 12 others (国税庁告示): 9 less the remainder by 9 of their sum, every second from the right twice. */
static int legal_check_digit(const char *twelve)
{
	int sum = 0;
	for (int i = 0; i < LEGAL_DIGITS - 1; i++)
		sum += (twelve[i] - '0') * (i % 2 ? 1 : 2);
	return 9 - sum % 9;
}

bool input_legal_number(const char *typed, char **digits)
{
	char *number = text_replace(width_compact(typed), "-", "");
	if (*number == 'T' || *number == 't')
		number++;
	if (digit_run(number) != LEGAL_DIGITS || number[LEGAL_DIGITS])
		return false;
	if (number[0] - '0' != legal_check_digit(number + 1))
		return false;
	*digits = arena_copy(number);
	return true;
}
