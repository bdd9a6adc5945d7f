/* Who may enter which page of a proposal, and what is shown of what people typed. */
#include "features/proposals/town.h"

struct right {
	const char *method;
	const char *rest;
	int visitor, stranger, member, office, coordinator;
};

static void rights_check(struct town *town, int64_t id, const struct right *rights, int count)
{
	for (int i = 0; i < count; i++) {
		const struct right *right = &rights[i];
		struct browser *browsers[] = {town->visitor, town->stranger, town->member, town->office, town->coordinator};
		int expected[] = {right->visitor, right->stranger, right->member, right->office, right->coordinator};
		for (int b = 0; b < 5; b++) {
			const char *path = path_of(id, right->rest);
			bool is_get = strcmp(right->method, "GET") == 0;
			int status = is_get ? browser_get(browsers[b], path) : browser_post(browsers[b], path, NO_FIELDS);
			if (status != expected[b])
				fail_msg("%s %s as number %d: %d, not %d", right->method, path, b, status, expected[b]);
		}
	}
}

TEST(a_draft_is_open_to_its_group_only)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	static const struct right rights[] = {
		{"GET", "", 404, 404, 200, 404, 200},
		{"GET", "/edit", 303, 404, 200, 404, 403},
		{"GET", "/edit/roles", 303, 404, 200, 404, 403},
		{"POST", "/edit/roles", 403, 404, 303, 404, 403},
		{"GET", "/edit/nothing", 303, 404, 404, 404, 404},
		{"GET", "/check", 303, 404, 200, 404, 403},
		{"POST", "/check", 403, 404, 422, 404, 403},
		{"GET", "/versions", 303, 404, 200, 404, 200},
		{"GET", "/versions/9", 303, 404, 404, 404, 404},
		{"GET", "/notes", 303, 404, 403, 404, 409},
		{"POST", "/notes", 403, 404, 403, 404, 409},
		{"POST", "/posts", 403, 404, 409, 404, 409},
	};
	rights_check(&town, id, rights, sizeof rights / sizeof *rights);
}

TEST(a_dialogue_is_open_to_its_two_sides_and_the_coordinator)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	static const struct right rights[] = {
		{"GET", "", 404, 404, 200, 200, 200},
		{"GET", "/edit/budget", 303, 404, 200, 200, 403},
		{"GET", "/check", 303, 404, 200, 200, 403},
		{"GET", "/versions", 303, 404, 200, 200, 200},
		{"GET", "/versions/1", 303, 404, 200, 200, 200},
		{"GET", "/done", 303, 404, 200, 200, 200},
		{"GET", "/notes", 303, 404, 403, 403, 409},
		{"POST", "/posts", 403, 404, 422, 422, 422},
	};
	rights_check(&town, id, rights, sizeof rights / sizeof *rights);
}

TEST(a_final_version_is_open_to_all_and_closed_to_writing)
{
	struct town town = town_new();
	int64_t id = final_new(&town);
	static const struct right rights[] = {
		{"GET", "", 200, 200, 200, 200, 200},
		{"GET", ".json", 200, 200, 200, 200, 200},
		{"GET", "/edit", 303, 403, 403, 403, 403},
		{"GET", "/versions", 303, 403, 200, 200, 200},
		{"POST", "/posts", 403, 403, 409, 409, 409},
	};
	rights_check(&town, id, rights, sizeof rights / sizeof *rights);
}

TEST(moves_are_refused_to_those_whose_they_are_not)
{
	struct town town = town_new();
	int64_t id = dialogue_new(&town);
	assert_int_equal(move_post(town.member, id, "agree_group", NO_FIELDS), 403);
	assert_int_equal(move_post(town.writer, id, "agree_city", NO_FIELDS), 403);
	assert_int_equal(move_post(town.coordinator, id, "agree_city", NO_FIELDS), 403);
	assert_int_equal(move_post(town.writer, id, "decline", NO_FIELDS), 403);
	assert_int_equal(move_post(town.office, id, "view_group", NO_FIELDS), 403);
	assert_int_equal(move_post(town.writer, id, "finalize", NO_FIELDS), 403);
	assert_int_equal(move_post(town.office, id, "name", NO_FIELDS), 403);
	assert_int_equal(move_post(town.writer, id, "post", NO_FIELDS), 404);
	assert_int_equal(move_post(town.writer, id, "agreed", NO_FIELDS), 404);
	assert_int_equal(move_post(town.stranger, id, "withdraw", NO_FIELDS), 404);
	assert_int_equal(move_post(town.visitor, id, "withdraw", NO_FIELDS), 303);
}

