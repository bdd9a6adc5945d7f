/* What the SQL of identity gives to its rules; nobody outside this folder includes it. */
#ifndef IDENTITY_STORE_H
#define IDENTITY_STORE_H

#include "identity/session.h"

/* The session and its person: {person_id, is_short, seen_at, name, email, language, disabled_at}; NULL if there is none. */
struct doc *session_row(struct db *db, const char *session_hash);
void session_row_insert(struct db *db, const char *session_hash, int64_t person_id, bool is_short);
void session_row_update_seen(struct db *db, const char *session_hash);
void session_delete_unseen(struct db *db, int64_t long_before, int64_t short_before);

/* Posts held on `day`: {role, group_id, department_id, may_submit}, oldest first, at most `limit`. */
struct doc *seat_list_now(struct db *db, int64_t person_id, int day, int limit);

/* What of a mail token is kept beside what it is good for. */
struct mail_token_keys {
	const char *token_hash;
	const char *code_hash;
	int64_t expires_at;
};
void mail_token_row_insert(struct db *db, const struct mail_token *token, const struct mail_token_keys *keys);
/* Live tokens: {token_hash, code_hash, purpose, email, person_id, content (JSON text), tries}. */
struct doc *mail_token_row(struct db *db, const char *purpose, const char *token_hash);
struct doc *mail_token_list(struct db *db, const char *purpose, const char *email);
/* Counts a wrong code for every live token of the address. */
void mail_token_update_tries(struct db *db, const char *purpose, const char *email);
void mail_token_update_used(struct db *db, const char *token_hash);
void mail_token_delete_before(struct db *db, int64_t at);

/* Raises the count of a key in the window of time that began then; returns it. */
int64_t attempt_insert(struct db *db, const char *key, int64_t began_at);
/* The count so far. */
int64_t attempt_count(struct db *db, const char *key, int64_t began_at);
void attempt_delete_before(struct db *db, int64_t at);

#endif
