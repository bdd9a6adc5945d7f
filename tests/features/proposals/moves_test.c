/* Every move of a proposal: it leads where it should, tells the other side and enters the record. Invitations: invitations_test.c. */
#include "features/proposals/town.h"

#include "adapters/doc.h"
#include "base/clock.h"
#include "workflow/move.h"

static const char CONTACT[] = "contact@example.jp";
static const char OFFICE[] = "office@example.jp";
static const char DESK[] = "coordinator@example.jp";

static void assert_move(struct town *town, int64_t id, const char *move, const char *state, const char *email)
{
	if (strcmp(state_of(town, id), state) != 0)
		fail_msg("after %s the state is %s, not %s", move, state_of(town, id), state);
	if (told(town, id, email, move) < 1)
		fail_msg("%s was not told of %s", email, move);
	if (recorded(town, id, move) < 1)
		fail_msg("%s is not in the record", move);
}

TEST(a_submission_is_told_to_the_coordinator_and_numbered_once)
{
	struct town town = town_new();
	int64_t id = sent_new(&town);
	assert_move(&town, id, "submit", "checking", DESK);
	assert_int_equal(told(&town, id, CONTACT, "submit"), 1);
	assert_string_equal(portal_text(town.portal, arena_text("SELECT turn FROM cases WHERE id = %lld", (long long)id)), "city");
	assert_string_equal(portal_text(town.portal, arena_text("SELECT due_on FROM cases WHERE id = %lld", (long long)id)), "2026-06-15");
}

TEST(a_return_asks_field_by_field_and_is_answered_with_the_same_number)
{
	struct town town = town_new();
	int64_t id = sent_new(&town);
	assert_int_equal(browser_get(town.coordinator, path_of(id, "/notes")), 200);
	const char *version = arena_copy(browser_value(town.coordinator, "version"));
	assert_int_equal(browser_post(town.coordinator, path_of(id, "/notes"), FIELDS("version", version, "note_summary", "町名を書いてください")), 303);
	assert_move(&town, id, "return", "returned", CONTACT);
	assert_int_equal(browser_get(town.writer, path_of(id, "/edit/partners")), 200);
	assert_true(browser_shows(town.writer, "町名を書いてください"));
	section_post(town.writer, id, "partners", FIELDS("title", "川べりの花だん", "summary", "本町の川べりです"));
	assert_int_equal(browser_get(town.writer, path_of(id, "/check")), 200);
	version = arena_copy(browser_value(town.writer, "version"));
	assert_int_equal(browser_post(town.writer, path_of(id, "/check"), FIELDS("version", version)), 303);
	assert_move(&town, id, "resubmit", "checking", DESK);
	assert_int_equal(browser_get(town.coordinator, path_of(id, "")), 200);
	assert_true(browser_shows(town.coordinator, "提2026-0001"));
	assert_true(browser_shows(town.coordinator, "本町の川べりです"));
}

TEST(not_eligible_needs_a_reason_and_can_be_corrected)
{
	struct town town = town_new();
	int64_t id = sent_new(&town);
	assert_int_equal(move_post(town.coordinator, id, "ineligible", NO_FIELDS), 422);
	assert_int_equal(move_post(town.coordinator, id, "ineligible", FIELDS("reason", "営利が目的です。商工課をご案内します。")), 303);
	assert_move(&town, id, "ineligible", "ineligible", CONTACT);
	assert_int_equal(browser_get(town.writer, path_of(id, "")), 200);
	assert_true(browser_shows(town.writer, "商工課をご案内します"));
	assert_int_equal(move_post(town.coordinator, id, "correct_ineligible", FIELDS("reason", "読みちがえました")), 303);
	assert_move(&town, id, "correct_ineligible", "checking", CONTACT);
}

