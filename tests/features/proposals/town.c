/* The small town: see town.h. */
#include "features/proposals/town.h"


static int64_t person_with(struct portal *portal, const char *email, const char *role, int64_t group, int64_t department)
{
	int64_t person = portal_person(portal, email, "人");
	portal_seat(portal, person, role, group, department);
	return person;
}

struct town town_new(void)
{
	test_clock("2026-06-01T09:00:00+09:00");
	struct portal *portal = portal_new();
	struct town town = {.portal = portal};
	town.group = test_group(portal_store(portal), "みどりの会");
	int64_t other = test_group(portal->app.writer, "川の会");
	db_run(portal->app.writer, "INSERT INTO groups (id, name, kind) SELECT id, title, 'voluntary' FROM cases WHERE kind = 'groups'", DB_NONE);
	portal_done(portal);
	town.coordinator = browser_new(portal, portal_coordinator(portal));
	town.department = portal_department(portal, "environment", "環境保全課", false);
	town.writer = browser_new(portal, person_with(portal, "contact@example.jp", "contact", town.group, 0));
	town.member = browser_new(portal, person_with(portal, "member@example.jp", "member", town.group, 0));
	town.stranger = browser_new(portal, person_with(portal, "other@example.jp", "contact", other, 0));
	town.office = browser_new(portal, person_with(portal, "office@example.jp", "staff", 0, town.department));
	town.visitor = browser_new(portal, 0);
	return town;
}

const char *path_of(int64_t id, const char *rest)
{
	return arena_text("/proposals/%lld%s", (long long)id, rest);
}

static const char *move_of(int64_t id, const char *move)
{
	return arena_text("/cases/%lld/%s", (long long)id, move);
}

int64_t newest(struct town *town)
{
	return portal_int(town->portal, "SELECT max(id) FROM cases WHERE kind = 'proposals'");
}

const char *state_of(struct town *town, int64_t id)
{
	return portal_text(town->portal, arena_text("SELECT state FROM cases WHERE id = %lld", (long long)id));
}

void section_post(struct browser *browser, int64_t id, const char *section, const char *const *fields)
{
	const char *path = path_of(id, arena_text("/edit/%s", section));
	assert_int_equal(browser_get(browser, path), 200);
	const char *all[40] = {"base_version", arena_copy(browser_value(browser, "base_version")), "next", "next"};
	int count = 4;
	while (*fields && count < 38)
		all[count++] = *fields++;
	all[count] = NULL;
	if (browser_post(browser, path, all) != 303)
		fail_msg("%s: %s", section, browser_body(browser));
}

void content_write(struct browser *browser, int64_t id)
{
	section_post(browser, id, "partners", FIELDS("title", "川べりの花だん", "summary", "川べりを花で守ります", "partners", "市立第一小学校"));
	section_post(browser, id, "problem", FIELDS("shared_problem", "川べりにごみが多い", "shared_goal", "花の咲く川べり"));
	section_post(browser, id, "contents", FIELDS("contents", "- 月に1回の手入れ", "starts_on_year", "2026", "starts_on_month", "9",
	                                             "starts_on_date", "1", "ends_on_year", "2027", "ends_on_month", "3", "ends_on_date", "31"));
	section_post(browser, id, "shape", FIELDS("form", "cooperate", "area", "C"));
	section_post(browser, id, "roles", FIELDS("roles.0.task", "苗を植える", "roles.0.group_part", "植える", "roles.0.city_part", "苗を用意する",
	                                          "roles.0.when", "10月", "roles.0.cost", "3万円", "roles.0.lead", "both"));
	section_post(browser, id, "budget", FIELDS("income.0.item", "市の負担", "income.0.amount", "30000", "expense.0.item", "苗",
	                                           "expense.0.amount", "３０，０００", "expense.0.eligible", "1"));
	section_post(browser, id, "indicators", FIELDS("indicators.0.indicator", "ごみの量", "indicators.0.now", "10袋", "indicators.0.goal", "3袋",
	                                               "indicators.0.how", "月に1回数える"));
	section_post(browser, id, "openness", FIELDS("openness", "all"));
}

