/* Proposals in a browser: from a group's first word to the published version, and what each role may do and see. */
#include "support/portal.h"
#include "support/store.h"

#include "adapters/doc.h"
#include "base/arena.h"
#include "workflow/version.h"

#include <string.h>

struct town {
	struct portal *portal;
	int64_t group;
	int64_t department;
	struct browser *writer;      /* a contact of the group */
	struct browser *member;      /* a plain member of it */
	struct browser *office;      /* staff of the department */
	struct browser *coordinator;
	struct browser *stranger;    /* a contact of another group */
	struct browser *visitor;
};

static int64_t person_with(struct portal *portal, const char *email, const char *role, int64_t group, int64_t department)
{
	int64_t person = portal_person(portal, email, "人");
	portal_seat(portal, person, role, group, department);
	return person;
}

static struct town town_new(void)
{
	test_clock("2026-06-01T09:00:00+09:00");
	struct portal *portal = portal_new();
	struct town town = {.portal = portal};
	town.group = test_group(portal_store(portal), "みどりの会");
	int64_t other = test_group(portal->app.writer, "川の会");
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

static const char *path_of(int64_t id, const char *rest)
{
	return arena_text("/proposals/%lld%s", (long long)id, rest);
}

static const char *move_of(int64_t id, const char *move)
{
	return arena_text("/cases/%lld/%s", (long long)id, move);
}

static int64_t newest(struct town *town)
{
	return portal_int(town->portal, "SELECT max(id) FROM cases WHERE kind = 'proposals'");
}

static const char *state_of(struct town *town, int64_t id)
{
	return portal_text(town->portal, arena_text("SELECT state FROM cases WHERE id = %lld", (long long)id));
}

static void section_post(struct browser *browser, int64_t id, const char *section, const char *const *fields)
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

static void content_write(struct browser *browser, int64_t id)
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

static int64_t draft_new(struct town *town)
{
	const char *group = arena_text("%lld", (long long)town->group);
	assert_int_equal(browser_get(town->writer, "/proposals/new"), 200);
	assert_int_equal(browser_post(town->writer, "/proposals/new", FIELDS("group", group, "title", "花だん")), 303);
	return newest(town);
}

static void check_send(struct browser *browser, int64_t id, const char *then)
{
	assert_int_equal(browser_get(browser, path_of(id, "/check")), 200);
	const char *version = arena_copy(browser_value(browser, "version"));
	int status = browser_post(browser, path_of(id, "/check"), FIELDS("version", version, "agreed_inside", "1", "read_guideline", "1"));
	if (status != 303)
		fail_msg("%d %s", status, browser_body(browser));
	assert_non_null(strstr(browser_location(browser), then));
}

static int move_post(struct browser *browser, int64_t id, const char *move, const char *const *fields)
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

static int64_t sent_new(struct town *town)
{
	int64_t id = draft_new(town);
	content_write(town->writer, id);
	check_send(town->writer, id, "/done");
	return id;
}

static int64_t dialogue_new(struct town *town)
{
	int64_t id = sent_new(town);
	assert_int_equal(move_post(town->coordinator, id, "pass", NO_FIELDS), 303);
	const char *department = arena_text("%lld", (long long)town->department);
	assert_int_equal(move_post(town->coordinator, id, "name", FIELDS("department", department, "related", "広報課")), 303);
	return id;
}

static int64_t final_new(struct town *town)
{
	int64_t id = dialogue_new(town);
	assert_int_equal(move_post(town->writer, id, "agree_group", NO_FIELDS), 303);
	assert_int_equal(move_post(town->office, id, "agree_city", NO_FIELDS), 303);
	assert_int_equal(move_post(town->coordinator, id, "finalize", NO_FIELDS), 303);
	return id;
}

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
