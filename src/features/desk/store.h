/* Which cases wait, for whom. */
#ifndef FEATURES_DESK_STORE_H
#define FEATURES_DESK_STORE_H

#include "adapters/db.h"

/* Ids of open cases with that turn (group city both), earliest due day first: all of them, a department's, or a group's. At most 100. */
struct doc *desk_list_all(struct db *db, const char *turn);
struct doc *desk_list_department(struct db *db, const char *turn, int64_t department_id);
struct doc *desk_list_group(struct db *db, const char *turn, int64_t group_id);
/* Ids of what a person or a group has begun and not sent. */
struct doc *desk_list_begun(struct db *db, int64_t group_id, int64_t person_id);

#endif
