/* SQL of cases as documents: one, the public ones, those of a parent, a group or a department. */
#include "workflow/inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

#define CASE_ROWS                                                                                                          \
	"SELECT c.id, c.kind, c.state, c.version, c.number, c.title, c.summary,"                                           \
	" coalesce(c.group_id, 0) AS group_id, coalesce(g.title, '') AS group_name,"                                       \
	" coalesce(c.department_id, 0) AS department_id, coalesce(d.name, '') AS department_name,"                         \
	" coalesce(c.parent_id, 0) AS parent_id, c.is_public, c.turn, c.turn_since_on, c.due_on,"                          \
	" c.created_at, c.changed_at, c.received_on"                                                                       \
	" FROM cases c"                                                                                                    \
	" LEFT JOIN cases g ON g.id = c.group_id"                                                                          \
	" LEFT JOIN departments d ON d.id = c.department_id"
#define CASE_NEWEST " ORDER BY c.changed_at DESC, c.id DESC LIMIT :limit"
#define CASE_BY_ID " ORDER BY c.id DESC LIMIT 500"

static bool row_is_overdue(const struct doc *row)
{
	int due_on = day_parse(doc_text(row, "due_on"));
	return due_on != DAY_NONE && due_on < day_today() && !text_equal(doc_text(row, "turn"), "none");
}

static struct doc *row_completed(struct doc *row)
{
	const char *kind = doc_text(row, "kind");
	if (!row)
		return NULL;
	doc_set_text(row, "state_key", arena_text("state_%s_%s", kind, doc_text(row, "state")));
	doc_set_text(row, "path", machine_path(kind, doc_int(row, "id"), doc_int(row, "parent_id")));
	doc_set_bool(row, "is_overdue", row_is_overdue(row));
	return row;
}

static struct doc *rows_completed(struct doc *rows)
{
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		row_completed(row);
	return rows;
}

struct doc *case_row(struct db *db, int64_t id)
{
	return row_completed(db_row(db, CASE_ROWS " WHERE c.id = :id", DB(V_INT("id", id))));
}

/* The two numbers of "at.id"; what is no such text begins at the newest. */
static void before_read(const char *before, int64_t *at, int64_t *id)
{
	const char *first = before ? text_piece(before, '.', 0) : NULL;
	const char *second = before ? text_piece(before, '.', 1) : NULL;
	*at = first ? text_number(first) : -1;
	*id = second ? text_number(second) : -1;
	if (*at < 0 || *id < 0)
		*at = *id = INT64_MAX;
}

struct doc *case_list_public(struct db *db, const char *kind, const char *before, int limit)
{
	int64_t at, id;
	before_read(before, &at, &id);
	if (text_empty(kind))
		return rows_completed(db_rows(db, CASE_ROWS " WHERE c.is_public = 1 AND (c.changed_at, c.id) < (:at, :before)" CASE_NEWEST,
		                              DB(V_INT("at", at), V_INT("before", id), V_INT("limit", limit))));
	return rows_completed(db_rows(db,
	                              CASE_ROWS " WHERE c.kind = :kind AND c.is_public = 1 AND (c.changed_at, c.id) < (:at, :before)" CASE_NEWEST,
	                              DB(V_TEXT("kind", kind), V_INT("at", at), V_INT("before", id), V_INT("limit", limit))));
}

struct doc *case_list_children(struct db *db, int64_t parent_id, const char *kind, bool public_only)
{
	return rows_completed(db_rows(db,
	                              CASE_ROWS " WHERE c.parent_id = :parent AND (:kind = '' OR c.kind = :kind) AND c.is_public >= :least" CASE_BY_ID,
	                              DB(V_INT("parent", parent_id), V_TEXT("kind", kind ? kind : ""), V_INT("least", public_only))));
}

struct doc *case_list_group(struct db *db, int64_t group_id, const char *kind, bool public_only)
{
	return rows_completed(db_rows(db,
	                              CASE_ROWS " WHERE c.group_id = :group AND c.id <> :group AND (:kind = '' OR c.kind = :kind)"
	                                        " AND c.is_public >= :least" CASE_BY_ID,
	                              DB(V_INT("group", group_id), V_TEXT("kind", kind ? kind : ""), V_INT("least", public_only))));
}

struct doc *case_list_department(struct db *db, int64_t department_id, const char *kind, bool public_only)
{
	return rows_completed(db_rows(db,
	                              CASE_ROWS " WHERE c.department_id = :department AND (:kind = '' OR c.kind = :kind)"
	                                        " AND c.is_public >= :least" CASE_BY_ID,
	                              DB(V_INT("department", department_id), V_TEXT("kind", kind ? kind : ""), V_INT("least", public_only))));
}
