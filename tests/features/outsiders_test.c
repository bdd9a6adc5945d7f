/* What is not public stays where it is: twins, search and timelines of outsiders, second parameters of others' cases. */
#include "support/portal.h"
#include "support/store.h"

#include "base/arena.h"
#include "base/text.h"
#include "commands/demo.h"

#include <string.h>

/* Titles of cases that a visitor may not see. */
static struct doc *closed_cases(struct portal *portal)
{
	return db_rows(portal->app.reader,
	               "SELECT c.id, c.kind, c.title FROM cases c WHERE c.is_public = 0 AND c.kind IN ('groups', 'proposals', 'agreements')"
	               " AND NOT EXISTS (SELECT 1 FROM cases p WHERE p.is_public = 1 AND (p.title = c.title OR instr(c.title, p.title) > 0))",
	               DB_NONE);
}

TEST(outsiders_find_closed_cases_nowhere)
{
	static const char *const lists[] = {"/", "/index.json", "/groups", "/groups.json", "/groups.csv", "/proposals", "/proposals.json", "/proposals.csv",
	                                    "/projects", "/projects.json", "/meetings", "/meetings.json", "/meetings.csv", "/meetings.ics", "/record",
	                                    "/record.json", "/record.jsonl", "/record.csv", "/guideline", "/departments", "/sitemap"};
	test_clock("2026-06-15T10:00:00+09:00");
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 1));
	struct doc *closed = closed_cases(portal);
	assert_true(doc_count(closed) > 3);
	struct browser *visitor = browser_new(portal, 0);
	struct browser *resident = browser_new(portal, portal_int(portal, "SELECT id FROM people WHERE email = 'member@demo.example'"));
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		assert_int_equal(browser_get(visitor, lists[i]), 200);
		for (struct doc *row = doc_first(closed); row; row = doc_next(row))
			if (browser_shows(visitor, doc_text(row, "title")))
				fail_msg("%s shows %s", lists[i], doc_text(row, "title"));
	}
	for (struct doc *row = doc_first(closed); row; row = doc_next(row)) {
		const char *path = arena_text("/%s/%s", doc_text(row, "kind"), doc_text(row, "id"));
		assert_int_equal(browser_get(visitor, path), 404);
		assert_int_equal(browser_get(visitor, arena_text("%s.json", path)), 404);
		assert_int_not_equal(browser_get(resident, arena_text("%s/versions", path)), 500);
	}
}

/* A contact of one group tries every case of every other: nothing opens but what is public. */
TEST(a_group_cannot_enter_anothers_closed_case)
{
	test_clock("2026-06-15T10:00:00+09:00");
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 1));
	int64_t kids = portal_int(portal, "SELECT id FROM people WHERE email = 'kids@demo.example'");
	struct browser *browser = browser_new(portal, kids);
	struct doc *others = db_rows(portal->app.reader,
	                             "SELECT id, kind FROM cases WHERE is_public = 0 AND kind IN ('groups', 'proposals', 'agreements')"
	                             " AND coalesce(author_id, 0) <> :kids AND coalesce(group_id, 0) NOT IN (SELECT group_id FROM seats WHERE person_id = :kids)",
	                             DB(V_INT("kids", kids)));
	assert_true(doc_count(others) > 3);
	static const char *const rests[] = {"", ".json", "/edit", "/check", "/done", "/versions", "/versions/1", "/notes", "/members", "/contacts", "/change"};
	for (struct doc *row = doc_first(others); row; row = doc_next(row))
		for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
			const char *path = arena_text("/%s/%s%s", doc_text(row, "kind"), doc_text(row, "id"), rests[i]);
			int status = browser_get(browser, path);
			if (status != 404 && status != 403)
				fail_msg("%s answers %d", path, status);
		}
	for (struct doc *row = doc_first(others); row; row = doc_next(row)) {
		assert_int_equal(browser_post(browser, arena_text("/cases/%s/withdraw", doc_text(row, "id")), FIELDS("reason", "x", "version", "1")), 404);
		assert_int_equal(browser_post(browser, arena_text("/desk/remind/%s", doc_text(row, "id")), NO_FIELDS), 404);
	}
}

/* The seats of one group cannot be reached through the address of another. */
TEST(second_parameters_belong_to_the_first)
{
	test_clock("2026-06-15T10:00:00+09:00");
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 1));
	int64_t green = portal_int(portal, "SELECT id FROM people WHERE email = 'green@demo.example'");
	int64_t own = portal_int(portal, arena_text("SELECT group_id FROM seats WHERE person_id = %lld AND group_id IS NOT NULL", (long long)green));
	int64_t seat = portal_int(portal, arena_text("SELECT id FROM seats WHERE group_id <> %lld AND role = 'contact'", (long long)own));
	struct browser *browser = browser_new(portal, green);
	const char *path = arena_text("/groups/%lld/members/%lld", (long long)own, (long long)seat);
	assert_int_equal(browser_post(browser, path, FIELDS("act", "end", "_end", "1", "action", "end")), 404);
	assert_int_equal(portal_int(portal, arena_text("SELECT count(*) FROM seats WHERE id = %lld AND until_on = ''", (long long)seat)), 1);
	int64_t session = portal_int(portal, "SELECT count(*) FROM seats WHERE role = 'admin'");
	assert_int_not_equal(browser_post(browser, "/admin/people/1/seats", FIELDS("role", "admin")), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM seats WHERE role = 'admin'"), session);
}

TEST(next_leads_only_inside_the_portal)
{
	test_clock("2026-06-15T10:00:00+09:00");
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 1));
	static const char *const bad[] = {"//evil.example", "/\\evil.example", "https://evil.example", "/x\r\nSet-Cookie: a=b", "javascript:alert(1)"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct browser *browser = browser_new(portal, 0);
		assert_int_equal(browser_get(browser, "/login"), 200);
		assert_int_equal(browser_post(browser, "/login", FIELDS("email", "green@demo.example", "password", "kyodo-demo-2026", "next", bad[i])), 303);
		const char *where = browser_location(browser);
		assert_true(text_starts(where, "/") && !text_starts(where, "//") && !text_starts(where, "/\\"));
		assert_null(strpbrk(where, "\r\n"));
	}
}
