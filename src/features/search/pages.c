/* One search over everything public. */
#include "features/search/pages.h"

#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/search/store.h"
#include "http/url.h"

enum { QUERY_MOST = 100, COUNT_MOST = 1000 };

static const char *const kinds[] = {"", "groups", "proposals", "projects", "meetings"};

static struct doc *kind_list(const char *query, const char *chosen)
{
	struct doc *list = doc_array();
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct doc *kind = doc_object();
		doc_set_text(kind, "path", arena_text("/search?q=%s&kind=%s", url_encode(query), kinds[i]));
		doc_set_text(kind, "label_key", arena_text("search_kind_%s", *kinds[i] ? kinds[i] : "all"));
		doc_set_bool(kind, "is_chosen", text_equal(kinds[i], chosen));
		doc_push(list, kind);
	}
	return list;
}

static const char *kind_chosen(struct visit *visit)
{
	for (size_t i = 1; i < sizeof kinds / sizeof *kinds; i++)
		if (text_equal(kinds[i], visit_parameter(visit, "kind")))
			return kinds[i];
	return "";
}

static void results_fill(struct visit *visit, struct doc *document, const char *match, const char *kind)
{
	long long before = text_number(visit_parameter(visit, "before"));
	struct doc *rows = *match ? search_list(visit->db, match, kind, before > 0 ? before : 0, PAGE_ROWS + 1) : doc_array();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		doc_set_text(row, "kind_key", arena_text("search_one_%s", doc_text(row, "kind")));
		doc_set_text(row, "state_tone", state_tone(doc_text(row, "kind"), doc_text(row, "state")));
	}
	int64_t count = *match ? search_count(visit->db, match, kind) : 0;
	page_pager(visit, document, rows, "id");
	doc_set_int(document, "count", count);
	doc_set_bool(document, "is_many", count >= COUNT_MOST);
	doc_set_bool(document, "is_found", count > 0);
}

void search_page(struct visit *visit)
{
	const char *query = text_cut(visit_parameter(visit, "q"), QUERY_MOST);
	const char *kind = kind_chosen(visit);
	struct doc *document = doc_object();
	doc_set_text(document, "q", query);
	doc_set_text(document, "kind", kind);
	doc_set_bool(document, "is_asked", *query != '\0');
	doc_set(document, "kinds", kind_list(query, kind));
	results_fill(visit, document, unicode_query(query), kind);
	visit->clause = "3-4";
	page_show(visit, "search/search", "search_title", document);
}
