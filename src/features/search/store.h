/* Finding public cases by words. */
#ifndef FEATURES_SEARCH_STORE_H
#define FEATURES_SEARCH_STORE_H

#include "adapters/db.h"

/* Public cases whose words match the FTS expression of unicode_query, newest first, those with an id below `before` (0: all):
 * {id, kind, state, state_key, title, summary, number, changed_at, path, group_name}. `kind` "" means every kind. */
struct doc *search_list(struct db *db, const char *match, const char *kind, int64_t before, int limit);
/* How many there are, counted up to 1,000. */
int64_t search_count(struct db *db, const char *match, const char *kind);

#endif
