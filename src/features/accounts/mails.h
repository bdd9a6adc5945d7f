/* The mails of accounts: links, codes and what is said to an address. */
#ifndef FEATURES_ACCOUNTS_MAILS_H
#define FEATURES_ACCOUNTS_MAILS_H

#include "adapters/db.h"
#include "adapters/template.h"

/* "ja", "easy", "en" and back; Japanese for anything else. */
const char *language_name(enum language language);
enum language language_named(const char *name);

struct account_mail {
	const char *name; /* texts accounts_mail_<name>_subject and _body */
	const char *email;
	int64_t person_id; /* 0 if none */
	enum language language;
	const char *path;        /* of its link; NULL none */
	struct doc *values;      /* beside link, service, city, section, phone, hours; NULL none */
};

/* Puts the mail into the outbox. */
void account_mail_insert(struct db *db, const struct account_mail *mail);

/* What stands behind the @ of the portal's own address: told to people who wait for a mail. */
const char *sender_domain(void);

#endif
