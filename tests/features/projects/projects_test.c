/* Projects in a browser: from the concluded agreement to the accepted report, and what each role may do and see. */
#include "features/projects/town.h"
#include "support/store.h"

#include "base/arena.h"
#include "base/clock.h"
#include "features/projects/projects.h"
#include "workflow/move.h"
#include "workflow/version.h"

#define DAY(name, y, m, d) name "_year", y, name "_month", m, name "_date", d

TEST(a_concluded_agreement_opens_a_public_project)
{
	struct project_town town = project_town_new();
	assert_string_equal(project_state(&town), "preparing");
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "川べりの花だん"));
	assert_true(browser_shows(town.visitor, "花の咲く川べり"));
	assert_true(browser_shows(town.visitor, "苗を用意する"));
	assert_true(browser_shows(town.visitor, "ごみ&lt;script&gt;"));
	assert_false(browser_shows(town.visitor, "名前のある人"));
	assert_int_equal(browser_get(town.visitor, "/projects"), 200);
	assert_true(browser_shows(town.visitor, project_at(&town, "")));
	assert_int_equal(browser_get(town.visitor, project_at(&town, ".json")), 200);
	assert_true(browser_shows(town.visitor, "\"goal\":\"花の咲く川べり\""));
	assert_int_equal(browser_get(town.visitor, "/projects.csv"), 200);
	assert_true(browser_shows(town.visitor, "川べりの花だん"));
}

TEST(a_project_goes_from_start_to_evaluation_and_is_closed_by_it)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.contact, "start", NO_FIELDS), 303);
	assert_string_equal(project_state(&town), "running");
	final_report(&town);
	assert_string_equal(project_state(&town), "reporting");
	assert_int_equal(project_move(&town, town.office, "accept", NO_FIELDS), 303);
	assert_string_equal(project_state(&town), "evaluating");
	struct db *db = portal_store(town.portal);
	struct viewer nobody = viewer_nobody();
	project_finish(db, &nobody, town.project);
	project_finish(db, &nobody, town.project);
	portal_done(town.portal);
	assert_string_equal(project_state(&town), "closed");
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM ledger WHERE move = 'projects.finish'"), 1);
	assert_int_equal(project_move(&town, town.office, "continue", FIELDS("reason", "来年は公園でも")), 303);
	assert_string_equal(project_state(&town), "continued");
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "来年は公園でも"));
}

TEST(the_final_report_is_public_only_once_it_was_accepted)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	final_report(&town);
	static const char *const twins[] = {"", ".json"};
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(browser_get(town.visitor, project_at(&town, twins[i])), 200);
		assert_false(browser_shows(town.visitor, "看板の効果"));
		assert_false(browser_shows(town.visitor, "雨が多かった"));
	}
	assert_int_equal(browser_get(town.office, project_at(&town, "")), 200);
	assert_true(browser_shows(town.office, "看板の効果"));
	assert_int_equal(project_move(&town, town.office, "accept", NO_FIELDS), 303);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(browser_get(town.visitor, project_at(&town, twins[i])), 200);
		assert_true(browser_shows(town.visitor, "看板の効果"));
	}
}

TEST(of_the_money_visitors_see_totals_where_both_agreed_on_that)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	final_report(&town);
	assert_int_equal(project_move(&town, town.office, "accept", NO_FIELDS), 303);
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "47,000円"));
	assert_false(browser_shows(town.visitor, "28,000円"));
	assert_int_equal(browser_get(town.visitor, project_at(&town, ".json")), 200);
	assert_false(browser_shows(town.visitor, "28000"));
	assert_int_equal(browser_get(town.contact, project_at(&town, "")), 200);
	assert_true(browser_shows(town.contact, "28,000円"));
}

TEST(a_returned_report_carries_its_notes_and_comes_back)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	final_report(&town);
	assert_int_equal(browser_get(town.contact, report_at(&town, "final", "/notes")), 403);
	assert_int_equal(browser_get(town.office, report_at(&town, "final", "/notes")), 200);
	const char *version = arena_copy(browser_value(town.office, "version"));
	assert_int_equal(browser_post(town.office, report_at(&town, "final", "/notes"), FIELDS("version", version, "note_good", "もう少しくわしく")), 303);
	assert_string_equal(project_state(&town), "returned");
	assert_int_equal(browser_get(town.contact, report_at(&town, "final", "/edit/talk")), 200);
	assert_true(browser_shows(town.contact, "もう少しくわしく"));
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_false(browser_shows(town.visitor, "もう少しくわしく"));
	assert_int_equal(project_move(&town, town.office, "correct_return", FIELDS("reason", "誤り")), 303);
	assert_string_equal(project_state(&town), "reporting");
}

