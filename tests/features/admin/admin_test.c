/* Admin: accounts, posts, departments, settings, open days; everybody else is refused. */
#include "support/portal.h"

#include "base/arena.h"

static struct browser *admin_new(struct portal *portal)
{
	int64_t person = portal_person(portal, "admin@example.jp", "管理者");
	portal_seat(portal, person, "admin", 0, 0);
	return browser_new(portal, person);
}

TEST(admin_pages_refuse_everybody_else)
{
	static const char *const paths[] = {"/admin", "/admin/people", "/admin/people/new", "/admin/people/1", "/admin/settings",
	                                    "/admin/days", "/admin/departments"};
	struct portal *portal = portal_new();
	struct browser *coordinator = browser_new(portal, portal_coordinator(portal));
	struct browser *nobody = browser_new(portal, 0);
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		assert_int_equal(browser_get(coordinator, paths[i]), 403);
		assert_int_equal(browser_get(nobody, paths[i]), 303);
	}
	assert_int_equal(browser_post(coordinator, "/admin/people/1/seats", FIELDS("role", "admin")), 403);
	assert_int_equal(browser_post(coordinator, "/admin/people/1/disable", NO_FIELDS), 403);
	assert_int_equal(browser_post(coordinator, "/admin/seats/1/end", NO_FIELDS), 403);
	assert_int_equal(browser_post(coordinator, "/admin/settings", NO_FIELDS), 403);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM seats WHERE role = 'admin'"), 0);
}

TEST(admin_makes_an_account_and_gives_a_post)
{
	struct portal *portal = portal_new();
	struct browser *admin = admin_new(portal);
	assert_int_equal(browser_get(admin, "/admin"), 200);
	assert_int_equal(browser_post(admin, "/admin/departments", FIELDS("name", "環境<課>", "code", "environment")), 303);
	assert_int_equal(browser_get(admin, "/admin/departments"), 200);
	assert_true(browser_shows(admin, "環境&lt;課&gt;"));
	assert_int_equal(browser_post(admin, "/admin/departments", FIELDS("name", "別", "code", "environment")), 422);
	assert_int_equal(browser_post(admin, "/admin/people/new", FIELDS("name", "", "email", "x")), 422);
	assert_int_equal(browser_post(admin, "/admin/people/new", FIELDS("name", "新人<b>", "email", "new@example.jp")), 303);
	const char *path = arena_copy(browser_location(admin));
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM outbox WHERE email = 'new@example.jp'"), 1);
	assert_int_equal(browser_get(admin, path), 200);
	assert_true(browser_shows(admin, "新人&lt;b&gt;"));
	const char *seats = arena_text("%s/seats", path);
	assert_int_equal(browser_post(admin, seats, FIELDS("role", "staff", "department_id", "")), 422);
	assert_int_equal(browser_post(admin, seats, FIELDS("role", "staff", "department_id", "1")), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM seats WHERE role = 'staff' AND department_id = 1"), 1);
	assert_int_equal(browser_post(admin, "/admin/people/new", FIELDS("name", "同じ", "email", "new@example.jp")), 422);
	assert_int_equal(browser_post(admin, arena_text("%s/disable", path), NO_FIELDS), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people WHERE disabled_at > 0"), 1);
}

TEST(admin_cannot_shut_themselves_out)
{
	struct portal *portal = portal_new();
	struct browser *admin = admin_new(portal);
	int64_t person = portal_int(portal, "SELECT id FROM people WHERE email = 'admin@example.jp'");
	int64_t seat = portal_int(portal, "SELECT id FROM seats WHERE role = 'admin'");
	assert_int_equal(browser_post(admin, arena_text("/admin/seats/%lld/end", (long long)seat), NO_FIELDS), 409);
	assert_int_equal(browser_post(admin, arena_text("/admin/people/%lld/disable", (long long)person), NO_FIELDS), 409);
	assert_int_equal(browser_get(admin, "/admin/people/999"), 404);
	assert_int_equal(browser_get(admin, "/admin/people?q=%25%27"), 200);
}

TEST(settings_and_days_are_kept)
{
	struct portal *portal = portal_new();
	struct browser *admin = admin_new(portal);
	assert_int_equal(browser_get(admin, "/admin/settings"), 200);
	assert_string_equal(browser_value(admin, "group_min_members"), "5");
	assert_int_equal(browser_post(admin, "/admin/settings", FIELDS("group_min_members", "many")), 422);
	assert_int_equal(browser_get(admin, "/admin/days"), 200);
	assert_int_equal(browser_post(admin, "/admin/days", FIELDS("day_on_year", "令和9", "day_on_month", "５", "day_on_date", "6",
	                                                           "kind", "closed", "name", "創立記念<日>")), 303);
	assert_int_equal(browser_get(admin, "/admin/days"), 200);
	assert_true(browser_shows(admin, "創立記念&lt;日&gt;"));
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM open_days WHERE day_on = '2027-05-06' AND is_open = 0"), 1);
}
