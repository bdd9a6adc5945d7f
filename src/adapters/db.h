/* The store: one SQLite file a city. No other file of the program knows the engine.
 *
 * Statements are plain SQL (docs/architecture.md) with named parameters (:name), prepared once and cached by their address
 * and text. Faults stick: after the first, every later call on the handle does nothing and answers empty; the caller asks
 * once, db_fault, and rolls back. A missing parameter is a fault (our own mistake is found at once). */
#ifndef ADAPTERS_DB_H
#define ADAPTERS_DB_H

#include "adapters/doc.h"

struct db;

enum db_use { DB_READER, DB_WRITER };

/* Opens `path` (DATA/kyodo.db): WAL, synchronous=FULL, foreign keys on, busy timeout, mmap. A reader is query_only.
 * ":memory:" is for tests. NULL with a log line if it cannot be opened. */
struct db *db_open(const char *path, enum db_use use);
void db_close(struct db *db);

/* Parameter values: db_rows(db, SQL, DB(V_INT("id", id), V_TEXT("name", name))) ; DB_NONE for none. */
enum db_kind { DB_END, DB_INT, DB_TEXT, DB_NULL, DB_DOC };
struct db_value {
	const char *name;
	enum db_kind kind;
	int64_t number;
	const char *text;
	const struct doc *doc;
};
#define V_INT(n, v) ((struct db_value){.name = (n), .kind = DB_INT, .number = (int64_t)(v)})
#define V_TEXT(n, v) ((struct db_value){.name = (n), .kind = DB_TEXT, .text = (v)}) /* NULL binds NULL */
#define V_NULL(n) ((struct db_value){.name = (n), .kind = DB_NULL})
/* An id that is 0 when there is none: binds NULL for 0. */
#define V_ID(n, v) ((v) ? V_INT(n, v) : V_NULL(n))
/* A day number (base/clock.h): binds its ISO text, NULL for DAY_NONE. */
struct db_value db_day(const char *name, int day);
#define V_DAY(n, v) db_day((n), (v))
/* Every parameter not named otherwise is looked up in the object `d` (its scalars; missing keys bind NULL). */
#define V_DOC(d) ((struct db_value){.name = "", .kind = DB_DOC, .doc = (d)})
#define DB(...) ((const struct db_value[]){__VA_ARGS__, {.kind = DB_END}})
#define DB_NONE ((const struct db_value[]){{.kind = DB_END}})

/* All rows as an array of objects with the columns as keys (NULL becomes ""). Never NULL. */
struct doc *db_rows(struct db *db, const char *sql, const struct db_value *values);
/* The first row, or NULL if there is none. */
struct doc *db_row(struct db *db, const char *sql, const struct db_value *values);
/* The first column of the first row; 0 if there is none. */
int64_t db_int(struct db *db, const char *sql, const struct db_value *values);
/* The same as text; NULL if there is no row, "" for NULL. */
char *db_text(struct db *db, const char *sql, const struct db_value *values);
/* Runs a change; returns the number of rows changed. Use db_int with RETURNING for a new id. */
int64_t db_run(struct db *db, const char *sql, const struct db_value *values);
/* Runs a script of several statements without parameters (schema, migrations). */
bool db_script(struct db *db, const char *sql);

/* Transactions. Writers take DATA/write.lock (flock; waits up to `wait_ms`), then BEGIN IMMEDIATE; false: 503. */
bool db_begin(struct db *db, int wait_ms);
bool db_commit(struct db *db);   /* false: it did not happen (the fault is logged) */
void db_rollback(struct db *db); /* also clears the fault */
/* A part of a transaction that may be undone alone (bulk import rows). */
void db_savepoint(struct db *db);
void db_savepoint_keep(struct db *db);
void db_savepoint_undo(struct db *db);

/* The first fault since the transaction began ("" if none): for the log, never for a visitor. */
const char *db_fault(const struct db *db);
/* Marks a fault on purpose (a broken assumption in a store). */
void db_fail(struct db *db, const char *why);

/* For tests/house: calls `each` with every distinct SQL text run so far in this process, and its EXPLAIN QUERY PLAN lines. */
void db_plans(struct db *db, void (*each)(const char *sql, const char *plan, void *context), void *context);

/* Online copy to `path` (VACUUM-free backup API); false with a log line. */
bool db_backup(struct db *db, const char *path);
/* "" when integrity_check, foreign_key_check are clean, else the first complaint. */
char *db_check(struct db *db);

#endif