TEST(the_interim_report_is_public_with_the_departments_view)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	assert_int_equal(project_move(&town, town.office, "interim_view", FIELDS("view", "x")), 409);
	report_section(town.member, report_at(&town, "interim", "/edit/progress"),
	               FIELDS("progress.0.indicator", "ごみの量", "progress.0.goal", "3袋", "progress.0.now", "5袋"));
	report_section(town.member, report_at(&town, "interim", "/edit/well"), FIELDS("well", "子どもが来た"));
	report_section(town.member, report_at(&town, "interim", "/edit/adjust"), FIELDS("adjust", "水やりの当番"));
	assert_int_equal(browser_get(town.office, report_at(&town, "interim", "/edit")), 403);
	assert_int_equal(report_send(town.member, report_at(&town, "interim", "/check")), 403);
	assert_int_equal(report_send(town.contact, report_at(&town, "interim", "/check")), 303);
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_false(browser_shows(town.visitor, "水やりの当番"));
	assert_int_equal(browser_get(town.office, project_at(&town, "")), 200);
	assert_true(browser_shows(town.office, "水やりの当番"));
	assert_int_equal(project_move(&town, town.contact, "interim_view", FIELDS("view", "x")), 403);
	assert_int_equal(project_move(&town, town.office, "interim_view", FIELDS("view", "水やりは<b>課も")), 303);
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "水やりの当番"));
	assert_true(browser_shows(town.visitor, "水やりは&lt;b&gt;課も"));
}

TEST(milestones_are_added_reached_and_put_off_and_lead_the_clock)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	const char *const add = project_at(&town, "/milestones/new");
	assert_int_equal(browser_get(town.member, add), 200);
	assert_int_equal(browser_post(town.member, add, FIELDS("title", "")), 422);
	assert_int_equal(browser_post(town.member, add, FIELDS("title", "苗を<植える", DAY("due_on", "2026", "10", "1"), "side", "group")), 303);
	assert_int_equal(browser_post(town.office, add, FIELDS("title", "看板", DAY("due_on", "2026", "8", "1"), "side", "city")), 303);
	assert_string_equal(portal_text(town.portal, "SELECT due_on FROM cases WHERE kind = 'projects'"), "2026-08-01");
	const char *board = arena_text("%s/%s", project_at(&town, "/milestones"), portal_text(town.portal, "SELECT id FROM project_milestones WHERE title = '看板'"));
	assert_int_equal(browser_get(town.office, arena_text("%s/moved", board)), 200);
	assert_int_equal(browser_post(town.office, arena_text("%s/moved", board), FIELDS(DAY("due_on", "2026", "9", "1"))), 422);
	assert_int_equal(browser_post(town.office, arena_text("%s/moved", board), FIELDS(DAY("due_on", "2026", "9", "1"), "note", "業者の都合")), 303);
	assert_string_equal(portal_text(town.portal, "SELECT due_on FROM cases WHERE kind = 'projects'"), "2026-09-01");
	assert_int_equal(browser_post(town.office, arena_text("%s/done", board), FIELDS(DAY("done_on", "2026", "6", "1"), "note", "立てた")), 303);
	assert_string_equal(portal_text(town.portal, "SELECT due_on FROM cases WHERE kind = 'projects'"), "2026-10-01");
	assert_int_equal(browser_get(town.office, arena_text("%s/done", board)), 409);
	assert_int_equal(browser_get(town.office, project_at(&town, "/milestones/999/done")), 404);
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "苗を&lt;植える"));
	assert_true(browser_shows(town.visitor, "<svg"));
	assert_false(browser_shows(town.visitor, "/milestones/new"));
}

TEST(both_sides_write_the_log_and_everybody_reads_it)
{
	struct project_town town = project_town_new();
	const char *const write = project_at(&town, "/log/new");
	assert_int_equal(browser_get(town.member, write), 200);
	assert_int_equal(browser_post(town.member, write, FIELDS(DAY("day_on", "2026", "6", "2"), "text", "x")), 422);
	assert_int_equal(browser_post(town.member, write, FIELDS(DAY("day_on", "2026", "6", "1"), "text", "<script>x</script> javascript:alert(1)")), 303);
	assert_int_equal(browser_post(town.office, write, FIELDS(DAY("day_on", "2026", "5", "31"), "text", "現場を見た")), 303);
	static const char *const places[] = {"", "/log", "/log.json", "/log.csv"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		assert_int_equal(browser_get(town.visitor, project_at(&town, places[i])), 200);
		assert_true(browser_shows(town.visitor, "現場を見た"));
		assert_true(i > 1 || !browser_shows(town.visitor, "<script>x"));
		assert_false(browser_shows(town.visitor, "名前のある人"));
	}
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM notices WHERE text_key = 'notice_projects_log'") > 2, 1);
}

TEST(a_stopped_project_is_still_reported)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	assert_int_equal(project_move(&town, town.contact, "suspend", FIELDS("reason", "台風")), 303);
	assert_int_equal(project_move(&town, town.contact, "resume", NO_FIELDS), 303);
	assert_int_equal(project_move(&town, town.contact, "terminate", FIELDS("reason", "人手")), 422);
	assert_int_equal(project_move(&town, town.contact, "terminate", FIELDS("reason", "人手", "way", "joint")), 303);
	assert_string_equal(project_state(&town), "terminated");
	final_report(&town);
	assert_string_equal(project_state(&town), "terminated");
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "双方で話し合って決めた"));
	assert_true(browser_shows(town.visitor, "看板の効果"));
	assert_int_equal(project_move(&town, town.office, "correct_terminate", FIELDS("reason", "誤り")), 303);
	assert_string_equal(project_state(&town), "running");
}

