/* Every move of a group: it tells the other side, enters the ledger, and cannot be made by others. */
#include "steps.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "workflow/move.h"

struct town {
	struct portal *portal;
	int64_t person;
	int64_t coordinator;
	struct browser *own;
	struct browser *desk;
	int64_t id;
	const char *path;
};

static struct town town_new(bool is_registered)
{
	struct town town = {.portal = portal_new()};
	town.person = portal_person(town.portal, "aoki@example.jp", "青木 花子");
	town.coordinator = portal_coordinator(town.portal);
	town.own = browser_new(town.portal, town.person);
	town.desk = browser_new(town.portal, town.coordinator);
	if (is_registered) {
		town.id = group_registered(town.portal, town.person, town.coordinator);
	} else {
		town.id = group_begun(town.own, "みどりの会");
		group_filled(town.own, town.id, "aoki@example.jp");
		group_sent(town.own, town.id);
	}
	town.path = arena_text("/groups/%lld", (long long)town.id);
	return town;
}

static const char *state_of(struct town *town)
{
	return portal_text(town->portal, arena_text("SELECT state FROM cases WHERE id = %lld", (long long)town->id));
}

static int64_t told(struct town *town, int64_t person, const char *move)
{
	return portal_int(town->portal, arena_text("SELECT count(*) FROM notices WHERE person_id = %lld AND text_key = 'notice_groups_%s'",
	                                           (long long)person, move));
}

static int64_t recorded(struct town *town, const char *move)
{
	return portal_int(town->portal, arena_text("SELECT count(*) FROM ledger WHERE case_id = %lld AND move = 'groups.%s'",
	                                           (long long)town->id, move));
}

static void assert_made(struct town *town, const char *move, const char *state)
{
	assert_string_equal(state_of(town), state);
	assert_int_equal(recorded(town, move), 1);
	assert_int_equal(told(town, town->person, move), 1);
}

TEST(sending_tells_the_contacts_the_desk_and_whoever_has_no_mail_by_letter)
{
	struct town town = town_new(false);
	assert_made(&town, "submit", "submitted");
	assert_int_equal(told(&town, town.coordinator, "submit"), 1);
	assert_true(portal_int(town.portal, "SELECT count(*) FROM letters") >= 1);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM people WHERE name = '佐藤 次郎' AND email IS NULL AND address <> ''"), 1);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM seats WHERE role = 'contact'"), 2);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM groups WHERE consent_way = 'portal'"), 1);
}

TEST(the_desk_asks_for_corrections_field_by_field_and_gets_them)
{
	struct town town = town_new(false);
	const char *notes = arena_text("%s/notes", town.path);
	assert_int_equal(browser_get(town.desk, notes), 200);
	const char *version = arena_copy(browser_value(town.desk, "version"));
	assert_int_equal(browser_post(town.desk, notes, FIELDS("version", version, "note_aims", "だれのためかを書いてください（例: 小学生）")), 303);
	assert_made(&town, "return", "returned");
	assert_int_equal(browser_get(town.own, arena_text("%s/edit/activity", town.path)), 200);
	assert_true(browser_shows(town.own, "だれのためかを書いてください"));
	group_sent(town.own, town.id);
	assert_string_equal(state_of(&town), "submitted");
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM seats WHERE role = 'contact' AND until_on = ''"), 2);
	assert_int_equal(browser_get(browser_new(town.portal, 0), town.path), 404);
}

TEST(a_refusal_names_criterion_and_reason_and_may_be_reconsidered)
{
	struct town town = town_new(false);
	assert_int_equal(group_moved(town.desk, town.id, "refuse", FIELDS("criterion", "members")), 422);
	assert_int_equal(group_moved(town.desk, town.id, "refuse", FIELDS("criterion", "members", "reason", "5人に足りません。準備中の団体で登録できます")), 303);
	const char *draft = arena_copy(browser_location(town.desk));
	assert_int_equal(browser_get(town.desk, town.path), 200);
	assert_true(browser_shows(town.desk, arena_text("href=\"%s\"", draft)));
	assert_int_equal(browser_get(town.own, town.path), 200);
	assert_false(browser_shows(town.own, "/drafts/"));
	assert_int_equal(browser_get(town.desk, draft), 200);
	assert_int_equal(browser_post(town.desk, draft, FIELDS("decided_on", "2026-01-05", "document_number", "8地協第1号")), 303);
	assert_made(&town, "refuse", "refused");
	assert_int_equal(browser_get(town.own, town.path), 200);
	assert_true(browser_shows(town.own, "5人に足りません"));
	assert_int_equal(browser_get(browser_new(town.portal, 0), town.path), 404);
	assert_int_equal(group_moved(town.own, town.id, "reconsider", FIELDS("reason", "先月2人増えました")), 303);
	assert_made(&town, "reconsider", "submitted");
	assert_int_equal(told(&town, town.coordinator, "reconsider"), 1);
}

