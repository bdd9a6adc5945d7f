/* Minutes: drafting, corrections, two confirmers, publication; and promises. */
#include "city.h"

#include "base/arena.h"

#include <string.h>

static const char *state_of(struct city *city, int64_t id)
{
	return portal_text(city->portal, arena_text("SELECT state FROM cases WHERE id = %lld", (long long)id));
}

static int64_t recorded(struct city *city, const char *move)
{
	return portal_int(city->portal, arena_text("SELECT count(*) FROM ledger WHERE move = '%s'", move));
}

static int64_t told(struct city *city, const char *key, int64_t person)
{
	return portal_int(city->portal, arena_text("SELECT count(*) FROM notices WHERE text_key = '%s' AND person_id = %lld", key, (long long)person));
}

static int64_t promise_of(struct city *city, const char *side)
{
	return portal_int(city->portal, arena_text("SELECT id FROM promises WHERE side = '%s'", side));
}

TEST(minutes_begin_when_the_meeting_was_held_and_are_hidden)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	const char *path = city_path("/meetings/%lld/minutes", (long long)meeting);
	assert_int_equal(recorded(&city, "minutes.open"), 1);
	assert_int_equal(told(&city, "notice_minutes_open", city.contact_id), 1);
	assert_int_equal(browser_get(city.visitor, path), 404);
	assert_int_equal(browser_get(city.resident, path), 404);
	assert_int_equal(browser_get(city.staff, path), 404);
	assert_int_equal(browser_get(city.contact, path), 200);
	assert_int_equal(browser_get(city.stranger, path), 200);
	assert_int_equal(browser_get(city.visitor, city_path("%s.json", path)), 404);
	assert_int_equal(browser_get(city.contact, city_path("%s.json", path)), 404);
}

TEST(nothing_of_the_draft_reaches_outsiders)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	city_minutes(&city, meeting);
	struct browser *outside[] = {city.visitor, city.resident, city.staff};
	static const char *const pages[] = {"/meetings/%lld", "/meetings/%lld/promises", "/meetings", "/meetings/promises", "/meetings/%lld.json", "/meetings.csv",
	                                    "/meetings/promises.csv", "/meetings/%lld/promises.json"};
	for (size_t page = 0; page < sizeof pages / sizeof *pages; page++)
		for (size_t i = 0; i < 3; i++) {
			assert_int_equal(browser_get(outside[i], arena_text(pages[page], (long long)meeting)), 200);
			assert_false(browser_shows(outside[i], "道具を数える"));
			assert_false(browser_shows(outside[i], "清掃の日を話しました"));
		}
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM cases WHERE kind IN ('minutes', 'promises') AND is_public = 1"), 0);
}

TEST(the_coordinator_drafts_and_after_the_days_the_other_side_may)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	const char *path = city_path("/meetings/%lld/minutes/edit", (long long)meeting);
	assert_int_equal(browser_get(city.coordinator, path), 200);
	assert_true(browser_shows(city.coordinator, "会場 12人、オンライン 3人"));
	assert_int_equal(browser_get(city.contact, path), 403);
	assert_int_equal(browser_post(city.contact, path, FIELDS("attendance", "x")), 403);
	assert_int_equal(browser_get(city.visitor, path), 303);
	assert_int_equal(browser_get(city.resident, path), 404);
	city_clock(&city, "2026-07-20T09:00:00+09:00");
	assert_int_equal(browser_get(city.contact, path), 200);
	assert_int_equal(browser_get(city.member, path), 403);
	assert_int_equal(browser_post(city.contact, path, FIELDS("attendance", "みどりの会ほか", "summary", "団体が書きました")), 303);
	assert_int_equal(city_move(&city, city.contact, portal_int(city.portal, "SELECT id FROM minutes"), "put_out", NO_FIELDS), 303);
}

TEST(a_draft_with_mistakes_comes_back_and_rows_are_added_without_script)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	const char *path = city_path("/meetings/%lld/minutes/edit", (long long)meeting);
	assert_int_equal(browser_post(city.coordinator, path, FIELDS("attendance", "", "summary", "</textarea><script>x</script>", "promises.0.what", "何か")), 422);
	assert_false(browser_shows(city.coordinator, "<script>x"));
	assert_true(browser_shows(city.coordinator, "何か"));
	assert_int_equal(browser_post(city.coordinator, path, FIELDS("attendance", "全員", "promises.0.what", "一つ目", "_add", "promises")), 200);
	assert_true(browser_shows(city.coordinator, "promises.1.what"));
	assert_int_equal(city_move(&city, city.coordinator, portal_int(city.portal, "SELECT id FROM minutes"), "put_out", NO_FIELDS), 422);
	browser_post(city.coordinator, path, FIELDS("attendance", "全員", "base_version", "-1"));
	assert_int_equal(browser_post(city.coordinator, path, FIELDS("attendance", "古い画面", "base_version", "77")), 422);
	assert_true(browser_shows(city.coordinator, "古い画面"));
}

