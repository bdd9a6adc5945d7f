/* Twin of src/commands/demo.c: the demonstration city stands on difficult days, is the same every time, and tells a visitor nothing unreleased. */
#include "support/portal.h"
#include "support/store.h"

#include "adapters/doc.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "commands/demo.h"
#include "identity/person.h"
#include "workflow/case_file.h"
#include "workflow/ledger.h"
#include "workflow/notice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct portal *city_on(const char *now)
{
	test_clock(now);
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 1));
	return portal;
}

static void city_is_sound(const char *now)
{
	struct portal *portal = city_on(now);
	char *complaint = NULL;
	if (!ledger_verify(portal->app.writer, &complaint))
		fail_msg("%s: %s", now, complaint);
	assert_string_equal(db_check(portal->app.writer), "");
	assert_int_equal(case_count_unfound(portal->app.writer), 0);
	assert_string_equal(day_iso(day_today()), arena_copy_part(now, 10));
	assert_true(portal_int(portal, "SELECT count(*) FROM cases WHERE kind = 'proposals' AND is_public = 1") >= 6);
	assert_true(portal_int(portal, "SELECT count(*) FROM cases WHERE kind = 'groups' AND state = 'registered'") >= 30);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM cases WHERE kind = 'meetings'"), 4);
	assert_true(portal_int(portal, "SELECT count(*) FROM cases WHERE kind = 'projects'") >= 3);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM cases WHERE kind = 'evaluations' AND is_public = 1"), 1);
	assert_true(portal_int(portal, "SELECT count(*) FROM drafts WHERE state = 'open'") > 0);
	assert_true(portal_int(portal, "SELECT count(*) FROM letters WHERE done_at = 0") > 0);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM outbox WHERE state != 'sent'"), 0);
	assert_int_equal(portal_int(portal, arena_text("SELECT count(*) FROM ledger WHERE at > %lld", (long long)clock_now())), 0);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM ledger a JOIN ledger b ON b.number = a.number + 1 WHERE b.at < a.at"), 0);
}

TEST(the_city_stands_on_the_last_day_of_the_fiscal_year)
{
	city_is_sound("2026-03-31T09:00:00+09:00");
}

TEST(the_city_stands_on_the_first_day_of_the_fiscal_year)
{
	city_is_sound("2026-04-01T00:30:00+09:00");
}

TEST(the_city_stands_at_the_end_of_the_year)
{
	city_is_sound("2026-12-30T23:50:00+09:00");
}

TEST(the_city_stands_on_a_leap_day)
{
	city_is_sound("2028-02-29T12:00:00+09:00");
}

static char *documents(struct portal *portal)
{
	const char *titles = portal_text(portal, "SELECT group_concat(kind || state || number || title || due_on, '|') FROM (SELECT * FROM cases ORDER BY id)");
	const char *texts = portal_text(portal, "SELECT group_concat(part || number || fingerprint, '|') FROM (SELECT * FROM case_versions ORDER BY id)");
	const char *told = portal_text(portal, "SELECT group_concat(person_id || text_key, '|') FROM (SELECT * FROM notices ORDER BY id)");
	return strdup(arena_text("%s\n%s\n%s", titles, texts, told));
}

TEST(the_city_is_the_same_every_time)
{
	char *first = documents(city_on("2026-06-01T09:00:00+09:00"));
	char *second = documents(city_on("2026-06-01T09:00:00+09:00"));
	assert_true(strlen(first) > 10000);
	assert_string_equal(first, second);
	free(first);
	free(second);
}

TEST(a_city_with_people_is_refused)
{
	struct portal *portal = portal_new();
	portal_person(portal, "someone@example.jp", "人");
	assert_false(demo_make(portal->app.writer, 1));
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people"), 1);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM cases"), 0);
}

TEST(a_larger_city_has_more_groups_and_proposals)
{
	test_clock("2026-06-01T09:00:00+09:00");
	struct portal *portal = portal_new();
	assert_true(demo_make(portal->app.writer, 2));
	assert_true(portal_int(portal, "SELECT count(*) FROM cases WHERE kind = 'groups'") >= 80);
	assert_true(portal_int(portal, "SELECT count(*) FROM cases WHERE kind = 'proposals' AND is_public = 1") >= 12);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM departments WHERE is_coordinator = 1"), 1);
}

