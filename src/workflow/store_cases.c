/* SQL of single cases: reading one, its changes, its words for search, the counters of numbers. Lists: store_case_lists.c. */
#include "workflow/inside.h"

#include "adapters/unicode.h"
#include "base/clock.h"
#include "workflow/public_version.h"

struct case_file case_of(const struct doc *row)
{
	return (struct case_file){
		.id = doc_int(row, "id"),
		.kind = doc_text(row, "kind"),
		.state = doc_text(row, "state"),
		.version = doc_int(row, "version"),
		.number = doc_text(row, "number"),
		.title = doc_text(row, "title"),
		.group_id = doc_int(row, "group_id"),
		.department_id = doc_int(row, "department_id"),
		.author_id = doc_int(row, "author_id"),
		.parent_id = doc_int(row, "parent_id"),
		.is_public = doc_bool(row, "is_public"),
		.is_paper = doc_bool(row, "is_paper"),
		.turn = doc_text(row, "turn"),
		.turn_since_on = day_parse(doc_text(row, "turn_since_on")),
		.due_on = day_parse(doc_text(row, "due_on")),
	};
}

bool case_find(struct db *db, int64_t id, struct case_file *subject)
{
	struct doc *row = db_row(db,
	                         "SELECT id, kind, state, version, number, title, group_id, department_id, author_id, parent_id,"
	                         " is_public, is_paper, turn, turn_since_on, due_on"
	                         " FROM cases"
	                         " WHERE id = :id",
	                         DB(V_INT("id", id)));
	*subject = case_of(row);
	return row != NULL;
}

int64_t case_insert(struct db *db, const struct case_file *subject)
{
	int64_t now = clock_now();
	return db_int(db,
	              "INSERT INTO cases (kind, state, title, group_id, department_id, author_id, parent_id, is_paper, created_at, changed_at)"
	              " VALUES (:kind, :state, :title, :group, :department, :author, :parent, :is_paper, :now, :now)"
	              " RETURNING id",
	              DB(V_TEXT("kind", subject->kind), V_TEXT("state", subject->state), V_TEXT("title", subject->title ? subject->title : ""),
	                 V_ID("group", subject->group_id), V_ID("department", subject->department_id), V_ID("author", subject->author_id),
	                 V_ID("parent", subject->parent_id), V_INT("is_paper", subject->is_paper), V_INT("now", now)));
}

static void case_is_shown_anew(struct db *db, int64_t id)
{
	if (db_int(db, "SELECT is_public FROM cases WHERE id = :id", DB(V_INT("id", id))))
		public_version_raise(db);
}

static void case_is_changed(struct db *db, int64_t id)
{
	db_run(db, "UPDATE cases SET changed_at = :now WHERE id = :id", DB(V_INT("now", clock_now()), V_INT("id", id)));
	case_is_shown_anew(db, id);
}

void case_update_title(struct db *db, int64_t id, const char *title, const char *summary)
{
	db_run(db, "UPDATE cases SET title = :title, summary = :summary WHERE id = :id",
	       DB(V_TEXT("title", title ? title : ""), V_TEXT("summary", summary ? summary : ""), V_INT("id", id)));
	case_is_changed(db, id);
}

void case_update_owner(struct db *db, int64_t id, int64_t group_id, int64_t department_id)
{
	db_run(db, "UPDATE cases SET group_id = :group, department_id = :department WHERE id = :id",
	       DB(V_ID("group", group_id), V_ID("department", department_id), V_INT("id", id)));
	case_is_changed(db, id);
}

void case_update_due(struct db *db, int64_t id, const char *turn, int due_on)
{
	db_run(db,
	       "UPDATE cases SET turn = :turn,"
	       " turn_since_on = CASE WHEN turn = :turn AND turn_since_on <> '' THEN turn_since_on ELSE :today END,"
	       " due_on = :due, reminded_on = ''"
	       " WHERE id = :id",
	       DB(V_TEXT("turn", turn), V_DAY("today", day_today()), V_TEXT("due", day_iso(due_on)), V_INT("id", id)));
	case_is_changed(db, id);
}

bool case_update_state(struct db *db, const struct case_change *change)
{
	return db_run(db,
	              "UPDATE cases SET state = :state, version = version + 1,"
	              " reminded_on = CASE WHEN turn = :turn AND due_on = :due THEN reminded_on ELSE '' END,"
	              " turn = :turn, turn_since_on = :since, due_on = :due, is_public = :is_public, number = :number,"
	              " received_on = CASE WHEN :received = '' THEN received_on ELSE :received END,"
	              " changed_at = :now"
	              " WHERE id = :id AND version = :version",
	              DB(V_TEXT("state", change->state), V_TEXT("turn", change->clocks.turn),
	                 V_TEXT("since", day_iso(change->clocks.turn_since_on)), V_TEXT("due", day_iso(change->clocks.due_on)),
	                 V_INT("is_public", change->is_public), V_TEXT("number", change->number),
	                 V_TEXT("received", day_iso(change->received_on)), V_INT("now", clock_now()), V_INT("id", change->id),
	                 V_INT("version", change->version))) == 1;
}

int64_t counter_next(struct db *db, const char *name, int year)
{
	return db_int(db,
	              "INSERT INTO counters (name, year, last)"
	              " VALUES (:name, :year, 1)"
	              " ON CONFLICT (name, year) DO UPDATE SET last = last + 1"
	              " RETURNING last",
	              DB(V_TEXT("name", name), V_INT("year", year)));
}

/* The full-text table has no key but its own row number: the case's id. */
int64_t case_count_unfound(struct db *db)
{
	return db_int(db,
	              "SELECT (SELECT count(*) FROM cases c WHERE c.is_public = 1"
	              "  AND NOT EXISTS (SELECT 1 FROM case_words w WHERE w.rowid = c.id))"
	              " + (SELECT count(*) FROM case_words w WHERE NOT EXISTS (SELECT 1 FROM cases c WHERE c.id = w.rowid))",
	              DB_NONE);
}

void case_update_words(struct db *db, int64_t id, const char *names, const char *body)
{
	db_run(db, "DELETE FROM case_words WHERE rowid = :id", DB(V_INT("id", id)));
	db_run(db, "INSERT INTO case_words (rowid, title, body) VALUES (:id, :title, :body)",
	       DB(V_INT("id", id), V_TEXT("title", unicode_words(names)), V_TEXT("body", unicode_words(body))));
	case_is_shown_anew(db, id);
}
