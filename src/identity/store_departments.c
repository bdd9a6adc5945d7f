/* The SQL of the city's departments. */
#include "identity/person.h"

#include "base/clock.h"

struct doc *department_row(struct db *db, int64_t department_id)
{
	return db_row(db,
	              "SELECT id, code, name, about, can_do, cannot_do, budget_season, answer_days, themes, phone, is_coordinator, from_on,"
	              " until_on"
	              " FROM departments WHERE id = :id",
	              DB(V_INT("id", department_id)));
}

struct doc *department_list(struct db *db)
{
	return db_rows(db,
	               "SELECT id, code, name, about, can_do, cannot_do, budget_season, answer_days, themes, phone, is_coordinator, from_on,"
	               " until_on"
	               " FROM departments"
	               " WHERE from_on <= :today AND (until_on = '' OR until_on >= :today)"
	               " ORDER BY name, id"
	               " LIMIT 500",
	               DB(V_DAY("today", day_today())));
}

int64_t department_insert(struct db *db, const char *code, const char *name, bool is_coordinator)
{
	return db_int(db,
	              "INSERT INTO departments (code, name, is_coordinator)"
	              " VALUES (:code, :name, :is_coordinator)"
	              " RETURNING id",
	              DB(V_TEXT("code", code), V_TEXT("name", name), V_INT("is_coordinator", is_coordinator)));
}

void department_update(struct db *db, int64_t department_id, const struct doc *fields)
{
	db_run(db,
	       "UPDATE departments"
	       " SET name = coalesce(:name, name), about = coalesce(:about, about), can_do = coalesce(:can_do, can_do),"
	       " cannot_do = coalesce(:cannot_do, cannot_do), budget_season = coalesce(:budget_season, budget_season),"
	       " answer_days = coalesce(:answer_days, answer_days), themes = coalesce(:themes, themes), phone = coalesce(:phone, phone)"
	       " WHERE id = :department_id",
	       DB(V_INT("department_id", department_id), V_DOC(fields)));
}

const char *department_name(struct db *db, int64_t department_id)
{
	const char *name = db_text(db, "SELECT name FROM departments WHERE id = :id", DB(V_INT("id", department_id)));
	return name ? name : "";
}

int64_t department_find(struct db *db, const char *code)
{
	return db_int(db, "SELECT id FROM departments WHERE code = :code", DB(V_TEXT("code", code)));
}

int64_t department_coordinator(struct db *db)
{
	return db_int(db,
	              "SELECT id FROM departments"
	              " WHERE is_coordinator = 1 AND from_on <= :today AND (until_on = '' OR until_on >= :today)"
	              " ORDER BY id"
	              " LIMIT 1",
	              DB(V_DAY("today", day_today())));
}
