/* SQL over the words that the engine keeps; only public cases are ever found. */
#include "features/search/store.h"

#include "workflow/case_file.h"

/* "" stands for every kind. */
#define SEARCH_FROM                                                                                                        \
	" FROM case_words w JOIN cases c ON c.id = w.rowid"                                                                \
	" WHERE case_words MATCH :match AND c.is_public = 1 AND (:kind = '' OR c.kind = :kind)"

struct doc *search_list(struct db *db, const char *match, const char *kind, int64_t before, int limit)
{
	struct doc *found = db_rows(db,
	                            "SELECT c.id" SEARCH_FROM " AND w.rowid < :before ORDER BY w.rowid DESC LIMIT :limit",
	                            DB(V_TEXT("match", match), V_TEXT("kind", kind), V_INT("before", before ? before : INT64_MAX),
	                               V_INT("limit", limit)));
	struct doc *rows = doc_array();
	for (struct doc *one = doc_first(found); one; one = doc_next(one))
		doc_push(rows, case_row(db, doc_int(one, "id")));
	return rows;
}

int64_t search_count(struct db *db, const char *match, const char *kind)
{
	return db_int(db, "SELECT count(*) FROM (SELECT 1" SEARCH_FROM " LIMIT 1000)",
	              DB(V_TEXT("match", match), V_TEXT("kind", kind)));
}
