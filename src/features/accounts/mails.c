/* Composes the mails of accounts from the texts of the person's language. Links use base_url, never a request's Host. */
#include "features/accounts/mails.h"

#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"
#include "workflow/notice.h"

#include <string.h>

static const char *const names[LANGUAGES] = {[LANGUAGE_JA] = "ja", [LANGUAGE_EASY] = "easy", [LANGUAGE_EN] = "en"};
static const char *const prefixes[LANGUAGES] = {[LANGUAGE_JA] = "", [LANGUAGE_EASY] = "/easy", [LANGUAGE_EN] = "/en"};

const char *language_name(enum language language)
{
	return names[language];
}

enum language language_named(const char *name)
{
	for (int i = 0; i < LANGUAGES; i++)
		if (text_equal(names[i], name))
			return (enum language)i;
	return LANGUAGE_JA;
}

const char *sender_domain(void)
{
	const char *at = strrchr(config("mail_from"), '@');
	return at ? text_replace(at + 1, ">", "") : "";
}

void account_mail_insert(struct db *db, const struct account_mail *mail)
{
	struct doc *values = mail->values ? mail->values : doc_object();
	static const char *const keys[] = {"service", "city", "section", "phone", "hours"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		doc_set_text(values, keys[i], config(keys[i]));
	if (mail->path)
		doc_set_text(values, "link", arena_text("%s%s%s", config("base_url"), prefixes[mail->language], mail->path));
	const char *subject = text_filled(mail->language, arena_text("accounts_mail_%s_subject", mail->name), values);
	const char *body = text_filled(mail->language, arena_text("accounts_mail_%s_body", mail->name), values);
	const char *foot = text_filled(mail->language, "accounts_mail_foot", values);
	outbox_insert(db, mail->email, mail->person_id, subject, arena_text("%s\n\n%s\n", body, foot));
}