TEST(a_department_is_named_declines_with_a_reason_and_another_is_named)
{
	struct town town = town_new();
	int64_t id = coordinating_new(&town);
	assert_move(&town, id, "pass", "coordinating", CONTACT);
	assert_int_equal(browser_get(town.office, path_of(id, "")), 404);
	const char *department = arena_text("%lld", (long long)town.department);
	assert_int_equal(move_post(town.coordinator, id, "name", FIELDS("department", "")), 422);
	assert_int_equal(move_post(town.coordinator, id, "name", FIELDS("department", "9999")), 422);
	assert_int_equal(move_post(town.coordinator, id, "name", FIELDS("department", department)), 303);
	assert_move(&town, id, "name", "dialogue", OFFICE);
	assert_int_equal(told(&town, id, CONTACT, "name"), 1);
	assert_int_equal(move_post(town.office, id, "decline_lead", FIELDS("reason", "公園課のほうが近い内容です")), 303);
	assert_move(&town, id, "decline_lead", "coordinating", CONTACT);
	assert_int_equal(told(&town, id, DESK, "decline_lead"), 1);
	assert_int_equal(browser_get(town.office, path_of(id, "")), 404);
	assert_int_equal(move_post(town.coordinator, id, "name", FIELDS("department", department)), 303);
	assert_int_equal(move_post(town.coordinator, id, "correct_name", FIELDS("reason", "課をまちがえました")), 303);
	assert_move(&town, id, "correct_name", "coordinating", OFFICE);
	assert_int_equal(move_post(town.coordinator, id, "correct_pass", FIELDS("reason", "要件を見直します")), 303);
	assert_move(&town, id, "correct_pass", "checking", CONTACT);
}

TEST(the_coordinator_acts_as_lead_department_after_fifteen_working_days_only)
{
	struct town town = town_new();
	int64_t id = coordinating_new(&town);
	assert_int_equal(move_post(town.coordinator, id, "take_lead", NO_FIELDS), 409);
	test_clock("2026-06-24T09:00:00+09:00");
	town.coordinator = browser_new(town.portal, portal_int(town.portal, "SELECT id FROM people WHERE email = 'coordinator@example.jp'"));
	assert_int_equal(move_post(town.coordinator, id, "take_lead", NO_FIELDS), 303);
	assert_move(&town, id, "take_lead", "dialogue", CONTACT);
}

TEST(both_sides_agree_to_the_same_version)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	assert_int_equal(move_post(town.writer, id, "agree_group", NO_FIELDS), 303);
	assert_move(&town, id, "agree_group", "dialogue", OFFICE);
	assert_int_equal(move_post(town.writer, id, "agree_group", NO_FIELDS), 409);
	section_post(town.office, id, "problem", FIELDS("shared_problem", "市の見かたを足しました", "shared_goal", "花の咲く川べり"));
	assert_int_equal(browser_get(town.writer, path_of(id, "")), 200);
	assert_false(browser_shows(town.writer, "市の見かたを足しました"));
	check_send(town.office, id, path_of(id, ""));
	assert_move(&town, id, "new_version", "dialogue", CONTACT);
	assert_int_equal(browser_get(town.writer, path_of(id, "/versions/2")), 200);
	assert_true(browser_shows(town.writer, "市の見かたを足しました"));
	assert_int_equal(move_post(town.office, id, "agree_city", NO_FIELDS), 303);
	assert_move(&town, id, "agree_city", "dialogue", CONTACT);
	assert_int_equal(move_post(town.writer, id, "agree_group", NO_FIELDS), 303);
	assert_move(&town, id, "agreed", "agreed", DESK);
	assert_int_equal(move_post(town.office, id, "finalize", NO_FIELDS), 303);
	assert_move(&town, id, "finalize", "final", CONTACT);
	assert_int_equal(move_post(town.coordinator, id, "correct_final", FIELDS("reason", "期間の書きまちがいです")), 303);
	assert_move(&town, id, "correct_final", "final", CONTACT);
}

TEST(a_version_that_changes_nothing_is_not_sent_and_an_agreement_can_be_reopened)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	assert_int_equal(move_post(town.writer, id, "agree_group", NO_FIELDS), 303);
	assert_int_equal(browser_get(town.office, path_of(id, "/check")), 200);
	const char *version = arena_copy(browser_value(town.office, "version"));
	assert_int_equal(browser_post(town.office, path_of(id, "/check"), FIELDS("version", version)), 422);
	assert_int_equal(move_post(town.office, id, "agree_city", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "agreed");
	assert_int_equal(move_post(town.member, id, "reopen", FIELDS("reason", "x")), 403);
	assert_int_equal(move_post(town.writer, id, "reopen", FIELDS("reason", "日程を見直したい")), 303);
	assert_move(&town, id, "reopen", "dialogue", OFFICE);
	assert_int_equal(move_post(town.office, id, "agree_city", NO_FIELDS), 303);
	assert_string_equal(state_of(&town, id), "dialogue");
}

