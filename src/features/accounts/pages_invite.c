/* Invitations: the link joins whoever opens it, with the account they have or a new one. */
#include "features/accounts/pages.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/accounts/accounts.h"
#include "features/accounts/forms.h"
#include "features/accounts/mails.h"
#include "features/accounts/sign.h"
#include "http/url.h"
#include "identity/person.h"
#include "identity/session.h"
#include "web/page.h"
#include "workflow/notice.h"

char *invitation_path_insert(struct db *db, const struct invitation *invitation)
{
	struct doc *content = doc_object();
	doc_set_int(content, "group_id", invitation->group_id);
	doc_set_text(content, "role", invitation->role);
	doc_set_text(content, "group_name", invitation->group_name);
	int64_t person_id = person_find(db, invitation->email);
	struct mail_token token = {"invite", invitation->email, person_id, content};
	return arena_text("/invite/%s", mail_token_insert(db, &token, NULL));
}

void invitation_insert(struct db *db, const struct invitation *invitation)
{
	const char *role = text_of(invitation->language, arena_text("accounts_seat_%s", invitation->role));
	struct doc *values = doc_set_text(doc_object(), "group", invitation->group_name);
	account_mail_insert(db, &(struct account_mail){.name = "invite",
	                                   .email = invitation->email,
	                                   .person_id = person_find(db, invitation->email),
	                                   .language = invitation->language,
	                                   .path = invitation_path_insert(db, invitation),
	                                   .values = doc_set_text(values, "role", role)});
}

/* How the opener may take the invitation up. */
enum taking { TAKE_AS_VIEWER, TAKE_BY_SIGNING_IN, TAKE_WITH_NEW_ACCOUNT };

static enum taking taking_of(struct visit *visit, const struct doc *row)
{
	if (visit->viewer.person_id)
		return TAKE_AS_VIEWER;
	int64_t person_id = person_find(visit->db, doc_text(row, "email"));
	return person_id && *person_password_hash(visit->db, person_id) ? TAKE_BY_SIGNING_IN : TAKE_WITH_NEW_ACCOUNT;
}

static void invite_show(struct visit *visit, const struct doc *row, const struct doc *values, const struct doc *errors)
{
	const struct doc *content = doc_get(row, "content");
	enum taking taking = taking_of(visit, row);
	struct doc *document = doc_object();
	doc_set_text(document, "group_name", doc_text(content, "group_name"));
	doc_set_text(document, "role", doc_text(content, "role"));
	doc_set_text(document, "invited_email", doc_text(row, "email"));
	doc_set_text(document, "viewer_name", visit->viewer.name);
	doc_set_bool(document, "as_viewer", taking == TAKE_AS_VIEWER);
	doc_set_bool(document, "by_signing_in", taking == TAKE_BY_SIGNING_IN);
	doc_set_bool(document, "with_account", taking == TAKE_WITH_NEW_ACCOUNT);
	doc_set_text(document, "login_path", arena_text("/login?next=%s", url_encode(visit->path)));
	page_form(visit, &(struct form_page){.page = "accounts/invite",
	                                     .title_key = "accounts_invite_title",
	                                     .action = visit->path,
	                                     .form = taking == TAKE_WITH_NEW_ACCOUNT ? &accounts_invite_form : NULL,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "accounts_invite_submit",
	                                     .document = document});
}

void invite_page(struct visit *visit)
{
	struct doc *row = mail_token_find(visit->db, "invite", visit_word(visit, 0));
	if (!row) {
		link_over_page(visit, "/login", "accounts_login_title");
		return;
	}
	int64_t person_id = person_find(visit->db, doc_text(row, "email"));
	invite_show(visit, row, person_id ? person_row(visit->db, person_id) : NULL, NULL);
}

static bool seat_is_held(const struct viewer *viewer, int64_t group_id, const char *role)
{
	for (int i = 0; i < viewer->seat_count; i++)
		if (viewer->seats[i].group_id == group_id && text_equal(viewer->seats[i].role, role))
			return true;
	return false;
}

/* Gives the viewer the post and tells the group. */
static void invite_take(struct visit *visit, const struct doc *row)
{
	const struct doc *content = doc_get(row, "content");
	int64_t group_id = doc_int(content, "group_id");
	const char *role = doc_text(content, "role");
	mail_token_use(visit->db, row);
	if (!group_id) {
		page_go(visit, "/account", "accounts_welcome");
		return;
	}
	const char *path = arena_text("/groups/%lld", (long long)group_id);
	if (!seat_is_held(&visit->viewer, group_id, role)) {
		seat_insert(visit->db, visit->viewer.person_id, role, group_id, 0);
		struct doc *values = doc_set_text(doc_object(), "name", visit->viewer.name);
		doc_set_text(values, "title", doc_text(content, "group_name"));
		struct telling telling = {.case_id = group_id, .text_key = "accounts_notice_joined", .values = values, .path = path};
		notice_insert_group(visit->db, group_id, &telling);
	}
	page_go(visit, path, "accounts_invite_done");
}

static int64_t invited_person(struct visit *visit, const struct doc *row, const struct doc *values)
{
	const char *email = doc_text(row, "email");
	int64_t person_id = person_find(visit->db, email);
	if (!person_id)
		person_id = person_insert(visit->db, email, doc_text(values, "name"));
	struct doc *person = person_row(visit->db, person_id);
	doc_set_text(person, "name", doc_text(values, "name"));
	person_update(visit->db, person_id, doc_set_text(person, "language", language_name(visit->language)));
	person_update_password(visit->db, person_id, doc_text(visit->prepared, "hash"));
	person_update_confirmed(visit->db, person_id);
	return person_id;
}

void invite_action(struct visit *visit)
{
	struct doc *row = mail_token_find(visit->db, "invite", visit_word(visit, 0));
	if (!row) {
		link_over_page(visit, "/login", "accounts_login_title");
		return;
	}
	enum taking taking = taking_of(visit, row);
	if (taking == TAKE_WITH_NEW_ACCOUNT) {
		struct doc *errors = doc_array();
		struct doc *values = form_read(visit, &accounts_invite_form, errors);
		if (doc_count(errors)) {
			invite_show(visit, row, values, errors);
			return;
		}
		if (password_is_slow(visit))
			return;
		sign_in(visit, invited_person(visit, row, values), false);
	}
	if (visit->viewer.person_id)
		invite_take(visit, row);
	else
		invite_show(visit, row, NULL, NULL);
}
