/* Who may enter which address of groups; what is typed is shown as text; what is not released is nowhere. */
#include "steps.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>

/* Whom an address lets in, a letter each: v visitor, r resident, m member, c contact, d department, k coordinator. */
struct entrance {
	const char *method;
	const char *path; /* %s is /groups/{id} of a registered group, %c /groups/changes/{id} */
	const char *let_in;
};

static const struct entrance entrances[] = {
	{"GET", "/groups", "vrmcdk"},
	{"GET", "/groups.json", "vrmcdk"},
	{"GET", "/groups.csv", "vrmcdk"},
	{"GET", "/groups/new", "vrmcdk"},
	{"GET", "/groups/levels", "vrmcdk"},
	{"GET", "/groups/levels.json", "vrmcdk"},
	{"GET", "/groups/queue", "k"},
	{"POST", "/groups/new", "rmcdk"},
	{"GET", "G", "vrmcdk"},
	{"GET", "C/edit", ""},
	{"GET", "C/edit/basics", ""},
	{"POST", "C/edit/basics", ""},
	{"GET", "C/check", ""},
	{"POST", "C/check", ""},
	{"GET", "C/done", "mck"},
	{"GET", "C/versions", "mck"},
	{"GET", "C/versions/1", ""},
	{"GET", "C/notes", ""},
	{"POST", "C/notes", ""},
	{"GET", "G/change", "mc"},
	{"POST", "G/change", "mc"},
	{"GET", "G/contacts", "ck"},
	{"POST", "G/contacts", "ck"},
	{"GET", "G/members", "mck"},
	{"POST", "G/members", "c"},
	{"POST", "G/members/9999", ""},
	{"GET", "G/edit", ""},
	{"GET", "G/edit/basics", ""},
	{"POST", "G/edit/basics", ""},
	{"GET", "G/check", ""},
	{"POST", "G/check", ""},
	{"GET", "G/done", "mck"},
	{"GET", "G/versions", "mck"},
	{"GET", "G/versions/1", "mck"},
	{"GET", "G/notes", ""},
	{"POST", "G/notes", ""},
};

static const char *path_of(const struct entrance *entrance, int64_t id)
{
	const char *rest = entrance->path + 1;
	if (*entrance->path == 'G')
		return arena_text("/groups/%lld%s", (long long)id, rest);
	if (*entrance->path == 'C')
		return arena_text("/groups/changes/%lld%s", (long long)id, rest);
	return entrance->path;
}

static bool is_let_in(struct browser *browser, const struct entrance *entrance, int64_t id)
{
	const char *path = path_of(entrance, id);
	int status = text_equal(entrance->method, "GET") ? browser_get(browser, path) : browser_post(browser, path, NO_FIELDS);
	if (status == 303)
		return !text_starts(browser_location(browser), "/login");
	return status == 200 || status == 422;
}

TEST(every_address_lets_in_whom_it_should)
{
	struct portal *portal = portal_new();
	int64_t contact = portal_person(portal, "aoki@example.jp", "青木 花子");
	int64_t coordinator = portal_coordinator(portal);
	int64_t id = group_registered(portal, contact, coordinator);
	int64_t member = portal_person(portal, "member@example.jp", "会員");
	portal_seat(portal, member, "member", id, 0);
	int64_t staff = portal_person(portal, "staff@example.jp", "職員");
	portal_seat(portal, staff, "staff", 0, portal_department(portal, "environment", "環境課", false));
	struct browser *browsers[] = {browser_new(portal, 0),      browser_new(portal, portal_person(portal, "r@example.jp", "市民")),
	                              browser_new(portal, member), browser_new(portal, contact),
	                              browser_new(portal, staff),  browser_new(portal, coordinator)};
	const char *letters = "vrmcdk";
	int wrong = 0;
	for (size_t i = 0; i < sizeof entrances / sizeof *entrances; i++)
		for (size_t b = 0; b < strlen(letters); b++) {
			bool expected = strchr(entrances[i].let_in, letters[b]) != NULL;
			if (is_let_in(browsers[b], &entrances[i], id) == expected)
				continue;
			print_message("%s %s as %c\n", entrances[i].method, entrances[i].path, letters[b]);
			wrong++;
		}
	assert_int_equal(wrong, 0);
}

