/* kyodo verify: whether the database is whole: file, foreign keys, schema, the search index, the ledger's chain. Changes nothing. */
#include "commands/commands.h"

#include "adapters/db.h"
#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"
#include "commands/store_schema.h"
#include "commands/usage.h"
#include "workflow/case_file.h"
#include "workflow/ledger.h"

#include <stdio.h>

static bool check_report(const char *what, const char *complaint)
{
	if (*complaint)
		fprintf(stderr, "kyodo: %s: %s\n", what, complaint);
	else
		printf("ok: %s\n", what);
	return !*complaint;
}

static bool schema_check(struct db *db)
{
	const char *sql = schema_read();
	return sql && check_report("schema", schema_compare(db, sql));
}

static bool ledger_check(struct db *db)
{
	char *complaint = NULL;
	bool holds = ledger_verify(db, &complaint);
	return check_report("ledger", holds ? "" : complaint ? complaint : "the chain is broken");
}

static bool search_check(struct db *db)
{
	long long unfound = (long long)case_count_unfound(db);
	return check_report("search index", unfound ? arena_text("%lld cases and their words do not match", unfound) : "");
}

static bool store_check(struct db *db, bool only_schema)
{
	bool is_good = schema_check(db);
	if (only_schema)
		return is_good;
	is_good = check_report("file and foreign keys", db_check(db)) && is_good;
	is_good = ledger_check(db) && is_good;
	is_good = search_check(db) && is_good;
	return check_report("reading", db_fault(db)) && is_good;
}

int command_verify(int argc, char **argv)
{
	bool only_schema = argc == 1 && text_equal(argv[0], "--schema");
	if (argc > 0 && !only_schema)
		return usage_wrong("verify", argv[argc - 1]);
	struct db *db = db_open(config_data_path("kyodo.db"), DB_READER);
	if (!db) {
		fprintf(stderr, "kyodo: there is no database in %s. Make one: kyodo init\n", config("data"));
		return 1;
	}
	bool is_good = store_check(db, only_schema);
	db_close(db);
	if (!is_good)
		fputs("kyodo: the database is not as it should be. Keep a copy, then: kyodo migrate (another version), or kyodo restore FILE.\n",
		      stderr);
	return is_good ? 0 : 1;
}
