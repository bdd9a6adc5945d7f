/* Cases: what every group, proposal, agreement, project, evaluation and meeting has in common. A feature's own table has
 * the case's id as its key. States change only by moves (workflow/move.h). */
#ifndef WORKFLOW_CASE_FILE_H
#define WORKFLOW_CASE_FILE_H

#include "adapters/db.h"
#include "identity/viewer.h"

struct case_file {
	int64_t id;
	const char *kind;
	const char *state;
	int64_t version;
	const char *number;
	const char *title;
	int64_t group_id;      /* 0 if none */
	int64_t department_id; /* 0 if none */
	int64_t author_id;
	int64_t parent_id;
	bool is_public;
	bool is_paper;
	const char *turn;      /* group city both none */
	int turn_since_on;
	int due_on;            /* DAY_NONE if there is no date */
};

/* false if there is none. */
bool case_find(struct db *db, int64_t id, struct case_file *subject);
/* A new case in `state` (not public, no number); the caller then performs its "open" move. Returns the id. */
int64_t case_insert(struct db *db, const struct case_file *subject);
/* Changes that are no change of state. */
void case_update_title(struct db *db, int64_t id, const char *title, const char *summary);
void case_update_owner(struct db *db, int64_t id, int64_t group_id, int64_t department_id);
void case_update_due(struct db *db, int64_t id, const char *turn, int due_on);
/* What search finds: names (title, kana …) and everything else that is public in it. Nothing is found while the case is not public. */
void case_update_words(struct db *db, int64_t id, const char *names, const char *body);
/* Public cases that search cannot find, and words of cases that do not exist: 0 when the index is whole. */
int64_t case_count_unfound(struct db *db);

/* Whether the viewer may read the case: it is public, or they belong to a party, opened it, or are the coordinator. */
bool case_may_see(const struct viewer *viewer, const struct case_file *subject);

/* The case as a document: {id, kind, state, state_key ("state_<kind>_<state>"), number, title, summary, group_id, group_name, department_id,
 * department_name, parent_id, is_public, turn, turn_since_on, due_on, is_overdue, created_at, changed_at, received_on, path, version}. NULL if none. */
struct doc *case_row(struct db *db, int64_t id);
/* Public cases of a kind ("" all kinds), newest first: rows as above, `limit` of them before (changed_at, id) of `before` ("at.id" or ""). */
struct doc *case_list_public(struct db *db, const char *kind, const char *before, int limit);
/* All cases of a kind that grew from `parent_id`, or that belong to a group or department; `public_only` for pages of others. */
struct doc *case_list_children(struct db *db, int64_t parent_id, const char *kind, bool public_only);
struct doc *case_list_group(struct db *db, int64_t group_id, const char *kind, bool public_only);
struct doc *case_list_department(struct db *db, int64_t department_id, const char *kind, bool public_only);
/* The address of a case without language: "/groups/12". Registered per kind by the machines ("/groups"); evaluations lie below their project. */
char *case_path(const char *kind, int64_t id);
/* The same for any case, those below a parent too ("/meetings/12/minutes"). */
char *case_path_of(const struct case_file *subject);

#endif
