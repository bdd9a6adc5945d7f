/* Signing up with and without an account, seats, the waiting list, access needs. */
#include "city.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>

static const char *signup_state(struct city *city, const char *email)
{
	return portal_text(city->portal, arena_text("SELECT state FROM meeting_signups WHERE email = '%s'", email));
}

/* The path of the link in the newest mail. */
static const char *mailed_link(struct city *city)
{
	const char *body = portal_text(city->portal, "SELECT body FROM outbox ORDER BY id DESC LIMIT 1");
	const char *at = strstr(body, "/meetings/");
	return at ? arena_copy_part(at, strcspn(at, "\n ")) : "";
}

TEST(somebody_with_an_account_signs_up_and_sees_the_online_room)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "10"));
	assert_int_equal(browser_get(city.resident, path), 200);
	assert_false(browser_shows(city.resident, "meet.example.jp"));
	assert_int_equal(browser_post(city.resident, path, FIELDS("way", "")), 422);
	assert_int_equal(browser_post(city.resident, path, FIELDS("way", "online")), 303);
	assert_string_equal(signup_state(&city, "resident@example.jp"), "in");
	assert_int_equal(browser_get(city.resident, path), 200);
	assert_true(browser_shows(city.resident, "https://meet.example.jp/room"));
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM notices WHERE text_key = 'notice_signup_in'"), 1);
	assert_int_equal(browser_post(city.resident, path, FIELDS("cancel", "1")), 303);
	assert_string_equal(signup_state(&city, "resident@example.jp"), "cancelled");
	assert_int_equal(browser_get(city.resident, path), 200);
	assert_false(browser_shows(city.resident, "meet.example.jp"));
}

TEST(without_an_account_only_the_pressed_link_counts)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "10"));
	assert_int_equal(browser_get(city.visitor, path), 200);
	assert_int_equal(browser_post(city.visitor, path, FIELDS("way", "site", "name", "はな", "email", "hana@@", "csrf", browser_value(city.visitor, "csrf"))), 422);
	assert_true(browser_shows(city.visitor, "hana@@"));
	assert_int_equal(browser_post(city.visitor, path, FIELDS("way", "site", "name", "はな", "email", "hana@example.jp")), 200);
	assert_string_equal(signup_state(&city, "hana@example.jp"), "asked");
	const char *link = mailed_link(&city);
	assert_true(text_starts(link, path));
	assert_int_equal(browser_get(city.visitor, link), 200);
	assert_string_equal(signup_state(&city, "hana@example.jp"), "asked");
	assert_int_equal(browser_post(city.visitor, link, FIELDS("way", "site", "csrf", "")), 303);
	assert_string_equal(signup_state(&city, "hana@example.jp"), "in");
	assert_int_equal(browser_post(city.visitor, link, FIELDS("way", "absent", "csrf", "")), 303);
	assert_string_equal(signup_state(&city, "hana@example.jp"), "absent");
	assert_int_equal(browser_post(city.visitor, link, FIELDS("cancel", "1", "csrf", "")), 303);
	assert_string_equal(signup_state(&city, "hana@example.jp"), "cancelled");
}

TEST(a_link_is_nobody_elses_and_no_link_can_be_guessed)
{
	struct city city = city_new();
	long long id = (long long)city_meeting(&city, "10");
	const char *path = city_path("/meetings/%lld/signup", id);
	browser_post(city.visitor, path, FIELDS("way", "site", "name", "はな", "email", "hana@example.jp"));
	const char *link = mailed_link(&city);
	const char *other = text_replace(link, arena_text("/%lld-", (long long)portal_int(city.portal, "SELECT id FROM meeting_signups")), "/77-");
	assert_int_equal(browser_get(city.visitor, other), 404);
	assert_int_equal(browser_get(city.visitor, city_path("%s/1-", path)), 404);
	assert_int_equal(browser_get(city.visitor, city_path("%s/x", path)), 404);
	assert_int_equal(browser_post(city.visitor, city_path("%s/1-%064d", path, 0), FIELDS("way", "site", "csrf", "")), 404);
	long long second = (long long)city_meeting(&city, "10");
	assert_int_equal(browser_get(city.visitor, text_replace(link, arena_text("/meetings/%lld/", id), arena_text("/meetings/%lld/", second))), 404);
}

TEST(asking_again_sends_the_same_sign_up_and_changes_nothing)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "10"));
	browser_post(city.visitor, path, FIELDS("way", "site", "name", "はな", "email", "hana@example.jp"));
	const char *link = mailed_link(&city);
	browser_post(city.visitor, link, FIELDS("way", "site", "csrf", ""));
	assert_int_equal(browser_post(city.visitor, path, FIELDS("way", "absent", "name", "いたずら", "email", "hana@example.jp")), 200);
	assert_string_equal(signup_state(&city, "hana@example.jp"), "in");
	assert_string_equal(mailed_link(&city), link);
	assert_string_equal(portal_text(city.portal, "SELECT name FROM meeting_signups"), "はな");
}

TEST(mails_to_one_address_have_a_brake)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "10"));
	for (int i = 0; i < 8; i++)
		assert_int_equal(browser_post(city.visitor, path, FIELDS("way", "site", "name", "はな", "email", "hana@example.jp")), 200);
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM outbox WHERE email = 'hana@example.jp'"), 5);
}