TEST(an_agreement_to_a_page_that_is_out_of_date_is_stale)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	const char *path = arena_text("/cases/%lld/agree_group", (long long)id);
	assert_int_equal(browser_get(town.writer, path), 200);
	const char *version = arena_copy(browser_value(town.writer, "version"));
	section_post(town.office, id, "problem", FIELDS("shared_problem", "書きかえました", "shared_goal", "花"));
	check_send(town.office, id, path_of(id, ""));
	assert_int_equal(browser_post(town.writer, path, FIELDS("version", version)), 409);
	assert_int_equal(recorded(&town, id, "agree_group"), 0);
}

TEST(two_views_end_a_dialogue_side_by_side)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	assert_int_equal(move_post(town.writer, id, "view_group", FIELDS("view", "")), 422);
	assert_int_equal(move_post(town.writer, id, "view_group", FIELDS("view", "夜にこそ要ります")), 303);
	assert_move(&town, id, "view_group", "dialogue", OFFICE);
	assert_int_equal(move_post(town.office, id, "view_city", FIELDS("view", "夜は人が足りません")), 303);
	assert_move(&town, id, "both_views", "both_views", CONTACT);
	assert_int_equal(recorded(&town, id, "view_city"), 1);
	assert_int_equal(move_post(town.coordinator, id, "finalize", NO_FIELDS), 303);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 200);
	assert_true(browser_shows(town.visitor, "夜にこそ要ります"));
	assert_true(browser_shows(town.visitor, "夜は人が足りません"));
}

TEST(words_of_the_dialogue_reach_the_other_side)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	assert_int_equal(browser_post(town.member, path_of(id, "/posts"), FIELDS("kind", "question", "text", "苗はいつ届きますか")), 303);
	assert_move(&town, id, "post", "dialogue", OFFICE);
	assert_int_equal(browser_post(town.office, path_of(id, "/posts"), FIELDS("kind", "answer", "text", "")), 422);
	assert_true(browser_shows(town.office, "エラー："));
	assert_int_equal(browser_post(town.member, path_of(id, "/posts"), FIELDS("kind", "opinion", "text", "所見は担当課のもの")), 422);
	assert_int_equal(browser_post(town.stranger, path_of(id, "/posts"), FIELDS("kind", "question", "text", "よそ者")), 404);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM proposal_posts"), 1);
}

TEST(the_date_moves_once)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	const char *due = arena_text("SELECT due_on FROM cases WHERE id = %lld", (long long)id);
	assert_string_equal(portal_text(town.portal, due), "2026-06-29");
	assert_int_equal(move_post(town.writer, id, "extend", NO_FIELDS), 303);
	assert_move(&town, id, "extend", "dialogue", OFFICE);
	assert_string_equal(portal_text(town.portal, due), "2026-07-13");
	assert_int_equal(move_post(town.office, id, "extend", NO_FIELDS), 409);
}

TEST(a_department_declines_with_a_reason_that_stays_between_the_parties)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	assert_int_equal(move_post(town.office, id, "decline", FIELDS("reason", "予算がありません。助成をご案内します。")), 303);
	assert_move(&town, id, "decline", "declined", CONTACT);
	assert_int_equal(browser_get(town.visitor, path_of(id, "")), 404);
	assert_int_equal(move_post(town.office, id, "correct_decline", FIELDS("reason", "予算が付きました")), 303);
	assert_move(&town, id, "correct_decline", "dialogue", CONTACT);
}

TEST(the_group_withdraws_until_it_is_decided)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	assert_int_equal(move_post(town.member, id, "withdraw", NO_FIELDS), 403);
	assert_int_equal(move_post(town.office, id, "withdraw", NO_FIELDS), 409);
	assert_int_equal(move_post(town.writer, id, "withdraw", NO_FIELDS), 303);
	assert_move(&town, id, "withdraw", "withdrawn", OFFICE);
	int64_t final = final_new(&town);
	assert_int_equal(move_post(town.writer, final, "withdraw", NO_FIELDS), 409);
}

TEST(what_a_meeting_said_stands_on_the_timeline)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	struct db *db = portal_store(town.portal);
	struct doc *values = doc_set_text(doc_set_text(doc_object(), "meeting", "第3回"), "result", "進める");
	struct viewer nobody = viewer_nobody();
	struct move_order order = {.case_id = id, .move = "discussed", .version = -1, .values = values, .effective_on = DAY_NONE, .is_portal = true};
	assert_int_equal(move_perform(db, &nobody, &order, NULL), MOVE_DONE);
	portal_done(town.portal);
	assert_move(&town, id, "discussed", "dialogue", CONTACT);
	assert_int_equal(browser_get(town.member, path_of(id, "")), 200);
	assert_true(browser_shows(town.member, "情報交換会「第3回」の結果：進める"));
}
