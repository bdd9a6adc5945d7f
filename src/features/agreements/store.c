/* Every SQL statement about agreements and their confirmations. */
#include "features/agreements/store.h"

#include "base/clock.h"
#include "base/text.h"

enum { OVER_MOST = 500 };

void agreement_insert(struct db *db, int64_t id)
{
	db_run(db, "INSERT INTO agreements (id) VALUES (:id)", DB(V_INT("id", id)));
}

struct doc *agreement_row(struct db *db, int64_t id)
{
	return db_row(db,
	              "SELECT id, decided_on, document_number, concluded_on, way, ends_on, changed_on, change_number, ended_on, end_number"
	              " FROM agreements WHERE id = :id",
	              DB(V_INT("id", id)));
}

void agreement_update_decided(struct db *db, int64_t id, int day, const char *document_number)
{
	db_run(db, "UPDATE agreements SET decided_on = :day, document_number = :number WHERE id = :id",
	       DB(V_DAY("day", day), V_TEXT("number", document_number), V_INT("id", id)));
}

void agreement_update_changed(struct db *db, int64_t id, int day, const char *document_number)
{
	db_run(db, "UPDATE agreements SET changed_on = :day, change_number = :number WHERE id = :id",
	       DB(V_DAY("day", day), V_TEXT("number", document_number), V_INT("id", id)));
}

void agreement_update_ended(struct db *db, int64_t id, int day, const char *document_number)
{
	db_run(db, "UPDATE agreements SET ended_on = :day, end_number = :number WHERE id = :id",
	       DB(V_DAY("day", day), V_TEXT("number", document_number), V_INT("id", id)));
}

void agreement_update_concluded(struct db *db, int64_t id, int day, const char *way)
{
	db_run(db, "UPDATE agreements SET concluded_on = :day, way = :way WHERE id = :id",
	       DB(V_DAY("day", day), V_TEXT("way", way), V_INT("id", id)));
}

void agreement_update_ends_on(struct db *db, int64_t id, const char *ends_on)
{
	db_run(db, "UPDATE agreements SET ends_on = :day WHERE id = :id", DB(V_TEXT("day", ends_on), V_INT("id", id)));
}

struct doc *agreement_list_over(struct db *db, int today)
{
	return db_rows(db,
	               "SELECT a.id"
	               " FROM agreements a"
	               " JOIN cases c ON c.id = a.id"
	               " WHERE a.ends_on > '' AND a.ends_on < :today AND c.state IN ('concluded', 'changing')"
	               " ORDER BY a.ends_on"
	               " LIMIT :limit",
	               DB(V_DAY("today", today), V_INT("limit", OVER_MOST)));
}

void agreement_confirmation_insert(struct db *db, const struct confirmation *confirmation)
{
	db_run(db,
	       "INSERT INTO agreement_confirmations (agreement_id, purpose, side, number, fingerprint, role, at)"
	       " VALUES (:agreement, :purpose, :side, :number, :fingerprint, :role, :now)"
	       " ON CONFLICT (agreement_id, purpose, side)"
	       " DO UPDATE SET number = excluded.number, fingerprint = excluded.fingerprint, role = excluded.role, at = excluded.at",
	       DB(V_INT("agreement", confirmation->agreement_id), V_TEXT("purpose", confirmation->purpose), V_TEXT("side", confirmation->side),
	          V_INT("number", confirmation->number), V_TEXT("fingerprint", confirmation->fingerprint), V_TEXT("role", confirmation->role),
	          V_INT("now", clock_now())));
}

void agreement_confirmation_delete(struct db *db, int64_t agreement_id, const char *purpose)
{
	db_run(db, "DELETE FROM agreement_confirmations WHERE agreement_id = :agreement AND purpose = :purpose",
	       DB(V_INT("agreement", agreement_id), V_TEXT("purpose", purpose)));
}

struct doc *agreement_confirmation_list(struct db *db, int64_t agreement_id, const char *purpose)
{
	return db_rows(db,
	               "SELECT side, number, fingerprint, role, at"
	               " FROM agreement_confirmations"
	               " WHERE agreement_id = :agreement AND purpose = :purpose"
	               " ORDER BY side DESC",
	               DB(V_INT("agreement", agreement_id), V_TEXT("purpose", purpose)));
}

struct confirmed agreement_confirmation_count(struct db *db, int64_t agreement_id, const char *purpose)
{
	struct confirmed confirmed = {false, false};
	struct doc *rows = agreement_confirmation_list(db, agreement_id, purpose);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		confirmed.group = confirmed.group || text_equal(doc_text(row, "side"), "group");
		confirmed.city = confirmed.city || text_equal(doc_text(row, "side"), "city");
	}
	return confirmed;
}
