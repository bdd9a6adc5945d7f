/* People: accounts and addressees. */
#ifndef IDENTITY_PERSON_H
#define IDENTITY_PERSON_H

#include "adapters/db.h"

/* A new person; email "" for somebody without one. Returns the id. The e-mail must be folded (input_email). */
int64_t person_insert(struct db *db, const char *email, const char *name);
/* The person with that address, 0 if there is none. */
int64_t person_find(struct db *db, const char *email);
/* {id, email, name, kana, public_name, phone, address, language, email_confirmed_at, disabled_at, created_at} or NULL. */
struct doc *person_row(struct db *db, int64_t person_id);
/* Changes name, kana, public_name, phone, address, language to the values of `fields` (all needed). */
void person_update(struct db *db, int64_t person_id, const struct doc *fields);
void person_update_password(struct db *db, int64_t person_id, const char *password_hash);
/* "" takes the address away. */
void person_update_email(struct db *db, int64_t person_id, const char *email);
void person_update_confirmed(struct db *db, int64_t person_id);
void person_update_refused(struct db *db, int64_t person_id);
/* Closing an account ends its sessions. */
void person_update_disabled(struct db *db, int64_t person_id, bool is_disabled);
/* "" if there is none or the account is closed. */
char *person_password_hash(struct db *db, int64_t person_id);
/* Page of people for admin: after `after_id`, 50 rows {id,name,email,disabled_at,created_at,roles}; `query` part of name or e-mail. */
struct doc *person_list(struct db *db, const char *query, int64_t after_id);

/* Posts. group_id and department_id are 0 where they do not apply. */
int64_t seat_insert(struct db *db, int64_t person_id, const char *role, int64_t group_id, int64_t department_id);
void seat_update_may_submit(struct db *db, int64_t seat_id, bool may_submit);
void seat_update_until(struct db *db, int64_t seat_id, int day); /* its last day */
void seat_update_from(struct db *db, int64_t seat_id, int day);
/* Posts of a group or a department or a person: {id, person_id, name, email, role, group_id, department_id, from_on, until_on, may_submit, group_name, department_name}, ended ones last. */
struct doc *seat_list_group(struct db *db, int64_t group_id);
struct doc *seat_list_department(struct db *db, int64_t department_id);
struct doc *seat_list_person(struct db *db, int64_t person_id);
struct doc *seat_row(struct db *db, int64_t seat_id);

/* Departments: {id, code, name, about, …all columns}. */
struct doc *department_row(struct db *db, int64_t department_id);
struct doc *department_list(struct db *db); /* that exist today, by name */
/* The department with that code, 0 if there is none. */
int64_t department_find(struct db *db, const char *code);
int64_t department_insert(struct db *db, const char *code, const char *name, bool is_coordinator);
/* Changes those of name, about, can_do, cannot_do, budget_season, answer_days, themes, phone that `fields` has. */
void department_update(struct db *db, int64_t department_id, const struct doc *fields);
const char *department_name(struct db *db, int64_t department_id);
/* The city's collaboration section, 0 if none was made yet. */
int64_t department_coordinator(struct db *db);

#endif
