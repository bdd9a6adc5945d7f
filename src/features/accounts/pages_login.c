/* Signing in and out, and signing in again when a session ended while a form was being filled in. */
#include "features/accounts/pages.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/input.h"
#include "base/text.h"
#include "features/accounts/forms.h"
#include "features/accounts/mails.h"
#include "features/accounts/sign.h"
#include "http/url.h"
#include "identity/person.h"
#include "identity/session.h"
#include "web/cookie.h"
#include "web/page.h"
#include "workflow/setting.h"

#include <string.h>

/* Wrong passwords, counted for an account from one address, for an address, and for an account from everywhere. The last brake does
 * not hold browsers that signed in before, so that nobody can lock somebody else out. */
enum {
	WRONG_HERE = 10,
	WRONG_HERE_SECONDS = 15 * 60,
	WRONG_ADDRESS = 100,
	WRONG_ACCOUNT = 100,
	WRONG_SECONDS = 60 * 60,
};

static const char *const kept_start = "kept_";

static const struct {
	const char *email;
	const char *text_key;
} demo_accounts[] = {
	{"coordinator@demo.example", "accounts_demo_coordinator"}, {"environment@demo.example", "accounts_demo_department"},
	{"welfare@demo.example", "accounts_demo_department"},      {"reviewer1@demo.example", "accounts_demo_reviewer"},
	{"reviewer2@demo.example", "accounts_demo_reviewer"},      {"reviewer3@demo.example", "accounts_demo_reviewer"},
	{"reviewer4@demo.example", "accounts_demo_reviewer"},      {"reviewer5@demo.example", "accounts_demo_reviewer"},
	{"center@demo.example", "accounts_demo_intermediary"},     {"green@demo.example", "accounts_demo_contact"},
	{"kids@demo.example", "accounts_demo_contact"},            {"member@demo.example", "accounts_demo_member"},
	{"starter@demo.example", "accounts_demo_starter"},         {"resident@demo.example", "accounts_demo_resident"},
	{"admin@demo.example", "accounts_demo_admin"},
};

static struct doc *demo_list(struct visit *visit)
{
	struct doc *list = doc_array();
	if (!text_equal(setting_text(visit->db, "is_demo"), "1"))
		return list;
	for (size_t i = 0; i < sizeof demo_accounts / sizeof *demo_accounts; i++) {
		struct doc *account = doc_set_text(doc_object(), "email", demo_accounts[i].email);
		doc_push(list, doc_set_text(account, "role_key", demo_accounts[i].text_key));
	}
	return list;
}

static void kept_push(struct doc *kept, const char *name, const char *value)
{
	doc_push(kept, doc_set_text(doc_set_text(doc_object(), "name", name), "value", value));
}

/* The fields that travel with this sign-in form, without their prefix when `is_back`. */
static struct doc *kept_list(struct visit *visit, bool is_back)
{
	struct doc *kept = doc_array();
	const struct pairs *fields = &visit->request->fields;
	for (size_t i = 0; i < fields->count; i++) {
		const char *name = fields->list[i].name;
		if (text_starts(name, kept_start) && !text_equal(name, "kept_action"))
			kept_push(kept, name + (is_back ? strlen(kept_start) : 0), fields->list[i].value);
	}
	return kept;
}

static void login_show(struct visit *visit, const struct doc *values, const struct doc *errors, struct doc *kept, const char *kept_action)
{
	struct doc *document = doc_object();
	struct doc *accounts = demo_list(visit);
	doc_set_bool(document, "has_demo_accounts", doc_count(accounts) > 0);
	doc_set(document, "demo_accounts", accounts);
	doc_set(document, "kept", kept);
	doc_set_text(document, "kept_action", kept_action);
	page_form(visit, &(struct form_page){.page = "accounts/login",
	                                     .title_key = *kept_action ? "accounts_expired_title" : "accounts_login_title",
	                                     .action = "/login",
	                                     .form = &accounts_login_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "accounts_login_submit",
	                                     .document = document});
}

void login_page(struct visit *visit)
{
	const char *next = visit_parameter(visit, "next");
	if (visit->viewer.person_id)
		page_go(visit, sign_in_where(visit, next), NULL);
	else
		login_show(visit, doc_set_text(doc_object(), "next", next), NULL, doc_array(), "");
}

static char *pair_key(const struct visit *visit, const char *email)
{
	return arena_text("%s %s", email, visit->request->address);
}

