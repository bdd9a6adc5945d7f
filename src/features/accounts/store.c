/* The SQL of accounts: only reading; people and sessions belong to identity. */
#include "features/accounts/store.h"

struct doc *own_case_list(struct db *db, int64_t person_id)
{
	return db_rows(db,
	               "SELECT id, kind, state, number, title, created_at, received_on"
	               " FROM cases"
	               " WHERE author_id = :person"
	               " ORDER BY id DESC"
	               " LIMIT 1000",
	               DB(V_INT("person", person_id)));
}

struct doc *own_notice_list(struct db *db, int64_t person_id)
{
	return db_rows(db,
	               "SELECT id, text_key, content, path, created_at, read_at"
	               " FROM notices"
	               " WHERE person_id = :person"
	               " ORDER BY id DESC"
	               " LIMIT 1000",
	               DB(V_INT("person", person_id)));
}
