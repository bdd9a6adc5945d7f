/* Versions of what was typed for a case: one JSON object a version; drafts are saved over, kept versions never change.
 * part '' is the case's own text; 'group' and 'city' are sheets kept apart; 'next' is a change not yet accepted. */
#ifndef WORKFLOW_VERSION_H
#define WORKFLOW_VERSION_H

#include "adapters/db.h"
#include "identity/viewer.h"

/* The newest version {id, number, content (object), fingerprint, is_draft, saves, saved_at, side, saver}; NULL if none. */
struct doc *version_find(struct db *db, int64_t case_id, const char *part);
/* The newest kept (not draft) version; NULL if none. */
struct doc *version_find_kept(struct db *db, int64_t case_id, const char *part);
struct doc *version_find_number(struct db *db, int64_t case_id, const char *part, int64_t number);
struct doc *version_list(struct db *db, int64_t case_id, const char *part); /* kept ones, newest first, without content */

/* Saves over the draft (makes one, numbered one higher, when the newest version is kept). `saves_seen` is the draft's `saves` the
 * writer saw (-1: whatever): false when somebody saved since — nothing is written, show both. */
bool version_save(struct db *db, const struct viewer *viewer, int64_t case_id, const char *part, const struct doc *content,
                  int64_t saves_seen);
/* Keeps the draft for ever (no-op without a draft); returns the kept version's number. */
int64_t version_keep(struct db *db, int64_t case_id, const char *part);
void version_drop(struct db *db, int64_t case_id, const char *part); /* deletes the draft */

#endif
