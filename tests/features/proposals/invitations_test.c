/* From a department to groups: to all as 呼びかけ, or to one group with its reason. */
#include "features/proposals/town.h"

TEST(an_invitation_to_all_is_public_and_each_group_gets_a_dialogue_of_its_own)
{
	struct town town = town_new();
	int64_t id = invitation_new(&town, "all");
	assert_string_equal(state_of(&town, id), "invited");
	assert_int_equal(told(&town, id, "office@example.jp", "release"), 1);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 200);
	assert_true(browser_shows(town.visitor, "花の咲く川べり"));
	const char *group = arena_text("%lld", (long long)town.group);
	assert_int_equal(move_post(town.member, id, "take_up", FIELDS("group", group)), 422);
	assert_int_equal(move_post(town.stranger, id, "take_up", FIELDS("group", group)), 422);
	assert_int_equal(move_post(town.writer, id, "take_up", FIELDS("group", group)), 303);
	assert_string_equal(state_of(&town, id), "invited");
	assert_int_equal(told(&town, id, "office@example.jp", "take_up"), 1);
	int64_t dialogue = newest(&town);
	assert_int_not_equal(dialogue, id);
	assert_string_equal(state_of(&town, dialogue), "dialogue");
	assert_int_equal(told(&town, dialogue, "office@example.jp", "begin"), 1);
	assert_int_equal(told(&town, dialogue, "contact@example.jp", "begin"), 1);
	assert_int_equal(browser_get(town.visitor, path_of(dialogue, "")), 404);
	assert_int_equal(browser_get(town.stranger, path_of(dialogue, "")), 404);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 200);
	assert_false(browser_shows(town.visitor, "みどりの会"));
	assert_int_equal(browser_get(town.writer, path_of(id, "")), 200);
	assert_true(browser_shows(town.writer, path_of(dialogue, "\"")));
	assert_int_equal(move_post(town.writer, id, "take_up", FIELDS("group", group)), 422);
	assert_int_equal(move_post(town.writer, dialogue, "agree_group", NO_FIELDS), 303);
	assert_int_equal(move_post(town.office, dialogue, "agree_city", NO_FIELDS), 303);
	assert_int_equal(move_post(town.office, dialogue, "finalize", NO_FIELDS), 303);
	assert_int_equal(browser_get(town.visitor, path_of(dialogue, "")), 200);
	assert_true(browser_shows(town.visitor, "みどりの会"));
}

TEST(an_invitation_ends_or_is_taken_back_without_showing_more)
{
	struct town town = town_new();
	int64_t id = invitation_new(&town, "all");
	assert_int_equal(move_post(town.coordinator, id, "correct_release", FIELDS("reason", "課の名前がちがいました")), 303);
	assert_string_equal(state_of(&town, id), "checking");
	assert_int_equal(told(&town, id, "office@example.jp", "correct_release"), 1);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 404);
	assert_int_equal(move_post(town.coordinator, id, "release", NO_FIELDS), 303);
	assert_int_equal(move_post(town.office, id, "close", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "closed");
	assert_int_equal(told(&town, id, "coordinator@example.jp", "close"), 1);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 200);
	assert_int_equal(browser_get(town.writer, arena_text("/cases/%lld/take_up", (long long)id)), 409);
}

TEST(one_group_is_asked_in_private_and_may_decline_freely)
{
	struct town town = town_new();
	int64_t id = invitation_new(&town, "one");
	assert_int_equal(told(&town, id, "contact@example.jp", "offer"), 1);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 404);
	assert_int_equal(browser_get(town.stranger, path_of(id, "")), 404);
	assert_int_equal(browser_get(town.member, path_of(id, "")), 200);
	assert_true(browser_shows(town.member, "ほかにない"));
	assert_int_equal(move_post(town.writer, id, "decline_group", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "declined");
	assert_int_equal(told(&town, id, "office@example.jp", "decline_group"), 1);
	assert_int_equal(recorded(&town, id, "decline_group"), 1);
}

TEST(an_asked_group_accepts_and_the_reason_is_published_with_the_final_version)
{
	struct town town = town_new();
	int64_t id = invitation_new(&town, "one");
	assert_int_equal(move_post(town.writer, id, "accept", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "dialogue");
	assert_int_equal(told(&town, id, "office@example.jp", "accept"), 1);
	assert_int_equal(move_post(town.writer, id, "agree_group", NO_FIELDS), 303);
	assert_int_equal(move_post(town.office, id, "agree_city", NO_FIELDS), 303);
	assert_int_equal(move_post(town.coordinator, id, "finalize", NO_FIELDS), 303);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 200);
	assert_true(browser_shows(town.visitor, "ほかにない"));
}

TEST(a_group_does_not_see_a_departments_draft_that_names_it)
{
	struct town town = town_new();
	const char *group = arena_text("%lld", (long long)town.group);
	assert_int_equal(browser_get(town.office, "/proposals/new?from=city"), 200);
	const char *const fields[] = {"title", "まだ案です", "audience", "one", "asked_group", group, "asked_reason", "ほかにない", NULL};
	assert_int_equal(browser_post(town.office, "/proposals/new?from=city", fields), 303);
	assert_int_equal(browser_get(town.writer, path_of(newest(&town), "")), 404);
	assert_int_equal(browser_post(town.office, "/proposals/new?from=city", FIELDS("title", "理由がない", "audience", "one")), 422);
	assert_int_equal(browser_post(town.writer, "/proposals/new?from=city", fields), 403);
}
