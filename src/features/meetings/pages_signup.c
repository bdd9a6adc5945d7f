/* Signing up: with an account at once, without one by a link in a mail; and the list of those who come. */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/forms.h"
#include "features/meetings/signups.h"
#include "features/meetings/store.h"
#include "identity/person.h"
#include "identity/session.h"

enum { HOUR = 60 * 60, MAILS_MOST = 5, ASKED_MOST = 30 };

struct doc *signup_of_viewer(struct visit *visit)
{
	if (!visit->viewer.person_id)
		return NULL;
	struct doc *signup = signup_row_person(visit->db, visit_id(visit, 0), visit->viewer.person_id);
	return signup && !text_equal(doc_text(signup, "state"), "asked") ? signup : NULL;
}

static const char *language_name(enum language language)
{
	return language == LANGUAGE_EN ? "en" : language == LANGUAGE_EASY ? "easy" : "ja";
}

/* What was chosen before, as the form's values. */
static struct doc *values_of(const struct doc *signup)
{
	struct doc *values = doc_object();
	struct doc *needs = doc_array();
	const char *need;
	for (int i = 0; (need = text_piece(doc_text(signup, "needs"), ' ', i)); i++)
		if (*need)
			doc_push_text(needs, need);
	bool is_new = !signup || text_equal(doc_text(signup, "state"), "cancelled");
	doc_set_text(values, "way", is_new ? "" : doc_text(signup, "way"));
	doc_set(values, "needs", needs);
	doc_set_text(values, "needs_note", doc_text(signup, "needs_note"));
	doc_set_int(values, "consent", doc_int(signup, "consent_at") ? 1 : 0);
	return values;
}

/* The page around a sign-up's form: the facts of the meeting, how it stands, and the button that takes it back. */
static void signup_show(struct visit *visit, const struct doc *signup, const struct form *form, const struct doc *values,
                        const struct doc *errors)
{
	struct doc *document = meeting_document(visit);
	const char *state = doc_text(signup, "state");
	bool is_in = text_has_word("in waiting absent", state);
	doc_set_bool(document, "is_link", text_equal(state, "asked"));
	doc_set_text(document, "own_state_key", is_in ? arena_text("signup_state_%s", state) : "");
	doc_set_text(document, "online", text_equal(state, "in") ? meeting_online(visit->db, doc_int(signup, "meeting_id")) : "");
	doc_set_bool(document, "may_cancel", is_in);
	doc_set_bool(document, "needs_mail", !signup && !visit->viewer.person_id);
	doc_set_text(document, "calendar_path", meeting_path(visit, ".ics"));
	const char *submit = !signup && !visit->viewer.person_id ? "signup_submit_mail" : is_in ? "signup_submit_change" : "signup_submit";
	page_form(visit, &(struct form_page){.page = "meetings/signup",
	                                     .title_key = "signup_title",
	                                     .action = visit->path,
	                                     .form = form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = submit,
	                                     .document = document});
}

static bool signup_may(struct visit *visit)
{
	struct doc *meeting = meeting_row(visit->db, visit->subject.id);
	meeting_fill(meeting);
	if (doc_bool(meeting, "is_signup_open"))
		return true;
	page_error(visit, 409, "signup_error_over");
	return false;
}

void meeting_signup_page(struct visit *visit)
{
	if (!signup_may(visit))
		return;
	struct doc *signup = signup_of_viewer(visit);
	signup_show(visit, signup, visit->viewer.person_id ? &meetings_signup_form : &meetings_signup_mail_form, values_of(signup), NULL);
}

/* The same page is shown whether or not the address is known. */
static void signup_ask_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &meetings_signup_mail_form, errors);
	if (doc_count(errors)) {
		signup_show(visit, NULL, &meetings_signup_mail_form, values, errors);
		return;
	}
	if (!attempt_allowed(visit->db, "mail-asked", visit->request->address, ASKED_MOST, HOUR)) {
		page_error(visit, 429, NULL);
		return;
	}
	if (attempt_allowed(visit->db, "mail", doc_text(values, "email"), MAILS_MOST, HOUR))
		signup_ask(visit->db, meeting_row(visit->db, visit->subject.id), values, language_name(visit->language));
	page_message(visit, "signup_sent", meeting_path(visit, ""), "signup_back");
}

