/* The members of a group: who belongs to it, who may submit, inviting, ending a post. The group decides; the desk may look. */
#include "features/groups/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/accounts/accounts.h"
#include "features/groups/forms.h"
#include "features/groups/store.h"
#include "identity/person.h"
#include "identity/session.h"

enum { INVITATIONS_MOST = 20, DAY_SECONDS = 24 * 60 * 60 };

static bool may_decide(const struct visit *visit)
{
	return viewer_may_submit(&visit->viewer, visit->subject.id);
}

/* What may be done with each post: named persons change on the contacts page, members here. */
static void seat_complete(struct visit *visit, struct doc *seat)
{
	bool is_member = text_equal(doc_text(seat, "role"), "member");
	bool may_submit = doc_bool(seat, "may_submit") || !is_member;
	bool is_own = doc_int(seat, "person_id") == visit->viewer.person_id;
	doc_set_text(seat, "seat_key", arena_text("accounts_seat_%s", doc_text(seat, "role")));
	doc_set_bool(seat, "may_submit", may_submit);
	doc_set_bool(seat, "can_change", may_decide(visit) && is_member);
	doc_set_bool(seat, "can_end", is_member && (may_decide(visit) || is_own));
	doc_set_text(seat, "seat_path",
	             arena_text("/groups/%lld/members/%lld", (long long)visit->subject.id, (long long)doc_int(seat, "id")));
	doc_set_text(seat, "change_do", may_submit ? "no_submit" : "submit");
	doc_set_text(seat, "change_key", may_submit ? "groups_member_no_submit" : "groups_member_submit");
	doc_remove(seat, "email");
}

/* One row a person, with all posts they hold here. */
static struct doc *people_of(struct visit *visit)
{
	struct doc *people = doc_array();
	struct doc *seats = group_seats(visit->db, visit->subject.id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat)) {
		seat_complete(visit, seat);
		struct doc *known = doc_first(people);
		while (known && doc_int(known, "person_id") != doc_int(seat, "person_id"))
			known = doc_next(known);
		if (!known) {
			known = doc_copy(seat);
			doc_set(known, "posts", doc_array());
			doc_push(people, known);
		}
		doc_push(doc_get(known, "posts"), doc_set_text(doc_object(), "seat_key", doc_text(seat, "seat_key")));
	}
	return people;
}

static void members_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_object();
	doc_set(document, "seats", people_of(visit));
	doc_set_bool(document, "may_decide", may_decide(visit));
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "case_path", arena_text("/groups/%lld", (long long)visit->subject.id));
	page_crumb(visit, "/groups", "groups_title", NULL);
	page_crumb(visit, doc_text(document, "case_path"), NULL, visit->subject.title);
	page_form(visit, &(struct form_page){.page = "groups/members",
	                                     .title_key = "groups_link_members",
	                                     .action = visit->path,
	                                     .form = may_decide(visit) ? &group_invite_form : NULL,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "groups_invite_send",
	                                     .document = document});
}

void group_members_page(struct visit *visit)
{
	members_show(visit, NULL, NULL);
}

/* The same answer whether or not the address has an account. */
void group_members_action(struct visit *visit)
{
	if (!may_decide(visit)) {
		page_error(visit, 403, NULL);
		return;
	}
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &group_invite_form, errors);
	const char *key = arena_text("%lld", (long long)visit->subject.id);
	if (!doc_count(errors) && !attempt_allowed(visit->db, "group_invite", key, INVITATIONS_MOST, DAY_SECONDS))
		form_error(visit, errors, &group_invite_form, "email", "groups_invite_many", NULL);
	if (doc_count(errors)) {
		members_show(visit, values, errors);
		return;
	}
	invitation_insert(visit->db, &(struct invitation){.email = doc_text(values, "email"),
	                                                  .role = "member",
	                                                  .group_id = visit->subject.id,
	                                                  .group_name = visit->subject.title,
	                                                  .language = visit->language});
	page_go(visit, visit->path, "groups_invited");
}

/* A present member's post of this group; NULL if the address names another. */
static struct doc *member_seat(struct visit *visit)
{
	struct doc *seats = group_seats(visit->db, visit->subject.id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat))
		if (doc_int(seat, "id") == visit_id(visit, 1))
			return text_equal(doc_text(seat, "role"), "member") ? seat : NULL;
	return NULL;
}

void group_member_action(struct visit *visit)
{
	struct doc *seat = member_seat(visit);
	const char *what = visit_field(visit, "do");
	if (!seat || !text_has_word("submit no_submit end", what)) {
		page_error(visit, seat ? 400 : 404, NULL);
		return;
	}
	bool is_own = doc_int(seat, "person_id") == visit->viewer.person_id;
	if (!may_decide(visit) && !(is_own && text_equal(what, "end"))) {
		page_error(visit, 403, NULL);
		return;
	}
	if (text_equal(what, "end"))
		seat_update_until(visit->db, doc_int(seat, "id"), day_today() - 1);
	else
		seat_update_may_submit(visit->db, doc_int(seat, "id"), text_equal(what, "submit"));
	bool leaves = is_own && text_equal(what, "end");
	page_go(visit, leaves ? "/account" : arena_text("/groups/%lld/members", (long long)visit->subject.id),
	        "groups_member_changed");
}
