/* What the store tells a person about themselves. */
#ifndef FEATURES_ACCOUNTS_STORE_H
#define FEATURES_ACCOUNTS_STORE_H

#include "adapters/db.h"

/* The cases that the person opened: {id, kind, state, number, title, created_at, received_on}, newest first, at most 1,000. */
struct doc *own_case_list(struct db *db, int64_t person_id);
/* Everything that the person was told: {id, text_key, content (JSON text), path, created_at, read_at}, newest first, at most 1,000. */
struct doc *own_notice_list(struct db *db, int64_t person_id);

#endif
