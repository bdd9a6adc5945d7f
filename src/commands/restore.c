/* kyodo restore: puts a checked backup in place of the data, which is kept beside it. */
#include "commands/commands.h"

#include "adapters/archive.h"
#include "adapters/db.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"
#include "commands/backup.h"
#include "commands/lock.h"
#include "commands/manifest.h"
#include "commands/migrations.h"
#include "commands/usage.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool database_is_good(const char *path)
{
	struct db *db = db_open(path, DB_WRITER);
	const char *complaint = db ? db_check(db) : "it is no database";
	if (*complaint)
		fprintf(stderr, "kyodo: the backup's database is not good: %s\n", complaint);
	db_close(db);
	return !*complaint;
}

static bool backup_is_good(const char *file, const char *folder)
{
	if (!archive_unpack(file, folder)) {
		fprintf(stderr, "kyodo: %s cannot be read as a backup. Nothing was changed.\n", file);
		return false;
	}
	const char *complaint = manifest_check(folder);
	if (*complaint) {
		fprintf(stderr, "kyodo: %s: %s. Nothing was changed.\n", file, complaint);
		return false;
	}
	if (manifest_schema(folder) > SCHEMA_VERSION) {
		fputs("kyodo: the backup is of a newer version of this program. Nothing was changed.\n", stderr);
		return false;
	}
	return database_is_good(arena_text("%s/kyodo.db", folder));
}

/* Moves one thing out of the way; what is not there needs no moving. */
static bool thing_keep(const char *name, const char *ending, const char *tail)
{
	const char *from = config_data_path(arena_text("%s%s", name, tail));
	const char *to = config_data_path(arena_text("%s.%s%s", name, ending, tail));
	if (rename(from, to) == 0 || errno == ENOENT)
		return true;
	fprintf(stderr, "kyodo: cannot move %s to %s: %s\n", from, to, strerror(errno));
	return false;
}

static bool thing_place(const char *folder, const char *name)
{
	if (rename(arena_text("%s/%s", folder, name), config_data_path(name)) == 0 || errno == ENOENT)
		return true;
	fprintf(stderr, "kyodo: cannot place %s: %s\n", name, strerror(errno));
	return false;
}

/* An ending that no earlier restore has used: the time, and the six random letters of the folder. */
static const char *ending_make(const char *folder)
{
	return arena_text("before-%lld-%s", (long long)clock_now(), strrchr(folder, '-') + 1);
}

/* The old database moves with its log, so that it can be opened as it was. */
static bool data_exchange(const char *folder, const char *ending)
{
	return thing_keep("kyodo.db", ending, "-wal") && thing_keep("kyodo.db", ending, "-shm") && thing_keep("kyodo.db", ending, "") &&
	       thing_keep("files", ending, "") && thing_place(folder, "files") && thing_place(folder, "kyodo.db");
}

/* The settings of this machine stay; a backup's are used where there are none. */
static void settings_place(const char *folder)
{
	if (access(config_data_path("kyodo.conf"), F_OK) != 0)
		thing_place(folder, "kyodo.conf");
	else if (access(arena_text("%s/kyodo.conf", folder), F_OK) == 0)
		printf("kyodo.conf was left as it is; the backup holds its own.\n");
}

static bool restore_run(const char *file, const char *folder)
{
	if (!backup_is_good(file, folder))
		return false;
	const char *ending = ending_make(folder);
	if (!data_exchange(folder, ending))
		return false;
	settings_place(folder);
	printf("%s holds the backup's data; what was there before is kept as kyodo.db.%s.\n", config("data"), ending);
	return true;
}

int command_restore(int argc, char **argv)
{
	if (argc != 1 || text_starts(argv[0], "-"))
		return usage_wrong("restore", argc ? argv[argc - 1] : NULL);
	int lock = lock_take(0);
	const char *folder = lock >= 0 ? folder_begin("restore") : NULL;
	if (!folder)
		return 1;
	bool is_done = restore_run(argv[0], folder);
	folder_end(folder);
	close(lock);
	return is_done ? 0 : 1;
}
