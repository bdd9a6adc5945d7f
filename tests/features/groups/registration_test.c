/* A registration from its start page to the directory, each step by its own role. */
#include "steps.h"

#include "base/arena.h"
#include "base/text.h"

TEST(anybody_reads_the_start_page_and_signing_in_comes_with_the_button)
{
	struct portal *portal = portal_new();
	struct browser *visitor = browser_new(portal, 0);
	assert_int_equal(browser_get(visitor, "/groups/new"), 200);
	assert_true(browser_shows(visitor, "登録を始める"));
	int status = browser_post(visitor, "/groups/new", FIELDS("name", "みどりの会", "kind", "voluntary"));
	assert_true(status == 403 || status == 401 || status == 303 || status == 200);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM cases"), 0);
}

TEST(a_group_is_registered_by_its_member_its_representative_and_the_coordinator)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "aoki@example.jp", "青木 花子");
	int64_t coordinator = portal_coordinator(portal);
	struct browser *own = browser_new(portal, person);
	struct browser *desk = browser_new(portal, coordinator);
	struct browser *visitor = browser_new(portal, 0);
	int64_t id = group_begun(own, "みどりの会");
	const char *path = arena_text("/groups/%lld", (long long)id);

	assert_int_equal(browser_get(visitor, path), 404);
	assert_int_equal(browser_get(own, path), 200);
	group_filled(own, id, "yamamoto@example.jp");
	group_sent(own, id);
	assert_int_equal(browser_get(own, arena_text("%s/done", path)), 200);
	assert_true(browser_shows(own, "団20"));
	assert_int_equal(browser_get(visitor, path), 404);

	assert_int_equal(browser_get(desk, "/groups/queue"), 200);
	assert_true(browser_shows(desk, "みどりの会"));
	assert_true(browser_shows(desk, "代表者の同意待ち"));
	assert_int_equal(group_moved(desk, id, "register", FIELDS("checked", "rules")), 409);

	int64_t representative = portal_int(portal, "SELECT person_id FROM group_contacts WHERE place = 'representative'");
	assert_int_equal(group_moved(own, id, "consent", NO_FIELDS), 409);
	assert_int_equal(group_moved(browser_new(portal, representative), id, "consent", NO_FIELDS), 303);

	assert_int_equal(group_moved(desk, id, "register", FIELDS("checked", "rules", "checked", "activity")), 303);
	assert_int_equal(browser_get(visitor, path), 404);
	group_executed(desk, id);
	assert_int_equal(browser_get(visitor, path), 200);
	assert_true(browser_shows(visitor, "川をきれいにする"));
	assert_true(browser_shows(visitor, "規約・会則・定款を読みました"));
	assert_true(browser_shows(visitor, "協働の窓口"));
	assert_int_equal(browser_get(visitor, "/groups"), 200);
	assert_true(browser_shows(visitor, "みどりの会"));
}

TEST(facts_are_shown_by_their_visibility)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "aoki@example.jp", "青木 花子");
	int64_t coordinator = portal_coordinator(portal);
	int64_t id = group_registered(portal, person, coordinator);
	const char *path = arena_text("/groups/%lld", (long long)id);
	struct browser *visitor = browser_new(portal, 0);
	assert_int_equal(browser_get(visitor, path), 200);
	assert_true(browser_shows(visitor, "midori@example.jp"));
	assert_false(browser_shows(visitor, "12人"));
	assert_false(browser_shows(visitor, "年1000円"));
	assert_false(browser_shows(visitor, "山本"));
	assert_false(browser_shows(visitor, "佐藤"));
	const char *twin = arena_text("%s.json", path);
	assert_int_equal(browser_get(visitor, twin), 200);
	assert_true(browser_shows(visitor, "\"founded_on\":\"2015-04-01\"") || browser_shows(visitor, "\"founded_on\": \"2015-04-01\""));
	assert_false(browser_shows(visitor, "member_count"));
	assert_false(browser_shows(visitor, "山本") || browser_shows(visitor, "年1000円") || browser_shows(visitor, "090"));
	struct browser *own = browser_new(portal, person);
	assert_int_equal(browser_get(own, path), 200);
	assert_true(browser_shows(own, "山本") && browser_shows(own, "年1000円") && browser_shows(own, "12人"));
	assert_int_equal(browser_get(own, twin), 200);
	assert_false(browser_shows(own, "山本"));
	int64_t other = portal_person(portal, "other@example.jp", "別府");
	struct browser *resident = browser_new(portal, other);
	assert_int_equal(browser_get(resident, path), 200);
	assert_false(browser_shows(resident, "12人"));
	int64_t second = group_registered(portal, person, coordinator);
	portal_seat(portal, other, "member", second, 0);
	struct browser *neighbour = browser_new(portal, other);
	assert_int_equal(browser_get(neighbour, path), 200);
	assert_true(browser_shows(neighbour, "12人"));
	assert_false(browser_shows(neighbour, "年1000円") || browser_shows(neighbour, "山本"));
	assert_int_equal(browser_get(browser_new(portal, coordinator), path), 200);
}
