/* SQL of minutes and corrections. Their text is a version of their case (workflow/version.h). */
#include "features/meetings/store.h"

#include "base/clock.h"
#include "base/text.h"

int64_t minutes_find(struct db *db, int64_t meeting_id)
{
	return db_int(db, "SELECT id FROM cases WHERE parent_id = :meeting AND kind = 'minutes'", DB(V_INT("meeting", meeting_id)));
}

struct doc *minutes_row(struct db *db, int64_t id)
{
	return db_row(db, "SELECT group_confirmed_on, city_confirmed_on FROM minutes WHERE id = :id", DB(V_INT("id", id)));
}

void minutes_insert(struct db *db, int64_t id)
{
	db_run(db, "INSERT INTO minutes (id) VALUES (:id)", DB(V_INT("id", id)));
}

void minutes_update_confirmed(struct db *db, int64_t id, const char *side, int day)
{
	if (text_equal(side, "group"))
		db_run(db, "UPDATE minutes SET group_confirmed_on = :day WHERE id = :id", DB(V_TEXT("day", day_iso(day)), V_INT("id", id)));
	else
		db_run(db, "UPDATE minutes SET city_confirmed_on = :day WHERE id = :id", DB(V_TEXT("day", day_iso(day)), V_INT("id", id)));
}

struct doc *minutes_list_due(struct db *db, const char *state, int before)
{
	return db_rows(db,
	               "SELECT id FROM cases"
	               " WHERE kind = 'minutes' AND state = :state AND due_on <> '' AND due_on < :before"
	               " ORDER BY id LIMIT 500",
	               DB(V_TEXT("state", state), V_DAY("before", before)));
}

#define CORRECTION_ROWS                                                                                                    \
	"SELECT k.id, k.part, k.wording, k.why, coalesce(k.person_id, 0) AS person_id, k.side,"                            \
	" coalesce(k.group_id, 0) AS group_id, coalesce(g.title, '') AS group_name,"                                       \
	" coalesce(k.department_id, 0) AS department_id, coalesce(d.name, '') AS department_name,"                         \
	" k.state, k.answer, k.created_at"                                                                                 \
	" FROM minutes_corrections k"                                                                                      \
	" LEFT JOIN cases g ON g.id = k.group_id"                                                                          \
	" LEFT JOIN departments d ON d.id = k.department_id"

struct doc *correction_list(struct db *db, int64_t minutes_id)
{
	return db_rows(db, CORRECTION_ROWS " WHERE k.minutes_id = :minutes ORDER BY k.id LIMIT 500", DB(V_INT("minutes", minutes_id)));
}

struct doc *correction_row(struct db *db, int64_t minutes_id, int64_t id)
{
	return db_row(db, CORRECTION_ROWS " WHERE k.id = :id AND k.minutes_id = :minutes", DB(V_INT("id", id), V_INT("minutes", minutes_id)));
}

int64_t correction_insert(struct db *db, int64_t minutes_id, const struct doc *values)
{
	return db_int(db,
	              "INSERT INTO minutes_corrections (minutes_id, part, wording, why, person_id, side, group_id, department_id, created_at)"
	              " VALUES (:minutes, :part, :wording, :why, :person, :side, :group, :department, :now)"
	              " RETURNING id",
	              DB(V_INT("minutes", minutes_id), V_TEXT("part", doc_text(values, "part")), V_TEXT("wording", doc_text(values, "wording")),
	                 V_TEXT("why", doc_text(values, "why")), V_ID("person", doc_int(values, "person_id")), V_TEXT("side", doc_text(values, "side")),
	                 V_ID("group", doc_int(values, "group_id")), V_ID("department", doc_int(values, "department_id")), V_INT("now", clock_now())));
}

void correction_update(struct db *db, int64_t id, const char *state, const char *answer)
{
	db_run(db, "UPDATE minutes_corrections SET state = :state, answer = :answer WHERE id = :id",
	       DB(V_TEXT("state", state), V_TEXT("answer", answer), V_INT("id", id)));
}

int64_t correction_count_open(struct db *db, int64_t minutes_id)
{
	return db_int(db, "SELECT count(*) FROM minutes_corrections WHERE minutes_id = :minutes AND state = 'open'", DB(V_INT("minutes", minutes_id)));
}
