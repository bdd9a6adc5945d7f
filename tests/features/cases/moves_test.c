/* A move's page when the case has moved on: 409, nothing changed, and what was typed is still there. */
#include "support/portal.h"
#include "support/store.h"

#include "base/arena.h"
#include "commands/demo.h"

TEST(a_stale_move_keeps_what_was_typed)
{
	test_clock("2026-06-15T10:00:00+09:00");
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 1));
	int64_t id = portal_int(portal, "SELECT id FROM cases WHERE kind = 'proposals' AND state = 'checking' ORDER BY id LIMIT 1");
	int64_t version = portal_int(portal, arena_text("SELECT version FROM cases WHERE id = %lld", (long long)id));
	assert_true(id > 0);
	struct browser *browser = browser_new(portal, portal_int(portal, "SELECT id FROM people WHERE email = 'coordinator@demo.example'"));
	const char *path = arena_text("/cases/%lld/ineligible", (long long)id);
	const char *old = arena_text("%lld", (long long)version - 1);
	assert_int_equal(browser_post(browser, path, FIELDS("version", old, "reason", "打った理由<b>です")), 409);
	assert_true(browser_shows(browser, "打った理由&lt;b&gt;です"));
	assert_string_equal(browser_value(browser, "version"), arena_text("%lld", (long long)version));
	assert_int_equal(portal_int(portal, arena_text("SELECT version FROM cases WHERE id = %lld", (long long)id)), version);
	assert_int_equal(browser_post(browser, arena_text("/cases/%lld/pass", (long long)id), FIELDS("version", arena_text("%lld", (long long)version))), 303);
	assert_int_equal(browser_post(browser, path, FIELDS("version", old, "reason", "あとから打った理由")), 409);
	assert_true(browser_shows(browser, "あとから打った理由"));
}
