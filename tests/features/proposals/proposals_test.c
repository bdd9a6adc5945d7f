/* Proposals in a browser: from a group's first word to the published version. Rights: rights_test.c; invitations: invitations_test.c. */
#include "features/proposals/town.h"

TEST(a_proposal_goes_from_draft_to_its_published_version)
{
	struct town town = town_new();
	int64_t id = sent_new(&town);
	assert_string_equal(state_of(&town, id), "checking");
	assert_int_equal(browser_get(town.writer, path_of(id, "/done")), 200);
	assert_true(browser_shows(town.writer, "提2026-0001"));
	assert_int_equal(move_post(town.coordinator, id, "pass", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "coordinating");
	const char *department = arena_text("%lld", (long long)town.department);
	assert_int_equal(move_post(town.coordinator, id, "name", FIELDS("department", department)), 303);
	assert_string_equal(state_of(&town, id), "dialogue");
	assert_int_equal(browser_get(town.office, path_of(id, "")), 200);
	assert_true(browser_shows(town.office, "苗を用意する"));
	assert_int_equal(browser_post(town.office, path_of(id, "/posts"), FIELDS("kind", "opinion", "text", "よい案です")), 303);
	assert_int_equal(browser_post(town.writer, path_of(id, "/posts"), FIELDS("kind", "question", "text", "<script>alert(1)</script>")), 303);
	assert_int_equal(browser_get(town.member, path_of(id, "")), 200);
	assert_true(browser_shows(town.member, "よい案です"));
	assert_false(browser_shows(town.member, "<script>alert"));
	assert_int_equal(move_post(town.writer, id, "agree_group", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "dialogue");
	assert_int_equal(move_post(town.office, id, "agree_city", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "agreed");
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 404);
	assert_int_equal(move_post(town.office, id, "finalize", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "final");
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 200);
	assert_true(browser_shows(town.visitor, "川べりの花だん"));
	assert_int_equal(browser_get(town.visitor, "/proposals"), 200);
	assert_true(browser_shows(town.visitor, "川べりの花だん"));
}

TEST(nothing_of_a_proposal_is_shown_outside_before_its_final_version)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	struct browser *outside[] = {town.visitor, town.stranger};
	for (int i = 0; i < 2; i++) {
		assert_int_equal(browser_get(outside[i], path_of(id, "")), 404);
		assert_int_equal(browser_get(outside[i], path_of(id, ".json")), 404);
		assert_int_equal(browser_get(outside[i], "/proposals"), 200);
		assert_false(browser_shows(outside[i], "花だん"));
		assert_int_equal(browser_get(outside[i], "/proposals.json"), 200);
		assert_false(browser_shows(outside[i], "花だん"));
		assert_int_equal(browser_get(outside[i], "/proposals.csv"), 200);
		assert_false(browser_shows(outside[i], "花だん"));
	}
	assert_int_equal(browser_get(town.writer, path_of(id, ".json")), 404);
	int64_t final = final_new(&town);
	assert_int_equal(browser_get(town.visitor, path_of(final, ".json")), 200);
	assert_true(browser_shows(town.visitor, "川べりの花だん"));
	assert_int_equal(browser_get(town.visitor, "/proposals.csv"), 200);
	assert_true(browser_shows(town.visitor, "川べりの花だん"));
}
