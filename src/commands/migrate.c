/* kyodo migrate: the database to this version's schema, after a backup, in one transaction. */
#include "commands/commands.h"

#include "adapters/db.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "commands/backup.h"
#include "commands/lock.h"
#include "commands/migrations.h"
#include "commands/store_schema.h"
#include "commands/usage.h"

#include <stdio.h>
#include <unistd.h>

static int schema_move(struct db *db, int version)
{
	const char *copy = config_data_path(arena_text("before-schema-%d-%lld.tar", SCHEMA_VERSION, (long long)clock_now()));
	if (!backup_make(copy))
		return 1;
	if (!db_begin(db, 5000) || !migrations_apply(db, version) || !db_commit(db)) {
		fprintf(stderr, "kyodo: nothing was changed: %s\n", db_fault(db));
		return 1;
	}
	printf("Schema %d became %d. The data before it is in %s.\n", version, SCHEMA_VERSION, copy);
	return 0;
}

static int store_migrate(struct db *db)
{
	int version = schema_version_find(db);
	if (version == SCHEMA_VERSION) {
		printf("The database has schema %d already.\n", version);
		return 0;
	}
	if (version > 0 && version < SCHEMA_VERSION)
		return schema_move(db, version);
	fprintf(stderr, "kyodo: the database has schema %d, this program knows 1 to %d. Use the program's newer version.\n", version,
	        SCHEMA_VERSION);
	return 1;
}

int command_migrate(int argc, char **argv)
{
	if (argc > 0)
		return usage_wrong("migrate", argv[0]);
	const char *path = config_data_path("kyodo.db");
	int lock = access(path, F_OK) == 0 ? lock_take(0) : -1;
	struct db *db = lock >= 0 ? db_open(path, DB_WRITER) : NULL;
	if (!db) {
		fprintf(stderr, "kyodo: no database of %s could be migrated.\n", config("data"));
		return 1;
	}
	int status = store_migrate(db);
	db_close(db);
	close(lock);
	return status;
}
