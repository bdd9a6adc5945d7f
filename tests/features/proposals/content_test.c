/* What a proposal says: what must agree before it is sent, what is open, how it is found. */
#include "features/proposals/town.h"

#include "features/proposals/rules.h"

#include "adapters/doc.h"
#include "base/clock.h"

static bool check_complains(struct browser *browser, int64_t id, const char *words)
{
	assert_int_equal(browser_get(browser, path_of(id, "/check")), 200);
	const char *version = arena_copy(browser_value(browser, "version"));
	int status = browser_post(browser, path_of(id, "/check"), FIELDS("version", version, "agreed_inside", "1", "read_guideline", "1"));
	return status == 422 && browser_shows(browser, words);
}

TEST(totals_that_differ_are_named_with_their_difference)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	content_write(town.writer, id);
	section_post(town.writer, id, "budget", FIELDS("income.0.item", "会費", "income.0.amount", "50000", "expense.0.item", "苗", "expense.0.amount", "30000"));
	assert_true(check_complains(town.writer, id, "収入の合計と支出の合計が合っていません（差 20,000円）"));
	assert_string_equal(state_of(&town, id), "draft");
}

TEST(roles_of_one_side_only_and_days_in_the_wrong_order_are_named)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	content_write(town.writer, id);
	section_post(town.writer, id, "roles", FIELDS("roles.0.task", "植える", "roles.0.group_part", "植える", "roles.0.lead", "group"));
	assert_true(check_complains(town.writer, id, "それぞれ1つ以上"));
	section_post(town.writer, id, "contents", FIELDS("contents", "x", "starts_on_year", "2027", "starts_on_month", "9", "starts_on_date", "1",
	                                                 "ends_on_year", "2026", "ends_on_month", "3", "ends_on_date", "31"));
	assert_true(check_complains(town.writer, id, "はじめる日よりあとの日付"));
}

TEST(a_group_that_left_the_register_keeps_its_draft_and_cannot_send_it)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	content_write(town.writer, id);
	db_run(portal_store(town.portal), "UPDATE cases SET state = 'lapsed' WHERE id = :id", DB(V_INT("id", town.group)));
	portal_done(town.portal);
	assert_true(check_complains(town.writer, id, "団体の登録が続いているとき"));
	assert_string_equal(state_of(&town, id), "draft");
}

TEST(saving_stays_and_recounting_shows_the_section_again)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	const char *path = path_of(id, "/edit/budget");
	assert_int_equal(browser_get(town.writer, path), 200);
	const char *base = arena_copy(browser_value(town.writer, "base_version"));
	assert_int_equal(browser_post(town.writer, path, FIELDS("base_version", base, "income.0.item", "会費", "income.0.amount", "1万円", "_again", "1")), 200);
	assert_true(browser_shows(town.writer, "10,000円"));
	base = arena_copy(browser_value(town.writer, "base_version"));
	assert_int_equal(browser_post(town.writer, path, FIELDS("base_version", base, "income.0.item", "会費", "next", "stay")), 303);
	assert_string_equal(browser_location(town.writer), path_of(id, "/edit"));
}

TEST(two_members_who_write_the_same_section_see_both_texts)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	const char *path = path_of(id, "/edit/lessons");
	assert_int_equal(browser_get(town.writer, path), 200);
	const char *old = arena_copy(browser_value(town.writer, "base_version"));
	section_post(town.member, id, "lessons", FIELDS("lessons", "先に書いた"));
	assert_int_equal(browser_post(town.writer, path, FIELDS("base_version", old, "lessons", "あとから書いた", "next", "next")), 409);
	assert_true(browser_shows(town.writer, "先に書いた"));
	assert_true(browser_shows(town.writer, "あとから書いた"));
}

