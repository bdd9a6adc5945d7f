/* Delivery: adding mails, claiming them, trying again, and what follows when an address is refused. SQL: store_outbox.c. */
#include "adapters/secret.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"
#include "identity/person.h"
#include "workflow/inside.h"

#include <string.h>

enum { CLAIM_SECONDS = 600, MINUTE = 60, HOUR = 3600, TRIES_MOST = 10 };

/* The host of base_url: what stands between "//" and the port or path. */
static char *host_name(void)
{
	const char *url = config("base_url");
	const char *start = strstr(url, "//");
	start = start ? start + 2 : url;
	char *host = arena_copy_part(start, strcspn(start, ":/?"));
	return *host ? host : arena_copy("localhost");
}

void outbox_add(struct db *db, const struct mail *mail)
{
	mail_row_insert(db, mail, arena_text("<%s@%s>", secret_token(18), host_name()));
}

void outbox_insert(struct db *db, const char *email, int64_t person_id, const char *subject, const char *body)
{
	outbox_add(db, &(struct mail){.person_id = person_id, .email = email, .subject = subject, .body = body});
}

struct doc *outbox_claim(struct db *db)
{
	int64_t now = clock_now();
	return mail_row_claim(db, now, now + CLAIM_SECONDS);
}

void outbox_update_sent(struct db *db, int64_t id, const char *answer)
{
	mail_row_update(db, id, "sent", 0, answer);
}

static int64_t pause_after(int64_t tries)
{
	static const int64_t pauses[] = {MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR};
	enum { PAUSES = sizeof pauses / sizeof *pauses };
	return pauses[tries < 1 ? 0 : tries > PAUSES ? PAUSES - 1 : tries - 1];
}

/* After too many tries the notice goes on the 郵送・電話 list; the address is not marked, it may work again. */
void outbox_update_retry(struct db *db, int64_t id, const char *answer)
{
	struct doc *mail = mail_row(db, id);
	int64_t tries = doc_int(mail, "tries");
	if (tries < TRIES_MOST) {
		mail_row_update(db, id, "waiting", clock_now() + pause_after(tries), answer);
		return;
	}
	mail_row_update(db, id, "refused", 0, answer);
	if (doc_int(mail, "notice_id"))
		letter_insert(db, doc_int(mail, "notice_id"), doc_int(mail, "person_id"), "refused");
}

static void waiting_refuse(struct db *db, int64_t person_id, const char *email)
{
	struct doc *rows = mail_rows_refuse(db, person_id, email);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (doc_int(row, "notice_id"))
			letter_insert(db, doc_int(row, "notice_id"), person_id, "refused");
}

void outbox_update_refused(struct db *db, int64_t id, const char *answer)
{
	struct doc *mail = mail_row(db, id);
	int64_t person_id = doc_int(mail, "person_id");
	const char *email = doc_text(mail, "email");
	mail_row_update(db, id, "refused", 0, answer);
	if (!mail || !person_id)
		return;
	if (doc_int(mail, "notice_id"))
		letter_insert(db, doc_int(mail, "notice_id"), person_id, "refused");
	if (text_equal(doc_text(addressee_row(db, person_id), "email"), email))
		person_update_refused(db, person_id);
	waiting_refuse(db, person_id, email);
}
