/* The order of a request: what is refused where, in whose words, and that nothing changes by it. */
#include "support/portal.h"

#include "base/arena.h"
#include "identity/session.h"

#include <string.h>

static struct browser *admin_new(struct portal *portal)
{
	int64_t person = portal_person(portal, "admin@example.jp", "管理者");
	portal_seat(portal, person, "admin", 0, 0);
	return browser_new(portal, person);
}

TEST(unknown_addresses_are_404_in_the_portals_layout)
{
	struct browser *browser = browser_new(portal_new(), 0);
	static const char *const paths[] = {"/nothing", "/easy/nothing", "/en/nothing", "/admin/people/abc", "/cases/99999",
	                                    "/search.atom", "/display.json", "/%3Cscript%3E"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		int status = browser_get(browser, paths[i]);
		assert_true(status == 404 || status == 303);
		assert_false(browser_shows(browser, "<script>alert"));
	}
	assert_int_equal(browser_get(browser, "/nothing"), 404);
	assert_true(browser_shows(browser, "<main"));
	assert_true(browser_shows(browser, "042-000-0000"));
}

TEST(a_method_that_a_page_does_not_know_is_405)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_post(browser, "/search", NO_FIELDS), 405);
	assert_string_equal(browser_header(browser, "Allow"), "GET");
}

TEST(every_answer_has_the_security_headers)
{
	struct browser *browser = browser_new(portal_new(), 0);
	static const char *const paths[] = {"/", "/nothing", "/index.json", "/health", "/admin"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		browser_get(browser, paths[i]);
		assert_non_null(strstr(browser_header(browser, "Content-Security-Policy"), "default-src 'none'"));
		assert_string_equal(browser_header(browser, "X-Content-Type-Options"), "nosniff");
		assert_string_equal(browser_header(browser, "Referrer-Policy"), "same-origin");
	}
}

TEST(a_post_without_its_proof_is_403_and_changes_nothing)
{
	struct portal *portal = portal_new();
	struct browser *admin = admin_new(portal);
	assert_int_equal(browser_post(admin, "/admin/departments", FIELDS("csrf", "", "name", "a", "code", "b")), 403);
	assert_int_equal(browser_post(admin, "/admin/departments", FIELDS("csrf", "deadbeef", "name", "a", "code", "b")), 403);
	struct db *db = portal_store(portal);
	int64_t other = portal_int(portal, "SELECT id FROM people");
	char *token = session_insert(db, other, false);
	portal_done(portal);
	(void)token;
	const char *others = session_csrf("0000");
	assert_int_equal(browser_post(admin, "/admin/departments", FIELDS("csrf", others, "name", "a", "code", "b")), 403);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM departments"), 0);
}

TEST(visitors_prove_their_will_by_the_form_cookie)
{
	struct portal *portal = portal_new();
	struct browser *visitor = browser_new(portal, 0);
	assert_int_equal(browser_get(visitor, "/feedback"), 200);
	assert_non_null(strstr(browser_header(visitor, "Set-Cookie"), "kyodo_form="));
	const char *csrf = browser_value(visitor, "csrf");
	struct browser *other = browser_new(portal, 0);
	browser_get(other, "/feedback");
	assert_int_equal(browser_post(other, "/feedback", FIELDS("csrf", csrf, "answer", "yes", "page", "/")), 403);
	assert_int_equal(browser_post(visitor, "/feedback", FIELDS("csrf", csrf, "answer", "yes", "page", "/")), 200);
}

TEST(a_second_press_leads_to_the_same_place_and_does_nothing_twice)
{
	struct portal *portal = portal_new();
	struct browser *admin = admin_new(portal);
	assert_int_equal(browser_post(admin, "/admin/people/new", FIELDS("once", "t1", "name", "一度", "email", "once@example.jp")), 303);
	const char *first = arena_copy(browser_location(admin));
	assert_int_equal(browser_post(admin, "/admin/people/new", FIELDS("once", "t1", "name", "一度", "email", "twice@example.jp")), 303);
	assert_string_equal(browser_location(admin), first);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people WHERE email = 'twice@example.jp'"), 0);
}

TEST(errors_are_json_for_those_who_ask_for_json)
{
	struct browser *browser = browser_new(portal_new(), 0);
	browser_accept(browser, "application/json");
	assert_int_equal(browser_get(browser, "/nothing"), 404);
	assert_true(browser_shows(browser, "{\"error\":{\"code\":404"));
	assert_string_equal(browser_header(browser, "Content-Type"), "application/json; charset=utf-8");
	assert_int_equal(browser_get(browser, "/"), 200);
	assert_true(browser_shows(browser, "\"counts\""));
}

TEST(the_language_is_the_prefix)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/en/search"), 200);
	assert_true(browser_shows(browser, "<html lang=\"en\""));
	assert_int_equal(browser_get(browser, "/easy/search"), 200);
	assert_true(browser_shows(browser, "<html lang=\"ja\""));
	assert_int_equal(browser_get(browser, "/english"), 404);
	assert_int_equal(browser_post(browser, "/en/display", FIELDS("size", "100", "theme", "auto")), 303);
	assert_string_equal(browser_location(browser), "/en/display");
}

TEST(signed_out_people_are_led_to_the_sign_in_page_and_back)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/en/desk"), 303);
	assert_string_equal(browser_location(browser), "/en/login?next=%2Fdesk");
}

TEST(pages_of_those_signed_in_are_not_stored)
{
	struct portal *portal = portal_new();
	struct browser *admin = admin_new(portal);
	browser_get(admin, "/admin");
	assert_string_equal(browser_header(admin, "Cache-Control"), "no-store");
	struct browser *visitor = browser_new(portal, 0);
	browser_get(visitor, "/search");
	assert_string_equal(browser_header(visitor, "Cache-Control"), "private, no-cache");
}