TEST(a_mistaken_refusal_is_corrected)
{
	struct town town = town_new(false);
	group_moved(town.desk, town.id, "refuse", FIELDS("criterion", "members", "reason", "数え違い"));
	group_executed(town.desk, town.id);
	assert_int_equal(group_moved(town.desk, town.id, "correct_refuse", FIELDS("reason", "数え間違いでした")), 303);
	assert_made(&town, "correct_refuse", "submitted");
}

TEST(a_registration_is_withdrawn_before_the_decision)
{
	struct town town = town_new(false);
	assert_int_equal(group_moved(town.own, town.id, "withdraw", NO_FIELDS), 303);
	assert_made(&town, "withdraw", "withdrawn");
	assert_int_equal(told(&town, town.coordinator, "withdraw"), 1);
	assert_int_equal(browser_get(browser_new(town.portal, 0), town.path), 404);
}

TEST(a_mistaken_registration_is_corrected_and_leaves_the_directory)
{
	struct town town = town_new(true);
	assert_made(&town, "register", "registered");
	assert_int_equal(group_moved(town.desk, town.id, "correct_register", FIELDS("reason", "別の団体と取り違えました")), 303);
	assert_made(&town, "correct_register", "submitted");
	struct browser *visitor = browser_new(town.portal, 0);
	assert_int_equal(browser_get(visitor, town.path), 404);
	assert_int_equal(browser_get(visitor, "/groups?q=みどり"), 200);
	assert_false(browser_shows(visitor, "みどりの会"));
	assert_int_equal(browser_get(visitor, "/groups.csv"), 200);
	assert_false(browser_shows(visitor, "みどりの会"));
}

TEST(pausing_resuming_and_leaving)
{
	struct town town = town_new(true);
	assert_int_equal(group_moved(town.own, town.id, "pause", FIELDS("reason", "会員が減ったため")), 303);
	assert_made(&town, "pause", "paused");
	struct db *db = portal_store(town.portal);
	assert_false(group_is_registered(db, town.id));
	portal_done(town.portal);
	assert_int_equal(group_moved(town.own, town.id, "resume", NO_FIELDS), 303);
	assert_made(&town, "resume", "registered");
	assert_int_equal(group_moved(town.own, town.id, "leave", FIELDS("reason", "活動を終えます")), 303);
	assert_made(&town, "leave", "withdrawn");
	struct browser *visitor = browser_new(town.portal, 0);
	assert_int_equal(browser_get(visitor, town.path), 200);
	assert_true(browser_shows(visitor, "取りやめました"));
	assert_int_equal(browser_get(visitor, "/groups"), 200);
	assert_false(browser_shows(visitor, "みどりの会"));
}

TEST(a_dissolved_group_can_be_set_right)
{
	struct town town = town_new(true);
	assert_int_equal(group_moved(town.desk, town.id, "dissolve", FIELDS("reason", "総会で決めました")), 303);
	assert_made(&town, "dissolve", "dissolved");
	assert_int_equal(group_moved(town.desk, town.id, "correct_end", FIELDS("reason", "別の団体でした")), 303);
	assert_made(&town, "correct_end", "registered");
}

