/* SQL of 案: moves that bind the city, prepared and not yet carried out. */
#include "workflow/inside.h"

#include "base/clock.h"

#define DRAFT_ROWS                                                                                                         \
	"SELECT d.id, d.case_id, d.move, d.case_version, d.content, d.reason, d.drafted_at, coalesce(p.name, '') AS drafter," \
	" d.state, d.decided_on, d.document_number, c.kind, c.title, c.number, coalesce(c.parent_id, 0) AS parent_id,"     \
	" CASE WHEN d.state = 'open' AND d.case_version <> c.version THEN 1 ELSE 0 END AS is_stale"                        \
	" FROM drafts d"                                                                                                   \
	" JOIN cases c ON c.id = d.case_id"                                                                                \
	" LEFT JOIN people p ON p.id = d.drafted_by"

static struct doc *draft_opened(struct doc *row)
{
	struct doc *values = row ? doc_parse(doc_text(row, "content")) : NULL;
	if (!row)
		return NULL;
	doc_set(row, "values", values ? values : doc_object());
	doc_remove(row, "content");
	doc_set_text(row, "path", machine_path(doc_text(row, "kind"), doc_int(row, "case_id"), doc_int(row, "parent_id")));
	return row;
}

static struct doc *drafts_opened(struct doc *rows)
{
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		draft_opened(row);
	return rows;
}

struct doc *draft_row(struct db *db, int64_t draft_id)
{
	return draft_opened(db_row(db, DRAFT_ROWS " WHERE d.id = :id", DB(V_INT("id", draft_id))));
}

struct doc *draft_list_open(struct db *db)
{
	return drafts_opened(db_rows(db, DRAFT_ROWS " WHERE d.state = 'open' ORDER BY d.drafted_at LIMIT 500", DB_NONE));
}

struct doc *draft_list_case(struct db *db, int64_t case_id)
{
	return drafts_opened(db_rows(db, DRAFT_ROWS " WHERE d.case_id = :case ORDER BY d.id DESC LIMIT 100", DB(V_INT("case", case_id))));
}

int64_t draft_insert(struct db *db, const struct moving *moving)
{
	return db_int(db,
	              "INSERT INTO drafts (case_id, move, case_version, content, reason, drafted_by, drafted_at)"
	              " VALUES (:case, :move, :version, :content, :reason, :person, :now)"
	              " RETURNING id",
	              DB(V_INT("case", moving->subject.id), V_TEXT("move", moving->move->name), V_INT("version", moving->subject.version),
	                 V_TEXT("content", doc_canonical(moving->values)), V_TEXT("reason", moving->reason),
	                 V_ID("person", moving->viewer->person_id), V_INT("now", clock_now())));
}

bool draft_is_open(struct db *db, const struct case_file *subject, const char *move)
{
	return db_int(db,
	              "SELECT 1"
	              " FROM drafts"
	              " WHERE case_id = :case AND state = 'open' AND move = :move AND case_version = :version"
	              " LIMIT 1",
	              DB(V_INT("case", subject->id), V_TEXT("move", move), V_INT("version", subject->version))) == 1;
}

void draft_drop(struct db *db, int64_t draft_id)
{
	db_run(db, "UPDATE drafts SET state = 'dropped', closed_at = :now WHERE id = :id AND state = 'open'",
	       DB(V_INT("now", clock_now()), V_INT("id", draft_id)));
}

void draft_drop_move(struct db *db, int64_t case_id, const char *move)
{
	db_run(db, "UPDATE drafts SET state = 'dropped', closed_at = :now WHERE case_id = :case AND state = 'open' AND move = :move",
	       DB(V_INT("now", clock_now()), V_INT("case", case_id), V_TEXT("move", move)));
}

void draft_update_done(struct db *db, int64_t id, int decided_on, const char *document_number)
{
	db_run(db,
	       "UPDATE drafts SET state = 'done', decided_on = :decided, document_number = :document, closed_at = :now"
	       " WHERE id = :id",
	       DB(V_DAY("decided", decided_on), V_TEXT("document", document_number), V_INT("now", clock_now()), V_INT("id", id)));
}
