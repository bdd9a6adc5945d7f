/* SQL of submissions and of the public version. */
#include "workflow/public_version.h"
#include "workflow/submission.h"

#include "base/clock.h"
#include "workflow/inside.h"

char *submission_find(struct db *db, const char *token, int64_t person_id)
{
	return db_text(db,
	               "SELECT location"
	               " FROM submissions"
	               " WHERE token = :token AND person_id = :person",
	               DB(V_TEXT("token", token), V_INT("person", person_id)));
}

void submission_insert(struct db *db, const char *token, int64_t person_id, const char *location)
{
	db_run(db,
	       "INSERT INTO submissions (token, person_id, location, created_at)"
	       " VALUES (:token, :person, :location, :now)"
	       " ON CONFLICT (token) DO NOTHING",
	       DB(V_TEXT("token", token), V_INT("person", person_id), V_TEXT("location", location), V_INT("now", clock_now())));
}

void submission_delete_old(struct db *db, int64_t before_at)
{
	db_run(db, "DELETE FROM submissions WHERE created_at < :before", DB(V_INT("before", before_at)));
}

int64_t public_version(struct db *db)
{
	return db_int(db, "SELECT number FROM public_version WHERE id = 1", DB_NONE);
}

void public_version_raise(struct db *db)
{
	db_run(db, "UPDATE public_version SET number = number + 1 WHERE id = 1", DB_NONE);
}
