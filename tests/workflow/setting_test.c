/* Settings and open days; submissions. */
#include "support/test.h"
#include "support/store.h"

#include "base/clock.h"
#include "base/text.h"
#include "workflow/public_version.h"
#include "workflow/setting.h"
#include "workflow/submission.h"

TEST(a_setting_has_its_default_until_it_is_set)
{
	struct db *db = test_store();
	assert_int_equal(setting_int(db, "group_min_members"), 5);
	assert_string_equal(setting_text(db, "renewal_from"), "04-01");
	setting_update(db, "group_min_members", "3");
	assert_int_equal(setting_int(db, "group_min_members"), 3);
	assert_string_equal(setting_text(db, "no_such_setting"), "");
	assert_int_equal(setting_int(db, "renewal_from"), 0);
}

TEST(all_settings_are_listed_with_their_labels)
{
	struct db *db = test_store();
	test_texts(NULL);
	setting_update(db, "dialogue_days", "21");
	struct doc *list = setting_list(db);
	assert_true(doc_count(list) > 15);
	for (struct doc *row = doc_first(list); row; row = doc_next(row)) {
		assert_true(text_known(doc_text(row, "label_key")));
		assert_int_equal(doc_bool(row, "is_default"), !text_equal(doc_text(row, "key"), "dialogue_days"));
		assert_string_not_equal(doc_text(row, "key"), "is_demo");
	}
}

TEST(an_unknown_setting_is_not_written)
{
	struct db *db = test_store();
	assert_true(db_begin(db, 10));
	setting_update(db, "no_such_setting", "1");
	assert_string_not_equal(db_fault(db), "");
	db_rollback(db);
}

TEST(the_citys_days_reach_the_clock_and_leave_it_with_their_store)
{
	struct db *db = test_store();
	int day = day_make(2026, 6, 10);
	open_days_load(db);
	assert_true(day_is_open(day));
	open_day_update(db, day, false, "庁舎の点検");
	open_day_update(db, day_make(2026, 6, 13), true, "土曜開庁");
	open_days_load(db);
	assert_false(day_is_open(day));
	assert_true(day_is_open(day_make(2026, 6, 13)));
	assert_int_equal(doc_count(open_day_list(db)), 2);
	assert_string_equal(doc_text(doc_first(open_day_list(db)), "name"), "庁舎の点検");
	open_day_update(db, day, true, "");
	open_days_load(db);
	assert_true(day_is_open(day));
	open_days_load(test_store());
	assert_false(day_is_open(day_make(2026, 6, 13)));
}

TEST(a_submission_leads_to_where_it_first_led_its_own_person)
{
	struct db *db = test_store();
	assert_null(submission_find(db, "token", 7));
	submission_insert(db, "token", 7, "/groups/1");
	submission_insert(db, "token", 7, "/groups/2");
	assert_string_equal(submission_find(db, "token", 7), "/groups/1");
	assert_null(submission_find(db, "token", 8));
	assert_null(submission_find(db, "token", 0));
}

TEST(the_public_version_rises)
{
	struct db *db = test_store();
	int64_t before = public_version(db);
	public_version_raise(db);
	assert_int_equal(public_version(db), before + 1);
	setting_update(db, "dialogue_days", "30");
	assert_int_equal(public_version(db), before + 2);
}
