/* An evaluation from the two sealed sheets to the answered lessons, and the ways beside it. */
#include "features/evaluations/evaluated.h"

#include "base/arena.h"
#include "features/evaluations/moves.h"
#include "workflow/tick.h"

#include <string.h>

static void tick_now(struct evaluated *town)
{
	assert_true(tick_run(portal_store(town->portal)));
	portal_done(town->portal);
}

TEST(the_machine_of_evaluations_is_sound)
{
	portal_new();
	assert_string_equal(machine_complaints(machine_find("evaluations")), "");
}

TEST(an_evaluation_goes_from_sealed_sheets_to_answered_lessons)
{
	struct evaluated town = evaluated_new("standard");
	assert_int_equal(browser_get(town.writer, evaluated_path(&town, "")), 200);
	assert_true(browser_shows(town.writer, "評価シートを書く"));
	evaluated_publish(&town);
	assert_int_equal(browser_get(town.visitor, evaluated_path(&town, "")), 200);
	const char *body = browser_body(town.visitor);
	assert_true(browser_shows(town.visitor, "見方の違い"));
	assert_true(strstr(body, "gap-purpose") < strstr(body, "gap-roles"));
	assert_true(strstr(body, "gap-roles") < strstr(body, "radar-heading"));
	assert_true(strstr(body, "radar-heading") < strstr(body, "conclusion-title"));
	assert_true(strstr(body, "conclusion-title") < strstr(body, "id=\"lessons\""));
	assert_true(strstr(body, "id=\"lessons\"") < strstr(body, "timeline-title"));
	assert_true(browser_shows(town.visitor, "次は早く始める"));
	assert_true(browser_shows(town.visitor, "目的のとらえ方が違った"));
	assert_int_equal(evaluated_post(&town, town.office, "/lessons/1",
	                           FIELDS("answer", "yes", "why", "年間の予定に入れます", "by_on_year", "2027", "by_on_month", "5", "by_on_date", "1")),
	                 303);
	assert_string_equal(evaluated_state(&town), "answered");
	assert_int_equal(browser_get(town.visitor, evaluated_path(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "年間の予定に入れます"));
	assert_int_equal(evaluated_post(&town, town.writer, "/lessons/2", FIELDS("answer", "no", "why", "人手が足りません")), 303);
	assert_string_equal(evaluated_state(&town), "answered");
}

TEST(a_low_step_needs_its_reason_and_everything_typed_is_kept)
{
	struct evaluated town = evaluated_new("standard");
	assert_int_equal(evaluated_write(&town, town.writer, "533333332", ""), 422);
	assert_true(browser_shows(town.writer, "「波及効果」の理由・コメントを入力してください"));
	assert_int_equal(browser_get(town.member, evaluated_path(&town, "/sheet")), 200);
	assert_non_null(strstr(browser_body(town.member), "value=\"2\" checked"));
	assert_int_equal(browser_get(town.writer, evaluated_path(&town, "/sheet/check")), 200);
	assert_int_equal(browser_post(town.writer, evaluated_path(&town, "/sheet/check"), FIELDS("version", "2")), 422);
	assert_int_equal(evaluated_write(&town, town.writer, "5333", "よい"), 422);
}

TEST(a_sheet_is_saved_by_itself_and_a_second_writer_sees_both_texts)
{
	struct evaluated town = evaluated_new("standard");
	assert_int_equal(evaluated_post(&town, town.writer, "/sheet", FIELDS("purpose", "4", "_autosave", "1")), 200);
	assert_non_null(strstr(browser_body(town.writer), "base_version"));
	assert_int_equal(browser_post(town.member, evaluated_path(&town, "/sheet"), FIELDS("base_version", "0", "purpose", "2", "_save", "1")), 409);
	assert_true(browser_shows(town.member, "ほかの方が先に保存しました"));
	assert_int_equal(evaluated_post(&town, town.member, "/sheet", FIELDS("purpose", "3", "_save", "1")), 303);
}

TEST(a_member_writes_but_only_a_submitter_puts_in)
{
	struct evaluated town = evaluated_new("standard");
	assert_int_equal(evaluated_write(&town, town.member, "333333333", ""), 303);
	assert_int_equal(browser_get(town.member, evaluated_path(&town, "/sheet/check")), 200);
	assert_true(browser_shows(town.member, "提出は、団体の代表者・連絡担当者か"));
	assert_int_equal(browser_post(town.member, evaluated_path(&town, "/sheet/check"), FIELDS("version", "")), 403);
	assert_int_equal(portal_int(town.portal, "SELECT group_sheet FROM evaluations"), 0);
}

TEST(a_sheet_is_taken_back_before_the_opening)
{
	struct evaluated town = evaluated_new("standard");
	assert_int_equal(evaluated_put(&town, town.writer, "555555555", ""), 303);
	assert_int_equal(browser_get(town.writer, evaluated_path(&town, "/sheet/check")), 200);
	assert_true(browser_shows(town.writer, "取り戻して直す"));
	assert_int_equal(evaluated_post(&town, town.writer, "/sheet", FIELDS("purpose", "1")), 303);
	assert_int_equal(browser_post(town.writer, evaluated_path(&town, "/sheet"), FIELDS("purpose", "1")), 409);
	assert_int_equal(evaluated_move(&town, town.office, "take_back_group", NO_FIELDS), 403);
	assert_int_equal(evaluated_move(&town, town.writer, "take_back_group", NO_FIELDS), 303);
	assert_int_equal(evaluated_put(&town, town.writer, "444444444", ""), 303);
	assert_int_equal(evaluated_put(&town, town.office, "333333333", ""), 303);
	assert_string_equal(evaluated_state(&town), "opened");
	assert_int_equal(evaluated_move(&town, town.writer, "take_back_group", NO_FIELDS), 409);
	assert_int_equal(browser_get(town.office, evaluated_path(&town, "")), 200);
	assert_true(browser_shows(town.office, "4　やや上回る"));
	assert_true(browser_shows(town.office, "2段階以上離れた項目はありません"));
}

TEST(time_opens_with_what_is_there_and_a_missing_sheet_follows_as_a_marked_reply)
{
	struct evaluated town = evaluated_new("standard");
	assert_int_equal(evaluated_put(&town, town.writer, "555555555", "早く出しました"), 303);
	assert_int_equal(evaluated_write(&town, town.office, "111111111", "書きかけ"), 303);
	tick_now(&town);
	assert_string_equal(evaluated_state(&town), "filling");
	evaluated_later(&town, "2027-05-20T09:00:00+09:00");
	tick_now(&town);
	tick_now(&town);
	assert_string_equal(evaluated_state(&town), "opened");
	assert_int_equal(browser_get(town.writer, evaluated_path(&town, "")), 200);
	assert_true(browser_shows(town.writer, "市のシートは、期限までに提出がありませんでした"));
	assert_false(browser_shows(town.writer, "書きかけ"));
	assert_int_equal(evaluated_put(&town, town.office, "222222222", "遅くなりました"), 303);
	assert_int_equal(browser_get(town.writer, evaluated_path(&town, "")), 200);
	assert_true(browser_shows(town.writer, "遅くなりました"));
	assert_true(browser_shows(town.writer, "市のシートは、開いたあとに届いた返信です"));
	assert_false(browser_shows(town.writer, "radar-heading"));
	assert_false(browser_shows(town.writer, "gap-purpose"));
}

TEST(a_new_text_of_the_talk_needs_both_confirmations_again)
{
	struct evaluated town = evaluated_new("standard");
	evaluated_open(&town);
	assert_int_equal(evaluated_move(&town, town.writer, "confirm_group", NO_FIELDS), 409);
	const char *const talk[] = {"talked_on_year", "2027", "talked_on_month", "4", "talked_on_date", "1", "present", "団体と担当課",
	                            "purpose", "わかった", "roles", "わかった", "conclusion", "まとめ一", NULL};
	assert_int_equal(evaluated_post(&town, town.office, "/talk", talk), 303);
	assert_int_equal(evaluated_move(&town, town.writer, "confirm_group", NO_FIELDS), 303);
	assert_int_equal(evaluated_post(&town, town.office, "/talk", FIELDS("talked_on_year", "2027", "talked_on_month", "4", "talked_on_date", "1",
	                                                               "present", "団体と担当課", "purpose", "わかった", "roles", "わかった",
	                                                               "conclusion", "まとめ二")), 303);
	assert_int_equal(evaluated_move(&town, town.office, "confirm_city", NO_FIELDS), 303);
	assert_string_equal(evaluated_state(&town), "opened");
	assert_int_equal(evaluated_move(&town, town.writer, "confirm_group", NO_FIELDS), 303);
	assert_string_equal(evaluated_state(&town), "concluded");
	assert_int_equal(evaluated_move(&town, town.office, "reopen", FIELDS("reason", "直したい")), 303);
	assert_string_equal(evaluated_state(&town), "opened");
}

TEST(a_talk_names_what_is_missing_and_is_not_dated_ahead)
{
	struct evaluated town = evaluated_new("standard");
	evaluated_open(&town);
	assert_int_equal(evaluated_post(&town, town.writer, "/talk", FIELDS("talked_on_year", "2030", "talked_on_month", "4", "talked_on_date", "1",
	                                                               "present", "みんな", "purpose", "わかった")), 422);
	assert_true(browser_shows(town.writer, "「役割分担」の見方の違いについて"));
	assert_true(browser_shows(town.writer, "f_talked_on"));
}

TEST(both_views_end_a_talk_without_agreement)
{
	struct evaluated town = evaluated_new("standard");
	evaluated_open(&town);
	assert_int_equal(evaluated_move(&town, town.writer, "view_group", FIELDS("view", "早すぎる")), 409);
	evaluated_later(&town, "2027-05-10T09:00:00+09:00");
	assert_int_equal(evaluated_move(&town, town.writer, "view_group", FIELDS("view", "団体の考えです")), 303);
	assert_string_equal(evaluated_state(&town), "opened");
	assert_int_equal(evaluated_move(&town, town.office, "view_city", FIELDS("view", "市の考えです")), 303);
	assert_string_equal(evaluated_state(&town), "both_views");
	assert_int_equal(browser_get(town.member, evaluated_path(&town, "")), 200);
	assert_true(browser_shows(town.member, "団体の考えです"));
	assert_true(browser_shows(town.member, "市の考えです"));
}

TEST(a_view_that_never_comes_does_not_hold_the_other)
{
	struct evaluated town = evaluated_new("standard");
	evaluated_open(&town);
	evaluated_later(&town, "2027-05-10T09:00:00+09:00");
	assert_int_equal(evaluated_move(&town, town.office, "view_city", FIELDS("view", "市の考えです")), 303);
	tick_now(&town);
	assert_string_equal(evaluated_state(&town), "opened");
	evaluated_later(&town, "2027-05-26T09:00:00+09:00");
	tick_now(&town);
	assert_string_equal(evaluated_state(&town), "both_views");
}

TEST(both_sides_publish_without_the_coordinator)
{
	struct evaluated town = evaluated_new("standard");
	evaluated_conclude(&town);
	assert_int_equal(evaluated_move(&town, town.coordinator, "publish", NO_FIELDS), 409);
	assert_int_equal(evaluated_post(&town, town.writer, "/lessons", FIELDS("lessons.0.lesson", "早く始める", "lessons.0.side", "group")), 303);
	assert_int_equal(evaluated_move(&town, town.writer, "release_group", NO_FIELDS), 303);
	assert_string_equal(evaluated_state(&town), "concluded");
	assert_int_equal(evaluated_move(&town, town.office, "release_city", NO_FIELDS), 303);
	assert_string_equal(evaluated_state(&town), "published");
	assert_int_equal(evaluated_post(&town, town.writer, "/lessons/1", FIELDS("answer", "yes", "why", "はい")), 422);
	assert_int_equal(evaluated_post(&town, town.writer, "/lessons/1",
	                           FIELDS("answer", "yes", "why", "はい", "by_on_year", "令和9", "by_on_month", "6", "by_on_date", "1")), 303);
	assert_string_equal(evaluated_state(&town), "answered");
}

TEST(either_side_may_choose_the_short_sheet_where_no_money_is_involved)
{
	struct evaluated town = evaluated_new("standard");
	assert_int_equal(evaluated_move(&town, town.writer, "simplify", NO_FIELDS), 303);
	assert_int_equal(browser_get(town.office, evaluated_path(&town, "/sheet")), 200);
	assert_true(browser_shows(town.office, "簡易版"));
	assert_false(browser_shows(town.office, "相乗効果"));
	assert_int_equal(evaluated_move(&town, town.office, "simplify", NO_FIELDS), 409);
	assert_int_equal(evaluated_move(&town, town.office, "extend", NO_FIELDS), 303);
	assert_int_equal(evaluated_move(&town, town.office, "extend", NO_FIELDS), 409);
}

TEST(corrections_are_told_and_recorded)
{
	struct evaluated town = evaluated_new("standard");
	evaluated_publish(&town);
	assert_int_equal(evaluated_move(&town, town.coordinator, "correct_publish", FIELDS("reason", "参加者の数に誤りがありました")), 303);
	assert_int_equal(browser_get(town.visitor, evaluated_path(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "参加者の数に誤りがありました"));
	assert_int_equal(evaluated_post(&town, town.office, "/lessons/1", FIELDS("answer", "no", "why", "できません")), 303);
	assert_string_equal(evaluated_state(&town), "answered");
	assert_int_equal(browser_get(town.office, evaluated_path(&town, "/lessons/1")), 200);
	assert_int_equal(evaluated_post(&town, town.office, "/lessons/1", FIELDS("answer", "no", "why", "やはりできません")), 409);
	assert_int_equal(evaluated_move(&town, town.office, "correct_answer", FIELDS("reason", "できるようになった")), 303);
	assert_int_equal(evaluated_post(&town, town.office, "/lessons/1",
	                           FIELDS("answer", "yes", "why", "できます", "by_on_year", "2027", "by_on_month", "6", "by_on_date", "1")), 303);
	assert_string_equal(evaluated_state(&town), "answered");
}
