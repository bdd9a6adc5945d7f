/* Transactions and their parts. The lock file puts the writers of all processes in a row before SQLite sees them: its own
 * waiting lets one of them starve. The kernel gives the lock back when a process dies. */
#include "adapters/db_inside.h"

#include "base/log.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>

enum { PAUSE_FIRST_US = 100, PAUSE_US = 500 };

static int64_t milliseconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void pause_for(long microseconds)
{
	nanosleep(&(struct timespec){.tv_nsec = microseconds * 1000}, NULL);
}

static bool lock_take(struct db *db, int64_t until)
{
	long pause = PAUSE_FIRST_US;
	while (flock(db->lock, LOCK_EX | LOCK_NB) != 0) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			fault_set(db, "cannot lock write.lock", NULL);
		if (fault_is_set(db) || milliseconds_now() >= until)
			return false;
		pause_for(pause);
		pause = PAUSE_US;
	}
	db->is_locked = true;
	return true;
}

static void lock_give(struct db *db)
{
	if (db->is_locked)
		flock(db->lock, LOCK_UN);
	db->is_locked = false;
}

static void fault_clear(struct db *db)
{
	db->fault[0] = '\0';
	db->fault_depth = 0;
}

static bool transaction_is_open(const struct db *db)
{
	return !sqlite3_get_autocommit(db->handle);
}

/* A writer outside our processes (the sqlite3 program) may hold SQLite's own lock: the rest of the wait is for it. */
static bool write_begin(struct db *db, int64_t until)
{
	if (db->lock != NO_LOCK && !lock_take(db, until))
		return false;
	int64_t left = until - milliseconds_now();
	sqlite3_busy_timeout(db->handle, left > 0 ? (int)left : 1);
	int code = sqlite3_exec(db->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	sqlite3_busy_timeout(db->handle, BUSY_MS);
	if (code == SQLITE_OK)
		return true;
	if ((code & 0xff) != SQLITE_BUSY)
		fault_take(db, "BEGIN IMMEDIATE");
	lock_give(db);
	return false;
}

bool db_begin(struct db *db, int wait_ms)
{
	if (transaction_is_open(db)) {
		fault_set(db, "a transaction inside a transaction", NULL);
		return false;
	}
	fault_clear(db);
	db->savepoints = 0;
	if (db->use == DB_READER)
		return handle_run(db, "BEGIN");
	if (write_begin(db, milliseconds_now() + wait_ms))
		return true;
	log_line("warning", "db: no turn to write within %d ms", wait_ms);
	return false;
}

static void transaction_end(struct db *db)
{
	if (transaction_is_open(db))
		sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	db->savepoints = 0;
	lock_give(db);
}

bool db_commit(struct db *db)
{
	if (!transaction_is_open(db))
		fault_set(db, "nothing to commit", NULL);
	if (!fault_is_set(db))
		handle_run(db, "COMMIT");
	transaction_end(db);
	return !fault_is_set(db);
}

void db_rollback(struct db *db)
{
	transaction_end(db);
	fault_clear(db);
}

/* Named by their depth, so that one left open by a fault cannot be taken for another. */
static void savepoint_run(struct db *db, const char *verb)
{
	char sql[64];
	snprintf(sql, sizeof sql, "%s part_%d", verb, db->savepoints);
	handle_run(db, sql);
}

void db_savepoint(struct db *db)
{
	if (!transaction_is_open(db))
		fault_set(db, "a savepoint outside a transaction", NULL);
	db->savepoints++;
	if (!fault_is_set(db))
		savepoint_run(db, "SAVEPOINT");
}

static void savepoint_end(struct db *db)
{
	if (db->savepoints > 0)
		db->savepoints--;
	if (db->fault_depth > db->savepoints)
		db->fault_depth = db->savepoints;
}

void db_savepoint_keep(struct db *db)
{
	if (!fault_is_set(db))
		savepoint_run(db, "RELEASE");
	savepoint_end(db);
}

/* A fault inside the part goes with it, unless SQLite ended the whole transaction (a full disk). */
void db_savepoint_undo(struct db *db)
{
	if (fault_is_set(db) && db->fault_depth >= db->savepoints && db->savepoints > 0 && transaction_is_open(db))
		fault_clear(db);
	if (!fault_is_set(db)) {
		savepoint_run(db, "ROLLBACK TO");
		savepoint_run(db, "RELEASE");
	}
	savepoint_end(db);
}
