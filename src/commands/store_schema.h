/* The store's schema as a whole: its version, its making, its comparison. The tables' contents belong to the features. */
#ifndef COMMANDS_STORE_SCHEMA_H
#define COMMANDS_STORE_SCHEMA_H

#include "adapters/db.h"

/* The version in the store; 0 for a file that `kyodo init` did not make. */
int schema_version_find(struct db *db);
void schema_version_update(struct db *db, int version);

/* Runs schema.sql (its text) and notes this program's version; the caller has begun a transaction. False: see db_fault. */
bool schema_insert(struct db *db, const char *sql);

/* Everything that is defined: {type, name, sql} with white space made even, by type and name. */
struct doc *schema_list(struct db *db);

/* "" if `db` is defined as `sql` says, else the first difference. */
char *schema_compare(struct db *db, const char *sql);

/* The text of schema.sql below the config's root; NULL with a message on standard error. */
char *schema_read(void);

#endif