TEST(nobody_loses_a_registration_unheard)
{
	struct town town = town_new(true);
	assert_int_equal(group_moved(town.desk, town.id, "revoke", FIELDS("reason", "連絡が取れません")), 409);
	assert_int_equal(group_moved(town.desk, town.id, "hear", FIELDS("reason", "活動の様子を教えてください")), 303);
	assert_made(&town, "hear", "registered");
	assert_int_equal(group_moved(town.desk, town.id, "revoke", FIELDS("reason", "連絡が取れません")), 409);
	assert_int_equal(group_moved(town.own, town.id, "answer_hearing", FIELDS("reason", "続けています")), 303);
	assert_made(&town, "answer_hearing", "registered");
	assert_int_equal(told(&town, town.coordinator, "answer_hearing"), 1);
	assert_int_equal(group_moved(town.own, town.id, "answer_hearing", FIELDS("reason", "もう一度")), 409);
	assert_int_equal(group_moved(town.desk, town.id, "drop_hearing", NO_FIELDS), 303);
	assert_made(&town, "drop_hearing", "registered");
	group_moved(town.desk, town.id, "hear", FIELDS("reason", "再度うかがいます"));
	group_moved(town.own, town.id, "answer_hearing", FIELDS("reason", "やめます"));
	assert_int_equal(group_moved(town.desk, town.id, "revoke", FIELDS("reason", "活動していないため")), 303);
	group_executed(town.desk, town.id);
	assert_made(&town, "revoke", "revoked");
	struct browser *visitor = browser_new(town.portal, 0);
	assert_int_equal(browser_get(visitor, town.path), 200);
	assert_false(browser_shows(visitor, "再度うかがいます"));
}

static void change_begun(struct town *town, const char *aims)
{
	const char *activity = arena_text("/groups/changes/%lld/edit/activity", (long long)town->id);
	assert_int_equal(browser_get(town->own, arena_text("%s/change", town->path)), 200);
	assert_int_equal(browser_post(town->own, arena_text("%s/change", town->path), NO_FIELDS), 303);
	assert_int_equal(browser_get(town->own, activity), 200);
	assert_true(browser_shows(town->own, "川をきれいにする"));
	const char *base = arena_copy(browser_value(town->own, "base_version"));
	assert_int_equal(browser_post(town->own, activity,
	                              FIELDS("base_version", base, "aims", aims, "activities", "毎月の清掃", "fields", "7", "areas", "川北",
	                                     "founded_on", "2015-04-01", "member_count", "20", "fee", "")),
	                 303);
}

static void change_sent(struct town *town)
{
	const char *check = arena_text("/groups/changes/%lld/check", (long long)town->id);
	assert_int_equal(browser_get(town->own, check), 200);
	const char *version = arena_copy(browser_value(town->own, "version"));
	assert_int_equal(browser_post(town->own, check, FIELDS("version", version)), 303);
}

TEST(old_facts_stay_until_a_change_is_accepted)
{
	struct town town = town_new(true);
	struct browser *visitor = browser_new(town.portal, 0);
	change_begun(&town, "川と森を守る");
	change_sent(&town);
	assert_made(&town, "change_submit", "registered");
	assert_int_equal(told(&town, town.coordinator, "change_submit"), 1);
	assert_int_equal(browser_get(visitor, town.path), 200);
	assert_true(browser_shows(visitor, "川をきれいにする"));
	assert_false(browser_shows(visitor, "川と森を守る"));
	assert_int_equal(browser_get(town.desk, "/groups/queue"), 200);
	assert_true(browser_shows(town.desk, "みどりの会"));
	assert_int_equal(browser_get(town.desk, town.path), 200);
	assert_true(browser_shows(town.desk, "川と森を守る"));

	const char *notes = arena_text("/groups/changes/%lld/notes", (long long)town.id);
	assert_int_equal(browser_get(town.desk, notes), 200);
	const char *version = arena_copy(browser_value(town.desk, "version"));
	assert_int_equal(browser_post(town.desk, notes, FIELDS("version", version, "note_aims", "森の場所も書いてください")), 303);
	assert_made(&town, "change_return", "registered");
	const char *activity = arena_text("/groups/changes/%lld/edit/activity", (long long)town.id);
	assert_int_equal(browser_get(town.own, activity), 200);
	assert_true(browser_shows(town.own, "森の場所も書いてください"));
	change_sent(&town);

	assert_int_equal(group_moved(town.desk, town.id, "change_accept", NO_FIELDS), 303);
	assert_made(&town, "change_accept", "registered");
	assert_int_equal(browser_get(visitor, town.path), 200);
	assert_true(browser_shows(visitor, "川と森を守る"));
	assert_int_equal(browser_get(visitor, "/groups?q=森"), 200);
	assert_true(browser_shows(visitor, "みどりの会"));
	assert_int_equal(browser_get(town.own, town.path), 200);
	assert_true(browser_shows(town.own, "佐藤"));
}

