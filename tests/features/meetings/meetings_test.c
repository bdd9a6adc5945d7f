/* Planning, agenda, postponing and cancelling, and the public pages of meetings. */
#include "city.h"

#include "adapters/doc.h"
#include "base/arena.h"
#include "base/text.h"
#include "workflow/ledger.h"
#include "workflow/move.h"

#include <string.h>

static int64_t told(struct city *city, const char *key, int64_t person)
{
	return portal_int(city->portal, arena_text("SELECT count(*) FROM notices WHERE text_key = '%s' AND person_id = %lld", key, (long long)person));
}

static int64_t recorded(struct city *city, const char *move)
{
	return portal_int(city->portal, arena_text("SELECT count(*) FROM ledger WHERE move = '%s'", move));
}

TEST(a_planned_meeting_is_public_at_once_with_its_chairs_as_posts)
{
	struct city city = city_new();
	int64_t id = city_meeting(&city, "10");
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld", (long long)id)), 200);
	assert_true(browser_shows(city.visitor, "第3回情報交換会"));
	assert_true(browser_shows(city.visitor, "みどりの会"));
	assert_true(browser_shows(city.visitor, "地域協働課"));
	assert_true(browser_shows(city.visitor, "午後1時30分"));
	assert_false(browser_shows(city.visitor, "meet.example.jp"));
	assert_false(browser_shows(city.visitor, "contact@example.jp"));
	assert_int_equal(told(&city, "notice_meetings_open", city.contact_id), 1);
	assert_int_equal(recorded(&city, "meetings.open"), 1);
	assert_int_equal(browser_get(city.visitor, "/meetings"), 200);
	assert_true(browser_shows(city.visitor, "第3回情報交換会"));
}

TEST(the_twins_of_a_meeting_hide_the_online_room)
{
	struct city city = city_new();
	int64_t id = city_meeting(&city, "10");
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld.json", (long long)id)), 200);
	assert_true(browser_shows(city.visitor, "2026-06-20T13:30:00+09:00"));
	assert_false(browser_shows(city.visitor, "meet.example.jp"));
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld.ics", (long long)id)), 200);
	assert_true(browser_shows(city.visitor, "DTSTART:20260620T043000Z"));
	assert_string_equal(browser_header(city.visitor, "Content-Type"), "text/calendar; charset=utf-8");
	assert_false(browser_shows(city.visitor, "meet.example.jp"));
	assert_int_equal(browser_get(city.visitor, "/meetings.json"), 200);
	assert_true(browser_shows(city.visitor, "第3回情報交換会"));
	assert_int_equal(browser_get(city.visitor, "/meetings.csv"), 200);
	assert_true(browser_shows(city.visitor, "市役所505会議室"));
	assert_int_equal(browser_get(city.visitor, "/meetings.ics"), 200);
	assert_true(browser_shows(city.visitor, "BEGIN:VEVENT"));
	assert_int_equal(browser_get(city.coordinator, city_path("/meetings/%lld.json", (long long)id)), 200);
	assert_false(browser_shows(city.coordinator, "meet.example.jp"));
}

TEST(what_is_missing_or_wrong_comes_back_with_what_was_typed)
{
	struct city city = city_new();
	assert_int_equal(browser_post(city.coordinator, "/meetings/new",
	                              FIELDS("title", "", "kind", "party", "day", "2026-05-01", "starts", "15:00", "ends", "14:00", "place", "公民館", "online",
	                                     "javascript:alert(1)", "capacity", "0", "group", "999", "department", "1")),
	                 422);
	assert_true(browser_shows(city.coordinator, "公民館"));
	assert_true(browser_shows(city.coordinator, "終わりの時刻は"));
	assert_true(browser_shows(city.coordinator, "今日より後の日"));
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM cases WHERE kind = 'meetings'"), 0);
}

