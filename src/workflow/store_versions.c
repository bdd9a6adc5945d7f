/* SQL of versions: the newest, the kept, the draft that is saved over. */
#include "workflow/inside.h"
#include "workflow/version.h"

#include "base/clock.h"

#define VERSION_ROWS                                                                                                       \
	"SELECT v.id, v.number, v.content, v.fingerprint, v.is_draft, v.saves, v.saved_at, v.side, coalesce(p.name, '') AS saver" \
	" FROM case_versions v"                                                                                            \
	" LEFT JOIN people p ON p.id = v.saved_by"                                                                         \
	" WHERE v.case_id = :case AND v.part = :part"

static struct doc *version_opened(struct doc *row)
{
	struct doc *content = row ? doc_parse(doc_text(row, "content")) : NULL;
	if (row)
		doc_set(row, "content", content ? content : doc_object());
	return row;
}

struct doc *version_find(struct db *db, int64_t case_id, const char *part)
{
	return version_opened(db_row(db, VERSION_ROWS " ORDER BY v.number DESC LIMIT 1", DB(V_INT("case", case_id), V_TEXT("part", part))));
}

struct doc *version_find_kept(struct db *db, int64_t case_id, const char *part)
{
	return version_opened(db_row(db, VERSION_ROWS " AND v.is_draft = 0 ORDER BY v.number DESC LIMIT 1",
	                             DB(V_INT("case", case_id), V_TEXT("part", part))));
}

struct doc *version_find_number(struct db *db, int64_t case_id, const char *part, int64_t number)
{
	return version_opened(db_row(db, VERSION_ROWS " AND v.number = :number",
	                             DB(V_INT("case", case_id), V_TEXT("part", part), V_INT("number", number))));
}

struct doc *version_list(struct db *db, int64_t case_id, const char *part)
{
	return db_rows(db,
	               "SELECT v.id, v.number, v.fingerprint, v.is_draft, v.saves, v.saved_at, v.side, coalesce(p.name, '') AS saver"
	               " FROM case_versions v"
	               " LEFT JOIN people p ON p.id = v.saved_by"
	               " WHERE v.case_id = :case AND v.part = :part AND v.is_draft = 0"
	               " ORDER BY v.number DESC"
	               " LIMIT 200",
	               DB(V_INT("case", case_id), V_TEXT("part", part)));
}

struct doc *version_newest(struct db *db, int64_t case_id, const char *part)
{
	return db_row(db,
	              "SELECT id, number, is_draft, saves"
	              " FROM case_versions"
	              " WHERE case_id = :case AND part = :part"
	              " ORDER BY number DESC"
	              " LIMIT 1",
	              DB(V_INT("case", case_id), V_TEXT("part", part)));
}

/* `saves` goes on counting, so that a writer of the version before never passes for one of this. */
void version_row_insert(struct db *db, int64_t case_id, const char *part, const struct doc *newest, const struct version_text *text)
{
	db_run(db,
	       "INSERT INTO case_versions (case_id, part, number, content, fingerprint, is_draft, saved_by, side, saved_at, saves)"
	       " VALUES (:case, :part, :number, :content, :fingerprint, 1, :person, :side, :now, :saves)",
	       DB(V_INT("case", case_id), V_TEXT("part", part), V_INT("number", doc_int(newest, "number") + 1),
	          V_TEXT("content", text->content), V_TEXT("fingerprint", text->fingerprint), V_ID("person", text->person_id),
	          V_TEXT("side", text->side), V_INT("now", clock_now()), V_INT("saves", doc_int(newest, "saves") + 1)));
}

bool version_row_update(struct db *db, int64_t id, int64_t saves, const struct version_text *text)
{
	return db_run(db,
	              "UPDATE case_versions SET content = :content, fingerprint = :fingerprint, saved_by = :person, side = :side,"
	              " saved_at = :now, saves = saves + 1"
	              " WHERE id = :id AND is_draft = 1 AND saves = :saves",
	              DB(V_TEXT("content", text->content), V_TEXT("fingerprint", text->fingerprint), V_ID("person", text->person_id),
	                 V_TEXT("side", text->side), V_INT("now", clock_now()), V_INT("id", id), V_INT("saves", saves))) == 1;
}

void version_row_keep(struct db *db, int64_t id)
{
	db_run(db, "UPDATE case_versions SET is_draft = 0 WHERE id = :id", DB(V_INT("id", id)));
}

void version_drop(struct db *db, int64_t case_id, const char *part)
{
	db_run(db, "DELETE FROM case_versions WHERE case_id = :case AND part = :part AND is_draft = 1",
	       DB(V_INT("case", case_id), V_TEXT("part", part)));
}
