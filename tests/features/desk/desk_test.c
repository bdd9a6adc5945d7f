/* The desk: who sees what waits, reminders once a day, the 郵送・電話 list. */
#include "support/portal.h"

#include "base/arena.h"
#include "base/clock.h"
#include "identity/person.h"
#include "workflow/case_file.h"
#include "workflow/notice.h"

struct town {
	struct portal *portal;
	int64_t coordinator;
	int64_t member;
	int64_t stranger;
	int64_t group;
};

static struct town town_new(void)
{
	struct town town = {.portal = portal_new()};
	town.coordinator = portal_coordinator(town.portal);
	town.member = portal_person(town.portal, "member@example.jp", "会員");
	town.stranger = portal_person(town.portal, "stranger@example.jp", "他人");
	struct db *db = portal_store(town.portal);
	struct case_file group = {.kind = "groups", .state = "submitted", .title = "川の会"};
	town.group = case_insert(db, &group);
	case_update_owner(db, town.group, town.group, 0);
	case_update_due(db, town.group, "city", DAY_NONE);
	portal_done(town.portal);
	portal_seat(town.portal, town.member, "contact", town.group, 0);
	return town;
}

TEST(desk_needs_somebody_signed_in)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/desk"), 303);
	assert_string_equal(browser_location(browser), "/login?next=%2Fdesk");
}

TEST(desk_of_a_stranger_is_clear)
{
	struct town town = town_new();
	struct browser *browser = browser_new(town.portal, town.stranger);
	assert_int_equal(browser_get(browser, "/desk"), 200);
	assert_false(browser_shows(browser, "川の会"));
	assert_true(browser_shows(browser, "あなたの番の案件はありません"));
}

TEST(desk_of_the_group_waits_on_the_city_and_reminds_once_a_day)
{
	struct town town = town_new();
	struct browser *browser = browser_new(town.portal, town.member);
	assert_int_equal(browser_get(browser, "/desk"), 200);
	assert_true(browser_shows(browser, "川の会"));
	const char *path = arena_text("/desk/remind/%lld", (long long)town.group);
	assert_int_equal(browser_post(browser, path, NO_FIELDS), 303);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM notices WHERE text_key = 'notice_desk_reminder'"), 1);
	assert_int_equal(browser_post(browser, path, NO_FIELDS), 303);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM notices WHERE text_key = 'notice_desk_reminder'"), 1);
	struct browser *stranger = browser_new(town.portal, town.stranger);
	assert_int_equal(browser_post(stranger, path, NO_FIELDS), 404);
	struct browser *nobody = browser_new(town.portal, 0);
	assert_int_not_equal(browser_post(nobody, path, NO_FIELDS), 200);
}

TEST(desk_of_the_side_whose_turn_it_is_leads_to_the_case_without_a_button)
{
	struct town town = town_new();
	struct db *db = portal_store(town.portal);
	int64_t returned = case_insert(db, &(struct case_file){.kind = "proposals", .state = "returned", .title = "花だん", .group_id = town.group});
	case_update_due(db, returned, "group", DAY_NONE);
	int64_t draft = case_insert(db, &(struct case_file){.kind = "proposals", .state = "draft", .title = "まだ出さない案", .group_id = town.group});
	case_update_due(db, draft, "group", DAY_NONE);
	portal_done(town.portal);
	struct browser *member = browser_new(town.portal, town.member);
	assert_int_equal(browser_get(member, "/desk"), 200);
	assert_true(browser_shows(member, arena_text("<a class=\"button\" href=\"/proposals/%lld\"", (long long)returned)));
	assert_false(browser_shows(member, arena_text("/desk/remind/%lld", (long long)returned)));
	assert_true(browser_shows(member, "書きかけ"));
	assert_true(browser_shows(member, "まだ出さない案"));
	struct browser *coordinator = browser_new(town.portal, town.coordinator);
	assert_int_equal(browser_get(coordinator, "/desk"), 200);
	assert_true(browser_shows(coordinator, arena_text("/desk/remind/%lld", (long long)returned)));
	assert_false(browser_shows(coordinator, "まだ出さない案"));
}

TEST(letters_are_ticked_by_the_coordinator_only)
{
	struct town town = town_new();
	int64_t old = portal_person(town.portal, "", "郵送 太郎<b>");
	struct db *db = portal_store(town.portal);
	notice_insert(db, old, &(struct telling){.case_id = town.group, .text_key = "notice_desk_reminder", .path = "/groups/1"});
	portal_done(town.portal);
	int64_t letter = portal_int(town.portal, "SELECT id FROM letters");
	const char *path = arena_text("/desk/letters/%lld", (long long)letter);
	struct browser *member = browser_new(town.portal, town.member);
	assert_int_equal(browser_post(member, path, FIELDS("way", "phone")), 403);
	struct browser *coordinator = browser_new(town.portal, town.coordinator);
	assert_int_equal(browser_get(coordinator, "/desk"), 200);
	assert_true(browser_shows(coordinator, "郵送 太郎&lt;b&gt;"));
	assert_int_equal(browser_post(coordinator, path, FIELDS("way", "nonsense")), 422);
	assert_int_equal(browser_post(coordinator, path, FIELDS("way", "phone")), 303);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM letters WHERE done_at > 0 AND way = 'phone'"), 1);
}
