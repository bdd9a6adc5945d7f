/* Who is looking, and what follows from their posts. No SQL here. */
#include "identity/viewer.h"

#include "identity/person.h"
#include "identity/session_life.h"
#include "identity/store.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

#include <stddef.h>

static const struct {
	const char *role;
	unsigned bit;
} role_bits[] = {
	{"member", ROLE_MEMBER},         {"contact", ROLE_MEMBER},   {"representative", ROLE_MEMBER},
	{"staff", ROLE_DEPARTMENT},      {"head", ROLE_DEPARTMENT},  {"promoter", ROLE_DEPARTMENT},
	{"coordinator", ROLE_COORDINATOR}, {"reviewer", ROLE_REVIEWER}, {"intermediary", ROLE_INTERMEDIARY},
	{"admin", ROLE_ADMIN},
};

static unsigned role_bit(const char *role)
{
	for (size_t i = 0; i < sizeof role_bits / sizeof *role_bits; i++)
		if (text_equal(role_bits[i].role, role))
			return role_bits[i].bit;
	return 0;
}

static enum language language_of(const char *name)
{
	if (text_equal(name, "en"))
		return LANGUAGE_EN;
	return text_equal(name, "easy") ? LANGUAGE_EASY : LANGUAGE_JA;
}

static void seats_add(struct db *db, struct viewer *viewer)
{
	struct doc *rows = seat_list_now(db, viewer->person_id, day_today(), SEATS_MOST);
	for (struct doc *row = doc_first(rows); row && viewer->seat_count < SEATS_MOST; row = doc_next(row)) {
		viewer->seats[viewer->seat_count++] = (struct seat){
			.role = doc_text(row, "role"),
			.group_id = doc_int(row, "group_id"),
			.department_id = doc_int(row, "department_id"),
			.may_submit = doc_bool(row, "may_submit"),
		};
		viewer->roles |= role_bit(doc_text(row, "role"));
	}
}

/* The viewer of a row with person_id, name, email, language and disabled_at; nobody if the account is closed. */
static struct viewer viewer_of_row(struct db *db, const struct doc *row, int64_t person_id)
{
	if (!row || doc_bool(row, "disabled_at"))
		return viewer_nobody();
	struct viewer viewer = {
		.person_id = person_id,
		.name = doc_text(row, "name"),
		.email = doc_text(row, "email"),
		.session = "",
		.roles = ROLE_PERSON,
		.language = language_of(doc_text(row, "language")),
	};
	seats_add(db, &viewer);
	return viewer;
}

struct viewer viewer_find(struct db *db, const char *session_token)
{
	if (text_empty(session_token))
		return viewer_nobody();
	const char *hash = session_hash_of(session_token);
	struct doc *row = session_row(db, hash);
	if (!session_is_live(row))
		return viewer_nobody();
	struct viewer viewer = viewer_of_row(db, row, doc_int(row, "person_id"));
	if (viewer.person_id)
		viewer.session = hash;
	return viewer;
}

struct viewer viewer_of_person(struct db *db, int64_t person_id)
{
	return viewer_of_row(db, person_row(db, person_id), person_id);
}

struct viewer viewer_nobody(void)
{
	return (struct viewer){.name = "", .email = "", .session = "", .language = LANGUAGE_JA};
}

bool viewer_in_group(const struct viewer *viewer, int64_t group_id)
{
	for (int i = 0; group_id && i < viewer->seat_count; i++)
		if (viewer->seats[i].group_id == group_id)
			return true;
	return false;
}

bool viewer_may_submit(const struct viewer *viewer, int64_t group_id)
{
	for (int i = 0; group_id && i < viewer->seat_count; i++) {
		const struct seat *seat = &viewer->seats[i];
		if (seat->group_id == group_id && (seat->may_submit || !text_equal(seat->role, "member")))
			return true;
	}
	return false;
}

bool viewer_in_department(const struct viewer *viewer, int64_t department_id)
{
	for (int i = 0; department_id && i < viewer->seat_count; i++)
		if (viewer->seats[i].department_id == department_id)
			return true;
	return false;
}

bool viewer_has(const struct viewer *viewer, unsigned roles)
{
	return (viewer->roles & roles) != 0;
}

int64_t viewer_group(const struct viewer *viewer)
{
	for (int i = 0; i < viewer->seat_count; i++)
		if (viewer->seats[i].group_id)
			return viewer->seats[i].group_id;
	return 0;
}

int64_t viewer_department(const struct viewer *viewer)
{
	for (int i = 0; i < viewer->seat_count; i++)
		if (viewer->seats[i].department_id)
			return viewer->seats[i].department_id;
	return 0;
}

/* Whether they work in the department otherwise than as the coordinator. */
static bool is_of_department(const struct viewer *viewer, int64_t department_id)
{
	for (int i = 0; department_id && i < viewer->seat_count; i++)
		if (viewer->seats[i].department_id == department_id && role_bit(viewer->seats[i].role) == ROLE_DEPARTMENT)
			return true;
	return false;
}

const char *viewer_role_in(const struct viewer *viewer, int64_t group_id, int64_t department_id)
{
	if (!viewer->person_id)
		return "portal";
	if (viewer_in_group(viewer, group_id))
		return "group";
	if (is_of_department(viewer, department_id))
		return "department";
	static const struct {
		unsigned bit;
		const char *name;
	} others[] = {
		{ROLE_COORDINATOR, "coordinator"}, {ROLE_INTERMEDIARY, "intermediary"}, {ROLE_REVIEWER, "reviewer"},
		{ROLE_DEPARTMENT, "department"},   {ROLE_ADMIN, "admin"},
	};
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (viewer->roles & others[i].bit)
			return others[i].name;
	return "resident";
}
