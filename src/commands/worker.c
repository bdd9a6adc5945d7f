/* What a worker has and does. Who starts and replaces it is workers.c's. */
#include "commands/worker.h"

#include "adapters/fcgi.h"
#include "adapters/secret.h"
#include "adapters/template.h"
#include "base/arena.h"
#include "base/config.h"
#include "base/log.h"
#include "commands/error_pages.h"
#include "commands/migrations.h"
#include "commands/store_schema.h"
#include "web/dispatch.h"
#include "web/route.h"
#include "workflow/setting.h"

#include <unistd.h>

static struct app app;

static void request_answer(struct request *request, struct response *response)
{
	dispatch(&app, request, response);
}

static void request_follow(struct request *request)
{
	dispatch_after(&app, request);
}

static bool templates_load(void)
{
	const char *root = config("root");
	const char *manifest = arena_text("%s/build/static/manifest", root);
	return template_load(root, access(manifest, R_OK) == 0 ? manifest : NULL);
}

static bool stores_open(void)
{
	const char *path = config_data_path("kyodo.db");
	app.writer = db_open(path, DB_WRITER);
	app.reader = db_open(path, DB_READER);
	if (!app.reader || !app.writer)
		return false;
	int version = schema_version_find(app.reader);
	if (version != SCHEMA_VERSION) {
		log_line("error", "the database has schema %d, this program needs %d: run kyodo migrate", version, SCHEMA_VERSION);
		return false;
	}
	open_days_load(app.reader);
	return !*db_fault(app.reader);
}

int worker_run(int socket, int ready)
{
	features_start();
	if (!config_load() || !secret_key_load(config_data_path("secret.key")) || !templates_load() || !stores_open())
		return 1;
	if (!error_pages_write(app.reader))
		return 1;
	arena_reset();
	if (write(ready, "1", 1) != 1)
		return 1;
	close(ready);
	int status = fcgi_serve(socket, request_answer, request_follow);
	db_close(app.reader);
	db_close(app.writer);
	return status;
}
