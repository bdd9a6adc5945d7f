/* SQL of a group's own row: its facts, their visibility, what was checked. */
#include "features/groups/store.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "features/groups/rules.h"
#include "workflow/case_file.h"
#include "workflow/public_version.h"

enum { SUMMARY_LENGTH = 120 };

void group_insert(struct db *db, const struct group_begin *begin)
{
	db_run(db,
	       "INSERT INTO groups (id, name, kind, listed_id, paper_on)"
	       " VALUES (:id, :name, :kind, :listed, :paper_on)",
	       DB(V_INT("id", begin->id), V_TEXT("name", begin->name), V_TEXT("kind", begin->kind),
	          V_ID("listed", begin->listed_id), V_TEXT("paper_on", day_iso(begin->paper_on))));
}

struct doc *group_row(struct db *db, int64_t id)
{
	return db_row(db,
	              "SELECT g.*, c.state, c.is_public, c.is_paper, c.number"
	              " FROM groups g"
	              " JOIN cases c ON c.id = g.id"
	              " WHERE g.id = :id",
	              DB(V_INT("id", id)));
}

static struct doc *column_values(const struct doc *rows, const char *column)
{
	struct doc *values = doc_array();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_push_text(values, doc_text(row, column));
	return values;
}

static struct doc *fields_of(struct db *db, int64_t id)
{
	struct doc *rows = db_rows(db, "SELECT field FROM group_fields WHERE group_id = :id ORDER BY field", DB(V_INT("id", id)));
	return column_values(rows, "field");
}

static struct doc *areas_of(struct db *db, int64_t id)
{
	struct doc *rows = db_rows(db, "SELECT area FROM group_areas WHERE group_id = :id ORDER BY area", DB(V_INT("id", id)));
	return column_values(rows, "area");
}

struct doc *group_visibilities(struct db *db, int64_t id)
{
	struct doc *shown = doc_object();
	struct doc *rows = db_rows(db, "SELECT fact, visibility FROM group_facts WHERE group_id = :id", DB(V_INT("id", id)));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_set_text(shown, doc_text(row, "fact"), doc_text(row, "visibility"));
	return shown;
}

struct doc *group_facts(struct db *db, int64_t id)
{
	struct doc *facts = db_row(db,
	                           "SELECT name, kana, kind, legal_number, aims, activities, founded_on, member_count, fee,"
	                           " public_contact, web_url, sns_url, offers, seeks"
	                           " FROM groups WHERE id = :id",
	                           DB(V_INT("id", id)));
	if (!facts)
		return doc_object();
	if (doc_int(facts, "member_count") == 0)
		doc_remove(facts, "member_count");
	doc_set(facts, "fields", fields_of(db, id));
	doc_set(facts, "areas", areas_of(db, id));
	struct doc *shown = group_visibilities(db, id);
	for (struct doc *fact = doc_first(shown); fact; fact = doc_next(fact))
		doc_set_text(facts, arena_text("show_%s", doc_key(fact)), doc_value(fact));
	return facts;
}

static void fields_replace(struct db *db, int64_t id, const struct doc *fields)
{
	db_run(db, "DELETE FROM group_fields WHERE group_id = :id", DB(V_INT("id", id)));
	for (struct doc *field = doc_first(fields); field; field = doc_next(field))
		db_run(db, "INSERT INTO group_fields (group_id, field) VALUES (:id, :field) ON CONFLICT DO NOTHING",
		       DB(V_INT("id", id), V_INT("field", text_number(doc_value(field)))));
}

static void areas_replace(struct db *db, int64_t id, const struct doc *areas)
{
	db_run(db, "DELETE FROM group_areas WHERE group_id = :id", DB(V_INT("id", id)));
	for (struct doc *area = doc_first(areas); area; area = doc_next(area))
		db_run(db, "INSERT INTO group_areas (group_id, area) VALUES (:id, :area) ON CONFLICT DO NOTHING",
		       DB(V_INT("id", id), V_TEXT("area", doc_value(area))));
}

static void visibilities_replace(struct db *db, int64_t id, const struct doc *content)
{
	const char *fact;
	for (int i = 0; (fact = text_piece(GROUP_FACTS, ' ', i)); i++) {
		const char *chosen = doc_text(content, arena_text("show_%s", fact));
		db_run(db,
		       "INSERT INTO group_facts (group_id, fact, visibility) VALUES (:id, :fact, :visibility)"
		       " ON CONFLICT (group_id, fact) DO UPDATE SET visibility = excluded.visibility",
		       DB(V_INT("id", id), V_TEXT("fact", fact),
		          V_TEXT("visibility", *chosen ? chosen : fact_visibility_first(fact))));
	}
}

