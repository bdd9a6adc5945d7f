/* The numbered steps from one released schema to the next. */
#ifndef COMMANDS_MIGRATIONS_H
#define COMMANDS_MIGRATIONS_H

#include "adapters/db.h"

/* The schema that this program works with: schema.sql's. */
enum { SCHEMA_VERSION = 1 };

/* Takes a store from `version` to SCHEMA_VERSION inside the caller's transaction. False: see db_fault. */
bool migrations_apply(struct db *db, int version);

#endif
