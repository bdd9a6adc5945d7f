/* The SQL of groups: store.c facts, store_list.c lists, store_contacts.c the people of a group. */
#ifndef FEATURES_GROUPS_STORE_H
#define FEATURES_GROUPS_STORE_H

#include "adapters/db.h"
#include "base/clock.h"
#include "identity/viewer.h"

/* ---- store.c */

/* A group whose registration begins. listed_id 0: it claims none; paper_on DAY_NONE: not on paper. */
struct group_begin {
	int64_t id;
	const char *name;
	const char *kind;
	int64_t listed_id;
	int paper_on;
};
void group_insert(struct db *db, const struct group_begin *begin);

/* All columns of the row, with state and is_public of its case; NULL if there is none. For decisions and for the staff: shows nothing to visitors by itself. */
struct doc *group_row(struct db *db, int64_t id);
/* The facts in force as they were typed (keys of the dossier: name … seeks, fields and areas as arrays, show_…), contacts left out. */
struct doc *group_facts(struct db *db, int64_t id);
/* {fact: visibility} of all facts. */
struct doc *group_visibilities(struct db *db, int64_t id);

/* Writes the facts in force from what was typed, the case's title and summary, and what search finds. */
void group_update_facts(struct db *db, int64_t id, const struct doc *content);
/* Name, reading and kind alone: while the registration is being checked. */
void group_update_name(struct db *db, int64_t id, const struct doc *content);
void group_update_registered(struct db *db, int64_t id, int registered_on);
/* DAY_NONE takes the consent back. way: portal paper. */
void group_update_consent(struct db *db, int64_t id, int consented_on, const char *way);
void group_update_change(struct db *db, int64_t id, const char *change_state);
/* until_on DAY_NONE: no hearing (any more). */
void group_update_hearing(struct db *db, int64_t id, int until_on, bool is_heard);
void group_update_successor(struct db *db, int64_t id, int64_t successor_id);

/* What was checked: array of names; replaces what stood there. */
void group_update_checks(struct db *db, int64_t id, const struct doc *checked, const char *role, int checked_on);
/* {checked, checked_key, role, role_key, checked_on}. */
struct doc *group_checks(struct db *db, int64_t id);

/* The group with that legal number in the directory (registered first, then listed), leaving out `but_id`; 0 if there is none. */
int64_t group_find_legal_number(struct db *db, const char *legal_number, int64_t but_id);

/* A corporation of the Cabinet Office's file, as its listed row: made, or written anew. */
void group_insert_listed(struct db *db, int64_t id, const struct doc *facts);
/* Its row's newest case with that legal number, in whatever state it ended: {id, state}; NULL if it was never listed. */
struct doc *group_row_listed(struct db *db, const char *legal_number);

/* ---- store_list.c */

/* What the directory is asked for; "" where nothing is chosen. */
struct group_query {
	const char *words;  /* as typed */
	const char *fields; /* of field_search */
	const char *area;
	const char *kind;
	int64_t after_id; /* the last group of the page before; 0: from the start */
};
/* One more than a page: {id, name, kana, kind, kind_key, summary, aims, fields ("1 7"), areas ("本町 駅前"), legal_number, registered_on, state, state_key, path}, by reading. */
struct doc *group_list(struct db *db, const struct group_query *query);
/* How many there are, at most COUNT_MOST + 1. */
enum { COUNT_MOST = 1000 };
int64_t group_count(struct db *db, const struct group_query *query);
/* Registrations that wait for the city (submitted, or a change submitted), oldest first: {id, title, number, turn_since_on, due_on, is_overdue, is_paper, is_change, needs_consent, path}, at most `limit` after `after_id`. */
struct doc *group_list_waiting(struct db *db, int64_t after_id, int limit);

/* ---- store_contacts.c */

/* {place, place_key, person_id, name, kana, email, phone, address} of representative, contact1, contact2. */
struct doc *group_contacts(struct db *db, int64_t id);
/* Makes persons, posts and rows follow what was typed (representative_name … contact2_address). True when the representative is another one now. */
bool group_contacts_follow(struct db *db, int64_t id, const struct doc *content);
/* What was typed of the people, in the keys of the dossier. */
struct doc *group_contacts_typed(struct db *db, int64_t id);
/* The representative's person, 0 if none was named. */
int64_t group_representative(struct db *db, int64_t id);
/* Posts that are held today: rows of seat_list_group. */
struct doc *group_seats(struct db *db, int64_t id);

#endif
