/* Pure decisions about evaluations: steps, differences, which sheet, when both views may stand. No store, no page. */
#ifndef FEATURES_EVALUATIONS_RULES_H
#define FEATURES_EVALUATIONS_RULES_H

#include "adapters/doc.h"

enum {
	STEP_LAST = 5,
	STEP_REASON = 2, /* at this step and below the reason is asked for */
	GAP_LEAST = 2,   /* from so many steps on it is a 見方の違い */
	VIEW_DAYS = 14,  /* so long the second view is waited for once the first is written */
};

/* The step 1–5 that a sheet gives an item; 0 if none. */
int step_of(const struct doc *sheet, const char *item);
/* Whether the step asks for a reason. */
bool needs_reason(const struct doc *sheet, const char *item);
/* How many steps the sides are apart; -1 if either gave none. */
int gap_of(const struct doc *group, const struct doc *city, const char *item);
/* The items GAP_LEAST or more apart, the widest first, in the sheet's order otherwise; space-separated, "" if none. */
char *gap_items(const char *items, const struct doc *group, const struct doc *city);
/* Which sheet a project of so much money begins with; money 0: none is involved. */
const char *sheet_for(int64_t money, int64_t simple_below);
/* Whether both views may stand side by side: the talk has had its days. */
bool may_view(int opened_on, int today, int days);

#endif
