/* The guideline's clauses as data: where each stands, which pages carry it out, which figures show it. Words are texts by id:
 * guideline_4_4_3 (title), …_says, …_does (what the portal does), …_planned (what is still being prepared; missing when nothing is). */
#ifndef FEATURES_GUIDELINE_CLAUSES_H
#define FEATURES_GUIDELINE_CLAUSES_H

#include <stdbool.h>

struct clause {
	const char *id;      /* its anchor: "4-4-3" is chapter 4, (4), ③ */
	const char *parent;  /* "4-4"; "" for a chapter */
	const char *paths;   /* the pages that carry it out, separated by spaces; one that the portal has not yet is not shown */
	const char *figures; /* names of figures.h, separated by spaces; NULL none */
};

/* Every clause of chapters 1 to 4, in the guideline's order; ended by a row whose id is NULL. */
extern const struct clause clauses[];

/* How far a clause is: planned (no page yet), partly (a page, and something still being prepared), done. */
enum clause_state { CLAUSE_PLANNED, CLAUSE_PARTLY, CLAUSE_DONE };
enum clause_state clause_state(const struct clause *clause);

/* Whether no other clause stands below this one: only these are counted. */
bool clause_is_leaf(const struct clause *clause);
/* How people write it: "4(4)③" for "4-4-3". */
char *clause_number(const char *id);
/* The text key of a clause: clause_key("4-4-3", "_says") is "guideline_4_4_3_says". */
char *clause_key(const char *id, const char *end);
/* Whether the portal has a page at this path. */
bool clause_path_exists(const char *path);

#endif
