/* Steps and differences, counted. */
#include "features/evaluations/rules.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

int step_of(const struct doc *sheet, const char *item)
{
	int64_t step = doc_int(sheet, item);
	return step >= 1 && step <= STEP_LAST ? (int)step : 0;
}

bool needs_reason(const struct doc *sheet, const char *item)
{
	int step = step_of(sheet, item);
	return step >= 1 && step <= STEP_REASON;
}

int gap_of(const struct doc *group, const struct doc *city, const char *item)
{
	int one = step_of(group, item), other = step_of(city, item);
	if (!one || !other)
		return -1;
	return one > other ? one - other : other - one;
}

char *gap_items(const char *items, const struct doc *group, const struct doc *city)
{
	char *list = "";
	for (int gap = STEP_LAST - 1; gap >= GAP_LEAST; gap--) {
		const char *item;
		for (int i = 0; (item = text_piece(items, ' ', i)); i++)
			if (gap_of(group, city, item) == gap)
				list = arena_text("%s%s%s", list, *list ? " " : "", item);
	}
	return list;
}

const char *sheet_for(int64_t money, int64_t simple_below)
{
	return money > 0 && money < simple_below ? "simple" : "standard";
}

bool may_view(int opened_on, int today, int days)
{
	return opened_on != DAY_NONE && today > opened_on + days;
}
