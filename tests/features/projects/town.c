/* See town.h. */
#include "features/projects/town.h"

#include "support/store.h"

#include "adapters/doc.h"
#include "base/arena.h"
#include "base/clock.h"
#include "workflow/move.h"
#include "workflow/version.h"

static struct browser *browser_with(struct portal *portal, const char *role, int64_t group, int64_t department)
{
	static int number;
	int64_t person = portal_person(portal, arena_text("q%d@example.jp", ++number), "名前のある人");
	portal_seat(portal, person, role, group, department);
	return browser_new(portal, person);
}

static int64_t kept_case(struct db *db, const struct case_file *subject, const char *content)
{
	int64_t id = case_insert(db, subject);
	struct viewer nobody = viewer_nobody();
	version_save(db, &nobody, id, "", doc_parse(content), -1);
	version_keep(db, id, "");
	return id;
}

static void thread_new(struct project_town *town)
{
	struct db *db = portal_store(town->portal);
	town->proposal = kept_case(db,
	                           &(struct case_file){.kind = "proposals", .state = "final", .title = "川べりの花だん", .group_id = town->group,
	                                               .department_id = town->department},
	                           "{\"title\":\"川べりの花だん\",\"summary\":\"川べりを花で守ります\",\"shared_problem\":\"ごみ<script>\",\"shared_goal\":\"花の川\","
	                           "\"contents\":\"- 手入れ\",\"area\":\"C\",\"form\":\"cooperate\",\"openness\":\"totals\",\"indicators\":[{\"indicator\":\"ごみの量\","
	                           "\"now\":\"10袋\",\"goal\":\"3袋\"}],\"expense\":[{\"item\":\"苗\",\"amount\":30000},{\"item\":\"土\",\"amount\":20000}]}");
	town->agreement = kept_case(db,
	                            &(struct case_file){.kind = "agreements", .state = "decided", .title = "「川べりの花だん」の覚書",
	                                                .group_id = town->group, .department_id = town->department, .parent_id = town->proposal},
	                            "{\"purpose\":\"花の咲く川べり\",\"starts_on\":\"2026-06-01\",\"ends_on\":\"2027-03-31\",\"money\":\"own\",\"roles\":["
	                            "{\"task\":\"苗を植える\",\"group_part\":\"植える\",\"city_part\":\"苗を用意する\",\"cost\":30000,\"lead\":\"both\"}]}");
	db_run(db, "INSERT INTO agreements (id, decided_on, document_number) VALUES (:id, '2026-05-29', '第1号')", DB(V_INT("id", town->agreement)));
	portal_done(town->portal);
	const char *conclude = arena_text("/cases/%lld/conclude", (long long)town->agreement);
	int status = browser_post(town->office, conclude,
	                          FIELDS("version", "1", "effective_on_year", "2026", "effective_on_month", "6", "effective_on_date", "1", "way", "seal"));
	if (status != 303)
		fail_msg("conclude: %d %s", status, browser_body(town->office));
	town->project = portal_int(town->portal, "SELECT max(id) FROM cases WHERE kind = 'projects'");
	assert_true(town->project > 0);
}

struct project_town project_town_new(void)
{
	test_clock("2026-06-01T09:00:00+09:00");
	struct project_town town = {.portal = portal_new()};
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
	thread_new(&town);
	return town;
}

const char *project_at(const struct project_town *town, const char *rest)
{
	return arena_text("/projects/%lld%s", (long long)town->project, rest);
}

const char *report_at(const struct project_town *town, const char *part, const char *rest)
{
	return arena_text("/projects/%s/%lld%s", part, (long long)town->project, rest);
}

const char *project_state(const struct project_town *town)
{
	return portal_text(town->portal, arena_text("SELECT state FROM cases WHERE id = %lld", (long long)town->project));
}

int project_move(const struct project_town *town, struct browser *browser, const char *move, const char *const *fields)
{
	const char *path = arena_text("/cases/%lld/%s", (long long)town->project, move);
	const char *all[24] = {0};
	int status = browser_get(browser, path);
	if (status != 200)
		return status;
	all[0] = "version", all[1] = arena_copy(browser_value(browser, "version"));
	for (int i = 2; *fields && i < 22; i++)
		all[i] = *fields++;
	return browser_post(browser, path, all);
}

void report_section(struct browser *browser, const char *path, const char *const *fields)
{
	assert_int_equal(browser_get(browser, path), 200);
	const char *all[24] = {"base_version", arena_copy(browser_value(browser, "base_version")), "next", "next"};
	for (int i = 4; *fields && i < 22; i++)
		all[i] = *fields++;
	if (browser_post(browser, path, all) != 303)
		fail_msg("%s: %s", path, browser_body(browser));
}

int report_send(struct browser *browser, const char *path)
{
	int status = browser_get(browser, path);
	if (status != 200)
		return status;
	const char *version = arena_copy(browser_value(browser, "version"));
	return browser_post(browser, path, FIELDS("version", version));
}

void final_report(const struct project_town *town)
{
	struct browser *by = town->contact;
	report_section(by, report_at(town, "final", "/edit/activity"), FIELDS("done", "苗を植えた"));
	report_section(by, report_at(town, "final", "/edit/results"),
	               FIELDS("results.0.indicator", "ごみの量", "results.0.goal", "3袋", "results.0.result", "2袋", "results.0.reason", "看板の効果"));
	report_section(by, report_at(town, "final", "/edit/people"), FIELDS("events", "6", "participants", "120人", "people", "楽しかった"));
	report_section(by, report_at(town, "final", "/edit/costs"),
	               FIELDS("costs.0.item", "苗", "costs.0.budget", "30000", "costs.0.spent", "28000", "costs.1.item", "土", "costs.1.budget", "20000",
	                      "costs.1.spent", "19000"));
	report_section(town->office, report_at(town, "final", "/edit/talk"), FIELDS("good", "よく話せた", "hard", "雨が多かった", "next", "春から始める"));
	int status = report_send(by, report_at(town, "final", "/check"));
	if (status != 303)
		fail_msg("final: %d %s", status, browser_body(by));
}
