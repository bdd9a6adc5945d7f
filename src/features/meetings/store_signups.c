/* SQL of sign-ups. Who may read the needs is decided by the pages: only this meeting's staff, and the person. */
#include "features/meetings/store.h"

#include "base/clock.h"

#define SIGNUP_ROWS                                                                                                        \
	"SELECT id, meeting_id, coalesce(person_id, 0) AS person_id, email, name, language, way, state, needs, needs_note," \
	" consent_at, queued_at"                                                                                           \
	" FROM meeting_signups"

struct doc *signup_row(struct db *db, int64_t meeting_id, int64_t signup_id)
{
	return db_row(db, SIGNUP_ROWS " WHERE id = :id AND meeting_id = :meeting", DB(V_INT("id", signup_id), V_INT("meeting", meeting_id)));
}

struct doc *signup_row_person(struct db *db, int64_t meeting_id, int64_t person_id)
{
	return db_row(db, SIGNUP_ROWS " WHERE person_id = :person AND meeting_id = :meeting LIMIT 1",
	              DB(V_INT("person", person_id), V_INT("meeting", meeting_id)));
}

struct doc *signup_row_email(struct db *db, int64_t meeting_id, const char *email)
{
	return db_row(db, SIGNUP_ROWS " WHERE meeting_id = :meeting AND email = :email", DB(V_INT("meeting", meeting_id), V_TEXT("email", email)));
}

struct doc *signup_list(struct db *db, int64_t meeting_id)
{
	return db_rows(db, SIGNUP_ROWS " WHERE meeting_id = :meeting AND state IN ('in', 'waiting', 'absent', 'cancelled') ORDER BY id LIMIT 1000",
	               DB(V_INT("meeting", meeting_id)));
}

struct doc *signup_list_told(struct db *db, int64_t meeting_id)
{
	return db_rows(db, SIGNUP_ROWS " WHERE meeting_id = :meeting AND state IN ('in', 'waiting') ORDER BY id LIMIT 1000",
	               DB(V_INT("meeting", meeting_id)));
}

struct doc *signup_first_waiting(struct db *db, int64_t meeting_id)
{
	return db_row(db, SIGNUP_ROWS " WHERE meeting_id = :meeting AND state = 'waiting' AND way = 'site' ORDER BY queued_at, id LIMIT 1",
	              DB(V_INT("meeting", meeting_id)));
}

struct doc *signup_counts(struct db *db, int64_t meeting_id)
{
	return db_row(db,
	              "SELECT count(CASE WHEN state = 'in' AND way = 'site' THEN 1 END) AS site,"
	              " count(CASE WHEN state = 'in' AND way = 'online' THEN 1 END) AS online,"
	              " count(CASE WHEN state = 'waiting' THEN 1 END) AS waiting"
	              " FROM meeting_signups WHERE meeting_id = :meeting",
	              DB(V_INT("meeting", meeting_id)));
}

int64_t signup_insert(struct db *db, const struct doc *values)
{
	return db_int(db,
	              "INSERT INTO meeting_signups (meeting_id, person_id, email, name, language, way, state, needs, needs_note, consent_at, queued_at)"
	              " VALUES (:meeting_id, :person, :email, :name, :language, :way, :state, :needs, :needs_note, :consent_at, :now)"
	              " RETURNING id",
	              DB(V_ID("person", doc_int(values, "person_id")), V_INT("now", clock_now()), V_DOC(values)));
}

void signup_update(struct db *db, int64_t signup_id, const struct doc *values, bool is_new_place)
{
	db_run(db,
	       "UPDATE meeting_signups SET way = :way, state = :state, needs = :needs, needs_note = :needs_note, consent_at = :consent_at,"
	       " queued_at = CASE WHEN :is_new = 1 THEN :now ELSE queued_at END"
	       " WHERE id = :signup",
	       DB(V_INT("signup", signup_id), V_INT("is_new", is_new_place), V_INT("now", clock_now()), V_DOC(values)));
}

void signup_update_person(struct db *db, int64_t signup_id, int64_t person_id)
{
	db_run(db, "UPDATE meeting_signups SET person_id = :person WHERE id = :id", DB(V_INT("person", person_id), V_INT("id", signup_id)));
}

void signup_update_state(struct db *db, int64_t signup_id, const char *state)
{
	db_run(db, "UPDATE meeting_signups SET state = :state WHERE id = :id", DB(V_TEXT("state", state), V_INT("id", signup_id)));
}

void signup_delete_needs(struct db *db, int before)
{
	db_run(db,
	       "UPDATE meeting_signups SET needs = '', needs_note = '', consent_at = 0"
	       " WHERE consent_at > 0 AND meeting_id IN (SELECT id FROM meetings WHERE day_on < :before)",
	       DB(V_DAY("before", before)));
}

void signup_delete_asked(struct db *db, int64_t before)
{
	db_run(db, "DELETE FROM meeting_signups WHERE state = 'asked' AND queued_at < :before", DB(V_INT("before", before)));
}
