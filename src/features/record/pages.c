/* The public ledger as a page, as JSON, and whole as JSON lines that anybody can verify. */
#include "features/record/pages.h"

#include "base/arena.h"
#include "base/text.h"
#include "workflow/ledger.h"

enum { LINES_AT_ONCE = 1000 };

/* The whole chain, oldest first: what /record.jsonl holds. */
static void record_lines(struct visit *visit)
{
	struct buffer lines = {0};
	int64_t from = 1, last = 0;
	do {
		last = 0;
		buffer_add(&lines, ledger_lines(visit->db, from, LINES_AT_ONCE, &last));
		from = last + 1;
	} while (last);
	page_text(visit, "application/x-ndjson; charset=utf-8", buffer_text(&lines), "record.jsonl");
}

static void entries_complete(struct doc *entries)
{
	for (struct doc *entry = doc_first(entries); entry; entry = doc_next(entry)) {
		struct doc *content = doc_get(entry, "content");
		const char *kind = doc_text(content, "kind");
		const char *move = doc_text(content, "move");
		bool is_open = doc_bool(entry, "is_open");
		doc_set_text(entry, "text_key", is_open ? move_past_key(kind, move) : "record_closed");
		doc_set_text(entry, "role_key", is_open && *doc_text(content, "role") ? arena_text("role_%s", doc_text(content, "role")) : "");
		doc_set_text(entry, "effective_on", doc_text(content, "effective_on"));
		doc_set_text(entry, "clause", doc_text(content, "clause"));
		doc_set_text(entry, "reason", doc_text(content, "reason"));
		doc_set_text(entry, "case_number", doc_text(content, "case"));
		if (!doc_has(entry, "path"))
			doc_set_text(entry, "path", "");
	}
}

void record_page(struct visit *visit)
{
	if (visit->twin == TWIN_JSONL) {
		record_lines(visit);
		return;
	}
	struct doc *document = doc_object();
	struct doc *entries = ledger_list(visit->db, text_number(visit_parameter(visit, "before")) > 0 ? text_number(visit_parameter(visit, "before")) : 0,
	                                  PAGE_ROWS + 1);
	entries_complete(entries);
	page_pager(visit, document, entries, "number");
	visit->clause = "3-5";
	page_show(visit, "record/list", "record_title", document);
}
