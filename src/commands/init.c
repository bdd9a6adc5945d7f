/* kyodo init: the data directory and an empty database from schema.sql. */
#include "commands/commands.h"

#include "adapters/db.h"
#include "adapters/secret.h"
#include "base/arena.h"
#include "base/config.h"
#include "commands/store_schema.h"
#include "commands/usage.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder with its parents. */
static bool folder_make(const char *path)
{
	char *part = arena_copy(path);
	for (char *at = part + 1; *at; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		mkdir(part, 0755);
		*at = '/';
	}
	if (mkdir(part, 0750) == 0 || errno == EEXIST)
		return true;
	fprintf(stderr, "kyodo: cannot make %s: %s\n", path, strerror(errno));
	return false;
}

static bool database_make(const char *path, const char *sql)
{
	struct db *db = db_open(path, DB_WRITER);
	if (!db)
		return false;
	bool is_made = db_begin(db, 5000) && schema_insert(db, sql) && db_commit(db);
	if (!is_made)
		fprintf(stderr, "kyodo: schema.sql could not be run: %s\n", db_fault(db));
	db_close(db);
	return is_made;
}

/* Under its name stands only a whole database. */
static int database_place(const char *path, const char *sql)
{
	const char *part = arena_text("%s.new", path);
	unlink(part);
	if (database_make(part, sql) && rename(part, path) == 0) {
		printf("An empty database is in %s.\n", path);
		return 0;
	}
	unlink(part);
	return 1;
}

int command_init(int argc, char **argv)
{
	if (argc > 0)
		return usage_wrong("init", argv[0]);
	const char *path = config_data_path("kyodo.db");
	if (access(path, F_OK) == 0) {
		fprintf(stderr, "kyodo: %s exists already. Choose another data directory (KYODO_DATA), or move it away.\n", path);
		return 1;
	}
	const char *sql = schema_read();
	if (!sql || !folder_make(config("data")) || !secret_key_load(config_data_path("secret.key")))
		return 1;
	return database_place(path, sql);
}
