/* SQL of meetings: planning, lists by day. Agenda, sign-ups, minutes and promises have files of their own. */
#include "features/meetings/store.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

#define MEETING_ROWS                                                                                                       \
	"SELECT m.id, m.kind, m.day_on, m.starts, m.ends, m.place, m.stop, m.about, m.capacity,"                           \
	" (SELECT count(*) FROM meeting_signups s WHERE s.meeting_id = m.id AND s.state = 'in' AND s.way = 'site') AS taken," \
	" m.came_site, m.came_online, c.state, c.version, c.number, c.title,"                                              \
	" coalesce(c.group_id, 0) AS group_id, coalesce(g.title, '') AS group_name,"                                       \
	" coalesce(c.department_id, 0) AS department_id, coalesce(d.name, '') AS department_name,"                         \
	" c.created_at, c.changed_at"                                                                                      \
	" FROM meetings m"                                                                                                 \
	" JOIN cases c ON c.id = m.id"                                                                                     \
	" LEFT JOIN cases g ON g.id = c.group_id"                                                                          \
	" LEFT JOIN departments d ON d.id = c.department_id"

struct doc *meeting_row(struct db *db, int64_t id)
{
	return db_row(db, MEETING_ROWS " WHERE m.id = :id", DB(V_INT("id", id)));
}

const char *meeting_online(struct db *db, int64_t id)
{
	const char *online = db_text(db, "SELECT online FROM meetings WHERE id = :id", DB(V_INT("id", id)));
	return online ? online : "";
}

void meeting_insert(struct db *db, int64_t id, const struct doc *values)
{
	db_run(db,
	       "INSERT INTO meetings (id, kind, day_on, starts, ends, place, stop, online, about, capacity)"
	       " VALUES (:id, :kind, :day, :starts, :ends, :place, :stop, :online, :about, :seats)",
	       DB(V_INT("id", id), V_INT("seats", doc_int(values, "capacity")), V_DOC(values)));
}

void meeting_update(struct db *db, int64_t id, const struct doc *values)
{
	db_run(db,
	       "UPDATE meetings SET place = :place, stop = :stop, online = :online, about = :about, capacity = :seats"
	       " WHERE id = :id",
	       DB(V_INT("id", id), V_INT("seats", doc_int(values, "capacity")), V_DOC(values)));
}

void meeting_update_day(struct db *db, int64_t id, const struct doc *values)
{
	db_run(db, "UPDATE meetings SET day_on = :day, starts = :starts, ends = :ends WHERE id = :id", DB(V_INT("id", id), V_DOC(values)));
}

void meeting_update_came(struct db *db, int64_t id, int64_t site, int64_t online)
{
	db_run(db, "UPDATE meetings SET came_site = :site, came_online = :online WHERE id = :id",
	       DB(V_INT("id", id), V_INT("site", site), V_INT("online", online)));
}

struct doc *meeting_list_coming(struct db *db, int today, int limit)
{
	return db_rows(db,
	               MEETING_ROWS " WHERE m.day_on >= :today AND c.is_public = 1 AND c.state NOT IN ('cancelled', 'held')"
	                            " ORDER BY m.day_on, m.id LIMIT :limit",
	               DB(V_DAY("today", today), V_INT("limit", limit)));
}

struct doc *meeting_list(struct db *db, const char *before, int until, int limit)
{
	const char *day = text_piece(before, '.', 0);
	const char *id = text_piece(before, '.', 1);
	bool is_place = day && id && day_parse(day) != DAY_NONE && text_number(id) >= 0;
	const char *last = until == DAY_NONE ? "9999-12-31" : day_iso(until);
	return db_rows(db,
	               MEETING_ROWS " WHERE (m.day_on, m.id) < (:day, :id) AND (m.day_on < :until OR c.state IN ('held', 'cancelled')) AND c.is_public = 1"
	                            " ORDER BY m.day_on DESC, m.id DESC LIMIT :limit",
	               DB(V_TEXT("day", is_place ? day : "9999-12-31"), V_INT("id", is_place ? text_number(id) : INT64_MAX),
	                  V_TEXT("until", last), V_INT("limit", limit)));
}

struct doc *meeting_list_case(struct db *db, int64_t case_id)
{
	return db_rows(db,
	               "SELECT m.id, c.title, m.day_on, c.state, c.number, i.result"
	               " FROM agenda_items i"
	               " JOIN meetings m ON m.id = i.meeting_id"
	               " JOIN cases c ON c.id = m.id"
	               " WHERE i.case_id = :case AND i.state <> 'refused'"
	               " ORDER BY i.id DESC LIMIT 50",
	               DB(V_INT("case", case_id)));
}

struct doc *meeting_list_open(struct db *db)
{
	return db_rows(db, "SELECT id FROM cases WHERE kind = 'meetings' AND state = 'open' ORDER BY id DESC LIMIT 100", DB_NONE);
}