#define EVIL "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"

static void assert_harmless(struct browser *browser, const char *path)
{
	int status = browser_get(browser, path);
	if (status != 200)
		print_message("%s: %d\n", path, status);
	assert_int_equal(status, 200);
	assert_false(browser_shows(browser, "<script>alert") || browser_shows(browser, "<img src=x") || browser_shows(browser, "\"javascript:"));
}

static void evil_saved(struct browser *browser, const char *path, const char *const *fields)
{
	assert_int_equal(browser_get(browser, path), 200);
	const char *with[40] = {"base_version", arena_copy(browser_value(browser, "base_version"))};
	int count = 2;
	for (int i = 0; fields[i]; i++)
		with[count++] = fields[i];
	with[count] = NULL;
	browser_post(browser, path, with);
}

TEST(what_is_typed_is_text_everywhere)
{
	struct portal *portal = portal_new();
	struct browser *own = browser_new(portal, portal_person(portal, "aoki@example.jp", EVIL));
	struct browser *desk = browser_new(portal, portal_coordinator(portal));
	int64_t id = group_begun(own, "みどりの会");
	group_filled(own, id, "aoki@example.jp");
	const char *edit = arena_text("/groups/%lld/edit/", (long long)id);
	evil_saved(own, arena_text("%sbasics", edit), FIELDS("name", EVIL, "kana", "みどり", "kind", "voluntary"));
	evil_saved(own, arena_text("%sactivity", edit), FIELDS("aims", EVIL, "activities", EVIL, "fields", "7", "areas", "川北", "founded_on", "2015-04-01",
	                                                       "member_count", "12", "fee", EVIL));
	evil_saved(own, arena_text("%srepresentative", edit), FIELDS("representative_name", EVIL, "representative_kana", "ヤマ", "representative_email",
	                                                             "aoki@example.jp", "representative_address", EVIL));
	evil_saved(own, arena_text("%scontacts", edit), FIELDS("contact1_name", EVIL, "contact1_phone", "09011112222", "contact1_email", "aoki@example.jp",
	                                                       "contact2_name", EVIL, "contact2_phone", "0420001111", "contact2_address", EVIL));
	evil_saved(own, arena_text("%spublic", edit), FIELDS("public_contact", EVIL, "web_url", "https://example.jp/\"><script>alert(1)</script>",
	                                                     "sns_url", "https://example.jp/x'onclick=", "offers", EVIL, "seeks", EVIL));
	assert_harmless(own, arena_text("/groups/%lld", (long long)id));
	assert_harmless(own, arena_text("/groups/%lld/check", (long long)id));
	group_sent(own, id);
	assert_harmless(desk, arena_text("/groups/%lld", (long long)id));
	assert_harmless(desk, arena_text("/groups/%lld/notes", (long long)id));
	assert_harmless(desk, "/groups/queue");
	assert_int_equal(group_moved(desk, id, "register", FIELDS("checked", "rules")), 303);
	assert_harmless(desk, arena_copy(browser_location(desk)));
	group_moved(desk, id, "register", FIELDS("checked", "rules"));
	browser_get(desk, "/groups");
	int64_t draft = portal_int(portal, "SELECT max(id) FROM drafts");
	assert_int_equal(browser_post(desk, arena_text("/drafts/%lld", (long long)draft), FIELDS("decided_on", "2026-01-05", "document_number", EVIL)), 303);
	struct browser *visitor = browser_new(portal, 0);
	assert_harmless(visitor, "/groups");
	assert_harmless(visitor, "/en/groups?q=%3Cscript%3Ealert(1)%3C/script%3E&area=%22%3E%3Cimg%20src=x%20onerror=1%3E");
	assert_harmless(visitor, arena_text("/easy/groups/%lld", (long long)id));
	assert_harmless(own, arena_text("/groups/%lld/members", (long long)id));
	assert_harmless(own, arena_text("/groups/%lld/contacts", (long long)id));
	assert_harmless(own, arena_text("/groups/%lld/versions/1", (long long)id));
}

