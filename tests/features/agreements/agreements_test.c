/* Agreements in a browser: from the agreed proposal's draft to the concluded 覚書, its changes and its end; who may do and see what. */
#include "support/portal.h"
#include "support/store.h"

#include "adapters/doc.h"
#include "base/arena.h"
#include "workflow/tick.h"
#include "workflow/version.h"

#include <string.h>

struct town {
	struct portal *portal;
	int64_t group;
	int64_t department;
	int64_t proposal;
	int64_t agreement;
	struct browser *contact;
	struct browser *member;
	struct browser *office;
	struct browser *coordinator;
	struct browser *stranger; /* a contact of another group */
	struct browser *other;    /* staff of another department */
	struct browser *visitor;
};

static struct browser *browser_with(struct portal *portal, const char *role, int64_t group, int64_t department)
{
	static int number;
	int64_t person = portal_person(portal, arena_text("p%d@example.jp", ++number), "人");
	portal_seat(portal, person, role, group, department);
	return browser_new(portal, person);
}

static struct doc *roles_content(void)
{
	return doc_parse("{\"title\":\"川べりの花だん\",\"summary\":\"川べりを花で守ります\",\"shared_goal\":\"花の咲く<b>川べり\",\"starts_on\":\"2026-07-01\","
	                 "\"ends_on\":\"2027-03-31\",\"roles\":[{\"task\":\"苗を植える\",\"group_part\":\"植える\",\"city_part\":\"苗を用意する\","
	                 "\"when\":\"10月\",\"cost\":30000,\"lead\":\"both\"}],\"indicators\":[{\"indicator\":\"ごみの量\",\"goal\":\"3袋\"}]}");
}

static int move_post(struct browser *browser, int64_t id, const char *move, const char *const *fields)
{
	const char *path = arena_text("/cases/%lld/%s", (long long)id, move);
	const char *all[24] = {0};
	int status = browser_get(browser, path);
	if (status != 200)
		return status;
	all[0] = "version", all[1] = arena_copy(browser_value(browser, "version"));
	for (int i = 2; *fields && i < 22; i++)
		all[i] = *fields++;
	return browser_post(browser, path, all);
}

/* A proposal that both sides agreed on, finalized through its real move: the agreement opens by itself. */
static void proposal_finalize(struct town *town)
{
	struct db *db = portal_store(town->portal);
	town->proposal = case_insert(db, &(struct case_file){.kind = "proposals", .state = "agreed", .title = "川べりの花だん", .group_id = town->group,
	                                                     .department_id = town->department});
	db_run(db, "INSERT INTO proposals (id, direction) VALUES (:id, 'group')", DB(V_INT("id", town->proposal)));
	struct viewer nobody = viewer_nobody();
	version_save(db, &nobody, town->proposal, "", roles_content(), -1);
	version_keep(db, town->proposal, "");
	portal_done(town->portal);
	assert_int_equal(move_post(town->office, town->proposal, "finalize", NO_FIELDS), 303);
	town->agreement = portal_int(town->portal, "SELECT max(id) FROM cases WHERE kind = 'agreements'");
	assert_true(town->agreement > 0);
}

static struct town town_new(void)
{
	test_clock("2026-06-01T09:00:00+09:00");
	struct town town = {.portal = portal_new()};
	town.group = test_group(portal_store(town.portal), "みどりの会");
	int64_t other = test_group(town.portal->app.writer, "川の会");
	portal_done(town.portal);
	town.coordinator = browser_new(town.portal, portal_coordinator(town.portal));
	town.department = portal_department(town.portal, "environment", "環境保全課", false);
	int64_t welfare = portal_department(town.portal, "welfare", "福祉課", false);
	town.contact = browser_with(town.portal, "contact", town.group, 0);
	town.member = browser_with(town.portal, "member", town.group, 0);
	town.stranger = browser_with(town.portal, "contact", other, 0);
	town.office = browser_with(town.portal, "staff", 0, town.department);
	town.other = browser_with(town.portal, "staff", 0, welfare);
	town.visitor = browser_new(town.portal, 0);
	proposal_finalize(&town);
	return town;
}

static const char *at(const struct town *town, const char *rest)
{
	return arena_text("/agreements/%lld%s", (long long)town->agreement, rest);
}

static const char *state_of(struct town *town)
{
	return portal_text(town->portal, arena_text("SELECT state FROM cases WHERE id = %lld", (long long)town->agreement));
}

