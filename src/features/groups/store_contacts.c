/* SQL of a group's people: representative and contacts follow what was typed, as persons and posts. */
#include "features/groups/store.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/accounts/accounts.h"
#include "features/groups/groups.h"
#include "identity/person.h"

static const char *const places[] = {"representative", "contact1", "contact2"};
enum { PLACES = sizeof places / sizeof *places };

static const char *const parts[] = {"name", "kana", "email", "phone", "address"};
enum { PARTS = sizeof parts / sizeof *parts };

struct doc *group_contacts(struct db *db, int64_t id)
{
	struct doc *rows = db_rows(db,
	                           "SELECT place, person_id, name, kana, email, phone, address FROM group_contacts"
	                           " WHERE group_id = :id ORDER BY place DESC",
	                           DB(V_INT("id", id)));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_set_text(row, "place_key", arena_text("group_place_%s", doc_text(row, "place")));
	return rows;
}

static struct doc *contact_row(struct db *db, int64_t id, const char *place)
{
	return db_row(db, "SELECT * FROM group_contacts WHERE group_id = :id AND place = :place",
	              DB(V_INT("id", id), V_TEXT("place", place)));
}

struct doc *group_contacts_typed(struct db *db, int64_t id)
{
	struct doc *typed = doc_object();
	struct doc *rows = group_contacts(db, id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		for (size_t i = 0; i < PARTS; i++)
			doc_set_text(typed, arena_text("%s_%s", doc_text(row, "place"), parts[i]), doc_text(row, parts[i]));
	return typed;
}

int64_t group_representative(struct db *db, int64_t id)
{
	return doc_int(contact_row(db, id, "representative"), "person_id");
}

struct doc *group_seats(struct db *db, int64_t id)
{
	struct doc *held = doc_array();
	struct doc *rows = seat_list_group(db, id);
	int today = day_today();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		int until = day_parse(doc_text(row, "until_on"));
		if ((until == DAY_NONE || until >= today) && day_parse(doc_text(row, "from_on")) <= today)
			doc_push(held, doc_copy(row));
	}
	return held;
}

static const char *role_of(const char *place)
{
	return text_equal(place, "representative") ? "representative" : "contact";
}

/* The post's id, 0 if the person does not hold it. */
static int64_t seat_of(struct db *db, int64_t id, int64_t person_id, const char *role)
{
	struct doc *seats = group_seats(db, id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat))
		if (doc_int(seat, "person_id") == person_id && text_equal(doc_text(seat, "role"), role))
			return doc_int(seat, "id");
	return 0;
}

static void contact_write(struct db *db, int64_t id, const char *place, int64_t person_id, const struct doc *typed)
{
	db_run(db,
	       "INSERT INTO group_contacts (group_id, place, person_id, name, kana, email, phone, address)"
	       " VALUES (:id, :place, :person, :name, :kana, :email, :phone, :address)"
	       " ON CONFLICT (group_id, place) DO UPDATE SET person_id = excluded.person_id, name = excluded.name,"
	       " kana = excluded.kana, email = excluded.email, phone = excluded.phone, address = excluded.address",
	       DB(V_INT("id", id), V_TEXT("place", place), V_INT("person", person_id), V_DOC(typed)));
}

/* Somebody without an address stays the person they were as long as the name is the same; then phone and address follow. */
static int64_t letter_person(struct db *db, const struct doc *before, const struct doc *typed)
{
	bool is_same =
		before && text_empty(doc_text(before, "email")) && text_equal(doc_text(before, "name"), doc_text(typed, "name"));
	int64_t person_id = is_same ? doc_int(before, "person_id") : person_insert(db, "", doc_text(typed, "name"));
	struct doc *person = person_row(db, person_id);
	doc_set_text(person, "kana", doc_text(typed, "kana"));
	doc_set_text(person, "phone", doc_text(typed, "phone"));
	person_update(db, person_id, doc_set_text(person, "address", doc_text(typed, "address")));
	return person_id;
}

/* The person with that address; a new one is invited to choose a password. */
static int64_t mail_person(struct db *db, int64_t id, const char *place, const struct doc *typed)
{
	const char *email = doc_text(typed, "email");
	int64_t person_id = person_find(db, email);
	if (person_id)
		return person_id;
	person_id = person_insert(db, email, doc_text(typed, "name"));
	invitation_insert(
		db, &(struct invitation){.email = email, .role = role_of(place), .group_id = id, .group_name = group_name(db, id)});
	return person_id;
}

static struct doc *typed_of(const struct doc *content, const char *place)
{
	struct doc *typed = doc_object();
	for (size_t i = 0; i < PARTS; i++)
		doc_set_text(typed, parts[i], doc_text(content, arena_text("%s_%s", place, parts[i])));
	return typed;
}

/* True when somebody else holds the place now. */
static bool contact_follow(struct db *db, int64_t id, const char *place, const struct doc *content)
{
	struct doc *typed = typed_of(content, place);
	struct doc *before = contact_row(db, id, place);
	if (text_empty(doc_text(typed, "name")))
		return false;
	int64_t person_id =
		text_empty(doc_text(typed, "email")) ? letter_person(db, before, typed) : mail_person(db, id, place, typed);
	if (!seat_of(db, id, person_id, role_of(place)))
		seat_insert(db, person_id, role_of(place), id, 0);
	contact_write(db, id, place, person_id, typed);
	return doc_int(before, "person_id") != person_id;
}

static bool is_named(struct db *db, int64_t id, int64_t person_id, const char *role)
{
	bool is_representative = text_equal(role, "representative");
	return db_int(db,
	              "SELECT count(*) FROM group_contacts"
	              " WHERE group_id = :id AND person_id = :person AND (place = 'representative') = :is_representative",
	              DB(V_INT("id", id), V_INT("person", person_id), V_INT("is_representative", is_representative))) > 0;
}

/* Whoever is named no longer becomes a member who may submit, if they have an account. */
static void seats_follow(struct db *db, int64_t id)
{
	struct doc *seats = group_seats(db, id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat)) {
		int64_t person_id = doc_int(seat, "person_id");
		const char *role = doc_text(seat, "role");
		if (text_equal(role, "member") || is_named(db, id, person_id, role))
			continue;
		seat_update_until(db, doc_int(seat, "id"), day_today() - 1);
		if (text_equal(role, "contact") && !text_empty(doc_text(seat, "email")) && !seat_of(db, id, person_id, "member"))
			seat_update_may_submit(db, seat_insert(db, person_id, "member", id, 0), true);
	}
}

bool group_contacts_follow(struct db *db, int64_t id, const struct doc *content)
{
	bool is_other = false;
	for (size_t i = 0; i < PLACES; i++) {
		bool changed = contact_follow(db, id, places[i], content);
		is_other = is_other || (changed && i == 0);
	}
	seats_follow(db, id);
	return is_other;
}
