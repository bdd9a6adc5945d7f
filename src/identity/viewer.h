/* Who is looking: the signed-in person, their posts, and what follows from them. */
#ifndef IDENTITY_VIEWER_H
#define IDENTITY_VIEWER_H

#include "adapters/db.h"
#include "adapters/template.h"

enum role {
	ROLE_PERSON = 1,        /* signed in */
	ROLE_MEMBER = 2,        /* a post in some group (member, contact, representative) */
	ROLE_DEPARTMENT = 4,    /* a post in some department (staff, head, promoter) */
	ROLE_COORDINATOR = 8,
	ROLE_REVIEWER = 16,
	ROLE_INTERMEDIARY = 32,
	ROLE_ADMIN = 64,
};

struct seat {
	const char *role;
	int64_t group_id;      /* 0 if none */
	int64_t department_id; /* 0 if none */
	bool may_submit;
};

enum { SEATS_MOST = 32 };

struct viewer {
	int64_t person_id; /* 0: nobody is signed in */
	const char *name;
	const char *email;
	const char *session; /* hash of the session's token; "" if none */
	unsigned roles;      /* enum role, or-ed */
	struct seat seats[SEATS_MOST];
	int seat_count;
	enum language language;
};

/* The viewer of a session cookie; person_id 0 if the session does not exist, has ended, or the account is closed. */
struct viewer viewer_find(struct db *db, const char *session_token);
/* The viewer of a person without a session: for tests, demo and tick. */
struct viewer viewer_of_person(struct db *db, int64_t person_id);
/* Nobody, or the portal itself (tick, import): person_id 0. */
struct viewer viewer_nobody(void);

/* Whether they hold a post in the group today; false for group 0. */
bool viewer_in_group(const struct viewer *viewer, int64_t group_id);
/* A contact, the representative, or a member whom the group lets submit. */
bool viewer_may_submit(const struct viewer *viewer, int64_t group_id);
/* The same for a department; the coordinator belongs to the section. */
bool viewer_in_department(const struct viewer *viewer, int64_t department_id);
bool viewer_has(const struct viewer *viewer, unsigned roles); /* any of them */
/* The viewer's first group or department, 0 if none. */
int64_t viewer_group(const struct viewer *viewer);
int64_t viewer_department(const struct viewer *viewer);
/* The role under which the record shows a deed: "coordinator", "department", "group", "resident", "portal" … for this case's group and department. */
const char *viewer_role_in(const struct viewer *viewer, int64_t group_id, int64_t department_id);

#endif
