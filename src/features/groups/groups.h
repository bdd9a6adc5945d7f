/* The public face of groups: what later features may use. Facts of a group that are not public stay inside. */
#ifndef FEATURES_GROUPS_H
#define FEATURES_GROUPS_H

#include "adapters/db.h"
#include "identity/viewer.h"
#include "web/route.h"

/* Registered groups as choices of a form: [{value, label}], in the order of their reading. Listed and paused ones are not among them. */
struct doc *group_choices(struct db *db);
/* The name of a group, "" if there is none. */
const char *group_name(struct db *db, int64_t group_id);
/* "npo", "starting" …; "" if there is none. */
const char *group_kind(struct db *db, int64_t group_id);
/* Whether it may act as a group now: registered, not paused, lapsed or gone. */
bool group_is_registered(struct db *db, int64_t group_id);
/* The first registered group for which the viewer may submit, 0 if there is none. */
int64_t group_of_submitter(struct db *db, const struct viewer *viewer);
/* The registered groups to which the viewer belongs: [{value, label}]. */
struct doc *group_choices_of(struct db *db, const struct viewer *viewer);
/* Whether the viewer belongs to any registered group: may read what is shown to registered groups. */
bool viewer_is_registered(struct db *db, const struct viewer *viewer);
/* How many groups are registered. */
int64_t group_count_registered(struct db *db);

extern const struct feature feature_groups;

#endif