static bool login_is_slow(const struct visit *visit, const char *email, int64_t person_id, const char *hash)
{
	return attempt_is_over(visit->db, "login-here", pair_key(visit, email), WRONG_HERE, WRONG_HERE_SECONDS) ||
	       attempt_is_over(visit->db, "login-address", visit->request->address, WRONG_ADDRESS, WRONG_SECONDS) ||
	       (attempt_is_over(visit->db, "login-account", email, WRONG_ACCOUNT, WRONG_SECONDS) &&
	        !browser_is_known(visit, person_id, hash));
}

static void login_count_wrong(struct visit *visit, const char *email)
{
	attempt_allowed(visit->db, "login-here", pair_key(visit, email), WRONG_HERE, WRONG_HERE_SECONDS);
	attempt_allowed(visit->db, "login-address", visit->request->address, WRONG_ADDRESS, WRONG_SECONDS);
	attempt_allowed(visit->db, "login-account", email, WRONG_ACCOUNT, WRONG_SECONDS);
}

/* Takes as long for an address without an account as for a wrong password. */
void login_prepare(struct visit *visit)
{
	char *email = NULL;
	visit->prepared = doc_object();
	if (!input_email(visit_field(visit, "email"), &email))
		return;
	int64_t person_id = person_find(visit->db, email);
	const char *hash = person_id ? person_password_hash(visit->db, person_id) : "";
	bool is_slow = login_is_slow(visit, email, person_id, hash);
	bool is_right = !is_slow && secret_password_matches(hash, request_field(visit->request, "password"));
	doc_set_bool(visit->prepared, "is_slow", is_slow);
	doc_set_int(visit->prepared, "person_id", is_right ? person_id : 0);
}

/* What was typed before the session ended, in a form that shows it again under the new session. */
static void resume_show(struct visit *visit, const char *action)
{
	struct doc *document = page_proof(visit);
	doc_set_text(document, "action", action);
	doc_set(document, "kept", kept_list(visit, true));
	page_show(visit, "accounts/resume", "accounts_resume_title", document);
}

void login_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &accounts_login_form, errors);
	const char *kept_action = request_field(visit->request, "kept_action");
	const char *email = doc_text(values, "email");
	int64_t person_id = doc_int(visit->prepared, "person_id");
	if (!doc_count(errors) && doc_bool(visit->prepared, "is_slow")) {
		form_error(visit, errors, &accounts_login_form, "email", "accounts_error_slow", NULL);
	} else if (!doc_count(errors) && !person_id) {
		login_count_wrong(visit, email);
		form_error(visit, errors, &accounts_login_form, "email", "accounts_error_login", NULL);
	}
	if (doc_count(errors)) {
		login_show(visit, values, errors, kept_list(visit, false), kept_action);
		return;
	}
	sign_in(visit, person_id, doc_bool(values, "is_short"));
	if (*kept_action && url_is_local(kept_action))
		resume_show(visit, kept_action);
	else
		page_go(visit, sign_in_where(visit, doc_text(values, "next")), NULL);
}

/* Fields that must not wait in a page: passwords, and proofs that belong to the old session. */
static bool is_kept(const char *name)
{
	return !strstr(name, "password") && !text_equal(name, "csrf") && !text_equal(name, "once") && !text_equal(name, "_resume") &&
	       !text_starts(name, kept_start);
}

void login_expired_page(struct visit *visit)
{
	struct doc *kept = doc_array();
	const struct pairs *fields = &visit->request->fields;
	for (size_t i = 0; i < fields->count; i++)
		if (is_kept(fields->list[i].name))
			kept_push(kept, arena_text("%s%s", kept_start, fields->list[i].name), fields->list[i].value);
	visit->page_status = 403;
	login_show(visit, NULL, NULL, kept, visit->path);
}

void logout_page(struct visit *visit)
{
	if (!visit->viewer.person_id) {
		page_go(visit, "/", NULL);
		return;
	}
	struct doc *document = doc_set_text(doc_object(), "cancel_path", "/");
	page_form(visit, &(struct form_page){.title_key = "accounts_logout_title",
	                                     .action = "/logout",
	                                     .submit_key = "accounts_logout_submit",
	                                     .document = doc_set_text(document, "lead_key", "accounts_logout_lead")});
}

void logout_action(struct visit *visit)
{
	if (visit->viewer.person_id)
		session_delete(visit->db, visit->viewer.session);
	cookie_clear_session(visit);
	page_go(visit, "/", "accounts_logged_out");
}
