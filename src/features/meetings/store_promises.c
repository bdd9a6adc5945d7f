/* SQL of promises. */
#include "features/meetings/store.h"

#include "base/clock.h"
#include "base/text.h"

#define PROMISE_ROWS                                                                                                       \
	"SELECT p.id, p.meeting_id, coalesce(p.item_id, 0) AS item_id, p.side, p.by_on, c.state, c.version, c.title,"      \
	" coalesce(c.group_id, 0) AS group_id, coalesce(g.title, '') AS group_name,"                                       \
	" coalesce(c.department_id, 0) AS department_id, coalesce(d.name, '') AS department_name,"                         \
	" c.is_public, m.title AS meeting_title, c.changed_at"                                                             \
	" FROM cases c"                                                                                                    \
	" JOIN promises p ON p.id = c.id"                                                                                  \
	" JOIN cases m ON m.id = p.meeting_id"                                                                             \
	" LEFT JOIN cases g ON g.id = c.group_id"                                                                          \
	" LEFT JOIN departments d ON d.id = c.department_id"

void promise_insert(struct db *db, int64_t id, int64_t meeting_id, const struct doc *values)
{
	db_run(db, "INSERT INTO promises (id, meeting_id, item_id, side, by_on) VALUES (:id, :meeting, :item, :side, :by)",
	       DB(V_INT("id", id), V_INT("meeting", meeting_id), V_ID("item", doc_int(values, "item_id")), V_TEXT("side", doc_text(values, "side")),
	          V_TEXT("by", doc_text(values, "by_on"))));
}

struct doc *promise_row(struct db *db, int64_t id)
{
	return db_row(db, PROMISE_ROWS " WHERE c.id = :id", DB(V_INT("id", id)));
}

const char *promise_side(struct db *db, int64_t id)
{
	const char *side = db_text(db, "SELECT side FROM promises WHERE id = :id", DB(V_INT("id", id)));
	return side ? side : "";
}

void promise_update_day(struct db *db, int64_t id, int day)
{
	db_run(db, "UPDATE promises SET by_on = :day, reminded = 0 WHERE id = :id", DB(V_DAY("day", day), V_INT("id", id)));
}

void promise_update_reminded(struct db *db, int64_t id)
{
	db_run(db, "UPDATE promises SET reminded = 1 WHERE id = :id", DB(V_INT("id", id)));
}

struct doc *promise_list(struct db *db, int64_t meeting_id)
{
	return db_rows(db, PROMISE_ROWS " WHERE p.meeting_id = :meeting ORDER BY p.id LIMIT 200", DB(V_INT("meeting", meeting_id)));
}

struct doc *promise_list_public(struct db *db, const char *before, int limit)
{
	const char *at = text_piece(before, '.', 0);
	const char *id = text_piece(before, '.', 1);
	bool is_place = at && id && text_number(at) >= 0 && text_number(id) >= 0;
	return db_rows(db,
	               PROMISE_ROWS " WHERE c.kind = 'promises' AND c.is_public = 1 AND (c.changed_at, c.id) < (:at, :id)"
	                            " ORDER BY c.changed_at DESC, c.id DESC LIMIT :limit",
	               DB(V_INT("at", is_place ? text_number(at) : INT64_MAX), V_INT("id", is_place ? text_number(id) : INT64_MAX),
	                  V_INT("limit", limit)));
}

struct doc *promise_list_group(struct db *db, int64_t group_id)
{
	return db_rows(db, PROMISE_ROWS " WHERE c.group_id = :group AND c.kind = 'promises' ORDER BY c.id DESC LIMIT 100",
	               DB(V_INT("group", group_id)));
}

struct doc *promise_list_department(struct db *db, int64_t department_id)
{
	return db_rows(db, PROMISE_ROWS " WHERE c.department_id = :department AND c.kind = 'promises' ORDER BY c.id DESC LIMIT 100",
	               DB(V_INT("department", department_id)));
}

struct doc *promise_list_late(struct db *db, int today)
{
	return db_rows(db,
	               "SELECT c.id FROM cases c JOIN promises p ON p.id = c.id"
	               " WHERE c.kind = 'promises' AND c.state IN ('open', 'moved') AND p.by_on < :today"
	               " ORDER BY c.id LIMIT 500",
	               DB(V_DAY("today", today)));
}

struct doc *promise_list_near(struct db *db, int until)
{
	return db_rows(db, PROMISE_ROWS " WHERE c.kind = 'promises' AND c.state IN ('open', 'moved') AND p.reminded = 0 AND p.by_on <= :until"
	                                " ORDER BY c.id LIMIT 500",
	               DB(V_DAY("until", until)));
}

struct doc *promise_rates(struct db *db)
{
	return db_rows(db,
	               "SELECT p.side, count(*) AS total, count(CASE WHEN c.state = 'kept' THEN 1 END) AS kept"
	               " FROM cases c JOIN promises p ON p.id = c.id"
	               " WHERE c.kind = 'promises' AND c.is_public = 1 AND c.state IN ('open', 'kept', 'moved', 'overdue')"
	               " GROUP BY p.side ORDER BY p.side DESC",
	               DB_NONE);
}