TEST(every_known_account_has_its_role)
{
	static const struct {
		const char *key;
		unsigned role;
	} accounts[] = {{"coordinator", ROLE_COORDINATOR}, {"environment", ROLE_DEPARTMENT}, {"welfare", ROLE_DEPARTMENT}, {"reviewer1", ROLE_REVIEWER},
	                {"reviewer2", ROLE_REVIEWER},     {"reviewer3", ROLE_REVIEWER},     {"reviewer4", ROLE_REVIEWER}, {"reviewer5", ROLE_REVIEWER},
	                {"center", ROLE_INTERMEDIARY},    {"green", ROLE_MEMBER},           {"kids", ROLE_MEMBER},        {"member", ROLE_MEMBER},
	                {"starter", ROLE_MEMBER},         {"resident", ROLE_PERSON},        {"admin", ROLE_ADMIN}};
	struct portal *portal = city_on("2026-06-01T09:00:00+09:00");
	struct db *db = portal->app.writer;
	for (size_t i = 0; i < sizeof accounts / sizeof *accounts; i++) {
		int64_t id = person_find(db, arena_text("%s@demo.example", accounts[i].key));
		struct viewer viewer = viewer_of_person(db, id);
		if (!id || !viewer_has(&viewer, accounts[i].role) || !*person_password_hash(db, id))
			fail_msg("%s", accounts[i].key);
	}
	struct viewer green = viewer_of_person(db, person_find(db, "green@demo.example"));
	struct viewer member = viewer_of_person(db, person_find(db, "member@demo.example"));
	assert_true(viewer_may_submit(&green, viewer_group(&green)));
	assert_int_equal(viewer_group(&member), viewer_group(&green));
	assert_false(viewer_may_submit(&member, viewer_group(&member)));
}

TEST(what_was_told_lately_is_unread)
{
	struct portal *portal = city_on("2026-06-01T09:00:00+09:00");
	struct db *db = portal->app.writer;
	static const char *const readers[] = {"coordinator", "environment", "welfare", "green", "kids"};
	for (int i = 0; i < 5; i++) {
		int64_t unread = notice_count_unread(db, person_find(db, arena_text("%s@demo.example", readers[i])));
		if (unread < 1 || unread > 40)
			fail_msg("%s has %lld unread", readers[i], (long long)unread);
	}
}

TEST(every_kind_of_state_can_be_looked_at)
{
	static const char *const states[] = {
		"groups registered", "groups submitted", "groups returned", "groups refused", "groups paused", "groups dissolved", "groups draft",
		"groups listed", "proposals draft", "proposals checking", "proposals returned", "proposals ineligible", "proposals coordinating",
		"proposals invited", "proposals dialogue", "proposals agreed", "proposals both_views", "proposals final", "proposals closed",
		"proposals declined", "proposals withdrawn", "agreements draft", "agreements offered", "agreements concluded", "projects preparing",
		"projects running", "projects reporting", "projects closed", "evaluations answered", "meetings held", "meetings open", "meetings planned",
		"minutes published", "minutes confirming", "promises kept", "promises overdue", "promises open"};
	struct portal *portal = city_on("2026-06-01T09:00:00+09:00");
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		const char *kind = text_piece(states[i], ' ', 0), *in_state = text_piece(states[i], ' ', 1);
		if (!portal_int(portal, arena_text("SELECT count(*) FROM cases WHERE kind = '%s' AND state = '%s'", kind, in_state)))
			fail_msg("%s", states[i]);
	}
}

TEST(the_sides_saw_some_things_differently)
{
	struct portal *portal = city_on("2026-06-01T09:00:00+09:00");
	int64_t project = portal_int(portal, "SELECT parent_id FROM cases WHERE kind = 'evaluations'");
	struct browser *visitor = browser_new(portal, 0);
	assert_int_equal(browser_get(visitor, arena_text("/projects/%lld/evaluation", (long long)project)), 200);
	assert_true(browser_shows(visitor, "見方の違い"));
	assert_true(browser_shows(visitor, "会が半年立てかえました"));
	assert_true(browser_shows(visitor, "少ない費用で大きな成果"));
	assert_true(browser_shows(visitor, "ひな形を変えます"));
}

static int64_t case_next(struct portal *portal, int64_t after, const char *which)
{
	return portal_int(portal, arena_text("SELECT coalesce(min(id), 0) FROM cases WHERE id > %lld AND %s", (long long)after, which));
}