static const char *turn_of(struct town *town)
{
	return portal_text(town->portal, arena_text("SELECT turn FROM cases WHERE id = %lld", (long long)town->agreement));
}

static void check_send(struct browser *browser, const char *path)
{
	assert_int_equal(browser_get(browser, path), 200);
	const char *version = arena_copy(browser_value(browser, "version"));
	int status = browser_post(browser, path, FIELDS("version", version));
	if (status != 303)
		fail_msg("%s: %d %s", path, status, browser_body(browser));
}

static void section_save(struct browser *browser, const char *path, const char *name, const char *value)
{
	assert_int_equal(browser_get(browser, path), 200);
	const char *base = arena_copy(browser_value(browser, "base_version"));
	if (browser_post(browser, path, FIELDS("base_version", base, "next", "next", name, value)) != 303)
		fail_msg("%s: %s", path, browser_body(browser));
}

static void both_confirm(struct town *town)
{
	check_send(town->office, at(town, "/check"));
	assert_int_equal(move_post(town->contact, town->agreement, "confirm_group", FIELDS("is_read", "1")), 303);
	assert_int_equal(move_post(town->office, town->agreement, "confirm_city", FIELDS("is_read", "1")), 303);
	assert_string_equal(state_of(town), "deciding");
}

static int bind(struct town *town, const char *move)
{
	int status = move_post(town->office, town->agreement, move, NO_FIELDS);
	if (status != 303)
		return status;
	const char *draft = arena_copy(browser_location(town->office));
	assert_int_equal(browser_get(town->coordinator, draft), 200);
	assert_true(browser_shows(town->coordinator, "みどりの会"));
	assert_true(browser_shows(town->coordinator, "花の咲く"));
	return browser_post(town->coordinator, draft,
	                    FIELDS("decided_on_year", "2026", "decided_on_month", "6", "decided_on_date", "1", "document_number", "8日地協第12号"));
}

static void concluded(struct town *town)
{
	both_confirm(town);
	assert_int_equal(bind(town, "decide"), 303);
	assert_int_equal(move_post(town->coordinator, town->agreement, "conclude",
	                           FIELDS("effective_on_year", "2026", "effective_on_month", "6", "effective_on_date", "1", "way", "portal")),
	                 303);
	assert_string_equal(state_of(town), "concluded");
}

TEST(a_final_proposal_opens_its_agreement_filled_from_it)
{
	struct town town = town_new();
	assert_int_equal(browser_get(town.contact, at(&town, "")), 200);
	assert_true(browser_shows(town.contact, "「川べりの花だん」の覚書"));
	assert_true(browser_shows(town.contact, "花の咲く&lt;b&gt;川べり"));
	assert_true(browser_shows(town.contact, "苗を用意する"));
	assert_true(browser_shows(town.contact, "2027-03-31"));
	assert_true(browser_shows(town.contact, "少なくとも月に一度"));
	assert_int_equal(browser_get(town.contact, arena_text("/proposals/%lld", (long long)town.proposal)), 200);
	assert_true(browser_shows(town.contact, at(&town, "")));
	assert_true(portal_int(town.portal, "SELECT count(*) FROM notices WHERE text_key = 'notice_agreements_open'") >= 3);
}

TEST(an_agreement_goes_through_its_whole_life)
{
	struct town town = town_new();
	concluded(&town);
	assert_int_equal(browser_get(town.visitor, at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "8日地協第12号"));
	assert_true(browser_shows(town.visitor, "このサイトでの双方の確認だけ"));
	assert_true(browser_shows(town.visitor, "<time datetime=\"2026-06-01\""));
	assert_false(browser_shows(town.visitor, "/cases/"));
	assert_int_equal(browser_get(town.visitor, at(&town, ".json")), 200);
	assert_true(browser_shows(town.visitor, "\"document_number\":\"8日地協第12号\""));
	assert_true(browser_shows(town.visitor, "\"concluded_on\":\"2026-06-01\""));
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM ledger WHERE move LIKE 'agreements.%'"), 7);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM drafts WHERE state = 'done'"), 1);
}

