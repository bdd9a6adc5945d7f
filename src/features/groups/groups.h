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

/* A corporation of a public list (the Cabinet Office's file), listed as 掲載のみ: public facts only, no rights. `facts` has name, kana,
 * legal_number, aims, office (its address), founded_on, fields (array of "1" … "20"); `is_gone` when the list says it was dissolved. Rows are
 * found again by their legal number. What a registered group says of itself stays. */
enum listing { LISTING_ADDED, LISTING_CHANGED, LISTING_SAME, LISTING_LEFT_OUT };
/* What listing_write would do; changes nothing. */
enum listing listing_find(struct db *db, const struct doc *facts, bool is_gone);
/* Does it; in the caller's transaction. */
enum listing listing_write(struct db *db, const struct doc *facts, bool is_gone);

extern const struct feature feature_groups;

#endif
