/* Walks the whole demonstration city by its links, as each role: no page is missing or broken, every name a template asks for is there, and no
 * statement reads a growing table from end to end. */
#include "support/portal.h"
#include "support/store.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/text.h"
#include "commands/demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ADDRESSES_MOST = 6000, ADDRESS_ROOM = 300 };

static char (*addresses)[ADDRESS_ROOM];
static int address_count;
static int wrong;

static void address_add(const char *address, size_t length)
{
	if (length == 0 || length >= ADDRESS_ROOM || address_count == ADDRESSES_MOST)
		return;
	for (int i = 0; i < address_count; i++)
		if (strlen(addresses[i]) == length && strncmp(addresses[i], address, length) == 0)
			return;
	memcpy(addresses[address_count], address, length);
	addresses[address_count++][length] = '\0';
}

static bool address_is_walked(const char *address, size_t length)
{
	static const char *const not[] = {"/static/", "/easy", "/en", "/feedback", "/logout", "/display", NULL};
	char copy[ADDRESS_ROOM] = {0};
	memcpy(copy, address, length < ADDRESS_ROOM ? length : ADDRESS_ROOM - 1);
	for (int i = 0; not[i]; i++)
		if (text_starts(copy, not[i]))
			return false;
	return true;
}

/* The links of a page: href="/…", without the fragment, entities undone. */
static void links_add(const char *body)
{
	for (const char *at = strstr(body, "href=\"/"); at; at = strstr(at, "href=\"/")) {
		at += strlen("href=\"");
		size_t length = strcspn(at, "\"#");
		if (address_is_walked(at, length)) {
			const char *plain = text_replace(arena_copy_part(at, length), "&amp;", "&");
			address_add(plain, strlen(plain));
		}
	}
}

static void name_missing(const char *page, const char *name)
{
	print_error("%s asks for %s, which no document has\n", page, name);
	wrong++;
}

static void city_walk(struct portal *portal, const char *email, const char *const *starts)
{
	int64_t person = email ? portal_int(portal, arena_text("SELECT id FROM people WHERE email = '%s'", email)) : 0;
	struct browser *browser = browser_new(portal, person);
	address_count = 0;
	for (int i = 0; starts[i]; i++)
		address_add(starts[i], strlen(starts[i]));
	for (int i = 0; i < address_count; i++) {
		int status = browser_get(browser, addresses[i]);
		bool is_over = status == 409 && text_ends(addresses[i], "/signup"); /* an old notice leads to a meeting that is past */
		if (status != 200 && status != 303 && !is_over) {
			print_error("%s as %s: %d\n", addresses[i], email ? email : "a visitor", status);
			wrong++;
		}
		if (status == 200 && text_starts(browser_header(browser, "Content-Type"), "text/html"))
			links_add(browser_body(browser));
		arena_reset();
	}
	print_message("%s: %d addresses\n", email ? email : "a visitor", address_count);
}

/* Tables that stay small, and rows that a statement made itself. Foreign-key look-ups of an INSERT are listed as scans and are none. */
static bool scan_is_small(const char *plan)
{
	static const char *const small[] = {"departments", "settings", "open_days", "CONSTANT ROW", "up", "thread", "VIRTUAL TABLE", "public_version",
	                                    "(subquery", "json", "counters", NULL};
	for (int i = 0; small[i]; i++)
		if (strstr(plan, small[i]))
			return true;
	return false;
}

static void plan_look(const char *sql, const char *plan, void *context)
{
	(void)context;
	bool is_scan = strstr(plan, "SCAN ") && !strstr(plan, "USING INDEX") && !strstr(plan, "USING COVERING INDEX");
	bool changes = text_starts(sql, "INSERT") || text_starts(sql, "UPDATE") || text_starts(sql, "DELETE");
	if (!is_scan || scan_is_small(plan) || changes)
		return;
	print_error("%s\n  in: %s\n", plan, sql);
	wrong++;
}

TEST(the_whole_city_can_be_walked_by_every_role)
{
	static const char *const everybody[] = {"/", "/groups", "/proposals", "/projects", "/meetings", "/guideline", "/search?q=川", "/record",
	                                        "/departments", "/search?q=会", "/login", "/signup", "/password", NULL};
	static const char *const signed_in[] = {"/", "/desk", "/inbox", "/account", "/groups", "/proposals", "/projects", "/meetings", NULL};
	static const char *const admins[] = {"/", "/admin", "/desk", "/inbox", "/account", NULL};
	addresses = calloc(ADDRESSES_MOST, ADDRESS_ROOM);
	test_clock("2026-06-15T10:00:00+09:00");
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 1));
	template_on_missing(name_missing);
	city_walk(portal, NULL, everybody);
	city_walk(portal, "coordinator@demo.example", signed_in);
	city_walk(portal, "environment@demo.example", signed_in);
	city_walk(portal, "green@demo.example", signed_in);
	city_walk(portal, "member@demo.example", signed_in);
	city_walk(portal, "resident@demo.example", signed_in);
	city_walk(portal, "admin@demo.example", admins);
	db_plans(portal->app.reader, plan_look, NULL);
	template_on_missing(NULL);
	free(addresses);
	assert_int_equal(wrong, 0);
}