TEST(a_counter_draft_takes_the_confirmations_away_and_the_turn_to_the_other_side)
{
	struct town town = town_new();
	check_send(town.office, at(&town, "/check"));
	assert_string_equal(state_of(&town), "offered");
	assert_string_equal(turn_of(&town), "group");
	assert_int_equal(browser_get(town.office, at(&town, "/edit")), 403);
	assert_int_equal(move_post(town.office, town.agreement, "confirm_city", FIELDS("is_read", "1")), 303);
	assert_string_equal(state_of(&town), "confirming");
	section_save(town.member, at(&town, "/edit/purpose"), "purpose", "もっと花の咲く川べり");
	assert_int_equal(browser_get(town.contact, at(&town, "")), 200);
	assert_false(browser_shows(town.contact, "もっと花の咲く川べり"));
	check_send(town.contact, at(&town, "/check"));
	assert_string_equal(state_of(&town), "offered");
	assert_string_equal(turn_of(&town), "city");
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM agreement_confirmations"), 0);
	assert_int_equal(browser_get(town.office, at(&town, "/versions/2")), 200);
	assert_true(browser_shows(town.office, "もっと花の咲く川べり"));
}

TEST(confirming_twice_or_without_reading_or_what_nobody_offered_is_refused)
{
	struct town town = town_new();
	assert_int_equal(browser_get(town.contact, arena_text("/cases/%lld/confirm_group", (long long)town.agreement)), 409);
	check_send(town.office, at(&town, "/check"));
	assert_int_equal(move_post(town.contact, town.agreement, "confirm_group", NO_FIELDS), 422);
	assert_int_equal(move_post(town.contact, town.agreement, "confirm_group", FIELDS("is_read", "1")), 303);
	assert_int_equal(move_post(town.contact, town.agreement, "confirm_group", FIELDS("is_read", "1")), 409);
	assert_string_equal(turn_of(&town), "city");
}

TEST(both_sides_confirm_the_same_fingerprint)
{
	struct town town = town_new();
	both_confirm(&town);
	assert_int_equal(portal_int(town.portal, "SELECT count(DISTINCT fingerprint) FROM agreement_confirmations"), 1);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM agreement_confirmations c JOIN case_versions v ON v.case_id = c.agreement_id"
	                                         " AND v.part = '' AND v.fingerprint = c.fingerprint AND v.is_draft = 0"), 2);
	assert_int_equal(browser_get(town.contact, at(&town, "")), 200);
	assert_true(browser_shows(town.contact, "確認済み"));
}

TEST(money_of_the_city_needs_a_seal_or_an_electronic_contract)
{
	struct town town = town_new();
	portal_store(town.portal);
	struct doc *content = doc_parse(portal_text(town.portal, "SELECT content FROM case_versions WHERE part = '' ORDER BY id DESC LIMIT 1"));
	doc_set_text(content, "money", "paid");
	struct viewer nobody = viewer_nobody();
	version_save(town.portal->app.writer, &nobody, town.agreement, "", content, -1);
	portal_done(town.portal);
	both_confirm(&town);
	assert_int_equal(bind(&town, "decide"), 303);
	const char *const portal_way[] = {"effective_on_year", "2026", "effective_on_month", "6", "effective_on_date", "1", "way", "portal", NULL};
	assert_int_equal(move_post(town.coordinator, town.agreement, "conclude", portal_way), 422);
	assert_true(browser_shows(town.coordinator, "記名押印か電子契約"));
	const char *const ahead[] = {"effective_on_year", "2026", "effective_on_month", "7", "effective_on_date", "1", "way", "seal", NULL};
	assert_int_equal(move_post(town.coordinator, town.agreement, "conclude", ahead), 422);
	const char *const early[] = {"effective_on_year", "2026", "effective_on_month", "5", "effective_on_date", "1", "way", "seal", NULL};
	assert_int_equal(move_post(town.coordinator, town.agreement, "conclude", early), 422);
	const char *const seal[] = {"effective_on_year", "2026", "effective_on_month", "6", "effective_on_date", "1", "way", "seal", NULL};
	assert_int_equal(move_post(town.coordinator, town.agreement, "conclude", seal), 303);
}

