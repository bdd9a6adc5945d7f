/* Versions: drafts saved over, kept ones that stay, two writers at once. */
#include "support/test.h"
#include "support/things.h"

#include "workflow/version.h"

static struct doc *typed(const char *goal)
{
	return doc_set_text(doc_object(), "goal", goal);
}

TEST(a_draft_is_saved_over)
{
	struct town town = things_begin();
	assert_null(version_find(town.db, town.thing, ""));
	assert_true(version_save(town.db, &town.as_contact, town.thing, "", typed("一"), 0));
	struct doc *first = version_find(town.db, town.thing, "");
	assert_int_equal(doc_int(first, "number"), 1);
	assert_int_equal(doc_int(first, "saves"), 1);
	assert_true(doc_bool(first, "is_draft"));
	assert_string_equal(doc_text(first, "side"), "group");
	assert_string_equal(doc_text(first, "saver"), "contact@group.example");
	assert_true(version_save(town.db, &town.as_staff, town.thing, "", typed("二"), 1));
	struct doc *second = version_find(town.db, town.thing, "");
	assert_int_equal(doc_int(second, "number"), 1);
	assert_int_equal(doc_int(second, "saves"), 2);
	assert_string_equal(doc_text(second, "side"), "city");
	assert_string_equal(doc_text(doc_get(second, "content"), "goal"), "二");
	assert_string_not_equal(doc_text(first, "fingerprint"), doc_text(second, "fingerprint"));
	assert_int_equal(test_count(town.db, "case_versions"), 1);
}

TEST(who_saw_an_older_draft_does_not_overwrite)
{
	struct town town = things_begin();
	version_save(town.db, &town.as_contact, town.thing, "", typed("一"), 0);
	version_save(town.db, &town.as_member, town.thing, "", typed("二"), 1);
	assert_false(version_save(town.db, &town.as_contact, town.thing, "", typed("三"), 1));
	assert_false(version_save(town.db, &town.as_contact, town.thing, "", typed("三"), 0));
	assert_string_equal(doc_text(doc_get(version_find(town.db, town.thing, ""), "content"), "goal"), "二");
	assert_true(version_save(town.db, &town.as_contact, town.thing, "", typed("三"), -1));
}

TEST(a_kept_version_stays_and_the_next_draft_counts_on)
{
	struct town town = things_begin();
	assert_int_equal(version_keep(town.db, town.thing, ""), 0);
	version_save(town.db, &town.as_contact, town.thing, "", typed("一"), 0);
	assert_null(version_find_kept(town.db, town.thing, ""));
	assert_int_equal(version_keep(town.db, town.thing, ""), 1);
	assert_int_equal(version_keep(town.db, town.thing, ""), 1);
	assert_false(version_save(town.db, &town.as_contact, town.thing, "", typed("遅い"), 1));
	assert_true(version_save(town.db, &town.as_contact, town.thing, "", typed("二"), 0));
	assert_false(version_save(town.db, &town.as_contact, town.thing, "", typed("遅い"), 1));
	assert_int_equal(doc_int(version_find(town.db, town.thing, ""), "number"), 2);
	assert_string_equal(doc_text(doc_get(version_find_kept(town.db, town.thing, ""), "content"), "goal"), "一");
	assert_string_equal(doc_text(doc_get(version_find_number(town.db, town.thing, "", 1), "content"), "goal"), "一");
	assert_null(version_find_number(town.db, town.thing, "", 3));
	version_keep(town.db, town.thing, "");
	struct doc *list = version_list(town.db, town.thing, "");
	assert_int_equal(doc_count(list), 2);
	assert_int_equal(doc_int(doc_first(list), "number"), 2);
	assert_false(doc_has(doc_first(list), "content"));
}

TEST(parts_are_kept_apart)
{
	struct town town = things_begin();
	version_save(town.db, &town.as_contact, town.thing, "group", typed("団体"), 0);
	assert_null(version_find(town.db, town.thing, "city"));
	version_save(town.db, &town.as_staff, town.thing, "city", typed("市"), 0);
	assert_string_equal(doc_text(doc_get(version_find(town.db, town.thing, "group"), "content"), "goal"), "団体");
	version_drop(town.db, town.thing, "group");
	assert_null(version_find(town.db, town.thing, "group"));
	assert_non_null(version_find(town.db, town.thing, "city"));
}

TEST(dropping_takes_the_draft_only)
{
	struct town town = things_begin();
	version_save(town.db, &town.as_contact, town.thing, "", typed("一"), 0);
	version_keep(town.db, town.thing, "");
	version_save(town.db, &town.as_contact, town.thing, "", typed("二"), 0);
	version_drop(town.db, town.thing, "");
	assert_int_equal(doc_int(version_find(town.db, town.thing, ""), "number"), 1);
}