TEST(markup_typed_anywhere_is_only_text)
{
	struct city city = city_new();
	const char *bad = "<script>alert(1)</script>\"'><img src=x>";
	browser_post(city.coordinator, "/meetings/new",
	             FIELDS("title", bad, "kind", "exchange", "day", "2026-06-20", "starts", "10:00", "ends", "11:00", "place", bad, "stop", bad, "group",
	                    city_path("%lld", (long long)city.group), "department", city_path("%lld", (long long)city.department), "about", bad));
	int64_t id = portal_int(city.portal, "SELECT id FROM meetings");
	city_move(&city, city.coordinator, id, "open_agenda", NO_FIELDS);
	browser_post(city.contact, city_path("/meetings/%lld/agenda", (long long)id),
	             FIELDS("by", city_path("g%lld", (long long)city.group), "title", bad, "note", bad));
	int64_t item = portal_int(city.portal, "SELECT id FROM agenda_items");
	browser_post(city.coordinator, city_path("/meetings/%lld/agenda/%lld", (long long)id, (long long)item), FIELDS("decision", "refuse", "reason", bad));
	static const char *const pages[] = {"/meetings", "/meetings/%lld", "/meetings/%lld/signup", "/meetings/%lld/edit", "/meetings/%lld/people"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		assert_int_equal(browser_get(city.coordinator, arena_text(pages[i], (long long)id)), 200);
		assert_false(browser_shows(city.coordinator, "<script>alert"));
		assert_false(browser_shows(city.coordinator, "<img src=x"));
		assert_true(browser_shows(city.coordinator, "&lt;script&gt;"));
	}
}

TEST(only_the_coordinator_plans_changes_and_sees_who_comes)
{
	struct city city = city_new();
	int64_t id = city_meeting(&city, "10");
	struct browser *others[] = {city.contact, city.member, city.stranger, city.staff, city.resident};
	static const char *const pages[] = {"/meetings/new", "/meetings/%lld/edit", "/meetings/%lld/people", "/meetings/%lld/results"};
	for (size_t page = 0; page < sizeof pages / sizeof *pages; page++) {
		const char *path = arena_text(pages[page], (long long)id);
		for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
			assert_int_equal(browser_get(others[i], path), 403);
			if (page != 2)
				assert_int_equal(browser_post(others[i], path, FIELDS("title", "x")), 403);
		}
		assert_int_equal(browser_get(city.visitor, path), 303);
	}
	static const char *const moves[] = {"open_agenda", "hold", "postpone", "cancel"};
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		assert_int_equal(city_move(&city, city.contact, id, moves[i], FIELDS("reason", "x")), 403);
}

TEST(changes_are_told_to_those_who_signed_up)
{
	struct city city = city_new();
	int64_t id = city_meeting(&city, "10");
	browser_post(city.resident, city_path("/meetings/%lld/signup", (long long)id), FIELDS("way", "site"));
	const char *version = city_path("%lld", (long long)portal_int(city.portal, arena_text("SELECT version FROM cases WHERE id = %lld", (long long)id)));
	assert_int_equal(browser_post(city.coordinator, city_path("/meetings/%lld/edit", (long long)id),
	                              FIELDS("title", "第3回", "place", "公民館", "group", city_path("%lld", (long long)city.group), "department",
	                                     city_path("%lld", (long long)city.department), "version", version)),
	                 303);
	assert_int_equal(told(&city, "notice_signup_changed", city.resident_id), 1);
	assert_int_equal(recorded(&city, "meetings.change"), 1);
	assert_int_equal(browser_post(city.coordinator, city_path("/meetings/%lld/edit", (long long)id),
	                              FIELDS("title", "第3回", "place", "公民館", "group", city_path("%lld", (long long)city.group), "department",
	                                     city_path("%lld", (long long)city.department), "version", version)),
	                 409);
}

TEST(both_sides_add_items_and_a_refused_one_stays_with_its_reason)
{
	struct city city = city_new();
	int64_t id = city_agenda(&city);
	int64_t second = portal_int(city.portal, "SELECT max(id) FROM agenda_items");
	const char *path = city_path("/meetings/%lld/agenda/%lld", (long long)id, (long long)second);
	assert_int_equal(browser_post(city.staff, city_path("/meetings/%lld/agenda", (long long)id),
	                              FIELDS("by", city_path("d%lld", (long long)portal_int(city.portal, "SELECT id FROM departments WHERE code = 'environment'")),
	                                     "title", "緑の計画")),
	                 303);
	assert_int_equal(browser_get(city.contact, path), 200);
	assert_int_equal(browser_post(city.contact, path, FIELDS("decision", "refuse", "reason", "")), 422);
	assert_int_equal(browser_post(city.contact, path, FIELDS("decision", "refuse", "reason", "次の会で時間をとります")), 303);
	assert_int_equal(told(&city, "notice_meetings_refuse_item", city.stranger_id), 1);
	assert_int_equal(told(&city, "notice_meetings_add_item", city.coordinator_id), 3);
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld", (long long)id)), 200);
	assert_true(browser_shows(city.visitor, "子どもの居場所"));
	assert_true(browser_shows(city.visitor, "次の会で時間をとります"));
	assert_true(browser_shows(city.visitor, "緑の計画"));
}

