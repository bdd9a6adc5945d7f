/* SQL of the public list of projects. Only what is public is ever looked at. */
#include "features/projects/store.h"

#include "base/arena.h"
#include "base/text.h"

#define FROM_PUBLIC                                                                                                        \
	" FROM cases c"                                                                                                    \
	" JOIN projects p ON p.id = c.id"                                                                                  \
	" LEFT JOIN cases g ON g.id = c.group_id"                                                                          \
	" LEFT JOIN departments d ON d.id = c.department_id"
#define WHERE_FOUND                                                                                                        \
	" WHERE c.kind = 'projects' AND c.is_public = 1"                                                                   \
	" AND (:state = '' OR c.state = :state)"                                                                           \
	" AND (:area = '' OR p.area = :area)"                                                                              \
	" AND (:department = 0 OR c.department_id = :department)"                                                          \
	" AND instr(p.words, :word_1) > 0 AND instr(p.words, :word_2) > 0 AND instr(p.words, :word_3) > 0"

/* The two numbers of "at.id"; what is no such text begins at the newest. */
static void before_read(const char *before, int64_t *at, int64_t *id)
{
	const char *first = text_piece(before, '.', 0);
	const char *second = text_piece(before, '.', 1);
	*at = first ? text_number(first) : -1;
	*id = second ? text_number(second) : -1;
	if (*at < 0 || *id < 0)
		*at = *id = INT64_MAX;
}

struct doc *project_list(struct db *db, const struct project_filter *filter)
{
	int64_t at, id;
	before_read(filter->before, &at, &id);
	struct doc *rows = db_rows(db,
	                           "SELECT c.id, c.number, c.title, c.summary, c.state, p.area, p.starts_on, p.ends_on,"
	                           " coalesce(c.group_id, 0) AS group_id, coalesce(g.title, '') AS group_name,"
	                           " coalesce(c.department_id, 0) AS department_id, coalesce(d.name, '') AS department_name,"
	                           " c.changed_at" FROM_PUBLIC WHERE_FOUND " AND (c.changed_at, c.id) < (:at, :id)"
	                           " ORDER BY c.changed_at DESC, c.id DESC"
	                           " LIMIT :limit",
	                           DB(V_TEXT("state", filter->state), V_TEXT("area", filter->area), V_INT("department", filter->department_id),
	                              V_TEXT("word_1", filter->words[0]), V_TEXT("word_2", filter->words[1]),
	                              V_TEXT("word_3", filter->words[2]), V_INT("at", at), V_INT("id", id), V_INT("limit", filter->limit)));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		doc_set_text(row, "state_key", arena_text("state_projects_%s", doc_text(row, "state")));
		doc_set_text(row, "before", arena_text("%s.%s", doc_text(row, "changed_at"), doc_text(row, "id")));
		doc_set_text(row, "path", arena_text("/projects/%s", doc_text(row, "id")));
	}
	return rows;
}

int64_t project_count(struct db *db, const struct project_filter *filter)
{
	return db_int(db,
	              "SELECT count(*) FROM (SELECT 1" FROM_PUBLIC WHERE_FOUND " LIMIT 1001)",
	              DB(V_TEXT("state", filter->state), V_TEXT("area", filter->area), V_INT("department", filter->department_id),
	                 V_TEXT("word_1", filter->words[0]), V_TEXT("word_2", filter->words[1]), V_TEXT("word_3", filter->words[2])));
}
