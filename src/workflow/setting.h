/* What the city's people change while the portal runs. Defaults stand in setting.c; admin's page changes them. */
#ifndef WORKFLOW_SETTING_H
#define WORKFLOW_SETTING_H

#include "adapters/db.h"

/* The value of a known key (its default if never set). Keys: group_min_members, department_head_releases, area_labels, evaluation_simple_below … */
const char *setting_text(struct db *db, const char *key);
int64_t setting_int(struct db *db, const char *key);
void setting_update(struct db *db, const char *key, const char *value);
/* All: {key, value, label_key ("setting_<key>"), is_default}. */
struct doc *setting_list(struct db *db);
/* Reads open_days into base/clock (once a request is cheap: only when changed). */
void open_days_load(struct db *db);
void open_day_update(struct db *db, int day, bool is_open, const char *name);
struct doc *open_day_list(struct db *db);

#endif
