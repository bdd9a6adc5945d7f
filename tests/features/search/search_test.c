/* Search finds what is public, by two characters and in any width, and nothing else. */
#include "support/portal.h"

#include "workflow/case_file.h"

static int64_t case_made(struct portal *portal, const char *title, bool is_public)
{
	struct db *db = portal_store(portal);
	int64_t id = case_insert(db, &(struct case_file){.kind = "groups", .state = "registered", .title = title, .turn = "none"});
	case_update_words(db, id, title, "川の清掃とプラスチックの調査");
	if (is_public)
		db_run(db, "UPDATE cases SET is_public = 1 WHERE id = :id", DB(V_INT("id", id)));
	portal_done(portal);
	return id;
}

TEST(search_finds_public_cases_only)
{
	struct portal *portal = portal_new();
	case_made(portal, "みどりの会", true);
	case_made(portal, "ひみつの会", false);
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, "/search?q=%E6%B8%85%E6%8E%83"), 200); /* 清掃 */
	assert_true(browser_shows(browser, "みどりの会"));
	assert_false(browser_shows(browser, "ひみつの会"));
	assert_int_equal(browser_get(browser, "/search.json?q=%EF%BE%8C%EF%BE%9F%EF%BE%97%EF%BD%BD%EF%BE%81%EF%BD%AF%EF%BD%B8"), 200); /* ﾌﾟﾗｽﾁｯｸ */
	assert_true(browser_shows(browser, "みどりの会"));
	assert_false(browser_shows(browser, "ひみつの会"));
}

TEST(search_says_when_nothing_is_found_and_escapes)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/search"), 200);
	assert_int_equal(browser_get(browser, "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E"), 200);
	assert_true(browser_shows(browser, "見つかりませんでした"));
	assert_false(browser_shows(browser, "<script>alert"));
	assert_int_equal(browser_get(browser, "/search?q=a%22%20OR%20*&before=x&kind=nonsense"), 200);
}
