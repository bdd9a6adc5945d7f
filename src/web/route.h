/* Routes as data: method, pattern, who may enter, proof of will, twins, function. Each feature has a table; src/routes.c lists them. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "web/visit.h"

/* Who may enter. The guard enforces it before the handler runs: somebody signed out is led to /login (and back); a case the viewer
 * may not see is answered 404, a seen one they may not act on 403. */
enum access {
	ACCESS_ALL,         /* everybody */
	ACCESS_CASE,        /* everybody who may see the {id}'s case (public, or a party) */
	ACCESS_PERSON,      /* signed in */
	ACCESS_MEMBER,      /* a post in a group */
	ACCESS_STAFF,       /* a city post (department, coordinator) */
	ACCESS_COORDINATOR,
	ACCESS_ADMIN,
	ACCESS_PARTY,       /* signed in and of a party of the {id}'s case: its group, department, author, or the coordinator */
	ACCESS_SIDE,        /* of its group or department only (not the coordinator): sealed sheets */
	ACCESS_WRITER,      /* of the side that may write the case now; the handler's dossier or move decides, 403 */
	ACCESS_LOOPBACK,    /* from this machine */
};

enum proof { PROOF_NONE /* GET */, PROOF_SESSION /* csrf of the session or of the form cookie */, PROOF_MAIL /* the address's own token */ };

enum route_twin { HAS_JSON = 1, HAS_CSV = 2, HAS_ICS = 4, HAS_ATOM = 8, HAS_JSONL = 16 };

struct route {
	const char *method;  /* "GET" or "POST" */
	const char *pattern; /* "/groups/{id}" */
	enum access access;
	void (*handle)(struct visit *visit);
	const char *kind;    /* the case kind that the first {id} must be; NULL: {id} is no case; "*" any kind */
	unsigned twins;
	enum proof proof;    /* PROOF_NONE on a POST means PROOF_SESSION */
	const void *data;    /* for generic handlers: a dossier, a static page's name … */
	/* Slow work of a POST that needs no lock (one argon2id hash): runs with the reader before the transaction, leaves its
	 * result in visit->prepared. May be NULL. */
	void (*prepare)(struct visit *visit);
};

/* A feature's registration in src/routes.c. */
struct feature {
	const char *name;
	const struct route *routes;
	int route_count;
	void (*start)(void); /* registers machines, dossiers, panels; may be NULL */
};

/* The list in src/routes.c, ended by NULL. */
extern const struct feature *const features[];
void features_start(void); /* once a process */

/* Finds the row for a method and path; fills words. *status: 404 or 405 (with *allow) when there is none. */
const struct route *route_find(const char *method, const char *path, const char *words[PARAMETERS_MOST], int *status,
                               const char **allow);
const char *access_name(enum access access);

#endif