TEST(corrections_are_taken_or_kept_and_their_askers_told)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	int64_t minutes = city_minutes(&city, meeting);
	const char *path = city_path("/meetings/%lld/minutes/corrections", (long long)meeting);
	assert_int_equal(browser_get(city.stranger, city_path("%s?part=summary", path)), 200);
	assert_true(browser_shows(city.stranger, "川の話"));
	assert_int_equal(browser_post(city.stranger, path, FIELDS("part", "summary", "wording", "")), 422);
	assert_int_equal(browser_post(city.stranger, path, FIELDS("part", "promises", "wording", "x")), 422);
	assert_int_equal(browser_post(city.stranger, path, FIELDS("part", "summary", "wording", "川と子どもの話<i>", "why", "子どもの話もした")), 303);
	assert_int_equal(browser_post(city.contact, path, FIELDS("part", "decisions", "wording", "秋はむずかしい")), 303);
	assert_int_equal(recorded(&city, "minutes.propose"), 2);
	assert_int_equal(told(&city, "notice_minutes_propose", city.coordinator_id), 2);
	assert_int_equal(browser_get(city.resident, path), 404);
	assert_int_equal(browser_post(city.resident, path, FIELDS("part", "summary", "wording", "x")), 404);
	const char *first = city_path("%s/%lld", path, (long long)portal_int(city.portal, "SELECT min(id) FROM minutes_corrections"));
	const char *second = city_path("%s/%lld", path, (long long)portal_int(city.portal, "SELECT max(id) FROM minutes_corrections"));
	assert_int_equal(browser_get(city.stranger, first), 403);
	assert_int_equal(browser_get(city.contact, first), 403);
	browser_get(city.contact, path);
	assert_false(browser_shows(city.contact, first));
	assert_int_equal(browser_get(city.coordinator, first), 200);
	assert_int_equal(browser_post(city.coordinator, first, FIELDS("decision", "take", "wording", "")), 422);
	assert_int_equal(browser_post(city.coordinator, first, FIELDS("decision", "take", "wording", "川と子どもの話<i>")), 303);
	assert_int_equal(browser_post(city.coordinator, second, FIELDS("decision", "keep", "answer", "両方の見方を残します")), 303);
	assert_int_equal(browser_post(city.coordinator, second, FIELDS("decision", "keep")), 409);
	assert_int_equal(told(&city, "notice_minutes_take", city.stranger_id), 1);
	assert_int_equal(told(&city, "notice_minutes_keep", city.contact_id), 1);
	browser_get(city.contact, city_path("/meetings/%lld/minutes", (long long)meeting));
	assert_true(browser_shows(city.contact, "川と子どもの話&lt;i&gt;"));
	assert_true(browser_shows(city.contact, "付記"));
	assert_true(browser_shows(city.contact, "両方の見方を残します"));
	assert_string_equal(state_of(&city, minutes), "corrections");
}

TEST(an_attendee_without_a_post_may_correct_too)
{
	struct city city = city_new();
	int64_t meeting = city_agenda(&city);
	browser_post(city.resident, city_path("/meetings/%lld/signup", (long long)meeting), FIELDS("way", "site"));
	city_move(&city, city.coordinator, meeting, "fix", NO_FIELDS);
	city_clock(&city, "2026-06-20T17:00:00+09:00");
	city_move(&city, city.coordinator, meeting, "hold", FIELDS("came_site", "12", "came_online", "3"));
	city_minutes(&city, meeting);
	assert_int_equal(told(&city, "notice_signup_minutes_out", city.resident_id), 1);
	const char *path = city_path("/meetings/%lld/minutes/corrections", (long long)meeting);
	assert_int_equal(browser_post(city.resident, path, FIELDS("part", "summary", "wording", "もっと話した")), 303);
	assert_non_null(strstr(portal_text(city.portal, "SELECT content FROM ledger WHERE move = 'minutes.propose'"), "\"role\":\"resident\""));
	browser_get(city.contact, path);
	assert_true(browser_shows(city.contact, "参加した方"));
	assert_false(browser_shows(city.contact, "住民"));
}

