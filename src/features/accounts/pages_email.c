/* Another address for an account: asked for with the password, confirmed from the new address, told to the old one. */
#include "features/accounts/pages.h"

#include "base/arena.h"
#include "features/accounts/forms.h"
#include "features/accounts/mails.h"
#include "features/accounts/sign.h"
#include "identity/person.h"
#include "identity/session.h"
#include "web/page.h"

static void email_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "lead_key", "accounts_email_lead");
	page_crumb(visit, "/account", "accounts_account_title", NULL);
	page_form(visit, &(struct form_page){.title_key = "accounts_email_title",
	                                     .action = "/account/email",
	                                     .form = &accounts_email_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "accounts_email_submit",
	                                     .document = doc_set_text(document, "cancel_path", "/account")});
}

void account_email_page(struct visit *visit)
{
	email_show(visit, NULL, NULL);
}

/* An address that has an account gets a mail that says so; the page does not. */
static void email_mail(struct visit *visit, const char *email)
{
	int64_t person_id = visit->viewer.person_id;
	bool is_taken = person_find(visit->db, email) != 0;
	const char *path = "/login";
	struct mail_token token = {"email", email, person_id, NULL};
	if (!is_taken)
		path = arena_text("/account/email/%s", mail_token_insert(visit->db, &token, NULL));
	account_mail_insert(visit->db, &(struct account_mail){.name = is_taken ? "known" : "email",
	                                          .email = email,
	                                          .person_id = is_taken ? 0 : person_id,
	                                          .language = visit->language,
	                                          .path = path});
}

void account_email_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &accounts_email_form, errors);
	if (password_is_slow(visit))
		return;
	bool is_right = password_is_right(visit, &accounts_email_form, errors);
	if (doc_count(errors) || !is_right) {
		email_show(visit, values, errors);
		return;
	}
	const char *email = doc_text(values, "email");
	if (mail_is_allowed(visit, email))
		email_mail(visit, email);
	if (!visit->is_replied)
		page_message(visit, "accounts_email_sent", "/account", "accounts_account_title");
}

/* The live token of this page, if it is the viewer's; else answers. */
static struct doc *email_token(struct visit *visit)
{
	struct doc *row = mail_token_find(visit->db, "email", visit_word(visit, 0));
	bool is_own = row && doc_int(row, "person_id") == visit->viewer.person_id;
	if (is_own && !person_find(visit->db, doc_text(row, "email")))
		return row;
	link_over_page(visit, "/account/email", "accounts_email_title");
	return NULL;
}

void account_email_confirm_page(struct visit *visit)
{
	struct doc *row = email_token(visit);
	if (!row)
		return;
	struct doc *document = doc_set_text(doc_object(), "new_email", doc_text(row, "email"));
	page_form(visit, &(struct form_page){.page = "accounts/email",
	                                     .title_key = "accounts_email_confirm_title",
	                                     .action = visit->path,
	                                     .submit_key = "accounts_email_confirm_submit",
	                                     .document = document});
}

void account_email_confirm_action(struct visit *visit)
{
	struct doc *row = email_token(visit);
	if (!row)
		return;
	int64_t person_id = visit->viewer.person_id;
	account_mail_insert(visit->db, &(struct account_mail){.name = "moved",
	                                          .email = visit->viewer.email,
	                                          .language = language_named(doc_text(person_row(visit->db, person_id), "language"))});
	mail_token_use(visit->db, row);
	person_update_email(visit->db, person_id, doc_text(row, "email"));
	person_update_confirmed(visit->db, person_id);
	page_go(visit, "/account", "accounts_email_done");
}
