/* Decisions about projects; see rules.h. */
#include "features/projects/rules.h"

#include "base/clock.h"
#include "base/text.h"

int project_due(int next_milestone, int ends_on)
{
	if (next_milestone == DAY_NONE)
		return ends_on;
	return ends_on != DAY_NONE && ends_on < next_milestone ? ends_on : next_milestone;
}

int project_step(const char *state)
{
	if (text_has_word("reporting returned", state))
		return 3;
	if (text_equal(state, "evaluating"))
		return 4;
	return text_has_word("closed continued", state) ? 5 : 2;
}

int64_t project_sum(const struct doc *rows, const char *column)
{
	int64_t sum = 0;
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		sum += doc_int(row, column);
	return sum;
}

bool project_report_is_public(const char *state)
{
	return text_has_word("evaluating closed continued terminated", state);
}
