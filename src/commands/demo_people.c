/* The demonstration city's departments, people, posts and passwords. Their data: demo_data_people.c. */
#include "commands/demo.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "identity/person.h"

#define DEMO_PASSWORD "kyodo-demo-2026"
#define DEMO_HOST "demo.example"

enum { BEFORE_DAYS = 440 }; /* the posts are older than the first story */

static void department_make(struct demo *demo, const struct demo_department *row, bool is_coordinator)
{
	struct doc *fields = doc_object();
	doc_set_text(fields, "about", row->about);
	doc_set_text(fields, "can_do", row->can_do);
	doc_set_text(fields, "cannot_do", row->cannot_do);
	doc_set_text(fields, "budget_season", row->budget_season);
	doc_set_int(fields, "answer_days", row->answer_days);
	doc_set_text(fields, "themes", row->themes);
	doc_set_text(fields, "phone", row->phone);
	department_update(demo->db, department_insert(demo->db, row->code, row->name, is_coordinator), fields);
}

static void person_make(struct demo *demo, const struct demo_person *row, const char *password)
{
	struct db *db = demo->db;
	int64_t id = person_insert(db, arena_text("%s@%s", row->key, row->host), row->name);
	struct doc *fields = person_row(db, id);
	doc_set_text(fields, "kana", row->kana);
	person_update(db, id, doc_set_text(fields, "public_name", row->public_name));
	person_update_confirmed(db, id);
	if (text_equal(row->host, DEMO_HOST))
		person_update_password(db, id, password);
	if (*row->role)
		seat_insert(db, id, row->role, 0, *row->department ? department_find(db, row->department) : 0);
}

void demo_people_insert(struct demo *demo)
{
	const char *password = secret_hash_password(DEMO_PASSWORD);
	clock_visit(clock_at(demo->today - BEFORE_DAYS, 9, 0));
	for (const struct demo_department *row = demo_departments; row->code; row++)
		department_make(demo, row, row == demo_departments);
	for (const struct demo_person *row = demo_people; row->key; row++)
		person_make(demo, row, password);
}

/* Of the accounts and posts by their row, of a group the address of its first contact; the first city's are the known ones. */
char *demo_email(const struct demo *demo, const char *key)
{
	for (const struct demo_person *row = demo_people; row->key && !demo->copy; row++)
		if (text_equal(row->key, key))
			return arena_text("%s@%s", key, row->host);
	return demo->copy ? arena_text("%s%d@dantai.example", key, demo->copy + 1) : arena_text("%s@dantai.example", key);
}

static bool is_city(const char *key)
{
	for (const struct demo_person *row = demo_people; row->key; row++)
		if (text_equal(row->key, key))
			return !text_has_word("green kids starter resident member", key);
	return false;
}

struct viewer demo_viewer(const struct demo *demo, const char *key)
{
	struct demo first = *demo;
	if (!*key)
		return viewer_nobody();
	if (is_city(key))
		first.copy = 0;
	return viewer_of_person(demo->db, person_find(demo->db, demo_email(&first, key)));
}
