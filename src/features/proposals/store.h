/* Every SQL statement about proposals. */
#ifndef FEATURES_PROPOSALS_STORE_H
#define FEATURES_PROPOSALS_STORE_H

#include "adapters/db.h"

/* What decisions need to know of a proposal beside its case. */
struct proposal {
	int64_t id; /* 0 if there is none */
	const char *direction;
	const char *audience;
	int64_t asked_group_id;
	const char *asked_reason;
	int64_t released;
	int64_t sent;
	const char *related;
	int coordinating_on; /* DAY_NONE: not yet */
	const char *group_agreed;
	const char *city_agreed;
	const char *group_view;
	const char *city_view;
	bool is_extended;
};

/* The row beside the case; id 0 if there is none. */
struct proposal proposal_find(struct db *db, int64_t id);
/* A new row; `values` has direction, audience, asked_group, asked_reason (missing ones are empty). */
void proposal_insert(struct db *db, int64_t id, const struct doc *values);
/* One column each. */
void proposal_update_related(struct db *db, int64_t id, const char *related);
void proposal_update_coordinating(struct db *db, int64_t id, int day);
/* side: group or city. "" takes the mark away. */
void proposal_update_agreed(struct db *db, int64_t id, const char *side, const char *fingerprint);
void proposal_update_view(struct db *db, int64_t id, const char *side, const char *view);
void proposal_update_extended(struct db *db, int64_t id);
void proposal_update_sent(struct db *db, int64_t id, int64_t number);
/* What visitors may read from now on: version number, its facets and folded words. */
void proposal_update_released(struct db *db, int64_t id, int64_t number, const struct doc *facets);

struct proposal_filter {
	const char *words[3]; /* folded; "" any */
	const char *state;    /* "" any */
	const char *area;
	const char *form;
	const char *before;   /* "at.id" or "" */
	int limit;
};
/* Public proposals, newest first: {id, number, title, summary, state, state_key, direction, form, area, group_id, group_name,
 * department_id, department_name, received_on, changed_at, before ("at.id")}. */
struct doc *proposal_list(struct db *db, const struct proposal_filter *filter);
/* How many the filter finds, counted up to 1,001. */
int64_t proposal_count(struct db *db, const struct proposal_filter *filter);

/* A word of the dialogue; `values` has kind and text. */
void post_insert(struct db *db, int64_t proposal_id, int64_t person_id, const char *side, const struct doc *values);
/* {id, side, kind, text, created_at} in the order of entry. */
struct doc *post_list(struct db *db, int64_t proposal_id);

/* Children of an invitation that belong to the group and are not at their end: their number. */
int64_t taken_up_count(struct db *db, int64_t invitation_id, int64_t group_id);

#endif
