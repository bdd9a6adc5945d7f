/* What the home page counts and lists, and what people say of pages. */
#ifndef FEATURES_HOME_STORE_H
#define FEATURES_HOME_STORE_H

#include "adapters/db.h"

/* {groups, proposals, projects, meetings}: public cases of each kind. */
struct doc *home_counts(struct db *db);
/* Whether the store answers: the schema's version, 0 when it does not. */
int64_t home_schema_version(struct db *db);
void feedback_insert(struct db *db, const char *page, const char *answer, const char *text);
/* The latest words about pages, 50 before `before` (0: the newest): {id, page, answer, text, created_at}. */
struct doc *feedback_list(struct db *db, int64_t before);

#endif
