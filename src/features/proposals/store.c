/* SQL of proposals: the row beside the case, the dialogue's posts. The public list: store_list.c. */
#include "features/proposals/store.h"

#include "base/clock.h"
#include "base/text.h"

struct proposal proposal_find(struct db *db, int64_t id)
{
	struct doc *row = db_row(db,
	                         "SELECT id, direction, audience, asked_group_id, asked_reason, released, sent, related, coordinating_on,"
	                         " group_agreed, city_agreed, group_view, city_view, is_extended"
	                         " FROM proposals"
	                         " WHERE id = :id",
	                         DB(V_INT("id", id)));
	return (struct proposal){
		.id = doc_int(row, "id"),
		.direction = doc_text(row, "direction"),
		.audience = doc_text(row, "audience"),
		.asked_group_id = doc_int(row, "asked_group_id"),
		.asked_reason = doc_text(row, "asked_reason"),
		.released = doc_int(row, "released"),
		.sent = doc_int(row, "sent"),
		.related = doc_text(row, "related"),
		.coordinating_on = day_parse(doc_text(row, "coordinating_on")),
		.group_agreed = doc_text(row, "group_agreed"),
		.city_agreed = doc_text(row, "city_agreed"),
		.group_view = doc_text(row, "group_view"),
		.city_view = doc_text(row, "city_view"),
		.is_extended = doc_bool(row, "is_extended"),
	};
}

void proposal_insert(struct db *db, int64_t id, const struct doc *values)
{
	const char *direction = doc_text(values, "direction");
	db_run(db,
	       "INSERT INTO proposals (id, direction, audience, asked_group_id, asked_reason)"
	       " VALUES (:id, :direction, :audience, :asked, :reason)",
	       DB(V_INT("id", id), V_TEXT("direction", *direction ? direction : "group"), V_TEXT("audience", doc_text(values, "audience")),
	          V_ID("asked", doc_int(values, "asked_group")), V_TEXT("reason", doc_text(values, "asked_reason"))));
}

void proposal_update_related(struct db *db, int64_t id, const char *related)
{
	db_run(db, "UPDATE proposals SET related = :related WHERE id = :id", DB(V_TEXT("related", related), V_INT("id", id)));
}

void proposal_update_coordinating(struct db *db, int64_t id, int day)
{
	db_run(db, "UPDATE proposals SET coordinating_on = :day WHERE id = :id", DB(V_TEXT("day", day_iso(day)), V_INT("id", id)));
}

void proposal_update_agreed(struct db *db, int64_t id, const char *side, const char *fingerprint)
{
	db_run(db,
	       "UPDATE proposals"
	       " SET group_agreed = CASE WHEN :side = 'group' THEN :mark ELSE group_agreed END,"
	       " city_agreed = CASE WHEN :side = 'city' THEN :mark ELSE city_agreed END"
	       " WHERE id = :id",
	       DB(V_TEXT("side", side), V_TEXT("mark", fingerprint), V_INT("id", id)));
}

void proposal_update_view(struct db *db, int64_t id, const char *side, const char *view)
{
	db_run(db,
	       "UPDATE proposals"
	       " SET group_view = CASE WHEN :side = 'group' THEN :view ELSE group_view END,"
	       " city_view = CASE WHEN :side = 'city' THEN :view ELSE city_view END"
	       " WHERE id = :id",
	       DB(V_TEXT("side", side), V_TEXT("view", view), V_INT("id", id)));
}

void proposal_update_extended(struct db *db, int64_t id)
{
	db_run(db, "UPDATE proposals SET is_extended = 1 WHERE id = :id", DB(V_INT("id", id)));
}

void proposal_update_sent(struct db *db, int64_t id, int64_t number)
{
	db_run(db, "UPDATE proposals SET sent = :number WHERE id = :id", DB(V_INT("number", number), V_INT("id", id)));
}

void proposal_update_released(struct db *db, int64_t id, int64_t number, const struct doc *facets)
{
	db_run(db,
	       "UPDATE proposals SET released = :number, form = :form, area = :area, words = :words"
	       " WHERE id = :id",
	       DB(V_INT("number", number), V_TEXT("form", doc_text(facets, "form")), V_TEXT("area", doc_text(facets, "area")),
	          V_TEXT("words", doc_text(facets, "words")), V_INT("id", id)));
}

void post_insert(struct db *db, int64_t proposal_id, int64_t person_id, const char *side, const struct doc *values)
{
	db_run(db,
	       "INSERT INTO proposal_posts (proposal_id, side, kind, text, person_id, created_at)"
	       " VALUES (:proposal, :side, :kind, :text, :person, :now)",
	       DB(V_INT("proposal", proposal_id), V_TEXT("side", side), V_TEXT("kind", doc_text(values, "kind")),
	          V_TEXT("text", doc_text(values, "text")), V_ID("person", person_id), V_INT("now", clock_now())));
}

struct doc *post_list(struct db *db, int64_t proposal_id)
{
	return db_rows(db,
	               "SELECT id, side, kind, text, created_at"
	               " FROM proposal_posts"
	               " WHERE proposal_id = :proposal"
	               " ORDER BY id"
	               " LIMIT 1000",
	               DB(V_INT("proposal", proposal_id)));
}

int64_t taken_up_count(struct db *db, int64_t invitation_id, int64_t group_id)
{
	return db_int(db,
	              "SELECT count(*)"
	              " FROM cases"
	              " WHERE parent_id = :parent AND kind = 'proposals' AND group_id = :group AND state NOT IN ('withdrawn', 'declined')",
	              DB(V_INT("parent", invitation_id), V_INT("group", group_id)));
}
