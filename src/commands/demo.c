/* kyodo demo: fills an empty database with the demonstration city. */
#include "commands/commands.h"
#include "commands/demo.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"
#include "commands/usage.h"
#include "identity/person.h"
#include "web/route.h"
#include "workflow/setting.h"

#include <stdio.h>

enum { DEMO_WAIT_MS = 20000 };

static bool city_build(struct demo *demo)
{
	demo_people_insert(demo);
	demo_groups_plan();
	demo_proposals_plan();
	demo_thread_plan();
	bool is_built = demo_run(demo);
	clock_return();
	setting_update(demo->db, "is_demo", "1");
	return is_built;
}

bool demo_make(struct db *db, int scale)
{
	struct demo demo = {.db = db, .today = day_today(), .scale = scale};
	if (doc_count(person_list(db, "", 0))) {
		fputs("kyodo demo: there are people in this database already. Make an empty one first: kyodo init (in another KYODO_DATA).\n", stderr);
		return false;
	}
	if (!db_begin(db, DEMO_WAIT_MS)) {
		fputs("kyodo demo: no turn to write; is the portal running? Try again.\n", stderr);
		return false;
	}
	if (city_build(&demo) && !*db_fault(db) && db_commit(db))
		return true;
	fprintf(stderr, "kyodo demo: nothing was changed: %s\n", db_fault(db));
	db_rollback(db);
	return false;
}

static int scale_read(int argc, char **argv)
{
	if (argc == 0)
		return 1;
	long long scale = argc == 2 && text_equal(argv[0], "--scale") ? text_number(argv[1]) : 0;
	return scale >= 1 && scale <= DEMO_SCALE_MOST ? (int)scale : 0;
}

int command_demo(int argc, char **argv)
{
	int scale = scale_read(argc, argv);
	if (!scale)
		return usage_wrong("demo", argv[argc - 1]);
	features_start();
	if (!template_load(config("root"), NULL))
		return 1;
	struct db *db = db_open(config_data_path("kyodo.db"), DB_WRITER);
	if (!db) {
		fprintf(stderr, "kyodo: there is no database in %s. Make one: kyodo init\n", config("data"));
		return 1;
	}
	bool is_made = demo_make(db, scale);
	db_close(db);
	if (is_made)
		printf("The demonstration city %s is ready. The login page lists its accounts.\n", config("city"));
	return is_made ? 0 : 1;
}
