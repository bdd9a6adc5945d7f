/* Care of the store: the online copy, the check of the file, and how each statement finds its rows. */
#include "adapters/db_inside.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { PAGES_A_STEP = 1024, MOST_TEXTS = 8192 };

static char *texts[MOST_TEXTS];
static int text_count;

void text_remember(const char *sql)
{
	for (int i = 0; i < text_count; i++)
		if (strcmp(texts[i], sql) == 0)
			return;
	if (text_count < MOST_TEXTS)
		texts[text_count++] = strdup(sql);
}

/* "" for a text that this store cannot prepare: it was run on another schema. */
static const char *text_plan(struct db *db, const char *sql)
{
	struct buffer plan = {0};
	sqlite3_stmt *statement = NULL;
	sqlite3_prepare_v2(db->handle, arena_text("EXPLAIN QUERY PLAN %s", sql), -1, &statement, NULL);
	while (statement && sqlite3_step(statement) == SQLITE_ROW)
		buffer_addf(&plan, "%s\n", (const char *)sqlite3_column_text(statement, 3));
	sqlite3_finalize(statement);
	return buffer_text(&plan);
}

void db_plans(struct db *db, void (*each)(const char *sql, const char *plan, void *context), void *context)
{
	for (int i = 0, count = text_count; i < count; i++)
		each(texts[i], text_plan(db, texts[i]), context);
}

static sqlite3 *copy_open(const char *path)
{
	sqlite3 *copy = NULL;
	unlink(path);
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file < 0 || close(file) != 0)
		return NULL;
	if (sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
		return copy;
	sqlite3_close(copy);
	return NULL;
}

static bool pages_copy(sqlite3 *from, sqlite3 *to)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
	if (!backup)
		return false;
	int code = SQLITE_OK;
	while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
		code = sqlite3_backup_step(backup, PAGES_A_STEP);
		if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
			nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
	}
	return sqlite3_backup_finish(backup) == SQLITE_OK && code == SQLITE_DONE;
}

/* An open read transaction holds the copy to one snapshot: without it every write of others would start it anew. */
static bool snapshot_copy(struct db *db, const char *path)
{
	if (!sqlite3_get_autocommit(db->handle)) {
		log_line("error", "db: a backup inside a transaction");
		return false;
	}
	sqlite3 *copy = copy_open(path);
	if (!copy)
		return false;
	bool done = sqlite3_exec(db->handle, "BEGIN; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL) == SQLITE_OK &&
	            pages_copy(db->handle, copy);
	sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
	return sqlite3_close(copy) == SQLITE_OK && done;
}

static void folder_sync(const char *path)
{
	const char *slash = strrchr(path, '/');
	int folder = open(slash ? arena_copy_part(path, (size_t)(slash + 1 - path)) : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0)
		return;
	fsync(folder);
	close(folder);
}

/* Under its name stands only a whole copy. */
bool db_backup(struct db *db, const char *path)
{
	char *part = arena_text("%s.part", path);
	if (snapshot_copy(db, part) && rename(part, path) == 0) {
		folder_sync(path);
		return true;
	}
	log_line("error", "db: cannot copy to %s: %s", path, sqlite3_errmsg(db->handle));
	unlink(part);
	return false;
}

static char *orphan_words(const struct doc *orphan)
{
	return arena_text("foreign key: %s row %s has no %s", doc_text(orphan, "table"), doc_text(orphan, "rowid"),
	                  doc_text(orphan, "parent"));
}

char *db_check(struct db *db)
{
	const char *verdict = db_text(db, "PRAGMA integrity_check(1)", DB_NONE);
	if (verdict && strcmp(verdict, "ok") != 0)
		return arena_copy(verdict);
	const struct doc *orphan = db_row(db, "PRAGMA foreign_key_check", DB_NONE);
	return orphan ? orphan_words(orphan) : arena_copy(db_fault(db));
}
