/* The public record: entries of public cases open, others closed, everything downloadable. */
#include "support/portal.h"

#include "workflow/case_file.h"
#include "workflow/ledger.h"

static void entry_made(struct portal *portal, bool is_public, const char *reason)
{
	struct db *db = portal_store(portal);
	int64_t id = case_insert(db, &(struct case_file){.kind = "groups", .state = "registered", .title = "会", .turn = "none"});
	if (is_public)
		db_run(db, "UPDATE cases SET is_public = 1 WHERE id = :id", DB(V_INT("id", id)));
	struct doc *content = doc_set_text(doc_set_text(doc_object(), "kind", "groups"), "move", "open");
	ledger_append(db, id, "groups.open", false, doc_set_text(content, "reason", reason));
	portal_done(portal);
}

TEST(record_opens_only_what_is_public)
{
	struct portal *portal = portal_new();
	entry_made(portal, true, "公開の理由<script>");
	entry_made(portal, false, "秘密の理由");
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, "/record"), 200);
	assert_true(browser_shows(browser, "公開の理由&lt;script&gt;"));
	assert_false(browser_shows(browser, "秘密の理由"));
	assert_int_equal(browser_get(browser, "/record.jsonl"), 200);
	assert_true(browser_shows(browser, "公開の理由"));
	assert_false(browser_shows(browser, "秘密の理由"));
	assert_int_equal(browser_get(browser, "/record.json"), 200);
	assert_false(browser_shows(browser, "秘密の理由"));
	assert_int_equal(browser_get(browser, "/record.csv"), 200);
	assert_false(browser_shows(browser, "秘密の理由"));
}

TEST(record_is_empty_at_first)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/record"), 200);
	assert_true(browser_shows(browser, "まだ記録はありません"));
}