int64_t draft_new(struct town *town)
{
	const char *group = arena_text("%lld", (long long)town->group);
	assert_int_equal(browser_get(town->writer, "/proposals/new"), 200);
	assert_int_equal(browser_post(town->writer, "/proposals/new", FIELDS("group", group, "title", "花だん")), 303);
	return newest(town);
}

void check_send(struct browser *browser, int64_t id, const char *then)
{
	assert_int_equal(browser_get(browser, path_of(id, "/check")), 200);
	const char *version = arena_copy(browser_value(browser, "version"));
	int status = browser_post(browser, path_of(id, "/check"), FIELDS("version", version, "agreed_inside", "1", "read_guideline", "1"));
	if (status != 303)
		fail_msg("%d %s", status, browser_body(browser));
	assert_non_null(strstr(browser_location(browser), then));
}

int move_post(struct browser *browser, int64_t id, const char *move, const char *const *fields)
{
	const char *all[20] = {0};
	int status = browser_get(browser, move_of(id, move));
	if (status != 200)
		return status;
	all[0] = "version", all[1] = arena_copy(browser_value(browser, "version"));
	for (int i = 2; *fields && i < 18; i++)
		all[i] = *fields++;
	return browser_post(browser, move_of(id, move), all);
}

int64_t sent_new(struct town *town)
{
	int64_t id = draft_new(town);
	content_write(town->writer, id);
	check_send(town->writer, id, "/done");
	return id;
}

int64_t coordinating_new(struct town *town)
{
	int64_t id = sent_new(town);
	assert_int_equal(move_post(town->coordinator, id, "pass", NO_FIELDS), 303);
	return id;
}

int64_t dialogue_new(struct town *town)
{
	int64_t id = coordinating_new(town);
	const char *department = arena_text("%lld", (long long)town->department);
	assert_int_equal(move_post(town->coordinator, id, "name", FIELDS("department", department, "related", "広報課")), 303);
	return id;
}

int64_t final_new(struct town *town)
{
	int64_t id = dialogue_new(town);
	assert_int_equal(move_post(town->writer, id, "agree_group", NO_FIELDS), 303);
	assert_int_equal(move_post(town->office, id, "agree_city", NO_FIELDS), 303);
	assert_int_equal(move_post(town->coordinator, id, "finalize", NO_FIELDS), 303);
	return id;
}

int64_t invitation_new(struct town *town, const char *audience)
{
	const char *group = arena_text("%lld", (long long)town->group);
	bool is_one = strcmp(audience, "one") == 0;
	assert_int_equal(browser_get(town->office, "/proposals/new?from=city"), 200);
	assert_int_equal(browser_post(town->office, "/proposals/new?from=city",
	                              FIELDS("title", "生きもの調査", "audience", audience, "asked_group", is_one ? group : "", "asked_reason",
	                                     is_one ? "ほかにない" : "")),
	                 303);
	int64_t id = newest(town);
	content_write(town->office, id);
	check_send(town->office, id, "/done");
	assert_int_equal(move_post(town->coordinator, id, is_one ? "offer" : "release", NO_FIELDS), 303);
	return id;
}

int64_t told(struct town *town, int64_t id, const char *email, const char *move)
{
	return portal_int(town->portal, arena_text("SELECT count(*) FROM notices n JOIN people p ON p.id = n.person_id WHERE n.case_id = %lld"
	                                           " AND p.email = '%s' AND n.text_key = 'notice_proposals_%s'",
	                                           (long long)id, email, move));
}

int64_t recorded(struct town *town, int64_t id, const char *move)
{
	return portal_int(town->portal, arena_text("SELECT count(*) FROM ledger WHERE case_id = %lld AND move = 'proposals.%s'", (long long)id, move));
}
