/* The store of tests: schema.sql in memory. No web, no features. */
#include "support/store.h"

#include "support/test.h"

#include "adapters/secret.h"
#include "adapters/text_catalogue.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "identity/person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STORES_OPEN = 8, FILE_MOST = 1 << 20 };

static struct db *stores[STORES_OPEN];
static unsigned store_number;

static char *file_read(const char *path)
{
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	char *text = arena_alloc(FILE_MOST);
	size_t length = fread(text, 1, FILE_MOST - 1, file);
	fclose(file);
	text[length] = '\0';
	return text;
}

static void settings_begin(void)
{
	static const char *folder;
	if (folder)
		return;
	folder = strdup(test_folder());
	config_set("base_url", "https://kyodo.example.jp");
	config_set("service", "日野協働ひろば");
	config_set("section", "地域協働課");
	config_set("phone", "042-581-4112");
	config_set("hours", "平日8:30–17:15");
	secret_start();
	assert_true(secret_key_load(arena_text("%s/secret.key", folder)));
}

struct db *test_store(void)
{
	settings_begin();
	test_clock("2026-06-01T09:00:00+09:00");
	struct db **place = &stores[store_number++ % STORES_OPEN];
	db_close(*place);
	*place = db_open(":memory:", DB_WRITER);
	assert_non_null(*place);
	assert_true(db_script(*place, file_read(arena_text("%s/schema.sql", test_root()))));
	return *place;
}

void test_texts(const char *json)
{
	struct faults faults = {0};
	struct catalogue *catalogue = catalogue_new();
	catalogue_add(catalogue, "workflow/texts.json", file_read(arena_text("%s/templates/workflow/texts.json", test_root())), &faults);
	if (json)
		catalogue_add(catalogue, "test/texts.json", json, &faults);
	catalogue_index(catalogue, &faults);
	assert_int_equal(faults.count, 0);
	catalogue_use(catalogue);
}

int64_t test_person(struct db *db, const char *email, const char *name)
{
	int64_t id = person_insert(db, email, name);
	if (*email)
		person_update_confirmed(db, id);
	return id;
}

int64_t test_group(struct db *db, const char *name)
{
	int64_t id = case_insert(db, &(struct case_file){.kind = "groups", .state = "registered", .title = name});
	case_update_owner(db, id, id, 0);
	db_run(db, "UPDATE cases SET is_public = 1 WHERE id = :id", DB(V_INT("id", id)));
	return id;
}

int64_t test_department(struct db *db, const char *code, const char *name, bool is_coordinator)
{
	return department_insert(db, code, name, is_coordinator);
}

int64_t test_member(struct db *db, const char *email, const char *role, int64_t group_id, int64_t department_id)
{
	int64_t id = test_person(db, email, *email ? email : "電話の人");
	seat_insert(db, id, role, group_id, department_id);
	return id;
}

int64_t test_coordinator(struct db *db)
{
	int64_t section = department_coordinator(db);
	if (!section)
		section = test_department(db, "collaboration", "地域協働課", true);
	return test_member(db, arena_text("coordinator%lld@city.example", (long long)test_count(db, "people")), "coordinator", 0, section);
}

void test_clock(const char *iso)
{
	assert_true(clock_set(iso, 0));
}

int64_t test_count(struct db *db, const char *what)
{
	return db_int(db, arena_text("SELECT count(*) FROM %s", what), DB_NONE);
}
