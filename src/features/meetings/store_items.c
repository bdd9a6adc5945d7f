/* SQL of the agenda. */
#include "features/meetings/store.h"

#define ITEM_ROWS                                                                                                          \
	"SELECT i.id, i.meeting_id, i.number, coalesce(i.case_id, 0) AS case_id, i.title, i.note,"                         \
	" coalesce(i.group_id, 0) AS group_id, coalesce(g.title, '') AS group_name,"                                       \
	" coalesce(i.department_id, 0) AS department_id, coalesce(d.name, '') AS department_name,"                         \
	" i.state, i.reason, i.result, i.result_note,"                                                                     \
	" coalesce(c.kind, '') AS case_kind, coalesce(c.state, '') AS case_state, coalesce(c.title, '') AS case_title,"    \
	" coalesce(c.is_public, 0) AS case_public, coalesce(c.group_id, 0) AS case_group_id,"                              \
	" coalesce(c.department_id, 0) AS case_department_id, coalesce(c.author_id, 0) AS case_author_id,"                 \
	" coalesce(c.parent_id, 0) AS case_parent_id"                                                                      \
	" FROM agenda_items i"                                                                                             \
	" LEFT JOIN cases c ON c.id = i.case_id"                                                                           \
	" LEFT JOIN cases g ON g.id = i.group_id"                                                                          \
	" LEFT JOIN departments d ON d.id = i.department_id"

struct doc *agenda_item_list(struct db *db, int64_t meeting_id)
{
	return db_rows(db, ITEM_ROWS " WHERE i.meeting_id = :meeting ORDER BY i.number LIMIT 200", DB(V_INT("meeting", meeting_id)));
}

struct doc *agenda_item_row(struct db *db, int64_t meeting_id, int64_t item_id)
{
	return db_row(db, ITEM_ROWS " WHERE i.id = :id AND i.meeting_id = :meeting", DB(V_INT("id", item_id), V_INT("meeting", meeting_id)));
}

bool agenda_item_exists(struct db *db, int64_t meeting_id, int64_t case_id)
{
	return db_int(db, "SELECT count(*) FROM agenda_items WHERE case_id = :case AND meeting_id = :meeting",
	              DB(V_INT("case", case_id), V_INT("meeting", meeting_id))) > 0;
}

int64_t agenda_item_insert(struct db *db, int64_t meeting_id, const struct doc *values)
{
	return db_int(db,
	              "INSERT INTO agenda_items (meeting_id, number, case_id, title, note, group_id, department_id, state)"
	              " VALUES (:meeting, (SELECT coalesce(max(number), 0) + 1 FROM agenda_items WHERE meeting_id = :meeting),"
	              " :case, :title, :note, :group, :department, :state)"
	              " RETURNING id",
	              DB(V_INT("meeting", meeting_id), V_ID("case", doc_int(values, "case_id")), V_TEXT("title", doc_text(values, "title")),
	                 V_TEXT("note", doc_text(values, "note")), V_ID("group", doc_int(values, "group_id")),
	                 V_ID("department", doc_int(values, "department_id")), V_TEXT("state", doc_text(values, "state"))));
}

void agenda_item_update_state(struct db *db, int64_t item_id, const char *state, const char *reason)
{
	db_run(db, "UPDATE agenda_items SET state = :state, reason = :reason WHERE id = :id",
	       DB(V_TEXT("state", state), V_TEXT("reason", reason), V_INT("id", item_id)));
}

void agenda_item_update_proposed(struct db *db, int64_t meeting_id)
{
	db_run(db, "UPDATE agenda_items SET state = 'accepted' WHERE meeting_id = :meeting AND state = 'proposed'",
	       DB(V_INT("meeting", meeting_id)));
}

void agenda_item_update_result(struct db *db, int64_t item_id, const char *result, const char *note)
{
	db_run(db, "UPDATE agenda_items SET result = :result, result_note = :note WHERE id = :id",
	       DB(V_TEXT("result", result), V_TEXT("note", note), V_INT("id", item_id)));
}

void agenda_item_insert_promises(struct db *db, int64_t meeting_id)
{
	db_run(db,
	       "INSERT INTO agenda_items (meeting_id, number, case_id, state)"
	       " SELECT :meeting, (SELECT coalesce(max(number), 0) FROM agenda_items WHERE meeting_id = :meeting)"
	       " + row_number() OVER (ORDER BY c.id), c.id, 'accepted'"
	       " FROM cases c"
	       " WHERE c.kind = 'promises' AND c.state IN ('open', 'moved', 'overdue') AND c.parent_id <> :meeting"
	       " AND NOT EXISTS (SELECT 1 FROM agenda_items i WHERE i.case_id = c.id AND i.meeting_id = :meeting)",
	       DB(V_INT("meeting", meeting_id)));
}

void agenda_item_insert_unled(struct db *db, int64_t meeting_id)
{
	db_run(db,
	       "INSERT INTO agenda_items (meeting_id, number, case_id, state)"
	       " SELECT :meeting, (SELECT coalesce(max(number), 0) FROM agenda_items WHERE meeting_id = :meeting)"
	       " + row_number() OVER (ORDER BY c.id), c.id, 'accepted'"
	       " FROM cases c"
	       " WHERE c.kind = 'proposals' AND c.state = 'dialogue'"
	       " AND EXISTS (SELECT 1 FROM ledger l WHERE l.case_id = c.id AND l.move = 'proposals.take_lead')"
	       " AND NOT EXISTS (SELECT 1 FROM agenda_items i WHERE i.case_id = c.id)",
	       DB(V_INT("meeting", meeting_id)));
}

struct doc *agenda_item_list_cases(struct db *db, const char *kind, const char *state)
{
	return db_rows(db, "SELECT id, title, state FROM cases WHERE kind = :kind AND state = :state ORDER BY id DESC LIMIT 100",
	               DB(V_TEXT("kind", kind), V_TEXT("state", state)));
}
