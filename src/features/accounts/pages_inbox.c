/* The inbox: what the portal told the viewer. Nothing is marked read by looking; a button does. */
#include "features/accounts/pages.h"

#include "base/text.h"
#include "web/page.h"
#include "workflow/notice.h"

/* One more than a page's rows, where there are more: page_pager then knows. */
static struct doc *notices_with_next(struct visit *visit, int64_t before_id)
{
	struct doc *items = notice_list(visit->db, &visit->viewer, before_id);
	struct doc *last = NULL;
	for (struct doc *item = doc_first(items); item; item = doc_next(item))
		last = item;
	if (doc_count(items) != PAGE_ROWS)
		return items;
	struct doc *next = doc_first(notice_list(visit->db, &visit->viewer, doc_int(last, "id")));
	if (next)
		doc_push(items, doc_copy(next));
	return items;
}

void inbox_page(struct visit *visit)
{
	int64_t before_id = text_number(visit_parameter(visit, "before"));
	struct doc *items = notices_with_next(visit, before_id > 0 ? before_id : 0);
	struct doc *document = page_proof(visit);
	doc_set_int(document, "newest_id", doc_int(doc_first(items), "id"));
	page_pager(visit, document, items, "id");
	doc_set(document, "notices", doc_copy(doc_get(document, "items")));
	doc_set_bool(document, "has_unread", notice_count_unread(visit->db, visit->viewer.person_id) > 0);
	page_show(visit, "accounts/inbox", "accounts_inbox_title", document);
}

/* Marks what was on the page and everything before it, so that a notice that came meanwhile stays unread. */
void inbox_action(struct visit *visit)
{
	int64_t newest_id = text_number(visit_field(visit, "newest_id"));
	if (newest_id > 0)
		notice_update_read(visit->db, visit->viewer.person_id, newest_id);
	page_go(visit, "/inbox", "accounts_inbox_done");
}