TEST(a_change_needs_both_and_leaves_the_present_text_in_force_until_then)
{
	struct town town = town_new();
	concluded(&town);
	const char *edit = arena_text("/agreements/change/%lld/edit/purpose", (long long)town.agreement);
	const char *check = arena_text("/agreements/change/%lld/check", (long long)town.agreement);
	assert_int_equal(move_post(town.contact, town.agreement, "change", NO_FIELDS), 422);
	assert_int_equal(move_post(town.contact, town.agreement, "change", FIELDS("reason", "秋も続けたい")), 303);
	section_save(town.contact, edit, "purpose", "秋も花の咲く川べり");
	check_send(town.contact, check);
	assert_int_equal(browser_get(town.visitor, at(&town, "")), 200);
	assert_false(browser_shows(town.visitor, "秋も花の咲く川べり"));
	assert_int_equal(browser_get(town.visitor, at(&town, ".json")), 200);
	assert_false(browser_shows(town.visitor, "秋も花の咲く川べり"));
	assert_int_equal(browser_get(town.office, at(&town, "")), 200);
	assert_true(browser_shows(town.office, "秋も花の咲く川べり"));
	assert_int_equal(bind(&town, "changed"), 409);
	assert_int_equal(move_post(town.office, town.agreement, "change_confirm_city", FIELDS("is_read", "1")), 303);
	assert_int_equal(move_post(town.contact, town.agreement, "change_confirm_group", FIELDS("is_read", "1")), 303);
	assert_int_equal(bind(&town, "changed"), 303);
	assert_string_equal(state_of(&town), "concluded");
	assert_int_equal(browser_get(town.visitor, at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "秋も花の咲く川べり"));
	assert_int_equal(move_post(town.office, town.agreement, "correct_changed", FIELDS("reason", "番号の誤り")), 303);
}

TEST(a_change_may_be_dropped)
{
	struct town town = town_new();
	concluded(&town);
	assert_int_equal(move_post(town.office, town.agreement, "change", FIELDS("reason", "予算")), 303);
	assert_int_equal(move_post(town.contact, town.agreement, "change_drop", FIELDS("reason", "いまのままで")), 303);
	assert_string_equal(state_of(&town), "concluded");
	assert_string_equal(turn_of(&town), "none");
}

TEST(an_agreement_ends_by_consent_of_both_and_the_record_may_be_corrected)
{
	struct town town = town_new();
	concluded(&town);
	assert_int_equal(move_post(town.contact, town.agreement, "end_group", FIELDS("reason", "人手が足りない")), 303);
	assert_string_equal(turn_of(&town), "city");
	assert_int_equal(bind(&town, "end"), 409);
	assert_int_equal(move_post(town.contact, town.agreement, "change", FIELDS("reason", "x")), 409);
	assert_int_equal(move_post(town.office, town.agreement, "end_city", FIELDS("reason", "わかりました")), 303);
	assert_int_equal(bind(&town, "end"), 303);
	assert_string_equal(state_of(&town), "ended");
	assert_int_equal(move_post(town.office, town.agreement, "correct_end", FIELDS("reason", "誤り")), 303);
	assert_string_equal(state_of(&town), "concluded");
	assert_int_equal(move_post(town.contact, town.agreement, "end_group", FIELDS("reason", "人手")), 303);
	assert_int_equal(move_post(town.contact, town.agreement, "end_drop", NO_FIELDS), 303);
	assert_string_equal(turn_of(&town), "none");
}

TEST(an_agreement_expires_the_day_after_its_last)
{
	struct town town = town_new();
	concluded(&town);
	test_clock("2027-03-31T23:00:00+09:00");
	assert_true(tick_run(portal_store(town.portal)));
	portal_done(town.portal);
	assert_string_equal(state_of(&town), "concluded");
	test_clock("2027-04-01T00:05:00+09:00");
	assert_true(tick_run(portal_store(town.portal)));
	assert_true(tick_run(town.portal->app.writer));
	portal_done(town.portal);
	assert_string_equal(state_of(&town), "expired");
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM ledger WHERE move = 'agreements.expire'"), 1);
}

TEST(a_decision_not_given_goes_back_to_drafting_and_mistakes_are_corrected)
{
	struct town town = town_new();
	both_confirm(&town);
	assert_int_equal(move_post(town.office, town.agreement, "return", NO_FIELDS), 422);
	assert_int_equal(move_post(town.office, town.agreement, "return", FIELDS("reason", "期間の見直し")), 303);
	assert_string_equal(state_of(&town), "draft");
	assert_int_equal(move_post(town.coordinator, town.agreement, "correct_return", FIELDS("reason", "押し間違い")), 303);
	assert_string_equal(state_of(&town), "deciding");
	assert_int_equal(bind(&town, "decide"), 303);
	assert_int_equal(move_post(town.office, town.agreement, "correct_decide", FIELDS("reason", "番号の誤り")), 303);
	assert_string_equal(state_of(&town), "deciding");
	assert_int_equal(move_post(town.contact, town.agreement, "withdraw", FIELDS("reason", "取りやめます")), 303);
	assert_string_equal(state_of(&town), "withdrawn");
	assert_int_equal(browser_get(town.visitor, at(&town, "")), 404);
}