TEST(items_are_for_groups_and_the_city_and_decided_by_the_chairs)
{
	struct city city = city_new();
	int64_t id = city_agenda(&city);
	const char *add = city_path("/meetings/%lld/agenda", (long long)id);
	const char *decide = city_path("%s/%lld", add, (long long)portal_int(city.portal, "SELECT min(id) FROM agenda_items"));
	assert_int_equal(browser_get(city.visitor, add), 303);
	assert_int_equal(browser_get(city.resident, add), 403);
	assert_int_equal(browser_post(city.resident, add, FIELDS("title", "x")), 403);
	assert_int_equal(browser_get(city.stranger, add), 200);
	struct browser *not_chairs[] = {city.stranger, city.member, city.staff, city.resident};
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(browser_get(not_chairs[i], decide), 403);
		assert_int_equal(browser_post(not_chairs[i], decide, FIELDS("decision", "accept")), 403);
	}
	assert_int_equal(browser_post(city.stranger, add, FIELDS("by", city_path("g%lld", (long long)city.group), "title", "他人の名で")), 422);
	assert_int_equal(browser_post(city.stranger, add, FIELDS("by", city_path("g%lld", (long long)city.other), "title", "")), 422);
	assert_int_equal(browser_get(city.coordinator, city_path("%s/99999", add)), 404);
}

TEST(the_agenda_shuts_when_it_is_fixed)
{
	struct city city = city_new();
	int64_t id = city_agenda(&city);
	assert_int_equal(city_move(&city, city.contact, id, "fix", NO_FIELDS), 303);
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM agenda_items WHERE state = 'accepted'"), 2);
	assert_int_equal(browser_get(city.contact, city_path("/meetings/%lld/agenda", (long long)id)), 409);
	assert_int_equal(browser_post(city.contact, city_path("/meetings/%lld/agenda", (long long)id), FIELDS("title", "遅い")), 409);
	assert_string_equal(portal_text(city.portal, "SELECT turn FROM cases WHERE kind = 'meetings'"), "city");
}

TEST(a_meeting_is_postponed_and_everybody_told)
{
	struct city city = city_new();
	int64_t id = city_meeting(&city, "");
	browser_post(city.resident, city_path("/meetings/%lld/signup", (long long)id), FIELDS("way", "online"));
	assert_int_equal(city_move(&city, city.coordinator, id, "postpone",
	                           FIELDS("day", "2026-07-04", "starts", "10:00", "ends", "12:00", "reason", "台風のため")),
	                 303);
	assert_string_equal(portal_text(city.portal, "SELECT day_on FROM meetings"), "2026-07-04");
	assert_string_equal(portal_text(city.portal, "SELECT state FROM cases WHERE kind = 'meetings'"), "postponed");
	assert_int_equal(told(&city, "notice_signup_postponed", city.resident_id), 1);
	assert_int_equal(told(&city, "notice_meetings_postpone", city.contact_id), 1);
	assert_int_equal(city_move(&city, city.coordinator, id, "open_agenda", NO_FIELDS), 303);
	assert_int_equal(city_move(&city, city.coordinator, id, "hold", FIELDS("came_site", "1", "came_online", "0")), 422);
}

