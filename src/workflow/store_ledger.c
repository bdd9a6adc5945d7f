/* SQL of the ledger: rows as they are stored. Hashes and what may be shown: ledger.c, ledger_timeline.c. */
#include "workflow/inside.h"

#include "workflow/ledger.h"

#define LEDGER_ROWS                                                                                                        \
	"SELECT l.number, l.at, l.case_id, l.move, l.is_shut, l.content, l.salt, l.content_hash, l.hash,"                  \
	" c.kind, c.parent_id, c.group_id, c.department_id, c.author_id, c.is_public"                                      \
	" FROM ledger l"                                                                                                   \
	" JOIN cases c ON c.id = l.case_id"

struct doc *ledger_row_last(struct db *db)
{
	return db_row(db, "SELECT number, hash FROM ledger WHERE number > 0 ORDER BY number DESC LIMIT 1", DB_NONE);
}

void ledger_row_insert(struct db *db, const struct ledger_entry *entry)
{
	db_run(db,
	       "INSERT INTO ledger (number, at, case_id, move, is_shut, content, salt, content_hash, hash)"
	       " VALUES (:number, :at, :case, :move, :is_shut, :content, :salt, :content_hash, :hash)",
	       DB(V_INT("number", entry->number), V_INT("at", entry->at), V_INT("case", entry->case_id), V_TEXT("move", entry->move),
	          V_INT("is_shut", entry->is_shut), V_TEXT("content", entry->content), V_TEXT("salt", entry->salt),
	          V_TEXT("content_hash", entry->content_hash), V_TEXT("hash", entry->hash)));
}

void ledger_erase(struct db *db, int64_t number)
{
	db_run(db, "UPDATE ledger SET salt = '', content = '' WHERE number = :number", DB(V_INT("number", number)));
}

struct doc *ledger_rows_after(struct db *db, int64_t after, int limit)
{
	return db_rows(db, LEDGER_ROWS " WHERE l.number > :after ORDER BY l.number LIMIT :limit",
	               DB(V_INT("after", after), V_INT("limit", limit)));
}

struct doc *ledger_rows_before(struct db *db, int64_t before, int limit)
{
	return db_rows(db, LEDGER_ROWS " WHERE l.number < :before ORDER BY l.number DESC LIMIT :limit",
	               DB(V_INT("before", before ? before : INT64_MAX), V_INT("limit", limit)));
}

/* The thread: up the parents to the root, then down to all that grew from it. */
#define LEDGER_THREAD                                                                                                      \
	"WITH RECURSIVE up (id) AS ("                                                                                      \
	" SELECT CAST(:case AS INTEGER)"                                                                                   \
	" UNION SELECT p.parent_id FROM up JOIN cases p ON p.id = up.id WHERE p.parent_id IS NOT NULL"                     \
	"), thread (id) AS ("                                                                                              \
	" SELECT up.id FROM up JOIN cases r ON r.id = up.id WHERE r.parent_id IS NULL"                                     \
	" UNION SELECT k.id FROM thread JOIN cases k ON k.parent_id = thread.id"                                           \
	") "

struct doc *ledger_rows_case(struct db *db, int64_t case_id, bool with_children)
{
	if (!with_children)
		return db_rows(db, LEDGER_ROWS " WHERE l.case_id = :case ORDER BY l.number LIMIT 1000", DB(V_INT("case", case_id)));
	return db_rows(db, LEDGER_THREAD LEDGER_ROWS " WHERE l.case_id IN (SELECT id FROM thread) ORDER BY l.number LIMIT 1000",
	               DB(V_INT("case", case_id)));
}
