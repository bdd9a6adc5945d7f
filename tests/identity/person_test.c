/* People, posts and departments in the store. */
#include "support/test.h"
#include "support/store.h"

#include "base/clock.h"
#include "identity/person.h"

#include <string.h>

TEST(a_person_is_found_by_address_only)
{
	struct db *db = test_store();
	int64_t hana = person_insert(db, "hana@example.jp", "花子");
	int64_t paper = person_insert(db, "", "紙の人");
	int64_t other_paper = person_insert(db, "", "別の紙の人");
	assert_true(hana && paper && other_paper);
	assert_int_equal(person_find(db, "hana@example.jp"), hana);
	assert_int_equal(person_find(db, "nobody@example.jp"), 0);
	assert_int_equal(person_find(db, ""), 0);
	assert_string_equal(doc_text(person_row(db, hana), "name"), "花子");
	assert_string_equal(doc_text(person_row(db, paper), "email"), "");
	assert_null(person_row(db, 999));
	assert_string_equal(db_fault(db), "");
}

TEST(a_person_changes_what_is_theirs)
{
	struct db *db = test_store();
	int64_t id = person_insert(db, "a@example.jp", "あ");
	struct doc *fields = doc_object();
	doc_set_text(doc_set_text(doc_set_text(fields, "name", "い"), "kana", "イ"), "public_name", "");
	doc_set_text(doc_set_text(doc_set_text(fields, "phone", "0425814112"), "address", "日野市"), "language", "easy");
	person_update(db, id, fields);
	person_update_email(db, id, "b@example.jp");
	person_update_confirmed(db, id);
	struct doc *row = person_row(db, id);
	assert_string_equal(doc_text(row, "name"), "い");
	assert_string_equal(doc_text(row, "language"), "easy");
	assert_string_equal(doc_text(row, "email"), "b@example.jp");
	assert_true(doc_int(row, "email_confirmed_at") > 0);
	person_update_email(db, id, "");
	assert_int_equal(person_find(db, "b@example.jp"), 0);
	assert_string_equal(db_fault(db), "");
}

TEST(a_closed_account_has_no_password)
{
	struct db *db = test_store();
	int64_t id = person_insert(db, "a@example.jp", "あ");
	assert_string_equal(person_password_hash(db, id), "");
	person_update_password(db, id, "hash");
	assert_string_equal(person_password_hash(db, id), "hash");
	person_update_disabled(db, id, true);
	assert_string_equal(person_password_hash(db, id), "");
	person_update_disabled(db, id, false);
	assert_string_equal(person_password_hash(db, id), "hash");
	assert_string_equal(person_password_hash(db, 999), "");
}

TEST(posts_count_between_their_days)
{
	struct db *db = test_store();
	int64_t id = person_insert(db, "a@example.jp", "あ");
	int64_t section = department_insert(db, "kyodo", "協働課", true);
	int64_t now = seat_insert(db, id, "coordinator", 0, section);
	int64_t over = seat_insert(db, id, "staff", 0, section);
	seat_update_from(db, over, day_today() - 9);
	seat_update_until(db, over, day_today() - 1);
	seat_update_may_submit(db, now, true);
	struct doc *seats = seat_list_person(db, id);
	assert_int_equal(doc_count(seats), 2);
	assert_int_equal(doc_int(doc_first(seats), "id"), now);
	assert_int_equal(doc_int(doc_first(seats), "may_submit"), 1);
	assert_string_equal(doc_text(doc_first(seats), "department_name"), "協働課");
	assert_string_equal(doc_text(doc_first(seats), "until_on"), "");
	assert_int_equal(doc_count(seat_list_department(db, section)), 2);
	assert_int_equal(doc_count(seat_list_group(db, 7)), 0);
	seat_update_until(db, over, DAY_NONE);
	assert_string_equal(doc_text(seat_row(db, over), "until_on"), "");
	assert_string_equal(db_fault(db), "");
}

TEST(people_are_listed_with_todays_roles)
{
	struct db *db = test_store();
	int64_t first = person_insert(db, "a_b@example.jp", "日野 花子");
	int64_t second = person_insert(db, "axb@example.jp", "立川 太郎");
	int64_t section = department_insert(db, "kyodo", "協働課", true);
	seat_insert(db, second, "staff", 0, section);
	seat_insert(db, second, "coordinator", 0, section);
	seat_insert(db, second, "staff", 0, section);
	assert_int_equal(doc_count(person_list(db, "", 0)), 2);
	assert_int_equal(doc_count(person_list(db, "", first)), 1);
	struct doc *exact = person_list(db, "a_b", 0);
	assert_int_equal(doc_count(exact), 1);
	assert_int_equal(doc_int(doc_first(exact), "id"), first);
	struct doc *found = person_list(db, "太郎", 0);
	assert_string_equal(doc_canonical(doc_get(doc_first(found), "roles")), "[\"coordinator\",\"staff\"]");
	assert_int_equal(doc_count(person_list(db, "100%", 0)), 0);
}

TEST(departments_are_found_and_changed)
{
	struct db *db = test_store();
	assert_int_equal(department_coordinator(db), 0);
	int64_t section = department_insert(db, "kyodo", "協働課", true);
	int64_t green = department_insert(db, "environment", "環境課", false);
	assert_int_equal(department_coordinator(db), section);
	assert_int_equal(department_find(db, "environment"), green);
	assert_int_equal(department_find(db, "none"), 0);
	department_update(db, green, doc_set_text(doc_object(), "about", "緑のこと"));
	assert_string_equal(doc_text(department_row(db, green), "about"), "緑のこと");
	assert_string_equal(department_name(db, green), "環境課");
	assert_string_equal(department_name(db, 99), "");
	assert_int_equal(doc_count(department_list(db)), 2);
	assert_string_equal(db_fault(db), "");
}
