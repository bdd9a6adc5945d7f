/* A fresh store for a test, with people, groups and departments in a line each. The store lives in memory; the clock stands at
 * Monday 2026-06-01 09:00 (Japan) unless the test sets it. */
#ifndef TESTS_SUPPORT_STORE_H
#define TESTS_SUPPORT_STORE_H

#include "adapters/db.h"
#include "identity/viewer.h"
#include "workflow/move.h"

/* A new database made from schema.sql, with the key loaded, settings for mails set and a transaction not yet begun. The newest eight stay open. */
struct db *test_store(void);

/* The interface texts of the engine (templates/workflow/texts.json) and those of `json` (NULL: none) as the catalogue in use. */
void test_texts(const char *json);

/* A person; email "" for somebody without one. */
int64_t test_person(struct db *db, const char *email, const char *name);
/* A registered, public group (a case of kind "groups" that is its own group). */
int64_t test_group(struct db *db, const char *name);
/* A department; `is_coordinator` makes it the city's collaboration section. */
int64_t test_department(struct db *db, const char *code, const char *name, bool is_coordinator);
/* A new person with that post; group_id and department_id are 0 where they do not apply. */
int64_t test_member(struct db *db, const char *email, const char *role, int64_t group_id, int64_t department_id);
/* The coordinator: a person with that post in the collaboration section (made if there is none). */
int64_t test_coordinator(struct db *db);
/* Sets the clock: "2026-06-01T09:00:00+09:00". */
void test_clock(const char *iso);
/* How many rows: "outbox", or "outbox WHERE state = 'sent'". */
int64_t test_count(struct db *db, const char *what);

#endif
