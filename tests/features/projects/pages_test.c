/* What is shown of a project: its chart and calendar, whatever was typed as text, whom each move told. */
#include "features/projects/town.h"
#include "support/store.h"

#include "base/arena.h"

#define MARKUP "<script>alert(1)</script>\"' onload=x javascript:alert(2)"
#define DAY(name, y, m, d) name "_year", y, name "_month", m, name "_date", d

static void started(struct project_town *town)
{
	assert_int_equal(project_move(town, town->office, "start", NO_FIELDS), 303);
}

static void shows_as_text(struct browser *browser, const char *path)
{
	assert_int_equal(browser_get(browser, path), 200);
	assert_false(browser_shows(browser, "<script>alert"));
	assert_true(browser_shows(browser, "&lt;script&gt;alert"));
	assert_false(browser_shows(browser, "href=\"javascript"));
}

TEST(whatever_is_typed_for_a_project_is_shown_as_text)
{
	struct project_town town = project_town_new();
	started(&town);
	assert_int_equal(browser_post(town.contact, project_at(&town, "/milestones/new"),
	                              FIELDS("title", MARKUP, DAY("due_on", "2026", "10", "1"), "side", "group")), 303);
	assert_int_equal(browser_post(town.contact, project_at(&town, "/milestones/1/moved"), FIELDS(DAY("due_on", "2026", "11", "1"), "note", MARKUP)), 303);
	shows_as_text(town.contact, project_at(&town, "/milestones/1/done"));
	assert_int_equal(browser_post(town.contact, project_at(&town, "/milestones/1/done"), FIELDS(DAY("done_on", "2026", "6", "1"), "note", MARKUP)), 303);
	assert_int_equal(browser_post(town.contact, project_at(&town, "/log/new"), FIELDS(DAY("day_on", "2026", "6", "1"), "text", MARKUP)), 303);
	report_section(town.contact, report_at(&town, "interim", "/edit/progress"),
	               FIELDS("progress.0.indicator", MARKUP, "progress.0.goal", MARKUP, "progress.0.now", MARKUP, "progress.0.note", MARKUP));
	report_section(town.contact, report_at(&town, "interim", "/edit/well"), FIELDS("well", MARKUP));
	report_section(town.contact, report_at(&town, "interim", "/edit/adjust"), FIELDS("adjust", MARKUP));
	shows_as_text(town.contact, report_at(&town, "interim", "/check"));
	assert_int_equal(report_send(town.contact, report_at(&town, "interim", "/check")), 303);
	assert_int_equal(project_move(&town, town.office, "interim_view", FIELDS("view", MARKUP)), 303);
	shows_as_text(town.visitor, project_at(&town, ""));
	shows_as_text(town.visitor, project_at(&town, "/log"));
}

TEST(whatever_is_typed_into_a_final_report_is_shown_as_text)
{
	struct project_town town = project_town_new();
	started(&town);
	struct browser *by = town.contact;
	report_section(by, report_at(&town, "final", "/edit/activity"), FIELDS("done", MARKUP));
	report_section(by, report_at(&town, "final", "/edit/results"),
	               FIELDS("results.0.indicator", MARKUP, "results.0.goal", MARKUP, "results.0.result", MARKUP, "results.0.reason", MARKUP));
	report_section(by, report_at(&town, "final", "/edit/people"), FIELDS("participants", "12", "people", MARKUP));
	report_section(by, report_at(&town, "final", "/edit/costs"), FIELDS("costs.0.item", MARKUP, "costs.0.spent", "1000", "costs.0.note", MARKUP));
	report_section(by, report_at(&town, "final", "/edit/talk"), FIELDS("good", MARKUP, "hard", MARKUP, "next", MARKUP));
	shows_as_text(by, report_at(&town, "final", "/check"));
	assert_int_equal(report_send(by, report_at(&town, "final", "/check")), 303);
	shows_as_text(town.office, report_at(&town, "final", "/notes"));
	assert_int_equal(project_move(&town, town.office, "accept", NO_FIELDS), 303);
	shows_as_text(town.visitor, project_at(&town, ""));
	shows_as_text(by, project_at(&town, ""));
}

TEST(the_chart_tells_its_finding_and_the_calendar_has_the_milestones)
{
	struct project_town town = project_town_new();
	started(&town);
	const char *add = project_at(&town, "/milestones/new");
	assert_int_equal(browser_post(town.contact, add, FIELDS("title", "苗を植える", DAY("due_on", "2026", "10", "1"), "side", "group")), 303);
	assert_int_equal(browser_post(town.contact, add, FIELDS("title", "下見", DAY("due_on", "2026", "5", "20"), "side", "both")), 303);
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "予定2件のうち、達成0件、期日超過1件です。"));
	assert_true(browser_shows(town.visitor, "gantt-today"));
	assert_int_equal(browser_get(town.visitor, project_at(&town, ".ics")), 200);
	assert_true(browser_shows(town.visitor, "BEGIN:VCALENDAR"));
	assert_true(browser_shows(town.visitor, "SUMMARY:苗を植える"));
	assert_int_equal(browser_get(town.visitor, arena_text("/en%s", project_at(&town, ""))), 200);
	assert_true(browser_shows(town.visitor, "Of 2 milestones 0 are reached and 1 are late."));
	assert_int_equal(browser_get(town.visitor, arena_text("/easy%s", project_at(&town, ""))), 200);
	assert_true(browser_shows(town.visitor, "<ruby>"));
}

TEST(every_move_of_a_project_enters_the_record_and_tells_both_sides)
{
	struct project_town town = project_town_new();
	started(&town);
	assert_int_equal(browser_post(town.contact, project_at(&town, "/log/new"), FIELDS(DAY("day_on", "2026", "6", "1"), "text", "x")), 303);
	assert_int_equal(project_move(&town, town.contact, "suspend", FIELDS("reason", "台風")), 303);
	assert_int_equal(project_move(&town, town.office, "resume", NO_FIELDS), 303);
	final_report(&town);
	assert_int_equal(project_move(&town, town.office, "accept", NO_FIELDS), 303);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM ledger WHERE move LIKE 'projects.%'"), 7);
	static const char *const sides[] = {"s.group_id IS NOT NULL", "s.role = 'staff'"};
	for (int i = 0; i < 2; i++)
		assert_int_equal(portal_int(town.portal, arena_text("SELECT count(*) FROM ledger l WHERE l.move LIKE 'projects.%%' AND NOT EXISTS (SELECT 1 FROM notices n"
		                                                    " JOIN seats s ON s.person_id = n.person_id WHERE n.ledger_number = l.number AND %s)", sides[i])), 0);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM ledger WHERE content LIKE '%名前のある人%'"), 0);
}

TEST(an_empty_project_says_so)
{
	struct project_town town = project_town_new();
	assert_int_equal(browser_get(town.visitor, project_at(&town, "")), 200);
	assert_true(browser_shows(town.visitor, "予定は、まだありません。"));
	assert_true(browser_shows(town.visitor, "経過記録は、まだありません。"));
	assert_int_equal(browser_get(town.visitor, project_at(&town, "/log")), 200);
	assert_true(browser_shows(town.visitor, "経過記録は、まだありません。"));
	assert_int_equal(browser_get(town.contact, project_at(&town, "")), 200);
	assert_true(browser_shows(town.contact, "次にすること"));
}