TEST(an_agreement_that_is_not_concluded_is_nobody_elses)
{
	struct town town = town_new();
	both_confirm(&town);
	static const char *const rests[] = {"", ".json", "/edit", "/edit/purpose", "/check", "/done", "/versions", "/versions/1", "/notes"};
	for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
		assert_int_equal(browser_get(town.stranger, at(&town, rests[i])), 404);
		assert_int_equal(browser_get(town.other, at(&town, rests[i])), 404);
		int status = browser_get(town.visitor, at(&town, rests[i]));
		assert_true(status == 404 || (status == 303 && strstr(browser_location(town.visitor), "/login")));
		assert_false(browser_shows(town.visitor, "苗を用意する"));
	}
	assert_int_equal(browser_get(town.visitor, "/search?q=花の咲く"), 200);
	assert_false(browser_shows(town.visitor, "の覚書"));
	assert_int_equal(browser_post(town.stranger, arena_text("/cases/%lld/confirm_group", (long long)town.agreement), FIELDS("is_read", "1")), 404);
}

TEST(each_move_of_an_agreement_is_for_its_own_side)
{
	struct town town = town_new();
	check_send(town.office, at(&town, "/check"));
	assert_int_equal(move_post(town.office, town.agreement, "confirm_group", FIELDS("is_read", "1")), 403);
	assert_int_equal(move_post(town.contact, town.agreement, "confirm_city", FIELDS("is_read", "1")), 403);
	assert_int_equal(move_post(town.coordinator, town.agreement, "confirm_city", FIELDS("is_read", "1")), 403);
	assert_int_equal(move_post(town.member, town.agreement, "confirm_group", FIELDS("is_read", "1")), 403);
	assert_int_equal(browser_get(town.coordinator, at(&town, "/edit")), 403);
	assert_int_equal(browser_get(town.coordinator, at(&town, "")), 200);
	assert_int_equal(browser_get(town.coordinator, at(&town, "/versions")), 200);
	assert_int_equal(move_post(town.contact, town.agreement, "decide", NO_FIELDS), 403);
	assert_int_equal(move_post(town.contact, town.agreement, "conclude", NO_FIELDS), 403);
	assert_int_equal(move_post(town.contact, town.agreement, "complete", NO_FIELDS), 404);
}

TEST(what_is_typed_into_an_agreement_is_shown_as_text)
{
	struct town town = town_new();
	const char *markup = "<script>alert(1)</script>\"' javascript:x";
	static const char *const clauses[] = {"purpose", "information", "openness", "results", "personal_data", "change", "exit"};
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
		section_save(town.contact, at(&town, arena_text("/edit/%s", clauses[i])), clauses[i], markup);
	static const char *const rests[] = {"", "/check", "/edit/exit"};
	for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
		assert_int_equal(browser_get(town.contact, at(&town, rests[i])), 200);
		assert_false(browser_shows(town.contact, "<script>alert"));
		assert_true(browser_shows(town.contact, "&lt;script&gt;alert"));
		assert_false(browser_shows(town.contact, "href=\"javascript"));
	}
}

TEST(roles_of_one_side_alone_or_a_period_that_ends_before_it_begins_are_sent_back)
{
	struct town town = town_new();
	struct db *db = portal_store(town.portal);
	struct viewer nobody = viewer_nobody();
	struct doc *content = doc_parse("{\"purpose\":\"x\",\"starts_on\":\"2026-07-01\",\"ends_on\":\"2026-06-01\",\"roles\":[{\"task\":\"a\",\"group_part\":\"b\",\"lead\":\"group\"}]}");
	version_save(db, &nobody, town.agreement, "", content, -1);
	portal_done(town.portal);
	assert_int_equal(browser_post(town.contact, at(&town, "/check"), NO_FIELDS), 422);
	assert_true(browser_shows(town.contact, "団体と市の両方の役割"));
	assert_true(browser_shows(town.contact, "はじまりの日より後"));
	assert_string_equal(state_of(&town), "draft");
}
