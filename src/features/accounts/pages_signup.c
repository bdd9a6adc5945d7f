/* Signing up: the form, the code typed on the same page, and the link of the mail. An address is proved before there is an account. */
#include "features/accounts/pages.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/accounts/forms.h"
#include "features/accounts/mails.h"
#include "features/accounts/sign.h"
#include "identity/person.h"
#include "identity/session.h"
#include "web/page.h"

enum { CODES_MOST = 30, CODES_SECONDS = 60 * 60, CONFIRMS_MOST = 10 };

static void signup_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	page_form(visit, &(struct form_page){.page = "accounts/signup",
	                                     .title_key = "accounts_signup_title",
	                                     .action = "/signup",
	                                     .form = &accounts_signup_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "accounts_signup_submit"});
}

/* The page that waits for the code; the same whether or not the address has an account. */
static void code_show(struct visit *visit, const char *email, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "sent_to", email);
	doc_set_text(document, "sender_domain", sender_domain());
	page_form(visit, &(struct form_page){.page = "accounts/code",
	                                     .title_key = "accounts_code_title",
	                                     .action = "/signup/code",
	                                     .form = &accounts_code_form,
	                                     .values = doc_set_text(doc_object(), "email", email),
	                                     .errors = errors,
	                                     .submit_key = "accounts_code_submit",
	                                     .document = document});
}

void signup_page(struct visit *visit)
{
	signup_show(visit, doc_set_text(doc_object(), "next", visit_parameter(visit, "next")), NULL);
}

static void signup_mail_new(struct visit *visit, const struct doc *values)
{
	const char *email = doc_text(values, "email");
	struct doc *content = doc_object();
	doc_set_text(content, "name", doc_text(values, "name"));
	doc_set_text(content, "hash", doc_text(visit->prepared, "hash"));
	doc_set_text(content, "language", language_name(visit->language));
	doc_set_text(content, "next", doc_text(values, "next"));
	char *code = NULL;
	const char *token = mail_token_insert(visit->db, &(struct mail_token){"signup", email, 0, content}, &code);
	account_mail_insert(visit->db, &(struct account_mail){.name = "signup",
	                                          .email = email,
	                                          .language = visit->language,
	                                          .path = arena_text("/signup/confirm/%s", token),
	                                          .values = doc_set_text(doc_object(), "code", code)});
}

/* Somebody typed the address of an account: only its owner is told. */
static void signup_mail_known(struct visit *visit, int64_t person_id, const char *email)
{
	struct doc *person = person_row(visit->db, person_id);
	account_mail_insert(visit->db, &(struct account_mail){.name = "known",
	                                          .email = email,
	                                          .person_id = person_id,
	                                          .language = language_named(doc_text(person, "language")),
	                                          .path = "/login"});
}

void signup_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &accounts_signup_form, errors);
	if (doc_count(errors)) {
		signup_show(visit, values, errors);
		return;
	}
	if (password_is_slow(visit))
		return;
	const char *email = doc_text(values, "email");
	bool is_sent = mail_is_allowed(visit, email);
	if (visit->is_replied)
		return;
	int64_t known = person_find(visit->db, email);
	if (is_sent && known)
		signup_mail_known(visit, known, email);
	else if (is_sent)
		signup_mail_new(visit, values);
	code_show(visit, email, NULL);
}

/* Makes the account of a proved address and signs its person in. */
static void signup_finish(struct visit *visit, const struct doc *row)
{
	const struct doc *content = doc_get(row, "content");
	const char *email = doc_text(row, "email");
	mail_token_use(visit->db, row);
	if (person_find(visit->db, email)) {
		page_go(visit, "/login", "accounts_known");
		return;
	}
	int64_t person_id = person_insert(visit->db, email, doc_text(content, "name"));
	struct doc *person = person_row(visit->db, person_id);
	person_update(visit->db, person_id, doc_set_text(person, "language", doc_text(content, "language")));
	person_update_password(visit->db, person_id, doc_text(content, "hash"));
	person_update_confirmed(visit->db, person_id);
	sign_in(visit, person_id, false);
	page_go(visit, sign_in_where(visit, doc_text(content, "next")), "accounts_welcome");
}

void signup_code_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &accounts_code_form, errors);
	const char *email = doc_text(values, "email");
	if (!attempt_allowed(visit->db, "code", visit->request->address, CODES_MOST, CODES_SECONDS)) {
		page_error(visit, 429, NULL);
		return;
	}
	struct doc *row = doc_count(errors) ? NULL : mail_token_find_code(visit->db, "signup", email, doc_text(values, "code"));
	if (row) {
		signup_finish(visit, row);
		return;
	}
	if (!doc_count(errors))
		form_error(visit, errors, &accounts_code_form, "code", "accounts_error_code", NULL);
	code_show(visit, email, errors);
}

/* Who opens the link must know the password chosen with it: otherwise a stranger's sign-up with somebody's address would be
 * finished by its owner's click, with the stranger's password. */
static void confirm_show(struct visit *visit, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "lead_key", "accounts_confirm_lead");
	page_form(visit, &(struct form_page){.title_key = "accounts_confirm_title",
	                                     .action = visit->path,
	                                     .form = &accounts_confirm_form,
	                                     .errors = errors,
	                                     .submit_key = "accounts_confirm_submit",
	                                     .document = document});
}

void signup_confirm_page(struct visit *visit)
{
	if (mail_token_find(visit->db, "signup", visit_word(visit, 0)))
		confirm_show(visit, NULL);
	else
		link_over_page(visit, "/signup", "accounts_signup_title");
}

void signup_confirm_prepare(struct visit *visit)
{
	struct doc *row = mail_token_find(visit->db, "signup", visit_word(visit, 0));
	const char *password = request_field(visit->request, "password_now");
	if (!row || attempt_is_over(visit->db, "confirm", doc_text(row, "token_hash"), CONFIRMS_MOST, CODES_SECONDS))
		return;
	visit->prepared = doc_object();
	doc_set_bool(visit->prepared, "is_right", secret_password_matches(doc_text(doc_get(row, "content"), "hash"), password));
}

void signup_confirm_action(struct visit *visit)
{
	struct doc *row = mail_token_find(visit->db, "signup", visit_word(visit, 0));
	if (!row) {
		link_over_page(visit, "/signup", "accounts_signup_title");
		return;
	}
	if (!attempt_allowed(visit->db, "confirm", doc_text(row, "token_hash"), CONFIRMS_MOST, CODES_SECONDS)) {
		page_error(visit, 429, NULL);
		return;
	}
	struct doc *errors = doc_array();
	form_read(visit, &accounts_confirm_form, errors);
	if (!doc_count(errors) && password_is_right(visit, &accounts_confirm_form, errors))
		signup_finish(visit, row);
	else
		confirm_show(visit, errors);
}
