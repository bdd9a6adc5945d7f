/* Signing in: the session, the passwords' slow work, and the brakes. */
#ifndef FEATURES_ACCOUNTS_SIGN_H
#define FEATURES_ACCOUNTS_SIGN_H

#include "web/visit.h"

/* Gives the browser a new session of the person (ending the one it had) and makes them the visit's viewer. */
void sign_in(struct visit *visit, int64_t person_id, bool is_short);
/* Where somebody goes after signing in: `next` if it is a path of this portal, else the desk or, for residents, home. */
const char *sign_in_where(const struct visit *visit, const char *next);

/* Whether this browser signed in to the account before (with its present password). */
bool browser_is_known(const struct visit *visit, int64_t person_id, const char *password_hash);

/* A prepare: `prepared` gets hash (of the typed new password, "" if it is too short or long) and is_right (whether password_now is
 * the viewer's). Stays NULL when the address has asked too often: password_is_slow then answers. */
void password_prepare(struct visit *visit);
/* Counts the attempt; answers 429 and returns true when there were too many. */
bool password_is_slow(struct visit *visit);
/* Whether prepare found the typed password_now right; else adds the error. `form` has the field password_now. */
struct form;
bool password_is_right(struct visit *visit, const struct form *form, struct doc *errors);

/* The brake on mails to one address: false when it got its share of this hour. Answers 429 (and returns false) when the visitor's own
 * address asks for too many. */
bool mail_is_allowed(struct visit *visit, const char *email);

#endif