TEST(one_of_each_side_confirms_then_all_may_read)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	int64_t minutes = city_minutes(&city, meeting);
	assert_int_equal(city_move(&city, city.contact, minutes, "confirm_group", NO_FIELDS), 422);
	assert_int_equal(city_move(&city, city.coordinator, minutes, "ask", NO_FIELDS), 303);
	assert_int_equal(city_move(&city, city.contact, minutes, "confirm_city", NO_FIELDS), 403);
	assert_int_equal(city_move(&city, city.coordinator, minutes, "confirm_group", NO_FIELDS), 403);
	assert_int_equal(city_move(&city, city.contact, minutes, "confirm_group", NO_FIELDS), 303);
	assert_string_equal(state_of(&city, minutes), "confirming");
	assert_int_equal(city_move(&city, city.contact, minutes, "confirm_group", NO_FIELDS), 422);
	assert_int_equal(city_move(&city, city.coordinator, minutes, "confirm_city", NO_FIELDS), 303);
	assert_string_equal(browser_location(city.coordinator), city_path("/meetings/%lld/minutes", (long long)meeting));
	assert_string_equal(state_of(&city, minutes), "published");
	const char *path = city_path("/meetings/%lld/minutes", (long long)meeting);
	assert_int_equal(browser_get(city.visitor, path), 200);
	assert_true(browser_shows(city.visitor, "清掃の日を話しました"));
	assert_true(browser_shows(city.visitor, "道具を数える"));
	assert_int_equal(browser_get(city.visitor, city_path("%s.json", path)), 200);
	assert_true(browser_shows(city.visitor, "清掃の日を話しました"));
	assert_int_equal(browser_get(city.coordinator, city_path("%s/edit", path)), 409);
	assert_int_equal(city_move(&city, city.contact, minutes, "note", FIELDS("reason", "日取りは10月に決まりました")), 303);
	browser_get(city.visitor, path);
	assert_true(browser_shows(city.visitor, "日取りは10月に決まりました"));
	assert_int_equal(recorded(&city, "minutes.publish"), 1);
	browser_get(city.visitor, "/meetings/promises.json");
	assert_true(browser_shows(city.visitor, "河川の許可を調べる"));
}

TEST(minutes_nobody_confirms_are_published_with_their_open_points)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	int64_t minutes = city_minutes(&city, meeting);
	browser_post(city.stranger, city_path("/meetings/%lld/minutes/corrections", (long long)meeting), FIELDS("part", "summary", "wording", "別の見方"));
	city_day(&city, "2026-06-30");
	assert_string_equal(state_of(&city, minutes), "corrections");
	city_day(&city, "2026-07-01");
	assert_string_equal(state_of(&city, minutes), "confirming");
	assert_int_equal(city_move(&city, city.contact, minutes, "confirm_group", NO_FIELDS), 422);
	city_day(&city, "2026-08-01");
	assert_string_equal(state_of(&city, minutes), "unconfirmed");
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld/minutes", (long long)meeting)), 200);
	assert_true(browser_shows(city.visitor, "未確認のまま公開しています"));
	assert_true(browser_shows(city.visitor, "団体側の確認が終わっていません"));
	assert_true(browser_shows(city.visitor, "別の見方"));
	assert_int_equal(city_move(&city, city.contact, minutes, "confirm_group", NO_FIELDS), 303);
	assert_int_equal(city_move(&city, city.coordinator, minutes, "confirm_city", NO_FIELDS), 303);
	assert_string_equal(state_of(&city, minutes), "published");
}

TEST(a_grave_mistake_takes_the_minutes_back_to_the_draft)
{
	struct city city = city_new();
	int64_t minutes = city_minutes(&city, city_held(&city));
	city_move(&city, city.coordinator, minutes, "ask", NO_FIELDS);
	city_move(&city, city.contact, minutes, "confirm_group", NO_FIELDS);
	assert_int_equal(city_move(&city, city.coordinator, minutes, "correct", FIELDS("reason", "別の会の文章でした")), 303);
	assert_string_equal(portal_text(city.portal, "SELECT group_confirmed_on FROM minutes"), "");
	assert_int_equal(told(&city, "notice_minutes_correct", city.contact_id), 1);
	assert_int_equal(city_move(&city, city.coordinator, minutes, "put_out", NO_FIELDS), 303);
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM promises"), 2);
}