TEST(city_moves_of_a_project_can_be_corrected)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.coordinator, "start", NO_FIELDS), 303);
	assert_int_equal(project_move(&town, town.coordinator, "correct_start", NO_FIELDS), 422);
	assert_int_equal(project_move(&town, town.coordinator, "correct_start", FIELDS("reason", "早すぎた")), 303);
	assert_string_equal(project_state(&town), "preparing");
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	final_report(&town);
	assert_int_equal(project_move(&town, town.office, "accept", NO_FIELDS), 303);
	assert_int_equal(project_move(&town, town.office, "correct_accept", FIELDS("reason", "参加者は119人")), 303);
	assert_string_equal(project_state(&town), "evaluating");
}

TEST(writing_for_a_project_is_for_its_two_sides)
{
	struct project_town town = project_town_new();
	assert_int_equal(project_move(&town, town.office, "start", NO_FIELDS), 303);
	static const char *const places[] = {"/log/new", "/milestones/new", "/milestones/1/done", "/milestones/1/moved"};
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		assert_int_equal(browser_get(town.stranger, project_at(&town, places[i])), 403);
		assert_int_equal(browser_get(town.other, project_at(&town, places[i])), 403);
		assert_int_equal(browser_post(town.stranger, project_at(&town, places[i]), FIELDS("text", "x")), 403);
		assert_int_equal(browser_get(town.visitor, project_at(&town, places[i])), 303);
	}
	static const char *const parts[] = {"interim", "final"};
	static const char *const rests[] = {"/edit", "/check", "/done", "/versions"};
	for (size_t i = 0; i < 8; i++) {
		assert_int_equal(browser_get(town.stranger, report_at(&town, parts[i / 4], rests[i % 4])), 403);
		assert_int_equal(browser_get(town.visitor, report_at(&town, parts[i / 4], rests[i % 4])), 303);
	}
	assert_int_equal(project_move(&town, town.stranger, "terminate", FIELDS("reason", "x", "way", "joint")), 403);
	assert_int_equal(project_move(&town, town.member, "terminate", FIELDS("reason", "x", "way", "joint")), 403);
	assert_int_equal(project_move(&town, town.contact, "log", FIELDS("text", "x")), 404);
	final_report(&town);
	assert_int_equal(project_move(&town, town.contact, "accept", NO_FIELDS), 403);
}

TEST(the_list_of_projects_is_searched_and_narrowed)
{
	struct project_town town = project_town_new();
	const char *found = project_at(&town, "");
	static const char *const hits[] = {"/projects?q=川べり", "/projects?q=ミドリ", "/projects?area=C", "/projects?state=preparing", "/projects?q=花だん&area=C"};
	for (size_t i = 0; i < sizeof hits / sizeof *hits; i++) {
		assert_int_equal(browser_get(town.visitor, hits[i]), 200);
		assert_true(browser_shows(town.visitor, found));
	}
	static const char *const misses[] = {"/projects?q=海", "/projects?area=A", "/projects?state=closed", "/projects?department=999"};
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(browser_get(town.visitor, misses[i]), 200);
		assert_false(browser_shows(town.visitor, found));
		assert_true(browser_shows(town.visitor, "条件をゆるめて"));
	}
	assert_int_equal(browser_get(town.visitor, "/projects?q=%22%3E%3Cscript%3E&state=x'"), 200);
	assert_false(browser_shows(town.visitor, "\"><script>"));
	assert_int_equal(browser_get(town.visitor, "/search?q=花だん"), 200);
	assert_true(browser_shows(town.visitor, found));
}

TEST(a_changed_agreement_changes_its_project)
{
	struct project_town town = project_town_new();
	struct db *db = portal_store(town.portal);
	struct viewer nobody = viewer_nobody();
	version_save(db, &nobody, town.agreement, "next", doc_parse("{\"purpose\":\"秋も花の川\",\"starts_on\":\"2026-06-01\",\"ends_on\":\"2027-06-30\"}"), -1);
	version_keep(db, town.agreement, "next");
	db_run(db, "UPDATE cases SET state = 'changing' WHERE id = :id", DB(V_INT("id", town.agreement)));
	static const char *const sides[] = {"group", "city"};
	for (int i = 0; i < 2; i++)
		db_run(db, "INSERT INTO agreement_confirmations (agreement_id, purpose, side, role, at) VALUES (:id, 'next', :side, 'x', 1)",
		       DB(V_INT("id", town.agreement), V_TEXT("side", sides[i])));
	struct move_order order = {.case_id = town.agreement, .move = "changed", .version = -1, .effective_on = DAY_NONE, .is_portal = true};
	assert_int_equal(move_perform(db, &nobody, &order, NULL), MOVE_DONE);
	portal_done(town.portal);
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "秋も花の川"));
	assert_true(browser_shows(town.visitor, "2027-06-30"));
	assert_string_equal(portal_text(town.portal, "SELECT ends_on FROM projects"), "2027-06-30");
}
