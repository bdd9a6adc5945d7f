/* Every SQL statement of the desk: it only reads the engine's cases. */
#include "features/desk/store.h"

#define DUE_FIRST " ORDER BY due_on = '', due_on, id LIMIT 100"

struct doc *desk_list_all(struct db *db, const char *turn)
{
	return db_rows(db, "SELECT id FROM cases WHERE turn = :turn" DUE_FIRST, DB(V_TEXT("turn", turn)));
}

struct doc *desk_list_department(struct db *db, const char *turn, int64_t department_id)
{
	return db_rows(db, "SELECT id FROM cases WHERE department_id = :department_id AND turn = :turn" DUE_FIRST,
	               DB(V_TEXT("turn", turn), V_INT("department_id", department_id)));
}

struct doc *desk_list_group(struct db *db, const char *turn, int64_t group_id)
{
	return db_rows(db, "SELECT id FROM cases WHERE group_id = :group_id AND turn = :turn" DUE_FIRST,
	               DB(V_TEXT("turn", turn), V_INT("group_id", group_id)));
}

struct doc *desk_list_begun(struct db *db, int64_t group_id, int64_t person_id)
{
	return db_rows(db,
	               "SELECT id FROM cases WHERE group_id = :group_id AND state = 'draft'"
	               " UNION SELECT id FROM cases WHERE author_id = :person_id AND state = 'draft'"
	               " ORDER BY id DESC LIMIT 50",
	               DB(V_INT("group_id", group_id), V_INT("person_id", person_id)));
}
