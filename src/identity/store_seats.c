/* The SQL of posts: who holds which from when until when. */
#include "identity/person.h"
#include "identity/store.h"

#include "base/clock.h"

/* The columns of a post as pages show it. */
#define SEAT_COLUMNS                                                                                                          \
	"SELECT s.id, s.person_id, p.name, p.email, s.role, s.group_id, s.department_id, s.from_on, s.until_on, s.may_submit," \
	" coalesce(g.title, '') AS group_name, coalesce(d.name, '') AS department_name"                                       \
	" FROM seats s"                                                                                                       \
	" JOIN people p ON p.id = s.person_id"                                                                                \
	" LEFT JOIN cases g ON g.id = s.group_id"                                                                             \
	" LEFT JOIN departments d ON d.id = s.department_id"
#define SEAT_ORDER " ORDER BY CASE WHEN s.until_on = '' OR s.until_on >= :today THEN 0 ELSE 1 END, s.from_on, s.id LIMIT 500"

int64_t seat_insert(struct db *db, int64_t person_id, const char *role, int64_t group_id, int64_t department_id)
{
	return db_int(db,
	              "INSERT INTO seats (person_id, role, group_id, department_id, from_on)"
	              " VALUES (:person, :role, :group, :department, :today)"
	              " RETURNING id",
	              DB(V_INT("person", person_id), V_TEXT("role", role), V_ID("group", group_id), V_ID("department", department_id),
	                 V_DAY("today", day_today())));
}

void seat_update_may_submit(struct db *db, int64_t seat_id, bool may_submit)
{
	db_run(db, "UPDATE seats SET may_submit = :may WHERE id = :id", DB(V_INT("may", may_submit), V_INT("id", seat_id)));
}

void seat_update_until(struct db *db, int64_t seat_id, int day)
{
	db_run(db, "UPDATE seats SET until_on = :day WHERE id = :id", DB(V_TEXT("day", day_iso(day)), V_INT("id", seat_id)));
}

void seat_update_from(struct db *db, int64_t seat_id, int day)
{
	db_run(db, "UPDATE seats SET from_on = :day WHERE id = :id", DB(V_DAY("day", day), V_INT("id", seat_id)));
}

struct doc *seat_list_group(struct db *db, int64_t group_id)
{
	return db_rows(db, SEAT_COLUMNS " WHERE s.group_id = :id" SEAT_ORDER, DB(V_INT("id", group_id), V_DAY("today", day_today())));
}

struct doc *seat_list_department(struct db *db, int64_t department_id)
{
	return db_rows(db, SEAT_COLUMNS " WHERE s.department_id = :id" SEAT_ORDER,
	               DB(V_INT("id", department_id), V_DAY("today", day_today())));
}

struct doc *seat_list_person(struct db *db, int64_t person_id)
{
	return db_rows(db, SEAT_COLUMNS " WHERE s.person_id = :id" SEAT_ORDER, DB(V_INT("id", person_id), V_DAY("today", day_today())));
}

struct doc *seat_row(struct db *db, int64_t seat_id)
{
	return db_row(db, SEAT_COLUMNS " WHERE s.id = :id", DB(V_INT("id", seat_id)));
}

struct doc *seat_list_now(struct db *db, int64_t person_id, int day, int limit)
{
	return db_rows(db,
	               "SELECT role, group_id, department_id, may_submit"
	               " FROM seats"
	               " WHERE person_id = :person AND from_on <= :today AND (until_on = '' OR until_on >= :today)"
	               " ORDER BY id"
	               " LIMIT :limit",
	               DB(V_INT("person", person_id), V_DAY("today", day), V_INT("limit", limit)));
}