TEST(a_full_place_makes_people_wait_and_a_free_seat_promotes_the_first)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "1"));
	browser_post(city.resident, path, FIELDS("way", "site"));
	browser_post(city.visitor, path, FIELDS("way", "site", "name", "はな", "email", "hana@example.jp"));
	browser_post(city.visitor, mailed_link(&city), FIELDS("way", "site", "csrf", ""));
	browser_post(city.member, path, FIELDS("way", "site"));
	assert_string_equal(signup_state(&city, "hana@example.jp"), "waiting");
	assert_string_equal(signup_state(&city, "member@example.jp"), "waiting");
	browser_get(city.visitor, text_replace(path, "/signup", ""));
	assert_true(browser_shows(city.visitor, "満席"));
	browser_post(city.resident, path, FIELDS("way", "online"));
	assert_string_equal(signup_state(&city, "resident@example.jp"), "in");
	assert_string_equal(signup_state(&city, "hana@example.jp"), "in");
	assert_string_equal(signup_state(&city, "member@example.jp"), "waiting");
	assert_non_null(strstr(portal_text(city.portal, "SELECT subject FROM outbox WHERE email = 'hana@example.jp' ORDER BY id DESC LIMIT 1"), "空きが出ました"));
	assert_int_equal(browser_post(city.resident, path, FIELDS("way", "site")), 303);
	assert_string_equal(signup_state(&city, "resident@example.jp"), "waiting");
}

TEST(more_seats_promote_those_who_wait)
{
	struct city city = city_new();
	long long id = (long long)city_meeting(&city, "1");
	browser_post(city.resident, city_path("/meetings/%lld/signup", id), FIELDS("way", "site"));
	browser_post(city.member, city_path("/meetings/%lld/signup", id), FIELDS("way", "site"));
	const char *version = city_path("%lld", (long long)portal_int(city.portal, arena_text("SELECT version FROM cases WHERE id = %lld", id)));
	browser_post(city.coordinator, city_path("/meetings/%lld/edit", id),
	             FIELDS("title", "第3回", "place", "公民館", "capacity", "20", "group", city_path("%lld", (long long)city.group), "department",
	                    city_path("%lld", (long long)city.department), "version", version));
	assert_string_equal(signup_state(&city, "member@example.jp"), "in");
}

TEST(needs_are_kept_only_with_consent_seen_only_by_staff_and_forgotten)
{
	struct city city = city_new();
	long long id = (long long)city_meeting(&city, "10");
	const char *path = city_path("/meetings/%lld/signup", id);
	assert_int_equal(browser_post(city.resident, path, FIELDS("way", "site", "needs", "sign", "needs_note", "前の席")), 422);
	assert_true(browser_shows(city.resident, "前の席"));
	assert_int_equal(browser_post(city.resident, path, FIELDS("way", "site", "needs", "sign", "needs", "childcare", "needs_note", "前の席<b>", "consent", "1")), 303);
	assert_int_equal(browser_get(city.coordinator, city_path("/meetings/%lld/people", id)), 200);
	assert_true(browser_shows(city.coordinator, "手話通訳"));
	assert_true(browser_shows(city.coordinator, "前の席&lt;b&gt;"));
	struct browser *others[] = {city.visitor, city.contact, city.staff};
	for (size_t i = 0; i < 3; i++) {
		browser_get(others[i], city_path("/meetings/%lld", id));
		assert_false(browser_shows(others[i], "前の席"));
	}
	city_day(&city, "2026-07-20");
	assert_string_equal(portal_text(city.portal, "SELECT needs_note FROM meeting_signups"), "前の席<b>");
	city_day(&city, "2026-07-21");
	assert_string_equal(portal_text(city.portal, "SELECT needs || needs_note FROM meeting_signups"), "");
}

TEST(an_absent_person_leaves_no_needs)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "10"));
	browser_post(city.resident, path, FIELDS("way", "site", "needs", "sign", "consent", "1"));
	browser_post(city.resident, path, FIELDS("way", "absent", "needs", "sign", "consent", "1"));
	assert_string_equal(portal_text(city.portal, "SELECT needs FROM meeting_signups"), "");
}

TEST(links_never_pressed_are_forgotten_after_a_week)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "10"));
	browser_post(city.visitor, path, FIELDS("way", "site", "name", "はな", "email", "hana@example.jp"));
	city_day(&city, "2026-06-10");
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM meeting_signups"), 0);
}

TEST(nobody_signs_up_after_the_day)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "10"));
	city_clock(&city, "2026-06-21T09:00:00+09:00");
	assert_int_equal(browser_get(city.resident, path), 409);
	assert_int_equal(browser_post(city.resident, path, FIELDS("way", "site")), 409);
}

TEST(a_later_account_takes_over_the_sign_up_of_its_address)
{
	struct city city = city_new();
	const char *path = city_path("/meetings/%lld/signup", (long long)city_meeting(&city, "1"));
	browser_post(city.visitor, path, FIELDS("way", "site", "name", "住民", "email", "resident@example.jp"));
	browser_post(city.visitor, mailed_link(&city), FIELDS("way", "site", "csrf", ""));
	assert_int_equal(browser_post(city.resident, path, FIELDS("way", "site")), 303);
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM meeting_signups"), 1);
	assert_string_equal(signup_state(&city, "resident@example.jp"), "in");
}
