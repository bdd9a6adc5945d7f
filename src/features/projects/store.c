/* SQL of a project's own row, its milestones and its log. */
#include "features/projects/store.h"

#include "base/clock.h"

enum { MILESTONES_MOST = 200 };

void project_insert(struct db *db, int64_t id, const struct doc *content, const char *words)
{
	db_run(db,
	       "INSERT INTO projects (id, starts_on, ends_on, area, words)"
	       " VALUES (:id, :starts_on, :ends_on, :area, :words)"
	       " ON CONFLICT (id) DO UPDATE SET starts_on = excluded.starts_on, ends_on = excluded.ends_on, area = excluded.area, words = excluded.words",
	       DB(V_INT("id", id), V_TEXT("starts_on", doc_text(content, "starts_on")), V_TEXT("ends_on", doc_text(content, "ends_on")),
	          V_TEXT("area", doc_text(content, "area")), V_TEXT("words", words)));
}

struct doc *project_row(struct db *db, int64_t id)
{
	return db_row(db, "SELECT id, starts_on, ends_on, area, started_on, ended_way FROM projects WHERE id = :id", DB(V_INT("id", id)));
}

void project_update_started(struct db *db, int64_t id, int day)
{
	db_run(db, "UPDATE projects SET started_on = :day WHERE id = :id", DB(V_DAY("day", day), V_INT("id", id)));
}

void project_update_ended(struct db *db, int64_t id, const char *way)
{
	db_run(db, "UPDATE projects SET ended_way = :way WHERE id = :id", DB(V_TEXT("way", way), V_INT("id", id)));
}

#define MILESTONE_ROWS "SELECT id, title, due_on, side, done_on, note FROM project_milestones"

struct doc *milestone_list(struct db *db, int64_t project_id)
{
	return db_rows(db, MILESTONE_ROWS " WHERE project_id = :project ORDER BY due_on, id LIMIT :limit",
	               DB(V_INT("project", project_id), V_INT("limit", MILESTONES_MOST)));
}

struct doc *milestone_row(struct db *db, int64_t project_id, int64_t id)
{
	return db_row(db, MILESTONE_ROWS " WHERE id = :id AND project_id = :project", DB(V_INT("id", id), V_INT("project", project_id)));
}

void milestone_insert(struct db *db, int64_t project_id, const struct doc *values)
{
	db_run(db, "INSERT INTO project_milestones (project_id, title, due_on, side) VALUES (:project, :title, :due_on, :side)",
	       DB(V_INT("project", project_id), V_TEXT("title", doc_text(values, "title")), V_TEXT("due_on", doc_text(values, "due_on")),
	          V_TEXT("side", doc_text(values, "side"))));
}

void milestone_update_done(struct db *db, int64_t project_id, int64_t id, const char *done_on, const char *note)
{
	db_run(db, "UPDATE project_milestones SET done_on = :done_on, note = :note WHERE id = :id AND project_id = :project",
	       DB(V_TEXT("done_on", done_on), V_TEXT("note", note), V_INT("id", id), V_INT("project", project_id)));
}

void milestone_update_due(struct db *db, int64_t project_id, int64_t id, const char *due_on, const char *note)
{
	db_run(db, "UPDATE project_milestones SET due_on = :due_on, note = :note WHERE id = :id AND project_id = :project",
	       DB(V_TEXT("due_on", due_on), V_TEXT("note", note), V_INT("id", id), V_INT("project", project_id)));
}

int milestone_next(struct db *db, int64_t project_id)
{
	char *day = db_text(db, "SELECT due_on FROM project_milestones WHERE project_id = :project AND done_on = '' ORDER BY due_on LIMIT 1",
	                    DB(V_INT("project", project_id)));
	return day ? day_parse(day) : DAY_NONE;
}

struct doc *log_list(struct db *db, int64_t project_id, int64_t before, int limit)
{
	return db_rows(db,
	               "SELECT id, day_on, side, text, at"
	               " FROM project_logs"
	               " WHERE project_id = :project AND id < :before"
	               " ORDER BY id DESC"
	               " LIMIT :limit",
	               DB(V_INT("project", project_id), V_INT("before", before ? before : INT64_MAX), V_INT("limit", limit)));
}

void log_insert(struct db *db, int64_t project_id, const char *side, const struct doc *values)
{
	db_run(db, "INSERT INTO project_logs (project_id, day_on, side, text, at) VALUES (:project, :day_on, :side, :text, :now)",
	       DB(V_INT("project", project_id), V_TEXT("day_on", doc_text(values, "day_on")), V_TEXT("side", side),
	          V_TEXT("text", doc_text(values, "text")), V_INT("now", clock_now())));
}
