/* Clocks: whose turn follows a move, and until when. City clocks run in working days, group clocks in calendar days; a
 * side's clock stops while the other holds the case, because only the side whose turn it is has a date. */
#include "workflow/inside.h"

#include "base/clock.h"
#include "base/text.h"

enum { GROUP_DAYS_LEAST = 14 };

static int due_after(const char *turn, int day, int days)
{
	if (days <= 0 || text_equal(turn, "none"))
		return DAY_NONE;
	if (text_equal(turn, "group"))
		return day_add_group(day, days < GROUP_DAYS_LEAST ? GROUP_DAYS_LEAST : days);
	return day_add_open(day, days);
}

struct clocks moving_clocks(const struct moving *moving, const char *to)
{
	const struct case_file *subject = &moving->subject;
	const char *named = moving->turn ? moving->turn : moving->move->turn;
	bool is_kept = text_empty(named);
	struct clocks clocks = {is_kept ? subject->turn : named, is_kept ? subject->turn_since_on : moving->effective_on, DAY_NONE};
	if (machine_is_closed(moving->machine, to)) {
		if (!text_equal(subject->turn, "none"))
			clocks.turn_since_on = moving->effective_on;
		clocks.turn = "none";
		return clocks;
	}
	if (moving->due_on != DAY_NONE)
		clocks.due_on = moving->due_on;
	else if (is_kept && moving->move->days == 0)
		clocks.due_on = subject->due_on;
	else
		clocks.due_on = due_after(clocks.turn, moving->effective_on, moving->move->days);
	return clocks;
}
