/* People and their posts. */
#include "features/admin/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/accounts/accounts.h"
#include "features/admin/forms.h"
#include "identity/person.h"
#include "identity/session.h"

void admin_people_page(struct visit *visit)
{
	const char *query = text_cut(visit_parameter(visit, "q"), 100);
	long long after = text_number(visit_parameter(visit, "after"));
	struct doc *document = doc_object();
	struct doc *people = person_list(visit->db, query, after > 0 ? after : 0);
	int64_t last = 0;
	for (struct doc *row = doc_first(people); row; row = doc_next(row)) {
		last = doc_int(row, "id");
		doc_set_text(row, "path", arena_text("/admin/people/%lld", (long long)last));
	}
	doc_set_text(document, "q", query);
	doc_set_text(document, "next_after", doc_count(people) >= 50 ? arena_text("%lld", (long long)last) : "");
	doc_set_bool(document, "is_empty", doc_count(people) == 0);
	doc_set(document, "people", people);
	page_crumb(visit, "/admin", "admin_title", NULL);
	page_show(visit, "admin/people", "admin_people", document);
}

static void person_new_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	page_crumb(visit, "/admin", "admin_title", NULL);
	page_crumb(visit, "/admin/people", "admin_people", NULL);
	page_form(visit, &(struct form_page){.title_key = "admin_person_new", .action = "/admin/people/new", .form = &admin_person_form,
	                                     .values = values, .errors = errors, .submit_key = "admin_person_make",
	                                     .document = doc_set_text(doc_object(), "lead_key", "admin_person_new_lead")});
}

void admin_person_new_page(struct visit *visit)
{
	person_new_show(visit, NULL, NULL);
}

void admin_person_new_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &admin_person_form, errors);
	if (doc_count(errors)) {
		person_new_show(visit, values, errors);
		return;
	}
	int64_t id = person_insert(visit->db, doc_text(values, "email"), doc_text(values, "name"));
	invitation_insert(visit->db, &(struct invitation){.email = doc_text(values, "email"), .role = "", .group_name = "", .language = visit->language});
	page_go(visit, arena_text("/admin/people/%lld", (long long)id), "admin_person_made");
}

/* The person of the address; answers 404 and returns NULL when there is none. */
static struct doc *person_wanted(struct visit *visit)
{
	struct doc *person = person_row(visit->db, visit_id(visit, 0));
	if (!person)
		page_error(visit, 404, NULL);
	return person;
}

static struct doc *seats_shown(struct visit *visit, int64_t person_id)
{
	struct doc *seats = seat_list_person(visit->db, person_id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat)) {
		int until = day_parse(doc_text(seat, "until_on"));
		bool is_over = until != DAY_NONE && until < day_today();
		doc_set_text(seat, "role_key", arena_text("admin_role_%s", doc_text(seat, "role")));
		doc_set_text(seat, "end_path", is_over ? "" : arena_text("/admin/seats/%lld/end", (long long)doc_int(seat, "id")));
	}
	return seats;
}

static void person_show(struct visit *visit, struct doc *person, const struct doc *values, const struct doc *errors)
{
	int64_t id = doc_int(person, "id");
	struct doc *seats = seats_shown(visit, id);
	doc_set_bool(person, "has_seats", doc_count(seats) > 0);
	doc_set(person, "seats", seats);
	doc_set_bool(person, "is_disabled", doc_int(person, "disabled_at") > 0);
	doc_set_text(person, "disable_path", arena_text("/admin/people/%lld/disable", (long long)id));
	page_crumb(visit, "/admin", "admin_title", NULL);
	page_crumb(visit, "/admin/people", "admin_people", NULL);
	page_form(visit, &(struct form_page){.page = "admin/person", .title_key = "admin_person", .form = &admin_seat_form,
	                                     .action = arena_text("/admin/people/%lld/seats", (long long)id), .values = values,
	                                     .errors = errors, .submit_key = "admin_seat_add", .document = person});
}

void admin_person_page(struct visit *visit)
{
	struct doc *person = person_wanted(visit);
	if (person)
		person_show(visit, person, NULL, NULL);
}

void admin_seat_action(struct visit *visit)
{
	struct doc *person = person_wanted(visit);
	if (!person)
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &admin_seat_form, errors);
	if (doc_count(errors)) {
		person_show(visit, person, values, errors);
		return;
	}
	int64_t seat = seat_insert(visit->db, doc_int(person, "id"), doc_text(values, "role"), 0, doc_int(values, "department_id"));
	int from = day_parse(doc_text(values, "from_on"));
	if (from != DAY_NONE)
		seat_update_from(visit->db, seat, from);
	page_go(visit, arena_text("/admin/people/%lld", (long long)doc_int(person, "id")), "admin_seat_added");
}

/* The last administrator's post cannot end: nobody could give another. */
static bool is_last_admin(struct visit *visit, const struct doc *seat)
{
	return text_equal(doc_text(seat, "role"), "admin") && doc_int(seat, "person_id") == visit->viewer.person_id;
}

void admin_seat_end_action(struct visit *visit)
{
	struct doc *seat = seat_row(visit->db, visit_id(visit, 0));
	if (!seat) {
		page_error(visit, 404, NULL);
		return;
	}
	if (is_last_admin(visit, seat)) {
		page_error(visit, 409, "admin_own_seat");
		return;
	}
	seat_update_until(visit->db, doc_int(seat, "id"), day_today() - 1);
	page_go(visit, arena_text("/admin/people/%lld", (long long)doc_int(seat, "person_id")), "admin_seat_ended");
}

void admin_disable_action(struct visit *visit)
{
	struct doc *person = person_wanted(visit);
	if (!person)
		return;
	if (doc_int(person, "id") == visit->viewer.person_id) {
		page_error(visit, 409, "admin_own_seat");
		return;
	}
	bool is_disabled = doc_int(person, "disabled_at") > 0;
	person_update_disabled(visit->db, doc_int(person, "id"), !is_disabled);
	session_delete_others(visit->db, doc_int(person, "id"), "");
	page_go(visit, arena_text("/admin/people/%lld", (long long)doc_int(person, "id")), is_disabled ? "admin_enabled" : "admin_disabled");
}
