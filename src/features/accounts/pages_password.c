/* A forgotten password: a link by mail, and choosing a new one. */
#include "features/accounts/pages.h"

#include "base/arena.h"
#include "features/accounts/accounts.h"
#include "features/accounts/forms.h"
#include "features/accounts/mails.h"
#include "features/accounts/sign.h"
#include "identity/person.h"
#include "identity/session.h"
#include "web/page.h"

char *reset_path_insert(struct db *db, int64_t person_id, const char *email)
{
	return arena_text("/password/%s", mail_token_insert(db, &(struct mail_token){"reset", email, person_id, NULL}, NULL));
}

static void reset_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "cancel_path", "/login");
	page_form(visit, &(struct form_page){.title_key = "accounts_reset_title",
	                                     .action = "/password",
	                                     .form = &accounts_reset_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "accounts_reset_submit",
	                                     .document = doc_set_text(document, "lead_key", "accounts_reset_lead")});
}

void reset_page(struct visit *visit)
{
	reset_show(visit, NULL, NULL);
}

static void reset_mail(struct visit *visit, const char *email)
{
	int64_t person_id = person_find(visit->db, email);
	struct doc *person = person_id ? person_row(visit->db, person_id) : NULL;
	if (!person || doc_bool(person, "disabled_at"))
		return;
	account_mail_insert(visit->db, &(struct account_mail){.name = "reset",
	                                          .email = email,
	                                          .person_id = person_id,
	                                          .language = language_named(doc_text(person, "language")),
	                                          .path = reset_path_insert(visit->db, person_id, email)});
}

/* The answer is the same whether or not there is an account. */
void reset_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &accounts_reset_form, errors);
	if (doc_count(errors)) {
		reset_show(visit, values, errors);
		return;
	}
	const char *email = doc_text(values, "email");
	if (mail_is_allowed(visit, email))
		reset_mail(visit, email);
	if (!visit->is_replied)
		page_message(visit, "accounts_reset_sent", "/login", "accounts_login_title");
}

static void password_show(struct visit *visit, const struct doc *errors)
{
	page_form(visit, &(struct form_page){.title_key = "accounts_password_title",
	                                     .action = visit->path,
	                                     .form = &accounts_password_form,
	                                     .errors = errors,
	                                     .submit_key = "accounts_password_submit"});
}

void password_page(struct visit *visit)
{
	if (mail_token_find(visit->db, "reset", visit_word(visit, 0)))
		password_show(visit, NULL);
	else
		link_over_page(visit, "/password", "accounts_reset_title");
}

/* A new password ends every session: whoever had stolen one is out. */
void password_action(struct visit *visit)
{
	struct doc *row = mail_token_find(visit->db, "reset", visit_word(visit, 0));
	if (!row) {
		link_over_page(visit, "/password", "accounts_reset_title");
		return;
	}
	struct doc *errors = doc_array();
	form_read(visit, &accounts_password_form, errors);
	if (doc_count(errors)) {
		password_show(visit, errors);
		return;
	}
	if (password_is_slow(visit))
		return;
	int64_t person_id = doc_int(row, "person_id");
	mail_token_use(visit->db, row);
	person_update_password(visit->db, person_id, doc_text(visit->prepared, "hash"));
	person_update_confirmed(visit->db, person_id);
	session_delete_others(visit->db, person_id, "");
	sign_in(visit, person_id, false);
	page_go(visit, sign_in_where(visit, ""), "accounts_password_done");
}
