/* What the db_*.c files share: the handle, its faults and its statements. Included by them alone; the only place that
 * names SQLite's header. */
#ifndef ADAPTERS_DB_INSIDE_H
#define ADAPTERS_DB_INSIDE_H

#include "adapters/db.h"

#include <sqlite3.h>

enum { STATEMENT_SLOTS = 1024, MOST_STATEMENTS = 1024, BUSY_MS = 5000, NO_LOCK = -1 };

struct statement;

struct db {
	sqlite3 *handle;
	enum db_use use;
	int lock; /* the file descriptor of write.lock; NO_LOCK for readers and in memory */
	bool is_locked;
	int savepoints;  /* open ones, also those begun after a fault */
	int fault_depth; /* how many were open when the fault happened */
	char fault[512]; /* "" while there is none */
	int statements;
	struct statement *slots[STATEMENT_SLOTS];
};

/* Keeps and logs the first fault; later ones are its consequences and are dropped. `sql` may be NULL. */
void fault_set(struct db *db, const char *what, const char *sql);
/* The same with what SQLite says about its last error. */
void fault_take(struct db *db, const char *sql);
bool fault_is_set(const struct db *db);
/* Runs statements that need no values and no cache (BEGIN, PRAGMA). */
bool handle_run(struct db *db, const char *sql);

/* The cached statement with its values bound, ready to step; NULL while there is a fault or after one. */
sqlite3_stmt *statement_begin(struct db *db, const char *sql, const struct db_value *values);
/* True: there is a row. False: the end, or a fault. */
bool statement_step(struct db *db, sqlite3_stmt *statement);
/* Lets a change run to its end, then makes the statement ready for its next use. NULL does nothing. */
void statement_end(struct db *db, sqlite3_stmt *statement);
void statements_forget(struct db *db);

/* Every distinct text prepared in this process (db_plans). */
void text_remember(const char *sql);

#endif