TEST(money_can_be_kept_to_its_totals)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	content_write(town.writer, id);
	section_post(town.writer, id, "openness", FIELDS("openness", "totals"));
	check_send(town.writer, id, "/done");
	assert_int_equal(move_post(town.coordinator, id, "pass", NO_FIELDS), 303);
	assert_int_equal(move_post(town.coordinator, id, "name", FIELDS("department", arena_text("%lld", (long long)town.department))), 303);
	assert_int_equal(move_post(town.writer, id, "agree_group", NO_FIELDS), 303);
	assert_int_equal(move_post(town.office, id, "agree_city", NO_FIELDS), 303);
	assert_int_equal(move_post(town.office, id, "finalize", NO_FIELDS), 303);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 200);
	assert_false(browser_shows(town.visitor, "市の負担"));
	assert_true(browser_shows(town.visitor, "30,000円"));
	assert_int_equal(browser_get(town.visitor, path_of(id, ".json")), 200);
	assert_false(browser_shows(town.visitor, "市の負担"));
	assert_int_equal(browser_get(town.member, path_of(id, "")), 200);
	assert_true(browser_shows(town.member, "市の負担"));
}

TEST(the_list_is_searched_in_any_width_and_narrowed_by_facets)
{
	struct town town = town_new();
	final_new(&town);
	static const char *const found[] = {"/proposals?q=花だん", "/proposals?q=ごみ", "/proposals?q=コ゛ミ", "/proposals?area=C&form=cooperate",
	                                    "/proposals?state=final&q=みどりの会"};
	static const char *const missed[] = {"/proposals?q=公園", "/proposals?area=D", "/proposals?form=grant", "/proposals?state=invited"};
	for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
		assert_int_equal(browser_get(town.visitor, found[i]), 200);
		if (!browser_shows(town.visitor, "川べりの花だん"))
			fail_msg("not found by %s", found[i]);
	}
	for (size_t i = 0; i < sizeof missed / sizeof *missed; i++) {
		assert_int_equal(browser_get(town.visitor, missed[i]), 200);
		if (browser_shows(town.visitor, "川べりの花だん"))
			fail_msg("found by %s", missed[i]);
	}
	assert_int_equal(browser_get(town.visitor, "/proposals?area=Z&before=x"), 200);
	assert_int_equal(browser_get(town.visitor, "/proposals.csv?encoding=cp932"), 200);
	assert_int_equal(browser_get(town.visitor, "/proposals.csv"), 200);
	assert_true(browser_shows(town.visitor, "2026-06-01T09:"));
}

TEST(pages_stand_in_three_languages)
{
	struct town town = town_new();
	int64_t id = final_new(&town);
	static const char *const bases[] = {"", "/easy", "/en"};
	for (int i = 0; i < 3; i++) {
		assert_int_equal(browser_get(town.visitor, arena_text("%s/proposals", bases[i])), 200);
		assert_int_equal(browser_get(town.visitor, arena_text("%s%s", bases[i], path_of(id, ""))), 200);
		assert_int_equal(browser_get(town.writer, arena_text("%s/proposals/new", bases[i])), 200);
	}
}

TEST(the_scale_can_be_turned_round)
{
	assert_int_equal(area_place("A", "A"), 1);
	assert_int_equal(area_place("E", "A"), 5);
	assert_int_equal(area_place("E", "E"), 1);
	assert_int_equal(area_place("A", "F"), 0);
	assert_int_equal(area_place("A", ""), 0);
}

TEST(marks_agree_only_with_their_own_version)
{
	assert_true(is_agreed_to("abc", "abc"));
	assert_false(is_agreed_to("abc", "abd"));
	assert_false(is_agreed_to("", ""));
}

TEST(the_lead_is_taken_only_after_the_days_have_passed)
{
	int day = day_make(2026, 6, 1);
	assert_false(may_take_lead(DAY_NONE, day, 15));
	assert_false(may_take_lead(day, day_make(2026, 6, 22), 15));
	assert_true(may_take_lead(day, day_make(2026, 6, 23), 15));
}
