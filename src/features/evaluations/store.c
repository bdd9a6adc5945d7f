/* SQL of evaluations: the row beside the case, and what time finds. Lessons: store_lessons.c; sheets: store_sheets.c. */
#include "features/evaluations/store.h"

#include "base/clock.h"

static struct side side_of_row(const struct doc *row, bool is_group)
{
	return (struct side){
		.sheet = doc_int(row, is_group ? "group_sheet" : "city_sheet"),
		.is_late = doc_bool(row, is_group ? "group_late" : "city_late"),
		.confirmed = doc_text(row, is_group ? "group_confirmed" : "city_confirmed"),
		.view = doc_text(row, is_group ? "group_view" : "city_view"),
		.released = doc_text(row, is_group ? "group_released" : "city_released"),
	};
}

struct evaluation evaluation_find(struct db *db, int64_t id)
{
	struct doc *row =
		db_row(db,
	               "SELECT id, sheet, is_free, is_extended, opened_on, viewed_on, group_sheet, group_late, group_confirmed,"
	               " group_view, group_released, city_sheet, city_late, city_confirmed, city_view, city_released"
	               " FROM evaluations"
	               " WHERE id = :id",
	               DB(V_INT("id", id)));
	return (struct evaluation){
		.id = doc_int(row, "id"),
		.sheet = doc_text(row, "sheet"),
		.is_free = doc_bool(row, "is_free"),
		.is_extended = doc_bool(row, "is_extended"),
		.opened_on = day_parse(doc_text(row, "opened_on")),
		.viewed_on = day_parse(doc_text(row, "viewed_on")),
		.group = side_of_row(row, true),
		.city = side_of_row(row, false),
	};
}

int64_t evaluation_find_of(struct db *db, int64_t project_id)
{
	return db_int(db,
	              "SELECT id"
	              " FROM cases"
	              " WHERE parent_id = :project AND kind = 'evaluations'"
	              " ORDER BY id DESC"
	              " LIMIT 1",
	              DB(V_INT("project", project_id)));
}

void evaluation_insert(struct db *db, int64_t id, const char *sheet, bool is_free)
{
	db_run(db, "INSERT INTO evaluations (id, sheet, is_free) VALUES (:id, :sheet, :free)",
	       DB(V_INT("id", id), V_TEXT("sheet", sheet), V_INT("free", is_free)));
}

void evaluation_update_sheet_form(struct db *db, int64_t id, const char *sheet)
{
	db_run(db, "UPDATE evaluations SET sheet = :sheet WHERE id = :id", DB(V_TEXT("sheet", sheet), V_INT("id", id)));
}

void evaluation_update_extended(struct db *db, int64_t id)
{
	db_run(db, "UPDATE evaluations SET is_extended = 1 WHERE id = :id", DB(V_INT("id", id)));
}

void evaluation_update_opened(struct db *db, int64_t id, int day)
{
	db_run(db, "UPDATE evaluations SET opened_on = :day WHERE id = :id", DB(V_TEXT("day", day_iso(day)), V_INT("id", id)));
}

void evaluation_update_sheet(struct db *db, int64_t id, const char *side, int64_t number, bool is_late)
{
	db_run(db,
	       "UPDATE evaluations"
	       " SET group_sheet = CASE WHEN :side = 'group' THEN :number ELSE group_sheet END,"
	       " group_late = CASE WHEN :side = 'group' THEN :late ELSE group_late END,"
	       " city_sheet = CASE WHEN :side = 'city' THEN :number ELSE city_sheet END,"
	       " city_late = CASE WHEN :side = 'city' THEN :late ELSE city_late END"
	       " WHERE id = :id",
	       DB(V_TEXT("side", side), V_INT("number", number), V_INT("late", is_late), V_INT("id", id)));
}

void evaluation_update_confirmed(struct db *db, int64_t id, const char *side, const char *fingerprint)
{
	db_run(db,
	       "UPDATE evaluations"
	       " SET group_confirmed = CASE WHEN :side = 'group' THEN :mark ELSE group_confirmed END,"
	       " city_confirmed = CASE WHEN :side = 'city' THEN :mark ELSE city_confirmed END"
	       " WHERE id = :id",
	       DB(V_TEXT("side", side), V_TEXT("mark", fingerprint), V_INT("id", id)));
}

void evaluation_update_view(struct db *db, int64_t id, const char *side, const char *view)
{
	db_run(db,
	       "UPDATE evaluations"
	       " SET group_view = CASE WHEN :side = 'group' THEN :view ELSE group_view END,"
	       " city_view = CASE WHEN :side = 'city' THEN :view ELSE city_view END,"
	       " viewed_on = CASE WHEN viewed_on = '' THEN :today ELSE viewed_on END"
	       " WHERE id = :id",
	       DB(V_TEXT("side", side), V_TEXT("view", view), V_TEXT("today", day_iso(day_today())), V_INT("id", id)));
}

void evaluation_update_released(struct db *db, int64_t id, const char *side, const char *fingerprint)
{
	db_run(db,
	       "UPDATE evaluations"
	       " SET group_released = CASE WHEN :side = 'group' THEN :mark ELSE group_released END,"
	       " city_released = CASE WHEN :side = 'city' THEN :mark ELSE city_released END"
	       " WHERE id = :id",
	       DB(V_TEXT("side", side), V_TEXT("mark", fingerprint), V_INT("id", id)));
}

struct doc *evaluation_list_due(struct db *db, int today)
{
	return db_rows(db,
	               "SELECT id"
	               " FROM cases"
	               " WHERE kind = 'evaluations' AND state = 'filling' AND due_on <> '' AND due_on < :today"
	               " ORDER BY id DESC"
	               " LIMIT 500",
	               DB(V_TEXT("today", day_iso(today))));
}

struct doc *evaluation_list_waiting(struct db *db, int viewed_before)
{
	return db_rows(db,
	               "SELECT c.id"
	               " FROM cases c"
	               " JOIN evaluations e ON e.id = c.id"
	               " WHERE c.kind = 'evaluations' AND c.state = 'opened' AND e.viewed_on <> '' AND e.viewed_on < :day"
	               " ORDER BY c.id DESC"
	               " LIMIT 500",
	               DB(V_TEXT("day", day_iso(viewed_before))));
}
