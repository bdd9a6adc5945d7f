/* Sign-ups: seats, the waiting list, and what people who come are told. With an account by the inbox, without one by mail; both lead to a page
 * where the sign-up can be changed or taken back. */
#ifndef FEATURES_MEETINGS_SIGNUPS_H
#define FEATURES_MEETINGS_SIGNUPS_H

#include "adapters/db.h"

/* The page of a sign-up: with its own token for those without an account ("/meetings/12/signup/34-abc…"). The same at every call. */
char *signup_path(const struct doc *signup);
/* The sign-up of such a token, NULL if it is none of this meeting. */
struct doc *signup_find(struct db *db, int64_t meeting_id, const char *token);

/* Writes what was chosen (`values`: way, needs (array), needs_note) into the sign-up, tells the person, and gives freed seats away. */
void signup_save(struct db *db, const struct doc *meeting, const struct doc *signup, const struct doc *values);
/* A new sign-up of somebody signed in (person_id, email, name, language of `person`). */
void signup_add(struct db *db, const struct doc *meeting, const struct doc *person, const struct doc *values);
/* A sign-up that counts only once its link is pressed; mails the link. An address that is known already gets the link of its sign-up. */
void signup_ask(struct db *db, const struct doc *meeting, const struct doc *values, const char *language);
void signup_cancel(struct db *db, const struct doc *meeting, const struct doc *signup);
/* Gives free seats to those who wait, in their order, and tells them. */
void signup_promote(struct db *db, int64_t meeting_id);

/* Tells one: the text notice_signup_<name>. */
void signup_tell(struct db *db, const struct doc *signup, const struct doc *meeting, const char *name);
/* Tells all who come or wait. */
void signup_tell_all(struct db *db, int64_t meeting_id, const char *name);

#endif
