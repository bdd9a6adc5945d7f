/* SQL of the inbox, of who is told, and of the 郵送・電話 list. */
#include "workflow/inside.h"

#include "base/clock.h"

struct doc *addressee_row(struct db *db, int64_t person_id)
{
	return db_row(db,
	              "SELECT id, coalesce(email, '') AS email, language, email_refused_at, disabled_at"
	              " FROM people"
	              " WHERE id = :id",
	              DB(V_INT("id", person_id)));
}

bool notice_exists(struct db *db, int64_t person_id, int64_t case_id, int64_t ledger_number)
{
	return db_int(db,
	              "SELECT 1"
	              " FROM notices"
	              " WHERE case_id = :case AND ledger_number = :number AND +person_id = :person"
	              " LIMIT 1",
	              DB(V_INT("case", case_id), V_INT("number", ledger_number), V_INT("person", person_id))) == 1;
}

int64_t notice_row_insert(struct db *db, int64_t person_id, const struct telling *telling)
{
	return db_int(db,
	              "INSERT INTO notices (person_id, case_id, ledger_number, text_key, content, path, created_at)"
	              " VALUES (:person, :case, :number, :key, :content, :path, :now)"
	              " RETURNING id",
	              DB(V_INT("person", person_id), V_ID("case", telling->case_id), V_ID("number", telling->ledger_number),
	                 V_TEXT("key", telling->text_key), V_TEXT("content", telling->values ? doc_canonical(telling->values) : "{}"),
	                 V_TEXT("path", telling->path), V_INT("now", clock_now())));
}

struct doc *notice_rows(struct db *db, int64_t person_id, int64_t before_id)
{
	return db_rows(db,
	               "SELECT n.id, n.created_at, n.text_key, n.content, n.path, n.read_at, coalesce(c.title, '') AS case_title"
	               " FROM notices n"
	               " LEFT JOIN cases c ON c.id = n.case_id"
	               " WHERE n.person_id = :person AND n.id < :before"
	               " ORDER BY n.id DESC"
	               " LIMIT 25",
	               DB(V_INT("person", person_id), V_INT("before", before_id ? before_id : INT64_MAX)));
}

int64_t notice_count_unread(struct db *db, int64_t person_id)
{
	return db_int(db, "SELECT count(*) FROM notices WHERE person_id = :person AND read_at = 0", DB(V_INT("person", person_id)));
}

void notice_update_read(struct db *db, int64_t person_id, int64_t up_to_id)
{
	db_run(db, "UPDATE notices SET read_at = :now WHERE person_id = :person AND read_at = 0 AND id <= :id",
	       DB(V_INT("now", clock_now()), V_INT("person", person_id), V_INT("id", up_to_id)));
}

#define SEAT_HELD " AND from_on <= :today AND (until_on = '' OR until_on >= :today) ORDER BY person_id"

struct doc *seats_of_contacts(struct db *db, int64_t group_id)
{
	return db_rows(db, "SELECT DISTINCT person_id FROM seats WHERE group_id = :group AND role = 'contact'" SEAT_HELD,
	               DB(V_INT("group", group_id), V_DAY("today", day_today())));
}

struct doc *seats_of_group(struct db *db, int64_t group_id)
{
	return db_rows(db, "SELECT DISTINCT person_id FROM seats WHERE group_id = :group" SEAT_HELD,
	               DB(V_INT("group", group_id), V_DAY("today", day_today())));
}

struct doc *seats_of_department(struct db *db, int64_t department_id)
{
	return db_rows(db, "SELECT DISTINCT person_id FROM seats WHERE department_id = :department" SEAT_HELD,
	               DB(V_INT("department", department_id), V_DAY("today", day_today())));
}

struct doc *seats_of_coordinators(struct db *db)
{
	return db_rows(db, "SELECT DISTINCT person_id FROM seats WHERE role = 'coordinator'" SEAT_HELD, DB(V_DAY("today", day_today())));
}

struct doc *people_told(struct db *db, int64_t case_id)
{
	return db_rows(db, "SELECT DISTINCT person_id FROM notices WHERE case_id = :case AND ledger_number IS NOT NULL ORDER BY person_id",
	               DB(V_INT("case", case_id)));
}

void letter_insert(struct db *db, int64_t notice_id, int64_t person_id, const char *why)
{
	db_run(db, "INSERT INTO letters (notice_id, person_id, why, created_at) VALUES (:notice, :person, :why, :now)",
	       DB(V_INT("notice", notice_id), V_INT("person", person_id), V_TEXT("why", why), V_INT("now", clock_now())));
}

struct doc *letter_rows(struct db *db)
{
	return db_rows(db,
	               "SELECT l.id, p.name, p.phone, p.address, l.why, l.created_at, n.text_key, n.content, n.path,"
	               " coalesce(c.title, '') AS case_title"
	               " FROM letters l"
	               " JOIN notices n ON n.id = l.notice_id"
	               " JOIN people p ON p.id = l.person_id"
	               " LEFT JOIN cases c ON c.id = n.case_id"
	               " WHERE l.done_at = 0"
	               " ORDER BY l.id"
	               " LIMIT 500",
	               DB_NONE);
}

void letter_update_done(struct db *db, int64_t letter_id, int64_t person_id, const char *way)
{
	db_run(db, "UPDATE letters SET done_at = :now, done_by = :person, way = :way WHERE id = :id AND done_at = 0",
	       DB(V_INT("now", clock_now()), V_ID("person", person_id), V_TEXT("way", way), V_INT("id", letter_id)));
}
