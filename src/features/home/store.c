/* Every SQL statement of home. */
#include "features/home/store.h"

#include "base/clock.h"

enum { FEEDBACK_ROWS = 50 };

struct doc *home_counts(struct db *db)
{
	return db_row(db,
	              "SELECT (SELECT count(*) FROM cases WHERE kind = 'groups' AND is_public = 1) AS groups,"
	              " (SELECT count(*) FROM cases WHERE kind = 'proposals' AND is_public = 1) AS proposals,"
	              " (SELECT count(*) FROM cases WHERE kind = 'projects' AND is_public = 1) AS projects,"
	              " (SELECT count(*) FROM cases WHERE kind = 'meetings' AND is_public = 1) AS meetings",
	              DB_NONE);
}

int64_t home_schema_version(struct db *db)
{
	return db_int(db, "SELECT number FROM public_version WHERE id = 1", DB_NONE) > 0 ? 1 : 0;
}

void feedback_insert(struct db *db, const char *page, const char *answer, const char *text)
{
	db_run(db,
	       "INSERT INTO feedback (page, answer, text, created_at) VALUES (:page, :answer, :text, :now)",
	       DB(V_TEXT("page", page), V_TEXT("answer", answer), V_TEXT("text", text), V_INT("now", clock_now())));
}

struct doc *feedback_list(struct db *db, int64_t before)
{
	return db_rows(db,
	               "SELECT id, page, answer, text, created_at FROM feedback WHERE :before = 0 OR id < :before"
	               " ORDER BY id DESC LIMIT :limit",
	               DB(V_INT("before", before), V_INT("limit", FEEDBACK_ROWS)));
}
