/* The migrations as data. A released one is never changed; a new one is a new row, and schema.sql says the same. */
#include "commands/migrations.h"

#include "base/log.h"
#include "commands/store_schema.h"

#include <stddef.h>

static const struct migration {
	int version; /* the one it leads to */
	const char *sql;
} migrations[] = {
	{1, ""}, /* the first schema is made by init */
};

bool migrations_apply(struct db *db, int version)
{
	for (size_t i = 0; i < sizeof migrations / sizeof *migrations; i++) {
		if (migrations[i].version <= version)
			continue;
		log_line("info", "migrating to schema %d", migrations[i].version);
		if (!db_script(db, migrations[i].sql))
			return false;
		schema_version_update(db, migrations[i].version);
	}
	return !*db_fault(db);
}