TEST(a_proposal_is_begun_by_registered_groups_only)
{
	struct town town = town_new();
	assert_int_equal(browser_get(town.visitor, "/proposals/new"), 200);
	const char *group = arena_text("%lld", (long long)town.group);
	assert_int_equal(browser_post(town.visitor, "/proposals/new", FIELDS("group", group, "title", "x")), 403);
	assert_int_equal(browser_get(town.member, "/proposals/new"), 200);
	assert_true(browser_shows(town.member, "提案の前に"));
	assert_int_equal(browser_post(town.member, "/proposals/new", FIELDS("group", group, "title", "x")), 403);
	assert_int_equal(browser_post(town.stranger, "/proposals/new", FIELDS("group", group, "title", "x")), 422);
	assert_int_equal(browser_get(town.writer, "/proposals/new?from=city"), 403);
	assert_int_equal(browser_get(town.office, "/proposals/new"), 303);
	assert_int_equal(portal_int(town.portal, "SELECT count(*) FROM cases WHERE kind = 'proposals'"), 0);
}

static const char EVIL[] = "<script>alert(1)</script>\"'><img src=x onerror=y> javascript:alert(2)";

static void assert_harmless(struct browser *browser, const char *path)
{
	assert_int_equal(browser_get(browser, path), 200);
	const char *const signs[] = {"<script>alert", "<img src=x", "onerror=y>", "href=\"javascript:"};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (browser_shows(browser, signs[i]))
			fail_msg("%s shows %s", path, signs[i]);
}

static void evil_write(struct browser *browser, int64_t id)
{
	section_post(browser, id, "partners", FIELDS("title", EVIL, "summary", EVIL, "partners", EVIL));
	section_post(browser, id, "problem", FIELDS("shared_problem", EVIL, "shared_goal", EVIL));
	section_post(browser, id, "contents",
	             FIELDS("contents", "<script>alert(1)</script> [x](javascript:alert(2)) ![y](javascript:alert(3)) <img src=x onerror=y>",
	                    "starts_on_year", "2026", "starts_on_month", "9", "starts_on_date", "1", "ends_on_year", "2027", "ends_on_month", "3",
	                    "ends_on_date", "31"));
	section_post(browser, id, "roles", FIELDS("roles.0.task", EVIL, "roles.0.group_part", EVIL, "roles.0.city_part", EVIL, "roles.0.when",
	                                          "<script>alert(1)</script>", "roles.0.lead", "both"));
	section_post(browser, id, "budget", FIELDS("income.0.item", EVIL, "income.0.amount", "1", "income.0.note", EVIL, "expense.0.item", EVIL,
	                                           "expense.0.amount", "1", "expense.0.note", EVIL));
	section_post(browser, id, "indicators", FIELDS("indicators.0.indicator", EVIL, "indicators.0.now", EVIL, "indicators.0.goal", EVIL,
	                                               "indicators.0.how", EVIL));
	section_post(browser, id, "lessons", FIELDS("lessons", EVIL));
}

TEST(what_people_type_is_shown_as_text)
{
	struct town town = town_new();
	int64_t id = draft_new(&town);
	content_write(town.writer, id);
	evil_write(town.writer, id);
	assert_harmless(town.writer, path_of(id, "/edit/roles"));
	assert_harmless(town.writer, path_of(id, "/edit/contents"));
	assert_harmless(town.writer, path_of(id, "/check"));
	check_send(town.writer, id, "/done");
	assert_int_equal(move_post(town.coordinator, id, "pass", NO_FIELDS), 303);
	const char *department = arena_text("%lld", (long long)town.department);
	assert_int_equal(move_post(town.coordinator, id, "name", FIELDS("department", department, "related", EVIL)), 303);
	assert_int_equal(browser_post(town.office, path_of(id, "/posts"), FIELDS("kind", "opinion", "text", EVIL)), 303);
	assert_int_equal(move_post(town.writer, id, "view_group", FIELDS("view", EVIL)), 303);
	assert_int_equal(move_post(town.office, id, "view_city", FIELDS("view", EVIL)), 303);
	assert_int_equal(move_post(town.office, id, "finalize", NO_FIELDS), 303);
	assert_harmless(town.visitor, path_of(id, ""));
	assert_harmless(town.visitor, "/proposals");
	assert_harmless(town.visitor, "/proposals?q=%3Cscript%3Ealert(1)%3C/script%3E");
	assert_harmless(town.office, path_of(id, "/versions/1"));
}