/* What was chosen before as somebody without an account, with the same address, becomes the person's own. */
static void signup_add_viewer(struct visit *visit, const struct doc *meeting, const struct doc *values)
{
	struct doc *person = person_row(visit->db, visit->viewer.person_id);
	doc_set_int(person, "person_id", visit->viewer.person_id);
	struct doc *known = signup_row_email(visit->db, visit->subject.id, doc_text(person, "email"));
	if (known)
		signup_update_person(visit->db, doc_int(known, "id"), visit->viewer.person_id);
	if (known)
		signup_save(visit->db, meeting, signup_row(visit->db, visit->subject.id, doc_int(known, "id")), values);
	else
		signup_add(visit->db, meeting, person, values);
}

static void signup_write(struct visit *visit, const struct doc *signup, const struct doc *values)
{
	struct doc *meeting = meeting_row(visit->db, visit->subject.id);
	if (*visit_field(visit, "cancel") && signup)
		signup_cancel(visit->db, meeting, signup);
	else if (signup)
		signup_save(visit->db, meeting, signup, values);
	else
		signup_add_viewer(visit, meeting, values);
	page_go(visit, visit->path, *visit_field(visit, "cancel") ? "signup_cancelled" : "signup_saved");
}

/* Reads the choice of a known person and writes it; taking back needs no choice. */
static void signup_choose(struct visit *visit, const struct doc *signup)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &meetings_signup_form, errors);
	if (doc_count(errors) && !*visit_field(visit, "cancel"))
		signup_show(visit, signup, &meetings_signup_form, values, errors);
	else
		signup_write(visit, signup, values);
}

void meeting_signup_action(struct visit *visit)
{
	if (!signup_may(visit))
		return;
	if (visit->viewer.person_id)
		signup_choose(visit, signup_of_viewer(visit));
	else
		signup_ask_action(visit);
}

/* The sign-up of the link; answers and returns NULL when there is none. */
static struct doc *signup_linked(struct visit *visit)
{
	struct doc *signup = signup_find(visit->db, visit->subject.id, visit_word(visit, 1));
	if (!signup) {
		page_error(visit, 404, "signup_error_link");
		return NULL;
	}
	return signup_may(visit) ? signup : NULL;
}

void meeting_signup_link_page(struct visit *visit)
{
	struct doc *signup = signup_linked(visit);
	if (signup)
		signup_show(visit, signup, &meetings_signup_form, values_of(signup), NULL);
}

void meeting_signup_link_action(struct visit *visit)
{
	struct doc *signup = signup_linked(visit);
	if (signup)
		signup_choose(visit, signup);
}

void meeting_people_page(struct visit *visit)
{
	struct doc *document = meeting_document(visit);
	struct doc *rows = signup_list(visit->db, visit->subject.id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *needs = doc_array();
		const char *need;
		for (int i = 0; (need = text_piece(doc_text(row, "needs"), ' ', i)); i++)
			if (*need)
				doc_push(needs, doc_set_text(doc_object(), "need_key", arena_text("signup_needs_%s", need)));
		doc_set(row, "needs_list", needs);
		doc_set_text(row, "way_key", arena_text("signup_way_%s", doc_text(row, "way")));
		doc_set_text(row, "state_key", arena_text("signup_state_%s", doc_text(row, "state")));
		doc_set_bool(row, "is_off", text_has_word("absent cancelled", doc_text(row, "state")));
	}
	doc_set_bool(document, "has_people", doc_count(rows) > 0);
	doc_set(document, "people", rows);
	doc_set(document, "seats", signup_counts(visit->db, visit->subject.id));
	page_show(visit, "meetings/people", "meetings_people_title", document);
}
