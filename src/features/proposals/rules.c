/* Pure decisions about proposals: sums, the scale A–E, what counts as agreed. */
#include "features/proposals/rules.h"

#include "base/clock.h"
#include "base/text.h"

int64_t grid_sum(const struct doc *rows, const char *column)
{
	int64_t sum = 0;
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		sum += doc_int(row, column);
	return sum;
}

int area_place(const char *order, const char *letter)
{
	if (text_length(letter) != 1 || *letter < 'A' || *letter > 'E')
		return 0;
	int place = *letter - 'A' + 1;
	return text_equal(order, "E") ? 6 - place : place;
}

bool is_agreed_to(const char *mark, const char *fingerprint)
{
	return !text_empty(mark) && text_equal(mark, fingerprint);
}

bool may_take_lead(int coordinating_on, int today, int days)
{
	return coordinating_on != DAY_NONE && today > day_add_open(coordinating_on, days);
}
