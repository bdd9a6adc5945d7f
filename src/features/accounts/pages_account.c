/* One's own account: what is known about me, my posts, my password, my sessions, my data, and the end of it. */
#include "features/accounts/pages.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/clock.h"
#include "features/accounts/forms.h"
#include "features/accounts/mails.h"
#include "features/accounts/sign.h"
#include "features/accounts/store.h"
#include "identity/person.h"
#include "identity/session.h"
#include "web/cookie.h"
#include "web/page.h"

/* The posts as the page shows them: {role, place, path, from_on, until_on, is_over}. */
static struct doc *seats_shown(struct visit *visit)
{
	struct doc *shown = doc_array();
	struct doc *seats = seat_list_person(visit->db, visit->viewer.person_id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat)) {
		int64_t group_id = doc_int(seat, "group_id"), department_id = doc_int(seat, "department_id");
		int until_on = day_parse(doc_text(seat, "until_on"));
		struct doc *row = doc_object();
		doc_set_text(row, "role", doc_text(seat, "role"));
		doc_set_text(row, "place", doc_text(seat, group_id ? "group_name" : "department_name"));
		doc_set_text(row, "seat_path",
		             group_id        ? arena_text("/groups/%lld", (long long)group_id)
		             : department_id ? arena_text("/departments/%lld", (long long)department_id)
		                             : "");
		doc_set_text(row, "from_on", doc_text(seat, "from_on"));
		doc_set_text(row, "until_on", doc_text(seat, "until_on"));
		doc_set_bool(row, "is_over", until_on != DAY_NONE && until_on < day_today());
		doc_push(shown, row);
	}
	return shown;
}

static void account_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_object();
	struct doc *seats = seats_shown(visit);
	doc_set_text(document, "account_email", visit->viewer.email);
	doc_set_bool(document, "has_seats", doc_count(seats) > 0);
	doc_set(document, "seats", seats);
	doc_set_int(document, "others", session_count(visit->db, visit->viewer.person_id) - 1);
	page_form(visit, &(struct form_page){.page = "accounts/account",
	                                     .title_key = "accounts_account_title",
	                                     .action = "/account",
	                                     .form = &accounts_profile_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "accounts_account_submit",
	                                     .document = document});
}

void account_page(struct visit *visit)
{
	account_show(visit, person_row(visit->db, visit->viewer.person_id), NULL);
}

void account_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &accounts_profile_form, errors);
	if (doc_count(errors)) {
		account_show(visit, values, errors);
		return;
	}
	person_update(visit->db, visit->viewer.person_id, values);
	page_go(visit, "/account", "accounts_account_done");
}

static void change_show(struct visit *visit, const struct doc *errors)
{
	page_crumb(visit, "/account", "accounts_account_title", NULL);
	page_form(visit, &(struct form_page){.title_key = "accounts_change_title",
	                                     .action = "/account/password",
	                                     .form = &accounts_change_form,
	                                     .errors = errors,
	                                     .submit_key = "accounts_change_submit",
	                                     .document = doc_set_text(doc_object(), "cancel_path", "/account")});
}

void account_password_page(struct visit *visit)
{
	change_show(visit, NULL);
}

void account_password_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	form_read(visit, &accounts_change_form, errors);
	if (password_is_slow(visit))
		return;
	bool is_right = password_is_right(visit, &accounts_change_form, errors);
	if (doc_count(errors) || !is_right) {
		change_show(visit, errors);
		return;
	}
	int64_t person_id = visit->viewer.person_id;
	person_update_password(visit->db, person_id, doc_text(visit->prepared, "hash"));
	session_delete_others(visit->db, person_id, "");
	account_mail_insert(visit->db, &(struct account_mail){.name = "changed",
	                                          .email = visit->viewer.email,
	                                          .person_id = person_id,
	                                          .language = language_named(doc_text(person_row(visit->db, person_id), "language")),
	                                          .path = "/password"});
	sign_in(visit, person_id, false);
	page_go(visit, "/account", "accounts_change_done");
}

void account_sessions_action(struct visit *visit)
{
	session_delete_others(visit->db, visit->viewer.person_id, visit->viewer.session);
	page_go(visit, "/account", "accounts_sessions_done");
}

void account_data_page(struct visit *visit)
{
	int64_t person_id = visit->viewer.person_id;
	struct doc *document = doc_object();
	doc_set(document, "person", person_row(visit->db, person_id));
	doc_set(document, "seats", seat_list_person(visit->db, person_id));
	doc_set(document, "cases", own_case_list(visit->db, person_id));
	doc_set(document, "notices", own_notice_list(visit->db, person_id));
	page_text(visit, "application/json; charset=utf-8", doc_json(document), "kyodo-account.json");
}

static void close_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "lead_key", "accounts_close_lead");
	page_crumb(visit, "/account", "accounts_account_title", NULL);
	page_form(visit, &(struct form_page){.title_key = "accounts_close_title",
	                                     .action = "/account/close",
	                                     .form = &accounts_close_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "accounts_close_submit",
	                                     .document = doc_set_text(document, "cancel_path", "/account")});
}

void account_close_page(struct visit *visit)
{
	close_show(visit, NULL, NULL);
}

/* The account and everything personal goes at once; cases stay, as long as the rules say. */
static void account_erase(struct db *db, int64_t person_id)
{
	struct doc *seats = seat_list_person(db, person_id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat)) {
		int until_on = day_parse(doc_text(seat, "until_on"));
		if (until_on == DAY_NONE || until_on >= day_today())
			seat_update_until(db, doc_int(seat, "id"), day_today() - 1);
	}
	struct doc *blank = doc_set_text(doc_object(), "name", text_of(LANGUAGE_JA, "accounts_closed_name"));
	static const char *const fields[] = {"kana", "public_name", "phone", "address"};
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		doc_set_text(blank, fields[i], "");
	person_update(db, person_id, doc_set_text(blank, "language", language_name(LANGUAGE_JA)));
	person_update_email(db, person_id, "");
	person_update_password(db, person_id, "");
	person_update_disabled(db, person_id, true);
}

void account_close_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &accounts_close_form, errors);
	if (password_is_slow(visit))
		return;
	bool is_right = password_is_right(visit, &accounts_close_form, errors);
	if (doc_count(errors) || !is_right) {
		close_show(visit, values, errors);
		return;
	}
	account_erase(visit->db, visit->viewer.person_id);
	cookie_clear_session(visit);
	page_go(visit, "/", "accounts_closed");
}
