/* Cases as facts and lists; who may see them. */
#include "support/test.h"
#include "support/things.h"

#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/clock.h"
#include "workflow/public_version.h"

TEST(a_case_is_seen_by_its_parties_the_coordinator_and_when_public_by_all)
{
	struct town town = things_begin();
	struct case_file thing = things_now(&town);
	struct viewer as_admin = viewer_of_person(town.db, test_member(town.db, "admin@city.example", "admin", 0, 0));
	assert_true(case_may_see(&town.as_contact, &thing));
	assert_true(case_may_see(&town.as_member, &thing));
	assert_true(case_may_see(&town.as_staff, &thing));
	assert_true(case_may_see(&town.as_coordinator, &thing));
	assert_false(case_may_see(&town.nobody, &thing));
	assert_false(case_may_see(&as_admin, &thing));
	thing.group_id = thing.department_id = 0;
	assert_true(case_may_see(&town.as_contact, &thing));
	assert_false(case_may_see(&town.as_member, &thing));
	assert_false(case_may_see(&town.as_staff, &thing));
	thing.author_id = 0;
	assert_false(case_may_see(&town.nobody, &thing));
	thing.is_public = true;
	assert_true(case_may_see(&town.nobody, &thing));
}

TEST(a_row_shows_names_state_and_path)
{
	struct town town = things_begin();
	case_update_title(town.db, town.thing, "川の清掃", "川をきれいにします");
	struct doc *row = case_row(town.db, town.thing);
	assert_string_equal(doc_text(row, "group_name"), "みどりの会");
	assert_string_equal(doc_text(row, "department_name"), "環境保全課");
	assert_string_equal(doc_text(row, "state_key"), "state_things_draft");
	assert_string_equal(doc_text(row, "path"), arena_text("/things/%lld", (long long)town.thing));
	assert_string_equal(doc_text(row, "summary"), "川をきれいにします");
	assert_false(doc_has(row, "author_id"));
	assert_null(case_row(town.db, 999));
}

TEST(public_cases_are_listed_newest_first_and_paged_by_key)
{
	struct town town = things_begin();
	for (int i = 0; i < 5; i++) {
		int64_t id = case_insert(town.db, &(struct case_file){.kind = "things", .state = "accepted", .title = arena_text("題%d", i)});
		db_run(town.db, "UPDATE cases SET is_public = 1, changed_at = :at WHERE id = :id", DB(V_INT("at", 1000 + i / 2), V_INT("id", id)));
	}
	struct doc *page = case_list_public(town.db, "things", "", 3);
	assert_int_equal(doc_count(page), 3);
	assert_string_equal(doc_text(doc_first(page), "title"), "題4");
	struct doc *last = doc_next(doc_next(doc_first(page)));
	assert_string_equal(doc_text(last, "title"), "題2");
	char *before = arena_text("%lld.%lld", (long long)doc_int(last, "changed_at"), (long long)doc_int(last, "id"));
	page = case_list_public(town.db, "things", before, 3);
	assert_int_equal(doc_count(page), 2);
	assert_string_equal(doc_text(doc_first(page), "title"), "題1");
	assert_int_equal(doc_count(case_list_public(town.db, "", "", 100)), 6);
	assert_int_equal(doc_count(case_list_public(town.db, "things", "なにか", 100)), 5);
}

TEST(cases_of_a_group_a_department_and_a_parent)
{
	struct town town = things_begin();
	struct case_file child = {.title = "子", .group_id = town.group, .department_id = town.department, .parent_id = town.thing};
	int64_t id = case_open(town.db, &town.as_contact, &things, &child, NULL);
	assert_int_equal(doc_count(case_list_group(town.db, town.group, "things", false)), 2);
	assert_int_equal(doc_count(case_list_group(town.db, town.group, "", false)), 2);
	assert_int_equal(doc_count(case_list_group(town.db, town.group, "things", true)), 0);
	assert_int_equal(doc_count(case_list_department(town.db, town.department, "things", false)), 2);
	assert_int_equal(doc_count(case_list_children(town.db, town.thing, "things", false)), 1);
	assert_int_equal(doc_count(case_list_children(town.db, town.thing, "others", false)), 0);
	db_run(town.db, "UPDATE cases SET is_public = 1 WHERE id = :id", DB(V_INT("id", id)));
	assert_int_equal(doc_count(case_list_children(town.db, town.thing, "", true)), 1);
	assert_int_equal(doc_count(case_list_department(town.db, town.department, "", true)), 1);
}

TEST(words_are_found_only_where_the_case_is_public)
{
	struct town town = things_begin();
	case_update_words(town.db, town.thing, "川の清掃", "浅川をきれいにする");
	case_update_words(town.db, town.thing, "川の清掃", "浅川をきれいにする");
	const char *sql = "SELECT count(*) FROM case_words JOIN cases c ON c.id = case_words.rowid WHERE case_words MATCH :q AND c.is_public >= :least";
	assert_int_equal(db_int(town.db, sql, DB(V_TEXT("q", unicode_query("浅川")), V_INT("least", 0))), 1);
	assert_int_equal(db_int(town.db, sql, DB(V_TEXT("q", unicode_query("浅川")), V_INT("least", 1))), 0);
}

TEST(changes_of_a_public_case_raise_the_public_version)
{
	struct town town = things_begin();
	int64_t before = public_version(town.db);
	case_update_title(town.db, town.thing, "新しい題", "");
	case_update_due(town.db, town.thing, "city", day_make(2026, 7, 1));
	assert_int_equal(public_version(town.db), before);
	case_update_title(town.db, town.group, "みどりの会", "");
	assert_true(public_version(town.db) > before);
	struct case_file thing = things_now(&town);
	assert_string_equal(thing.turn, "city");
	assert_int_equal(thing.due_on, day_make(2026, 7, 1));
	case_update_due(town.db, town.thing, "city", DAY_NONE);
	assert_int_equal(things_now(&town).due_on, DAY_NONE);
}

static struct machine below = {.kind = "belows", .path = "/projects/{parent}/evaluation", .letter = "下", .states = "open", .closed = ""};

TEST(a_path_may_lie_below_the_parents)
{
	struct town town = things_begin();
	machine_register(&below);
	int64_t id = case_insert(town.db, &(struct case_file){.kind = "belows", .state = "open", .title = "x", .parent_id = town.thing});
	assert_string_equal(doc_text(case_row(town.db, id), "path"), arena_text("/projects/%lld/evaluation", (long long)town.thing));
	assert_string_equal(case_path("belows", id), arena_text("/cases/%lld", (long long)id));
	assert_string_equal(case_path("things", 12), "/things/12");
}