/* What search finds: names, and the facts that everybody may read. */
static void words_follow(struct db *db, int64_t id, const struct doc *content)
{
	static const char *const shown[][2] = {
		{"activities", "activities"}, {"offers", "offers"}, {"seeks", "seeks"}, {"public_contact", "public_contact"}};
	struct buffer body = {0};
	buffer_addf(&body, "%s\n%s\n", doc_text(content, "aims"), doc_text(content, "office"));
	struct doc *visibilities = group_visibilities(db, id);
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		if (fact_is_shown(doc_text(visibilities, shown[i][1]), AUDIENCE_PUBLIC))
			buffer_addf(&body, "%s\n", doc_text(content, shown[i][0]));
	for (struct doc *area = doc_first(doc_get(content, "areas")); area; area = doc_next(area))
		buffer_addf(&body, "%s\n", doc_value(area));
	for (struct doc *field = doc_first(doc_get(content, "fields")); field; field = doc_next(field)) {
		const char *key = arena_text("field_%s", doc_value(field));
		if (text_known(key))
			buffer_addf(&body, "%s\n", text_of(LANGUAGE_JA, key));
	}
	const char *names =
		arena_text("%s\n%s\n%s", doc_text(content, "name"), doc_text(content, "kana"), doc_text(content, "legal_number"));
	case_update_words(db, id, names, buffer_text(&body));
}

void group_update_facts(struct db *db, int64_t id, const struct doc *content)
{
	db_run(db,
	       "UPDATE groups SET name = :name, kana = :kana, kind = :kind,"
	       " legal_number = coalesce(:legal_number, ''), aims = coalesce(:aims, ''), activities = coalesce(:activities, ''),"
	       " founded_on = coalesce(:founded_on, ''), member_count = coalesce(:member_count, 0), fee = coalesce(:fee, ''),"
	       " public_contact = coalesce(:public_contact, ''), web_url = coalesce(:web_url, ''), sns_url = coalesce(:sns_url, ''),"
	       " offers = coalesce(:offers, ''), seeks = coalesce(:seeks, ''), updated_on = :today"
	       " WHERE id = :id",
	       DB(V_INT("id", id), V_DAY("today", day_today()), V_INT("member_count", doc_int(content, "member_count")),
	          V_DOC(content)));
	fields_replace(db, id, doc_get(content, "fields"));
	areas_replace(db, id, doc_get(content, "areas"));
	visibilities_replace(db, id, content);
	case_update_title(db, id, doc_text(content, "name"), text_cut(doc_text(content, "aims"), SUMMARY_LENGTH));
	words_follow(db, id, content);
	public_version_raise(db);
}

void group_update_name(struct db *db, int64_t id, const struct doc *content)
{
	db_run(db, "UPDATE groups SET name = :name, kana = :kana, kind = :kind, legal_number = :legal_number WHERE id = :id",
	       DB(V_INT("id", id), V_TEXT("name", doc_text(content, "name")), V_TEXT("kana", doc_text(content, "kana")),
	          V_TEXT("kind", doc_text(content, "kind")), V_TEXT("legal_number", doc_text(content, "legal_number"))));
	case_update_title(db, id, doc_text(content, "name"), text_cut(doc_text(content, "aims"), SUMMARY_LENGTH));
}

void group_update_registered(struct db *db, int64_t id, int registered_on)
{
	db_run(db, "UPDATE groups SET registered_on = :on WHERE id = :id",
	       DB(V_INT("id", id), V_TEXT("on", day_iso(registered_on))));
}

void group_update_consent(struct db *db, int64_t id, int consented_on, const char *way)
{
	db_run(db, "UPDATE groups SET consented_on = :on, consent_way = :way WHERE id = :id",
	       DB(V_INT("id", id), V_TEXT("on", day_iso(consented_on)), V_TEXT("way", way)));
}

void group_update_change(struct db *db, int64_t id, const char *change_state)
{
	db_run(db, "UPDATE groups SET change_state = :state WHERE id = :id", DB(V_INT("id", id), V_TEXT("state", change_state)));
}

void group_update_hearing(struct db *db, int64_t id, int until_on, bool is_heard)
{
	db_run(db, "UPDATE groups SET hearing_until_on = :until, is_heard = :is_heard WHERE id = :id",
	       DB(V_INT("id", id), V_TEXT("until", day_iso(until_on)), V_INT("is_heard", is_heard)));
}

