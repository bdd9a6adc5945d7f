/* What the guideline's figures are counted from. */
#ifndef FEATURES_GUIDELINE_STORE_H
#define FEATURES_GUIDELINE_STORE_H

#include "adapters/db.h"

/* How many cases of each kind stand in each state (of promises the public ones): [{kind, state, count}]. */
struct doc *guideline_counts(struct db *db);
/* How many entries the public record has. */
int64_t guideline_entries(struct db *db);
/* What was sent in after entry `from` of the ledger and has had the city's first answer: [{asked_at, answered_at}]. */
struct doc *guideline_answers(struct db *db, int64_t from);

#endif
