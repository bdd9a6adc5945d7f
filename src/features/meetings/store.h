/* The SQL of meetings, as documents. Nobody outside this folder includes it. */
#ifndef FEATURES_MEETINGS_STORE_H
#define FEATURES_MEETINGS_STORE_H

#include "adapters/db.h"
#include "identity/viewer.h"

/* Meetings (store.c). A row: {id, kind, day_on, starts, ends, place, stop, about, capacity, taken, came_site, came_online, state, version, number, title,
 * group_id, group_name, department_id, department_name, created_at, changed_at}; never the online address. */
struct doc *meeting_row(struct db *db, int64_t id);                       /* NULL if there is none */
const char *meeting_online(struct db *db, int64_t id);                    /* "" none */
/* `values` has kind, day, starts, ends, place, stop, online, capacity, about. */
void meeting_insert(struct db *db, int64_t id, const struct doc *values);
void meeting_update(struct db *db, int64_t id, const struct doc *values); /* all but kind and day, starts, ends */
void meeting_update_day(struct db *db, int64_t id, const struct doc *values); /* day, starts, ends */
void meeting_update_came(struct db *db, int64_t id, int64_t site, int64_t online);
struct doc *meeting_list_coming(struct db *db, int today, int limit);     /* by day, the nearest first; no cancelled ones */
/* The newest day first, before "day.id" of `before` ("" from the newest), only days before `until` (DAY_NONE: all). */
struct doc *meeting_list(struct db *db, const char *before, int until, int limit);
/* Meetings at which the case was on the list, newest first: {id, title, day_on, state, number, result}. */
struct doc *meeting_list_case(struct db *db, int64_t case_id);
/* Meetings whose agenda is open: {id}. */
struct doc *meeting_list_open(struct db *db);

/* The agenda (store_items.c). A row: {id, meeting_id, number, case_id, title, note, group_id, group_name, department_id, department_name, state, reason,
 * result, result_note, case_kind, case_state, case_title, case_public, case_group_id, case_department_id, case_author_id, case_parent_id}. */
struct doc *agenda_item_list(struct db *db, int64_t meeting_id);
struct doc *agenda_item_row(struct db *db, int64_t meeting_id, int64_t item_id); /* NULL if it is not on this list */
bool agenda_item_exists(struct db *db, int64_t meeting_id, int64_t case_id);
/* `values`: case_id, title, note, group_id, department_id, state. Returns the id. */
int64_t agenda_item_insert(struct db *db, int64_t meeting_id, const struct doc *values);
void agenda_item_update_state(struct db *db, int64_t item_id, const char *state, const char *reason);
void agenda_item_update_proposed(struct db *db, int64_t meeting_id); /* accepts what nobody decided */
void agenda_item_update_result(struct db *db, int64_t item_id, const char *result, const char *note);
/* Puts every promise that is still to be kept, and not yet on the list, on it. */
void agenda_item_insert_promises(struct db *db, int64_t meeting_id);
/* The same for proposals whose department the coordinator had to stand in for (引受課なし), once each. */
void agenda_item_insert_unled(struct db *db, int64_t meeting_id);
/* Cases of a kind in one of its states, newest first, for the coordinator's choice: {id, title, state}. */
struct doc *agenda_item_list_cases(struct db *db, const char *kind, const char *state);

/* Sign-ups (store_signups.c). A row: {id, meeting_id, person_id, email, name, language, way, state, needs, needs_note, consent_at, queued_at}. */
struct doc *signup_row(struct db *db, int64_t meeting_id, int64_t signup_id);
struct doc *signup_row_person(struct db *db, int64_t meeting_id, int64_t person_id);
struct doc *signup_row_email(struct db *db, int64_t meeting_id, const char *email);
struct doc *signup_list(struct db *db, int64_t meeting_id);   /* all but asked, in order of entry */
struct doc *signup_list_told(struct db *db, int64_t meeting_id); /* in and waiting */
struct doc *signup_first_waiting(struct db *db, int64_t meeting_id); /* NULL none */
/* {site, online, waiting} */
struct doc *signup_counts(struct db *db, int64_t meeting_id);
/* `values`: meeting_id, person_id, email, name, language, way, state, needs (text), needs_note, consent_at. Returns the id. */
int64_t signup_insert(struct db *db, const struct doc *values);
/* way, state, needs, needs_note, consent_at of `values`; queued_at becomes now when the place in the queue is a new one. */
void signup_update(struct db *db, int64_t signup_id, const struct doc *values, bool is_new_place);
void signup_update_person(struct db *db, int64_t signup_id, int64_t person_id);
void signup_update_state(struct db *db, int64_t signup_id, const char *state);
void signup_delete_needs(struct db *db, int before);   /* of meetings before that day */
void signup_delete_asked(struct db *db, int64_t before);

/* Minutes (store_minutes.c). */
int64_t minutes_find(struct db *db, int64_t meeting_id);      /* the id of their case; 0 none yet */
struct doc *minutes_row(struct db *db, int64_t id);           /* {group_confirmed_on, city_confirmed_on} */
void minutes_insert(struct db *db, int64_t id);
void minutes_update_confirmed(struct db *db, int64_t id, const char *side, int day); /* DAY_NONE takes it back */
struct doc *minutes_list_due(struct db *db, const char *state, int before); /* {id} whose date is past */
/* A correction: {id, part, wording, why, person_id, side, group_id, group_name, department_id, department_name, state, answer, created_at}. */
struct doc *correction_list(struct db *db, int64_t minutes_id);
struct doc *correction_row(struct db *db, int64_t minutes_id, int64_t id);
int64_t correction_insert(struct db *db, int64_t minutes_id, const struct doc *values);
void correction_update(struct db *db, int64_t id, const char *state, const char *answer);
int64_t correction_count_open(struct db *db, int64_t minutes_id);

/* Promises (store_promises.c). A row: {id, meeting_id, item_id, side, by_on, state, title, group_id, group_name, department_id, department_name, is_public,
 * meeting_title, author_id, version}. */
void promise_insert(struct db *db, int64_t id, int64_t meeting_id, const struct doc *values); /* item_id, side, by_on */
struct doc *promise_row(struct db *db, int64_t id);
const char *promise_side(struct db *db, int64_t id);
void promise_update_day(struct db *db, int64_t id, int day);
void promise_update_reminded(struct db *db, int64_t id);
struct doc *promise_list(struct db *db, int64_t meeting_id);
struct doc *promise_list_public(struct db *db, const char *before, int limit);
struct doc *promise_list_group(struct db *db, int64_t group_id);           /* newest first, 100 */
struct doc *promise_list_department(struct db *db, int64_t department_id);
struct doc *promise_list_late(struct db *db, int today);   /* open or moved, past their day: {id} */
struct doc *promise_list_near(struct db *db, int until);   /* open or moved, not yet reminded, due until that day */
/* Public ones by side: {side, total, kept}; released ones do not count. */
struct doc *promise_rates(struct db *db);

#endif