TEST(promises_have_two_sides_and_each_hears_of_them)
{
	struct city city = city_new();
	int64_t meeting = city_held(&city);
	city_minutes(&city, meeting);
	int64_t ours = promise_of(&city, "group");
	int64_t citys = promise_of(&city, "city");
	assert_int_equal(told(&city, "notice_promises_open", city.contact_id), 2);
	assert_int_equal(told(&city, "notice_promises_open", city.coordinator_id), 2);
	assert_string_equal(portal_text(city.portal, arena_text("SELECT due_on FROM cases WHERE id = %lld", (long long)citys)), "2026-07-15");
	assert_int_equal(city_move(&city, city.contact, ours, "kept", NO_FIELDS), 422);
	assert_int_equal(city_move(&city, city.contact, ours, "release", FIELDS("reason", "x")), 422);
	assert_int_equal(city_move(&city, city.contact, ours, "move", FIELDS("due", "2026-08-10", "reason", "雨が続いたため")), 303);
	assert_string_equal(browser_location(city.contact), city_path("/meetings/%lld/promises", (long long)meeting));
	assert_string_equal(state_of(&city, ours), "moved");
	assert_int_equal(city_move(&city, city.contact, ours, "move", FIELDS("due", "2026-01-10", "reason", "過去")), 422);
	assert_int_equal(city_move(&city, city.coordinator, ours, "kept", NO_FIELDS), 303);
	assert_int_equal(told(&city, "notice_promises_kept", city.contact_id), 1);
	assert_int_equal(city_move(&city, city.contact, citys, "move", FIELDS("due", "2026-08-10", "reason", "x")), 422);
	assert_int_equal(city_move(&city, city.member, citys, "release", FIELDS("reason", "x")), 403);
	assert_int_equal(city_move(&city, city.stranger, citys, "release", FIELDS("reason", "x")), 404);
	assert_int_equal(city_move(&city, city.contact, citys, "release", FIELDS("reason", "もう要りません")), 303);
	assert_int_equal(city_move(&city, city.coordinator, citys, "correct", FIELDS("what", "許可を調べる", "due", "2026-09-01", "reason", "言葉の誤り")), 303);
	assert_string_equal(state_of(&city, citys), "open");
	assert_int_equal(recorded(&city, "promises.move"), 1);
	assert_int_equal(recorded(&city, "promises.correct"), 1);
}

TEST(late_promises_are_told_and_come_onto_the_next_agenda)
{
	struct city city = city_new();
	city_minutes(&city, city_held(&city));
	city_day(&city, "2026-07-03");
	assert_int_equal(told(&city, "notice_promises_near", city.contact_id), 1);
	city_day(&city, "2026-07-11");
	city_day(&city, "2026-07-11");
	assert_string_equal(state_of(&city, promise_of(&city, "group")), "overdue");
	assert_string_equal(state_of(&city, promise_of(&city, "city")), "open");
	assert_int_equal(recorded(&city, "promises.overdue"), 1);
	assert_int_equal(told(&city, "notice_promises_overdue", city.contact_id), 1);
	browser_post(city.coordinator, "/meetings/new",
	             FIELDS("title", "第4回", "kind", "meeting", "day", "2026-09-20", "starts", "13:30", "ends", "15:00", "place", "公民館", "group",
	                    city_path("%lld", (long long)city.group), "department", city_path("%lld", (long long)city.department)));
	int64_t next = portal_int(city.portal, "SELECT max(id) FROM cases WHERE kind = 'meetings'");
	assert_int_equal(city_move(&city, city.coordinator, next, "open_agenda", NO_FIELDS), 303);
	assert_int_equal(portal_int(city.portal, arena_text("SELECT count(*) FROM agenda_items WHERE meeting_id = %lld", (long long)next)), 2);
	city_move(&city, city.coordinator, next, "fix", NO_FIELDS);
	assert_int_equal(portal_int(city.portal, arena_text("SELECT count(*) FROM agenda_items WHERE meeting_id = %lld", (long long)next)), 2);
	browser_get(city.visitor, city_path("/meetings/%lld", (long long)next));
	assert_true(browser_shows(city.visitor, "約束の確認"));
	assert_false(browser_shows(city.visitor, "道具を数える"));
	browser_get(city.contact, city_path("/meetings/%lld", (long long)next));
	assert_true(browser_shows(city.contact, "道具を数える"));
}

TEST(rates_show_the_city_against_all_groups)
{
	struct city city = city_new();
	int64_t minutes = city_minutes(&city, city_held(&city));
	city_move(&city, city.coordinator, promise_of(&city, "group"), "kept", NO_FIELDS);
	browser_get(city.visitor, "/meetings");
	assert_false(browser_shows(city.visitor, "団体全体"));
	city_move(&city, city.coordinator, minutes, "ask", NO_FIELDS);
	city_move(&city, city.contact, minutes, "confirm_group", NO_FIELDS);
	city_move(&city, city.coordinator, minutes, "confirm_city", NO_FIELDS);
	browser_get(city.visitor, "/meetings");
	assert_true(browser_shows(city.visitor, "団体全体"));
	assert_true(browser_shows(city.visitor, "100%"));
	assert_true(browser_shows(city.visitor, "1件のうち 0件"));
}
