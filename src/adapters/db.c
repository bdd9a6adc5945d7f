/* Opening and closing the store, and its sticky fault. Statements: db_statement.c; values: db_value.c;
 * transactions: db_transaction.c; backup and checks: db_care.c. */
#include "adapters/db_inside.h"

#include "base/log.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool fault_is_set(const struct db *db)
{
	return db->fault[0] != '\0';
}

void fault_set(struct db *db, const char *what, const char *sql)
{
	if (fault_is_set(db))
		return;
	snprintf(db->fault, sizeof db->fault, "%s", what && *what ? what : "unknown fault");
	db->fault_depth = db->savepoints;
	log_line("error", "db: %s%s%s", db->fault, sql ? " in: " : "", sql ? sql : "");
}

void fault_take(struct db *db, const char *sql)
{
	fault_set(db, sqlite3_errmsg(db->handle), sql);
}

const char *db_fault(const struct db *db)
{
	return db->fault;
}

void db_fail(struct db *db, const char *why)
{
	fault_set(db, why, NULL);
}

bool handle_run(struct db *db, const char *sql)
{
	if (sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	fault_take(db, sql);
	return false;
}

bool db_script(struct db *db, const char *sql)
{
	return !fault_is_set(db) && handle_run(db, sql);
}

static bool path_is_memory(const char *path)
{
	return strcmp(path, ":memory:") == 0;
}

/* A new file is its owner's alone; SQLite gives its mode to the files beside it. An existing one is never opened here:
 * closing it again would drop the locks that another handle of this process has on it. */
static void file_create(const char *path)
{
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file >= 0)
		close(file);
}

static int lock_open(const char *path)
{
	const char *slash = strrchr(path, '/');
	char name[4096];
	snprintf(name, sizeof name, "%.*swrite.lock", slash ? (int)(slash + 1 - path) : 0, path);
	return open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

static bool handle_open(struct db *db, const char *path)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
	if (db->use == DB_WRITER && !path_is_memory(path)) {
		file_create(path);
		db->lock = lock_open(path);
		if (db->lock < 0)
			return false;
	}
	if (db->use == DB_WRITER)
		flags |= SQLITE_OPEN_CREATE;
	return sqlite3_open_v2(path, &db->handle, flags, NULL) == SQLITE_OK;
}

/* "PRAGMA schema_version" reads the file, so that one that is no database is found here. */
static bool handle_settle(struct db *db)
{
	sqlite3_busy_timeout(db->handle, BUSY_MS);
	sqlite3_extended_result_codes(db->handle, 1);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
	return (db->use == DB_READER || handle_run(db, "PRAGMA journal_mode = WAL")) &&
	       handle_run(db, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
	                      "PRAGMA recursive_triggers = OFF; PRAGMA mmap_size = 268435456; PRAGMA cache_size = -16000;"
	                      "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864; PRAGMA schema_version") &&
	       (db->use == DB_WRITER || handle_run(db, "PRAGMA query_only = ON"));
}

struct db *db_open(const char *path, enum db_use use)
{
	struct db *db = calloc(1, sizeof *db);
	if (!db)
		abort();
	db->use = use;
	db->lock = NO_LOCK;
	if (handle_open(db, path) && handle_settle(db))
		return db;
	log_line("error", "db: cannot open %s: %s", path, db->handle ? sqlite3_errmsg(db->handle) : "no lock file");
	db_close(db);
	return NULL;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	statements_forget(db);
	sqlite3_close(db->handle);
	if (db->lock != NO_LOCK)
		close(db->lock);
	free(db);
}