TEST(a_cancelled_meeting_says_why_and_can_be_corrected)
{
	struct city city = city_new();
	int64_t id = city_meeting(&city, "");
	browser_post(city.resident, city_path("/meetings/%lld/signup", (long long)id), FIELDS("way", "site"));
	assert_int_equal(city_move(&city, city.coordinator, id, "cancel", FIELDS("reason", "")), 422);
	assert_int_equal(city_move(&city, city.coordinator, id, "cancel", FIELDS("reason", "会場が使えません")), 303);
	assert_int_equal(told(&city, "notice_signup_called_off", city.resident_id), 1);
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld", (long long)id)), 200);
	assert_true(browser_shows(city.visitor, "会場が使えません"));
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld.ics", (long long)id)), 200);
	assert_true(browser_shows(city.visitor, "STATUS:CANCELLED"));
	assert_int_equal(browser_get(city.visitor, city_path("/meetings/%lld/signup", (long long)id)), 409);
	assert_int_equal(city_move(&city, city.coordinator, id, "correct", FIELDS("reason", "誤って中止にしました")), 303);
	assert_int_equal(told(&city, "notice_meetings_correct", city.contact_id), 1);
}

/* A case that meetings may discuss, of a kind of the test's own. */
static const struct move trial_moves[] = {
	{"open", "", "dialogue", WHO_MEMBER, "both", 0, TELL_GROUP, NULL, "4-4-3", 0, NULL, NULL, NULL, NULL},
	{"discussed", "dialogue", "", WHO_COORDINATOR, "", 0, TELL_GROUP | TELL_DEPARTMENT, NULL, "4-4-3", MOVE_QUIET, NULL, NULL, NULL, NULL},
};
static const struct machine trials = {"trials", "/trials", "試", "dialogue", "", trial_moves, 2};

static int64_t trial_new(struct city *city)
{
	machine_register(&trials);
	struct db *db = portal_store(city->portal);
	struct viewer viewer = viewer_of_person(db, city->contact_id);
	int64_t id = case_open(db, &viewer, &trials, &(struct case_file){.title = "秘密の構想", .group_id = city->group, .department_id = city->department}, NULL);
	portal_done(city->portal);
	return id;
}

TEST(a_case_that_is_not_public_goes_onto_the_agenda_without_its_name)
{
	struct city city = city_new();
	int64_t trial = trial_new(&city);
	int64_t id = city_meeting(&city, "");
	city_move(&city, city.coordinator, id, "open_agenda", NO_FIELDS);
	const char *path = city_path("/meetings/%lld/agenda", (long long)id);
	const char *by = city_path("g%lld", (long long)city.group);
	browser_get(city.contact, path);
	assert_true(browser_shows(city.contact, "秘密の構想"));
	browser_get(city.stranger, path);
	assert_false(browser_shows(city.stranger, "秘密の構想"));
	assert_int_equal(browser_post(city.stranger, path,
	                              FIELDS("by", city_path("g%lld", (long long)city.other), "case", city_path("%lld", (long long)trial))),
	                 422);
	assert_int_equal(browser_post(city.contact, path, FIELDS("by", by, "case", city_path("%lld", (long long)trial))), 303);
	assert_int_equal(browser_post(city.contact, path, FIELDS("by", by, "case", city_path("%lld", (long long)trial))), 422);
	struct browser *outside[] = {city.visitor, city.stranger, city.resident};
	for (size_t i = 0; i < 3; i++) {
		browser_get(outside[i], city_path("/meetings/%lld", (long long)id));
		assert_false(browser_shows(outside[i], "秘密の構想"));
		assert_true(browser_shows(outside[i], "公開前の案件について"));
	}
	browser_get(city.contact, city_path("/meetings/%lld.json", (long long)id));
	assert_false(browser_shows(city.contact, "秘密の構想"));
	browser_get(city.contact, city_path("/meetings/%lld", (long long)id));
	assert_true(browser_shows(city.contact, "秘密の構想"));
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM case_words WHERE case_words MATCH '秘密'"), 0);
}