TEST(a_link_that_is_no_web_address_is_not_taken)
{
	struct portal *portal = portal_new();
	struct browser *own = browser_new(portal, portal_person(portal, "aoki@example.jp", "青木"));
	int64_t id = group_begun(own, "みどりの会");
	const char *path = arena_text("/groups/%lld/edit/public", (long long)id);
	assert_int_equal(browser_get(own, path), 200);
	const char *base = arena_copy(browser_value(own, "base_version"));
	assert_int_equal(browser_post(own, path, FIELDS("base_version", base, "web_url", "javascript:alert(1)")), 422);
	assert_false(browser_shows(own, "href=\"javascript"));
}

TEST(nothing_of_a_registration_shows_before_the_decision)
{
	struct portal *portal = portal_new();
	struct browser *own = browser_new(portal, portal_person(portal, "aoki@example.jp", "青木 花子"));
	struct browser *desk = browser_new(portal, portal_coordinator(portal));
	int64_t id = group_begun(own, "みどりの会");
	group_filled(own, id, "aoki@example.jp");
	group_sent(own, id);
	group_moved(desk, id, "register", FIELDS("checked", "rules"));
	struct browser *visitor = browser_new(portal, 0);
	const char *const paths[] = {"/groups", "/groups.json", "/groups.csv", "/groups?q=みどり", "/search?q=みどり", "/record", "/record.jsonl", "/"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		browser_get(visitor, paths[i]);
		bool is_echo = text_starts(paths[i], "/groups?") || text_starts(paths[i], "/search");
		assert_false(browser_shows(visitor, is_echo ? "みどりの会" : "みどり野市川北") || browser_shows(visitor, "川をきれいに"));
	}
	assert_int_equal(browser_get(visitor, arena_text("/groups/%lld.json", (long long)id)), 404);
}

TEST(the_group_decides_who_belongs_and_who_may_submit)
{
	struct portal *portal = portal_new();
	int64_t contact = portal_person(portal, "aoki@example.jp", "青木 花子");
	int64_t id = group_registered(portal, contact, portal_coordinator(portal));
	const char *path = arena_text("/groups/%lld/members", (long long)id);
	struct browser *own = browser_new(portal, contact);
	assert_int_equal(browser_get(own, path), 200);
	assert_int_equal(browser_post(own, path, FIELDS("email", "ＮＥＷ@example.jp")), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM mail_tokens WHERE purpose = 'invite' AND email = 'NEW@example.jp'") +
	                         portal_int(portal, "SELECT count(*) FROM mail_tokens WHERE purpose = 'invite' AND email = 'new@example.jp'"),
	                 1);
	assert_int_equal(browser_post(own, path, FIELDS("email", "だれか")), 422);
	int64_t member = portal_person(portal, "member@example.jp", "会員");
	int64_t seat = portal_seat(portal, member, "member", id, 0);
	const char *seat_path = arena_text("%s/%lld", path, (long long)seat);
	struct browser *other = browser_new(portal, member);
	assert_int_equal(browser_post(other, seat_path, FIELDS("do", "submit")), 403);
	assert_int_equal(browser_post(own, seat_path, FIELDS("do", "submit")), 303);
	assert_int_equal(portal_int(portal, "SELECT may_submit FROM seats WHERE role = 'member'"), 1);
	assert_int_equal(browser_post(own, seat_path, FIELDS("do", "dance")), 400);
	assert_int_equal(browser_post(own, seat_path, FIELDS("do", "end")), 303);
	assert_int_equal(browser_get(browser_new(portal, member), path), 403);
	int64_t named = portal_int(portal, "SELECT min(id) FROM seats WHERE role = 'contact'");
	assert_int_equal(browser_post(own, arena_text("%s/%lld", path, (long long)named), FIELDS("do", "end")), 404);
}
