/* kyodo tick: does once what time does, in one transaction. Safe to run twice, or late. */
#include "commands/commands.h"

#include "adapters/db.h"
#include "adapters/template.h"
#include "base/config.h"
#include "commands/usage.h"
#include "web/route.h"
#include "workflow/tick.h"

#include <stdio.h>

enum { TICK_WAIT_MS = 20000 };

static int tick_once(struct db *db)
{
	if (!db_begin(db, TICK_WAIT_MS)) {
		fputs("kyodo tick: no turn to write; try again later.\n", stderr);
		return 1;
	}
	bool is_done = tick_run(db);
	if (db_commit(db) && is_done)
		return 0;
	fputs("kyodo tick: not everything could be done; the log above says what. Run it again after mending.\n", stderr);
	return 1;
}

int command_tick(int argc, char **argv)
{
	if (argc > 0)
		return usage_wrong("tick", argv[0]);
	features_start();
	if (!template_load(config("root"), NULL))
		return 1;
	struct db *db = db_open(config_data_path("kyodo.db"), DB_WRITER);
	if (!db) {
		fprintf(stderr, "kyodo: there is no database in %s. Make one: kyodo init\n", config("data"));
		return 1;
	}
	int status = tick_once(db);
	db_close(db);
	return status;
}
