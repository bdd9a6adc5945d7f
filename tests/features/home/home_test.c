/* The first page in three languages, its doors, the display settings, feedback, health. */
#include "support/portal.h"

TEST(home_shows_four_doors_in_three_languages)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/"), 200);
	assert_true(browser_shows(browser, "参加したい"));
	assert_true(browser_shows(browser, "相談したい"));
	assert_int_equal(browser_get(browser, "/en/"), 200);
	assert_true(browser_shows(browser, "I want to take part"));
	assert_true(browser_shows(browser, "href=\"/en/doors/join\""));
	assert_int_equal(browser_get(browser, "/easy/"), 200);
	assert_true(browser_shows(browser, "<ruby>"));
}

TEST(home_has_a_json_twin_without_language)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/index.json"), 200);
	assert_true(browser_shows(browser, "\"counts\""));
	assert_int_equal(browser_get(browser, "/en/index.json"), 308);
	assert_string_equal(browser_location(browser), "/index.json");
}

TEST(a_door_that_does_not_exist_is_404)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/doors/join"), 200);
	assert_int_equal(browser_get(browser, "/doors/window"), 404);
}

TEST(display_settings_are_kept_in_a_cookie)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/display"), 200);
	assert_int_equal(browser_post(browser, "/display", FIELDS("size", "150", "theme", "dark")), 303);
	assert_int_equal(browser_get(browser, "/"), 200);
	assert_true(browser_shows(browser, "data-text=\"150\""));
	assert_true(browser_shows(browser, "data-theme=\"dark\""));
	assert_int_equal(browser_get(browser, "/display"), 200);
	assert_int_equal(browser_post(browser, "/display", FIELDS("size", "900", "theme", "dark")), 422);
}

TEST(feedback_is_kept_and_escaped_and_slowed_down)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, "/feedback?page=/groups%22%3E%3Cscript%3E"), 200);
	assert_false(browser_shows(browser, "\"><script>"));
	assert_int_equal(browser_post(browser, "/feedback", FIELDS("text", "x")), 422);
	for (int i = 0; i < 10; i++)
		assert_int_equal(browser_post(browser, "/feedback", FIELDS("answer", "yes", "page", "/groups")), 200);
	assert_int_equal(browser_post(browser, "/feedback", FIELDS("answer", "yes", "page", "/groups")), 429);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM feedback"), 10);
}

TEST(health_answers_for_the_store)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/health"), 200);
	assert_true(browser_shows(browser, "\"status\":\"ok\""));
}