TEST(a_visitor_reads_every_public_page)
{
	struct portal *portal = city_on("2026-06-01T09:00:00+09:00");
	struct browser *visitor = browser_new(portal, 0);
	for (int64_t id = case_next(portal, 0, "is_public = 1"); id; id = case_next(portal, id, "is_public = 1")) {
		struct case_file subject;
		assert_true(case_find(portal->app.writer, id, &subject));
		const char *path = case_path_of(&subject);
		int status = browser_get(visitor, path);
		if (status != 200)
			fail_msg("%s (%s, %s) answers %d", path, subject.title, subject.state, status);
		if (browser_get(visitor, arena_text("%s.json", path)) != 200)
			fail_msg("%s.json", path);
	}
}

static const char *url_encoded(const char *text)
{
	char *encoded = arena_alloc(strlen(text) * 3 + 1), *to = encoded;
	for (; *text; text++, to += 3)
		snprintf(to, 4, "%%%02X", (unsigned char)*text);
	return encoded;
}

#define HIDDEN "is_public = 0 AND title NOT IN (SELECT title FROM cases WHERE is_public = 1)"

static const char *title_of(struct portal *portal, int64_t id)
{
	return portal_text(portal, arena_text("SELECT title FROM cases WHERE id = %lld", (long long)id));
}

static void shows_nothing_hidden(struct portal *portal, struct browser *visitor, const char *path)
{
	if (browser_get(visitor, path) != 200)
		fail_msg("%s is not there", path);
	for (int64_t id = case_next(portal, 0, HIDDEN); id; id = case_next(portal, id, HIDDEN))
		if (browser_shows(visitor, title_of(portal, id)))
			fail_msg("%s shows %s", path, title_of(portal, id));
}

TEST(no_public_page_shows_anything_unreleased)
{
	struct portal *portal = city_on("2026-06-01T09:00:00+09:00");
	struct browser *visitor = browser_new(portal, 0);
	static const char *const pages[] = {"/", "/index.json", "/groups", "/groups.json", "/groups.csv", "/proposals", "/proposals.json", "/proposals.csv",
	                                    "/meetings", "/meetings.json", "/meetings.csv", "/projects", "/projects.json", "/projects.csv", "/record",
	                                    "/record.jsonl", "/guideline", "/search?q=%E5%B8%82", "/search.json?q=%E5%B8%82"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		shows_nothing_hidden(portal, visitor, pages[i]);
	for (int64_t id = case_next(portal, 0, "is_public = 1"); id; id = case_next(portal, id, "is_public = 1")) {
		struct case_file subject;
		assert_true(case_find(portal->app.writer, id, &subject));
		const char *path = arena_copy(case_path_of(&subject));
		shows_nothing_hidden(portal, visitor, path);
		shows_nothing_hidden(portal, visitor, arena_text("%s.json", path));
	}
}

TEST(nothing_unreleased_is_found_or_opened)
{
	struct portal *portal = city_on("2026-06-01T09:00:00+09:00");
	struct browser *visitor = browser_new(portal, 0);
	for (int64_t id = case_next(portal, 0, HIDDEN); id; id = case_next(portal, id, HIDDEN)) {
		struct case_file subject;
		assert_true(case_find(portal->app.writer, id, &subject));
		const char *path = case_path_of(&subject);
		if (browser_get(visitor, path) == 200 && browser_shows(visitor, subject.title))
			fail_msg("%s (%s) is open", path, subject.title);
		assert_int_equal(browser_get(visitor, arena_text("/search.json?q=%s", url_encoded(subject.title))), 200);
		if (browser_shows(visitor, arena_text("\"%s\"", path)))
			fail_msg("search finds %s (%s)", path, subject.title);
	}
}

static bool is_proposal(const char *key)
{
	for (int t = 0; demo_proposal_tables[t]; t++)
		for (const struct demo_proposal *row = demo_proposal_tables[t]; row->key; row++)
			if (text_equal(row->key, key))
				return true;
	return false;
}

TEST(no_group_and_proposal_share_a_key)
{
	for (int t = 0; demo_group_tables[t]; t++)
		for (const struct demo_group *row = demo_group_tables[t]; row->key; row++)
			assert_false(is_proposal(row->key));
}

/* What people of the city would have typed passes the check page: totals agree. */
TEST(every_budget_balances)
{
	test_clock("2026-06-01T09:00:00+09:00");
	for (int t = 0; demo_proposal_tables[t]; t++)
		for (const struct demo_proposal *row = demo_proposal_tables[t]; row->key; row++) {
			int gap = 0;
			for (int i = 0; i < DEMO_ROWS; i++)
				gap += row->income[i].amount - row->expense[i].amount;
			if (gap)
				fail_msg("%s: %d yen", row->key, gap);
		}
}
