/* The SQL of people. Not of their posts (store_seats.c) nor of their sessions (store_sessions.c). */
#include "identity/person.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

int64_t person_insert(struct db *db, const char *email, const char *name)
{
	return db_int(db,
	              "INSERT INTO people (email, name, created_at)"
	              " VALUES (:email, :name, :now)"
	              " RETURNING id",
	              DB(V_TEXT("email", text_empty(email) ? NULL : email), V_TEXT("name", name), V_INT("now", clock_now())));
}

int64_t person_find(struct db *db, const char *email)
{
	if (text_empty(email))
		return 0;
	return db_int(db, "SELECT id FROM people WHERE email = :email", DB(V_TEXT("email", email)));
}

struct doc *person_row(struct db *db, int64_t person_id)
{
	return db_row(db,
	              "SELECT id, email, name, kana, public_name, phone, address, language, email_confirmed_at, disabled_at, created_at"
	              " FROM people WHERE id = :id",
	              DB(V_INT("id", person_id)));
}

void person_update(struct db *db, int64_t person_id, const struct doc *fields)
{
	db_run(db,
	       "UPDATE people"
	       " SET name = :name, kana = :kana, public_name = :public_name, phone = :phone, address = :address, language = :language"
	       " WHERE id = :person_id",
	       DB(V_INT("person_id", person_id), V_DOC(fields)));
}

void person_update_password(struct db *db, int64_t person_id, const char *password_hash)
{
	db_run(db, "UPDATE people SET password_hash = :hash WHERE id = :id", DB(V_TEXT("hash", password_hash), V_INT("id", person_id)));
}

void person_update_email(struct db *db, int64_t person_id, const char *email)
{
	db_run(db, "UPDATE people SET email = :email, email_refused_at = 0 WHERE id = :id",
	       DB(V_TEXT("email", text_empty(email) ? NULL : email), V_INT("id", person_id)));
}

void person_update_confirmed(struct db *db, int64_t person_id)
{
	db_run(db, "UPDATE people SET email_confirmed_at = :now, email_refused_at = 0 WHERE id = :id",
	       DB(V_INT("now", clock_now()), V_INT("id", person_id)));
}

void person_update_refused(struct db *db, int64_t person_id)
{
	db_run(db, "UPDATE people SET email_refused_at = :now WHERE id = :id", DB(V_INT("now", clock_now()), V_INT("id", person_id)));
}

void person_update_disabled(struct db *db, int64_t person_id, bool is_disabled)
{
	db_run(db, "UPDATE people SET disabled_at = :at WHERE id = :id",
	       DB(V_INT("at", is_disabled ? clock_now() : 0), V_INT("id", person_id)));
	if (is_disabled)
		db_run(db, "DELETE FROM sessions WHERE person_id = :id", DB(V_INT("id", person_id)));
}

char *person_password_hash(struct db *db, int64_t person_id)
{
	char *hash = db_text(db, "SELECT password_hash FROM people WHERE id = :id AND disabled_at = 0", DB(V_INT("id", person_id)));
	return hash ? hash : arena_copy("");
}

/* `query` as a LIKE pattern that matches it anywhere. */
static char *pattern_anywhere(const char *query)
{
	char *escaped = text_replace(text_replace(text_replace(query, "\\", "\\\\"), "%", "\\%"), "_", "\\_");
	return arena_text("%%%s%%", escaped);
}

/* Gives each person of the page the roles of their posts of today, each once. */
static void roles_add(struct db *db, struct doc *people)
{
	struct doc *last = NULL;
	for (struct doc *person = doc_first(people); person; person = doc_next(person)) {
		doc_set(person, "roles", doc_array());
		last = person;
	}
	struct doc *seats = db_rows(db,
	                            "SELECT DISTINCT person_id, role FROM seats"
	                            " WHERE person_id BETWEEN :first AND :last AND from_on <= :today AND (until_on = '' OR until_on >= :today)"
	                            " ORDER BY person_id, role",
	                            DB(V_INT("first", doc_int(doc_first(people), "id")), V_INT("last", doc_int(last, "id")),
	                               V_DAY("today", day_today())));
	struct doc *person = doc_first(people);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat)) {
		while (person && doc_int(person, "id") < doc_int(seat, "person_id"))
			person = doc_next(person);
		if (person && doc_int(person, "id") == doc_int(seat, "person_id"))
			doc_push_text(doc_get(person, "roles"), doc_text(seat, "role"));
	}
}

struct doc *person_list(struct db *db, const char *query, int64_t after_id)
{
	struct doc *people = db_rows(db,
	                             "SELECT id, name, email, disabled_at, created_at"
	                             " FROM people"
	                             " WHERE id > :after AND (name LIKE :pattern ESCAPE '\\' OR email LIKE :pattern ESCAPE '\\')"
	                             " ORDER BY id"
	                             " LIMIT 50",
	                             DB(V_INT("after", after_id), V_TEXT("pattern", pattern_anywhere(query))));
	if (doc_count(people))
		roles_add(db, people);
	return people;
}
