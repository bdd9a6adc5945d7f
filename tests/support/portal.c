/* Builds a portal in a new folder: the schema is run once and copied for each test. */
#include "support/portal.h"

#include "adapters/csv.h"
#include "adapters/secret.h"
#include "adapters/template.h"
#include "base/arena.h"
#include "base/config.h"
#include "identity/person.h"
#include "web/route.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *file_read(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	*length = (size_t)ftell(file);
	rewind(file);
	char *text = malloc(*length + 1);
	assert_int_equal(fread(text, 1, *length, file), *length);
	text[*length] = '\0';
	fclose(file);
	return text;
}

static void file_write(const char *path, const char *text, size_t length)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, length, file), length);
	fclose(file);
}

/* The bytes of an empty portal's database, made once. */
static const char *empty_store(size_t *length)
{
	static char *bytes;
	static size_t size;
	if (!bytes) {
		const char *path = arena_text("%s/empty.db", test_folder());
		struct db *db = db_open(path, DB_WRITER);
		assert_non_null(db);
		char *schema = file_read(arena_text("%s/schema.sql", test_root()), &size);
		assert_true(db_begin(db, 1000));
		assert_true(db_script(db, schema));
		assert_true(db_commit(db));
		free(schema);
		db_close(db);
		bytes = file_read(path, &size);
	}
	*length = size;
	return bytes;
}

static void process_start(void)
{
	static bool is_started;
	if (is_started)
		return;
	is_started = true;
	const char *folder = test_folder();
	config_load();
	config_set("data", folder);
	config_set("root", test_root());
	secret_start();
	secret_key_load(arena_text("%s/secret.key", folder));
	csv_start();
	features_start();
	if (!template_load(test_root(), NULL))
		fail_msg("the templates do not load");
}

static struct portal *opened;

struct portal *portal_new(void)
{
	process_start();
	if (opened) {
		db_close(opened->app.reader);
		db_close(opened->app.writer);
		free(opened);
	}
	struct portal *portal = opened = calloc(1, sizeof *portal);
	portal->folder = test_folder();
	size_t length;
	const char *bytes = empty_store(&length);
	const char *path = arena_text("%s/kyodo.db", portal->folder);
	file_write(path, bytes, length);
	portal->app.writer = db_open(path, DB_WRITER);
	portal->app.reader = db_open(path, DB_READER);
	assert_non_null(portal->app.writer);
	assert_non_null(portal->app.reader);
	return portal;
}

struct db *portal_store(struct portal *portal)
{
	assert_true(db_begin(portal->app.writer, 1000));
	return portal->app.writer;
}

void portal_done(struct portal *portal)
{
	if (!db_commit(portal->app.writer))
		fail_msg("set-up failed: %s", db_fault(portal->app.writer));
}

int64_t portal_person(struct portal *portal, const char *email, const char *name)
{
	int64_t id = person_insert(portal_store(portal), email, name);
	portal_done(portal);
	return id;
}

int64_t portal_department(struct portal *portal, const char *code, const char *name, bool is_coordinator)
{
	int64_t id = department_insert(portal_store(portal), code, name, is_coordinator);
	portal_done(portal);
	return id;
}

int64_t portal_seat(struct portal *portal, int64_t person, const char *role, int64_t group, int64_t department)
{
	int64_t id = seat_insert(portal_store(portal), person, role, group, department);
	portal_done(portal);
	return id;
}

int64_t portal_coordinator(struct portal *portal)
{
	int64_t department = portal_int(portal, "SELECT id FROM departments WHERE is_coordinator = 1");
	if (!department)
		department = portal_department(portal, "kyodo", "地域協働課", true);
	int64_t person = portal_person(portal, "coordinator@example.jp", "窓口 花子");
	portal_seat(portal, person, "coordinator", 0, department);
	return person;
}

int64_t portal_int(struct portal *portal, const char *sql)
{
	return db_int(portal->app.writer, sql, DB_NONE);
}

const char *portal_text(struct portal *portal, const char *sql)
{
	const char *text = db_text(portal->app.writer, sql, DB_NONE);
	return text ? text : "";
}
