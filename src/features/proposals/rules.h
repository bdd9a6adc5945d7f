/* Pure decisions about proposals: no SQL, no HTTP. */
#ifndef FEATURES_PROPOSALS_RULES_H
#define FEATURES_PROPOSALS_RULES_H

#include "adapters/doc.h"

/* The sum of a money column of a grid. */
int64_t grid_sum(const struct doc *rows, const char *column);

/* Where a letter stands on the scale, 1 (citizens alone) to 5 (city alone); `order` "A" puts A at the citizens' end, "E" at the city's. 0 for no letter. */
int area_place(const char *order, const char *letter);

/* The side (group, city) for which the dialogue's marks say that it agreed to the version with that fingerprint. */
bool is_agreed_to(const char *mark, const char *fingerprint);

/* Whether the coordinator may act as 主管課: `days` open days have passed since a department was first looked for. */
bool may_take_lead(int coordinating_on, int today, int days);

#endif
