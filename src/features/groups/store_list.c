/* SQL of lists of groups: the directory, the choices of forms, what waits for the city. */
#include "features/groups/store.h"

#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "web/page.h"

/* Those of the directory that fit, behind the last group of the page before (kana and id of it). */
#define GROUPS_FOUND                                                                                                                         \
	" FROM groups g"                                                                                                                     \
	" JOIN cases c ON c.id = g.id"                                                                                                       \
	" WHERE (g.kana, g.id) > (:kana, :after)"                                                                                            \
	" AND c.is_public = 1 AND c.state IN ('registered', 'listed', 'paused')"                                                             \
	" AND (:kind = '' OR g.kind = :kind)"                                                                                                \
	" AND (:fields = '' OR EXISTS (SELECT 1 FROM group_fields f WHERE f.group_id = g.id AND instr(:fields, ',' || f.field || ',') > 0))" \
	" AND (:area = '' OR EXISTS (SELECT 1 FROM group_areas a WHERE a.group_id = g.id AND a.area = :area))"
#define GROUPS_WORDS " AND g.id IN (SELECT rowid FROM case_words WHERE case_words MATCH :words)"

#define GROUP_COLUMNS                                                                                                              \
	"SELECT g.id, g.name, g.kana, g.kind, c.summary, g.aims,"                                                                             \
	" coalesce((SELECT group_concat(f.field, ' ') FROM group_fields f WHERE f.group_id = g.id), '') AS fields,"                \
	" coalesce((SELECT group_concat(a.area, ' ') FROM group_areas a WHERE a.group_id = g.id), '') AS areas,"                   \
	" g.legal_number, g.registered_on, c.state"

static char *kana_of(struct db *db, int64_t id)
{
	char *kana = id ? db_text(db, "SELECT kana FROM groups WHERE id = :id", DB(V_INT("id", id))) : NULL;
	return kana ? kana : arena_copy("");
}

#define QUERY_VALUES(after)                                                                                                        \
	V_TEXT("kana", kana_of(db, after)), V_INT("after", after), V_TEXT("kind", query->kind), V_TEXT("fields", query->fields),   \
		V_TEXT("area", query->area)

static struct doc *rows_completed(struct doc *rows)
{
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		doc_set_text(row, "kind_key", arena_text("group_kind_%s", doc_text(row, "kind")));
		doc_set_text(row, "state_key", arena_text("state_groups_%s", doc_text(row, "state")));
		doc_set_text(row, "path", arena_text("/groups/%s", doc_text(row, "id")));
	}
	return rows;
}

struct doc *group_list(struct db *db, const struct group_query *query)
{
	const char *words = unicode_query(query->words);
	if (!text_empty(query->words) && !*words)
		return doc_array();
	if (!*words)
		return rows_completed(db_rows(db, GROUP_COLUMNS GROUPS_FOUND " ORDER BY g.kana, g.id LIMIT :limit",
		                              DB(QUERY_VALUES(query->after_id), V_INT("limit", PAGE_ROWS + 1))));
	return rows_completed(db_rows(db, GROUP_COLUMNS GROUPS_FOUND GROUPS_WORDS " ORDER BY g.kana, g.id LIMIT :limit",
	                              DB(QUERY_VALUES(query->after_id), V_INT("limit", PAGE_ROWS + 1), V_TEXT("words", words))));
}

int64_t group_count(struct db *db, const struct group_query *query)
{
	const char *words = unicode_query(query->words);
	if (!text_empty(query->words) && !*words)
		return 0;
	if (!*words)
		return db_int(db, "SELECT count(*) FROM (SELECT g.id" GROUPS_FOUND " LIMIT :limit)",
		              DB(QUERY_VALUES(0), V_INT("limit", COUNT_MOST + 1)));
	return db_int(db, "SELECT count(*) FROM (SELECT g.id" GROUPS_FOUND GROUPS_WORDS " LIMIT :limit)",
	              DB(QUERY_VALUES(0), V_INT("limit", COUNT_MOST + 1), V_TEXT("words", words)));
}

struct doc *group_list_waiting(struct db *db, int64_t after_id, int limit)
{
	struct doc *rows = db_rows(db,
	                           "SELECT c.id, c.title, c.number, c.turn_since_on, c.due_on, c.state, c.is_paper,"
	                           " c.state = 'registered' OR c.state = 'paused' AS is_change,"
	                           " c.state = 'submitted' AND g.consented_on = '' AS needs_consent"
	                           " FROM cases c"
	                           " JOIN groups g ON g.id = c.id"
	                           " WHERE c.kind = 'groups' AND c.turn = 'city' AND c.id > :after"
	                           " AND (c.state = 'submitted' OR g.change_state = 'submitted')"
	                           " ORDER BY c.id LIMIT :limit",
	                           DB(V_INT("after", after_id), V_INT("limit", limit)));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		int due_on = day_parse(doc_text(row, "due_on"));
		doc_set_bool(row, "is_overdue", due_on != DAY_NONE && due_on < day_today());
		doc_set_text(row, "path", arena_text("/groups/%s", doc_text(row, "id")));
	}
	return rows;
}

struct doc *group_choices(struct db *db)
{
	return db_rows(db,
	               "SELECT CAST(g.id AS TEXT) AS value, g.name AS label FROM groups g"
	               " JOIN cases c ON c.id = g.id"
	               " WHERE c.is_public = 1 AND c.state = 'registered'"
	               " ORDER BY g.kana, g.id LIMIT 1000",
	               DB_NONE);
}

struct doc *group_choices_of(struct db *db, const struct viewer *viewer)
{
	return db_rows(db,
	               "SELECT DISTINCT CAST(c.id AS TEXT) AS value, c.title AS label FROM seats s"
	               " JOIN cases c ON c.id = s.group_id"
	               " WHERE s.person_id = :person AND s.from_on <= :today AND (s.until_on = '' OR s.until_on >= :today)"
	               " AND c.is_public = 1 AND c.state = 'registered'"
	               " ORDER BY c.title, c.id LIMIT 100",
	               DB(V_INT("person", viewer->person_id), V_DAY("today", day_today())));
}

int64_t group_count_registered(struct db *db)
{
	return db_int(db, "SELECT count(*) FROM cases WHERE kind = 'groups' AND state = 'registered' AND is_public = 1", DB_NONE);
}
