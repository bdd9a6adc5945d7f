/* Sessions, the tokens that travel by mail, and the brake on attempts. */
#ifndef IDENTITY_SESSION_H
#define IDENTITY_SESSION_H

#include "adapters/db.h"

/* Signs a person in; returns the cookie's token. */
char *session_insert(struct db *db, int64_t person_id, bool is_short);
void session_delete(struct db *db, const char *session_hash);
void session_delete_others(struct db *db, int64_t person_id, const char *but_hash);
/* How many the person has, the one in use included. */
int64_t session_count(struct db *db, int64_t person_id);
/* Writes at most every 10 minutes, for a short session every minute. */
void session_touch(struct db *db, const char *session_hash);
bool session_needs_touch(struct db *db, const char *session_hash);
/* Forgets sessions that ended, and tokens and attempts that are long over (tick). */
void session_delete_old(struct db *db);
/* The csrf token of a session, and whether `token` (masked) is right for it. */
char *session_csrf(const char *session_hash);
bool session_csrf_matches(const char *session_hash, const char *token);

/* What a link sent by mail is good for. */
struct mail_token {
	const char *purpose;       /* signup reset invite email */
	const char *email;         /* whom it is sent to */
	int64_t person_id;         /* whose account; 0 none */
	const struct doc *content; /* what the purpose needs; NULL nothing */
};

/* Makes the link's token and its six-digit code (`code` may be NULL); both live an hour, an invitation 14 days. */
char *mail_token_insert(struct db *db, const struct mail_token *token, char **code);
/* The row {purpose,email,person_id,content (object)} of a live token; NULL if unknown, used or over. */
struct doc *mail_token_find(struct db *db, const char *purpose, const char *token);
/* The same by address and six digits; counts a wrong try. After five of them the code is over; the link stays good. */
struct doc *mail_token_find_code(struct db *db, const char *purpose, const char *email, const char *code);
void mail_token_use(struct db *db, const struct doc *row);

/* Counts one attempt of `what` by `key` in a window of `seconds`; false when there were already `most`. */
bool attempt_allowed(struct db *db, const char *what, const char *key, int most, int seconds);
/* Whether the next attempt_allowed would say no; counts nothing (for slow work before the transaction). */
bool attempt_is_over(struct db *db, const char *what, const char *key, int most, int seconds);

#endif
