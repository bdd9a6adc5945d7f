/* The figures that stand at clauses: counts of cases by kind and state, and a few others. Only what has been released is counted. */
#ifndef FEATURES_GUIDELINE_FIGURES_H
#define FEATURES_GUIDELINE_FIGURES_H

#include "adapters/db.h"

/* Every figure once: {<name>: {is_known, value}}. An average of fewer than five answers is not known. */
struct doc *figures_all(struct db *db);
/* Those of a clause (names separated by spaces, NULL none) as [{name, label_key, unit_key, is_known, value}]. */
struct doc *figures_list(const struct doc *all, const char *names);

#endif