TEST(results_stand_on_the_cases_own_timeline)
{
	struct city city = city_new();
	int64_t trial = trial_new(&city);
	int64_t id = city_meeting(&city, "");
	city_move(&city, city.coordinator, id, "open_agenda", NO_FIELDS);
	browser_post(city.contact, city_path("/meetings/%lld/agenda", (long long)id),
	             FIELDS("by", city_path("g%lld", (long long)city.group), "case", city_path("%lld", (long long)trial), "title", "川の計画"));
	city_move(&city, city.coordinator, id, "fix", NO_FIELDS);
	const char *path = city_path("/meetings/%lld/results", (long long)id);
	assert_int_equal(browser_get(city.coordinator, path), 409);
	city_clock(&city, "2026-06-20T17:00:00+09:00");
	city_move(&city, city.coordinator, id, "hold", FIELDS("came_site", "12", "came_online", "3"));
	int64_t item = portal_int(city.portal, "SELECT id FROM agenda_items");
	const char *result = city_path("result_%lld", (long long)item);
	const char *note = city_path("note_%lld", (long long)item);
	assert_int_equal(browser_get(city.coordinator, path), 200);
	assert_int_equal(browser_post(city.coordinator, path, FIELDS(result, "win", note, "のり<b>")), 422);
	assert_true(browser_shows(city.coordinator, "のり&lt;b&gt;"));
	assert_int_equal(browser_post(city.coordinator, path, FIELDS(result, "take", note, "課で検討")), 303);
	assert_int_equal(browser_post(city.coordinator, path, FIELDS(result, "take", note, "課で検討")), 303);
	assert_int_equal(recorded(&city, "trials.discussed"), 1);
	assert_int_equal(recorded(&city, "meetings.results"), 1);
	assert_non_null(strstr(portal_text(city.portal, "SELECT content FROM ledger WHERE move = 'trials.discussed'"), "持ち帰り"));
	assert_non_null(strstr(portal_text(city.portal, "SELECT content FROM ledger WHERE move = 'trials.discussed'"), "2026-06-20"));
	assert_int_equal(told(&city, "notice_trials_discussed", city.contact_id), 1);
	browser_get(city.visitor, city_path("/meetings/%lld", (long long)id));
	assert_true(browser_shows(city.visitor, "持ち帰り"));
	assert_false(browser_shows(city.visitor, "課で検討"));
	browser_get(city.contact, city_path("/meetings/%lld", (long long)id));
	assert_true(browser_shows(city.contact, "課で検討"));
}

TEST(every_page_of_meetings_speaks_three_languages)
{
	struct city city = city_new();
	int64_t id = city_held(&city);
	city_minutes(&city, id);
	static const char *const pages[] = {"/meetings", "/meetings/promises", "/meetings/new", "/meetings/%lld", "/meetings/%lld/people", "/meetings/%lld/results",
	                                    "/meetings/%lld/minutes", "/meetings/%lld/minutes/corrections", "/meetings/%lld/promises"};
	static const char *const bases[] = {"", "/easy", "/en"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		for (size_t b = 0; b < 3; b++)
			assert_int_equal(browser_get(city.coordinator, arena_text("%s%s", bases[b], arena_text(pages[i], (long long)id))), 200);
}

TEST(past_meetings_are_paged)
{
	struct city city = city_new();
	for (int i = 0; i < 27; i++)
		city_meeting(&city, "");
	city_clock(&city, "2026-08-01T09:00:00+09:00");
	assert_int_equal(browser_get(city.visitor, "/meetings"), 200);
	assert_true(browser_shows(city.visitor, "before=2026-06-20"));
	assert_int_equal(browser_get(city.visitor, "/meetings?before=2026-06-20.3&page=2"), 200);
	assert_true(browser_shows(city.visitor, "2ページ目"));
	assert_int_equal(browser_get(city.visitor, "/meetings?before=nonsense"), 200);
}

TEST(a_proposal_without_a_department_comes_onto_the_agenda_by_itself)
{
	struct city city = city_new();
	struct db *db = portal_store(city.portal);
	int64_t proposal = case_insert(db, &(struct case_file){.kind = "proposals", .state = "dialogue", .title = "引き受け手のない提案", .group_id = city.other});
	ledger_append(db, proposal, "proposals.take_lead", false, doc_object());
	portal_done(city.portal);
	int64_t id = city_meeting(&city, "");
	city_move(&city, city.coordinator, id, "open_agenda", NO_FIELDS);
	city_day(&city, "2026-06-02");
	assert_int_equal(portal_int(city.portal, "SELECT count(*) FROM agenda_items"), 1);
	browser_get(city.visitor, city_path("/meetings/%lld", (long long)id));
	assert_true(browser_shows(city.visitor, "担当課が決まらなかった提案から"));
	assert_false(browser_shows(city.visitor, "引き受け手のない提案"));
	browser_get(city.stranger, city_path("/meetings/%lld", (long long)id));
	assert_true(browser_shows(city.stranger, "引き受け手のない提案"));
}