TEST(a_change_can_be_taken_back)
{
	struct town town = town_new(true);
	change_begun(&town, "川と森を守る");
	change_sent(&town);
	assert_int_equal(group_moved(town.own, town.id, "change_drop", NO_FIELDS), 303);
	assert_made(&town, "change_drop", "registered");
	assert_int_equal(group_moved(town.desk, town.id, "change_accept", NO_FIELDS), 409);
	change_begun(&town, "川を守る");
}

TEST(contacts_change_at_once)
{
	struct town town = town_new(true);
	const char *path = arena_text("%s/contacts", town.path);
	assert_int_equal(browser_get(town.own, path), 200);
	const char *version = arena_copy(browser_value(town.own, "version"));
	assert_int_equal(browser_post(town.own, path,
	                              FIELDS("version", version, "representative_name", "山本 太郎", "representative_kana", "ヤマモト",
	                                     "representative_email", "aoki@example.jp", "contact1_name", "新田 一", "contact1_phone", "0425811112",
	                                     "contact1_email", "nitta@example.jp", "contact2_name", "佐藤 次郎", "contact2_phone", "042-000-1111",
	                                     "contact2_address", "みどり野市川北1-2-3")),
	                 303);
	assert_int_equal(recorded(&town, "contacts"), 1);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM group_contacts WHERE name = '新田 一'"), 1);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM people WHERE email = 'nitta@example.jp'"), 1);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM people WHERE name = '佐藤 次郎'"), 1);
	assert_true(portal_int(town.portal, "SELECT count(*) FROM outbox WHERE email = 'nitta@example.jp'") >= 1);
	struct browser *visitor = browser_new(town.portal, 0);
	assert_int_equal(browser_get(visitor, arena_text("%s.json", town.path)), 200);
	assert_false(browser_shows(visitor, "新田"));
}

TEST(the_desk_enters_a_paper_for_a_group_and_its_day_counts)
{
	struct town town = town_new(true);
	assert_int_equal(browser_post(town.desk, "/groups/new", FIELDS("paper_on", "2026-01-05", "name", "紙の会", "kind", "voluntary")), 303);
	town.id = portal_int(town.portal, "SELECT max(id) FROM cases WHERE kind = 'groups'");
	group_filled(town.desk, town.id, "");
	group_sent(town.desk, town.id);
	assert_string_equal(portal_text(town.portal, arena_text("SELECT received_on FROM cases WHERE id = %lld", (long long)town.id)), "2026-01-05");
	assert_int_equal(portal_int(town.portal, arena_text("SELECT is_paper FROM cases WHERE id = %lld", (long long)town.id)), 1);
	assert_int_equal(group_moved(town.desk, town.id, "register", FIELDS("checked", "rules")), 409);
	assert_int_equal(group_moved(town.desk, town.id, "consent", NO_FIELDS), 303);
	assert_string_equal(portal_text(town.portal, arena_text("SELECT consent_way FROM groups WHERE id = %lld", (long long)town.id)), "paper");
	assert_int_equal(group_moved(town.desk, town.id, "register", FIELDS("checked", "rules")), 303);
}

TEST(moves_are_refused_to_others)
{
	struct town town = town_new(true);
	int64_t stranger = portal_person(town.portal, "stranger@example.jp", "よその人");
	int64_t member = portal_person(town.portal, "member@example.jp", "会員");
	portal_seat(town.portal, member, "member", town.id, 0);
	struct browser *others[] = {browser_new(town.portal, stranger), browser_new(town.portal, member)};
	for (int i = 0; i < machine_find("groups")->move_count; i++) {
		const struct move *move = &machine_find("groups")->moves[i];
		for (size_t b = 0; b < 2; b++) {
			const char *path = arena_text("/cases/%lld/%s", (long long)town.id, move->name);
			int status = browser_get(others[b], path);
			assert_true(status == 403 || status == 404 || status == 409);
			status = browser_post(others[b], path, FIELDS("version", "0", "reason", "x"));
			assert_true(status == 403 || status == 404 || status == 409 || status == 422);
		}
	}
	assert_string_equal(state_of(&town), "registered");
}
