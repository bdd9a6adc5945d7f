/* Accounts: signing up and in, one's own data, the inbox, invitations. What a person may do in a case is not decided here. */
#ifndef FEATURES_ACCOUNTS_ACCOUNTS_H
#define FEATURES_ACCOUNTS_ACCOUNTS_H

#include "adapters/db.h"
#include "adapters/template.h"
#include "web/route.h"

/* A post that somebody is asked to take. */
struct invitation {
	const char *email;      /* folded */
	const char *role;       /* member contact representative */
	int64_t group_id;       /* 0: only an account, whose posts exist already */
	const char *group_name; /* "" without a group */
	enum language language; /* of the mail */
};

/* Writes the invitation into the outbox; its link works for 14 days and joins whoever opens it. */
void invitation_insert(struct db *db, const struct invitation *invitation);
/* The same without a mail: the link's path ("/invite/…"). */
char *invitation_path_insert(struct db *db, const struct invitation *invitation);
/* The path of a link that lets its owner choose a new password within an hour ("/password/…"). */
char *reset_path_insert(struct db *db, int64_t person_id, const char *email);

extern const struct feature feature_accounts;

#endif
