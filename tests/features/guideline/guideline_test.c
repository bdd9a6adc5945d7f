/* The guideline's page: every clause has its anchor and words, only existing pages are linked, figures count only what is released. */
#include "support/portal.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/guideline/clauses.h"
#include "features/guideline/figures.h"
#include "features/guideline/store.h"
#include "workflow/case_file.h"
#include "workflow/ledger.h"

#include <string.h>

static const char *const bases[] = {"", "/easy", "/en"};

static void case_made(struct portal *portal, const char *kind, const char *state)
{
	case_insert(portal_store(portal), &(struct case_file){.kind = kind, .state = state, .title = "ひみつの案件", .turn = "none"});
	portal_done(portal);
}

/* Something sent in on a Monday and answered on the Wednesday after. */
static void answer_made(struct portal *portal)
{
	struct db *db = portal_store(portal);
	int64_t id = case_insert(db, &(struct case_file){.kind = "proposals", .state = "checking", .title = "案", .turn = "city"});
	clock_set("2026-06-01T09:00:00+09:00", 0);
	ledger_append(db, id, "proposals.submit", false, doc_object());
	ledger_append(db, id, "proposals.post", false, doc_object());
	clock_set("2026-06-03T09:00:00+09:00", 0);
	ledger_append(db, id, "proposals.pass", false, doc_object());
	portal_done(portal);
}

TEST(guideline_has_every_clause_in_three_languages)
{
	struct browser *browser = browser_new(portal_new(), 0);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(browser_get(browser, arena_text("%s/guideline", bases[i])), 200);
		for (const struct clause *clause = clauses; clause->id; clause++) {
			assert_true(browser_shows(browser, arena_text(" id=\"%s\"", clause->id)));
			assert_true(browser_shows(browser, arena_text("href=\"#%s\"", clause->id)));
		}
	}
}

TEST(guideline_numbers_clauses_as_people_write_them)
{
	assert_string_equal(clause_number("4-4-3"), "4(4)③");
	assert_string_equal(clause_number("3-5"), "3(5)");
	assert_string_equal(clause_number("1"), "1");
}

TEST(guideline_links_only_pages_that_exist)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, 0);
	assert_true(clause_path_exists("/record"));
	assert_false(clause_path_exists("/castles"));
	assert_int_equal(browser_get(browser, "/guideline"), 200);
	for (const char *link = browser_body(browser); (link = strstr(link, "<ul class=\"clause-pages\"><li><a href=\"")); link++) {
		const char *path = link + strlen("<ul class=\"clause-pages\"><li><a href=\"");
		assert_true(clause_path_exists(arena_copy_part(path, strcspn(path, "\""))));
	}
	assert_true(browser_shows(browser, "<a href=\"/record\">公開記録</a>"));
}

TEST(guideline_has_a_word_for_every_page_it_may_link)
{
	portal_new();
	for (const struct clause *clause = clauses; clause->id; clause++)
		for (int i = 0; text_piece(clause->paths, ' ', i); i++) {
			const char *path = text_piece(clause->paths, ' ', i);
			assert_true(!*path || text_known(arena_text("path%s", text_replace(path, "/", "_"))));
		}
}

TEST(guideline_says_what_is_still_planned)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/guideline"), 200);
	assert_true(browser_shows(browser, "準備中"));
	assert_true(browser_shows(browser, "市民活動支援センターの部屋・備品の予約"));
	assert_int_equal(browser_get(browser, "/guideline.json"), 200);
	assert_true(browser_shows(browser, "\"state\":\"planned\""));
}

static int64_t figure(struct db *db, const char *name)
{
	return doc_int(doc_get(figures_all(db), name), "value");
}

TEST(guideline_counts_what_is_released_and_nothing_else)
{
	struct portal *portal = portal_new();
	case_made(portal, "meetings", "planned");
	case_made(portal, "meetings", "held");
	case_made(portal, "evaluations", "opened");
	case_made(portal, "groups", "submitted");
	case_made(portal, "promises", "kept"); /* its minutes are not out yet */
	struct db *db = portal_store(portal);
	assert_int_equal(figure(db, "meetings"), 1);
	assert_int_equal(figure(db, "evaluations"), 0);
	assert_int_equal(figure(db, "groups"), 0);
	assert_int_equal(figure(db, "promises"), 0);
	portal_done(portal);
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, "/guideline"), 200);
	assert_false(browser_shows(browser, "ひみつ"));
	assert_int_equal(browser_get(browser, "/guideline.json"), 200);
	assert_false(browser_shows(browser, "ひみつ"));
}

TEST(guideline_reckons_answers_in_working_days_from_five_on)
{
	struct portal *portal = portal_new();
	for (int i = 0; i < 4; i++)
		answer_made(portal);
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, "/guideline.json"), 200);
	assert_true(browser_shows(browser, "{\"is_known\":false,\"value\":\"\",\"name\":\"answer\""));
	answer_made(portal);
	assert_int_equal(browser_get(browser, "/guideline.json"), 200);
	assert_true(browser_shows(browser, "{\"is_known\":true,\"value\":2,\"name\":\"answer\""));
}

static void plan_is_indexed(const char *sql, const char *plan, void *context)
{
	(void)context;
	if (strstr(sql, "FROM cases WHERE kind IN") || strstr(sql, "FROM ledger asked"))
		assert_null(strstr(plan, "SCAN"));
}

TEST(guideline_reads_through_indexes)
{
	struct portal *portal = portal_new();
	struct db *db = portal_store(portal);
	guideline_counts(db);
	guideline_answers(db, 1);
	db_plans(db, plan_is_indexed, NULL);
	portal_done(portal);
}