void group_update_successor(struct db *db, int64_t id, int64_t successor_id)
{
	db_run(db, "UPDATE groups SET successor_id = :successor WHERE id = :id",
	       DB(V_INT("id", id), V_ID("successor", successor_id)));
}

void group_update_checks(struct db *db, int64_t id, const struct doc *checked, const char *role, int checked_on)
{
	db_run(db, "DELETE FROM group_checks WHERE group_id = :id", DB(V_INT("id", id)));
	for (struct doc *one = doc_first(checked); one; one = doc_next(one))
		db_run(db, "INSERT INTO group_checks (group_id, checked, role, checked_on) VALUES (:id, :checked, :role, :on)",
		       DB(V_INT("id", id), V_TEXT("checked", doc_value(one)), V_TEXT("role", role),
		          V_TEXT("on", day_iso(checked_on))));
}

struct doc *group_checks(struct db *db, int64_t id)
{
	struct doc *rows = db_rows(db, "SELECT checked, role, checked_on FROM group_checks WHERE group_id = :id ORDER BY checked",
	                           DB(V_INT("id", id)));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		doc_set_text(row, "checked_key", arena_text("group_checked_%s", doc_text(row, "checked")));
		doc_set_text(row, "role_key", arena_text("role_%s", doc_text(row, "role")));
	}
	return rows;
}

int64_t group_find_legal_number(struct db *db, const char *legal_number, int64_t but_id)
{
	if (text_empty(legal_number))
		return 0;
	return db_int(db,
	              "SELECT g.id FROM groups g"
	              " JOIN cases c ON c.id = g.id"
	              " WHERE g.legal_number = :number AND g.id <> :but AND c.is_public = 1"
	              " AND c.state IN ('registered', 'listed', 'paused', 'lapsed')"
	              " ORDER BY c.state = 'listed', g.id LIMIT 1",
	              DB(V_TEXT("number", legal_number), V_INT("but", but_id)));
}

void group_insert_listed(struct db *db, int64_t id, const struct doc *facts)
{
	db_run(db, "INSERT INTO groups (id, name, kind) VALUES (:id, :name, 'npo') ON CONFLICT (id) DO NOTHING",
	       DB(V_INT("id", id), V_TEXT("name", doc_text(facts, "name"))));
	db_run(db, "UPDATE groups SET office = :office WHERE id = :id",
	       DB(V_INT("id", id), V_TEXT("office", doc_text(facts, "office"))));
	group_update_facts(db, id, facts);
}

struct doc *group_row_listed(struct db *db, const char *legal_number)
{
	return db_row(db,
	              "SELECT g.id, c.state FROM groups g"
	              " JOIN cases c ON c.id = g.id"
	              " WHERE g.legal_number = :number AND c.is_public = 1"
	              " ORDER BY c.state <> 'registered', c.state <> 'listed', g.id DESC LIMIT 1",
	              DB(V_TEXT("number", legal_number)));
}

const char *group_name(struct db *db, int64_t group_id)
{
	const char *name =
		group_id ? db_text(db, "SELECT title FROM cases WHERE id = :id AND kind = 'groups'", DB(V_INT("id", group_id)))
			 : NULL;
	return name ? name : "";
}

const char *group_kind(struct db *db, int64_t group_id)
{
	const char *kind = group_id ? db_text(db, "SELECT kind FROM groups WHERE id = :id", DB(V_INT("id", group_id))) : NULL;
	return kind ? kind : "";
}

bool group_is_registered(struct db *db, int64_t group_id)
{
	return group_id &&
	       db_int(db,
	              "SELECT count(*) FROM cases WHERE id = :id AND kind = 'groups' AND is_public = 1 AND state = 'registered'",
	              DB(V_INT("id", group_id))) > 0;
}

bool viewer_is_registered(struct db *db, const struct viewer *viewer)
{
	for (int i = 0; i < viewer->seat_count; i++)
		if (group_is_registered(db, viewer->seats[i].group_id))
			return true;
	return false;
}

int64_t group_of_submitter(struct db *db, const struct viewer *viewer)
{
	for (int i = 0; i < viewer->seat_count; i++) {
		int64_t id = viewer->seats[i].group_id;
		if (viewer_may_submit(viewer, id) && group_is_registered(db, id))
			return id;
	}
	return 0;
}
