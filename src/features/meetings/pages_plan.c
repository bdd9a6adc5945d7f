/* Planning a meeting and changing its facts. The day is moved by the move "postpone". */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/forms.h"
#include "features/meetings/moves.h"
#include "features/meetings/store.h"
#include "identity/person.h"

static void new_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	page_crumb(visit, "/meetings", "meetings_title", NULL);
	struct doc *document = doc_set_text(doc_object(), "lead_key", "meetings_new_lead");
	page_form(visit, &(struct form_page){.title_key = "meetings_new_title",
	                                     .action = "/meetings/new",
	                                     .form = &meetings_plan_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "meetings_new_submit",
	                                     .document = doc_set_text(document, "cancel_path", "/meetings")});
}

/* The city's co-chair is proposed: its own section. */
void meeting_new_page(struct visit *visit)
{
	new_show(visit, doc_set_int(doc_object(), "department", department_coordinator(visit->db)), NULL);
}

void meeting_new_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &meetings_plan_form, errors);
	if (doc_count(errors)) {
		new_show(visit, values, errors);
		return;
	}
	struct case_file meeting = {
		.title = doc_text(values, "title"),
		.group_id = doc_int(values, "group"),
		.department_id = doc_int(values, "department"),
	};
	int64_t id = case_open(visit->db, &visit->viewer, &meetings_machine, &meeting, values);
	page_go(visit, arena_text("/meetings/%lld", (long long)id), "meetings_planned");
}

static void edit_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = meeting_document(visit);
	doc_set_text(document, "lead_key", "meetings_edit_lead");
	page_form(visit, &(struct form_page){.title_key = "meetings_edit_title",
	                                     .action = meeting_path(visit, "/edit"),
	                                     .form = &meetings_change_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "meetings_edit_submit",
	                                     .document = doc_set_text(document, "cancel_path", meeting_path(visit, "")),
	                                     .version = visit->subject.version});
}

static struct doc *edit_values(struct visit *visit)
{
	struct doc *values = meeting_row(visit->db, visit->subject.id);
	doc_set_text(values, "online", meeting_online(visit->db, visit->subject.id));
	doc_set_text(values, "group", doc_text(values, "group_id"));
	doc_set_text(values, "department", doc_text(values, "department_id"));
	if (!doc_int(values, "capacity"))
		doc_set_text(values, "capacity", "");
	return values;
}

static bool edit_may(struct visit *visit)
{
	bool may = move_may(visit->db, &visit->viewer, &visit->subject, move_find(&meetings_machine, "change"));
	if (!may)
		page_error(visit, 409, "cases_stale");
	return may;
}

void meeting_edit_page(struct visit *visit)
{
	if (edit_may(visit))
		edit_show(visit, edit_values(visit), NULL);
}

void meeting_edit_action(struct visit *visit)
{
	if (!edit_may(visit))
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &meetings_change_form, errors);
	if (doc_count(errors)) {
		edit_show(visit, values, errors);
		return;
	}
	struct move_order order = {.case_id = visit->subject.id, .move = "change", .version = text_number(visit_field(visit, "version")),
	                           .values = values, .effective_on = DAY_NONE};
	if (move_perform(visit->db, &visit->viewer, &order, NULL) != MOVE_DONE) {
		page_error(visit, 409, "cases_stale");
		return;
	}
	case_update_owner(visit->db, visit->subject.id, doc_int(values, "group"), doc_int(values, "department"));
	page_go(visit, meeting_path(visit, ""), "meetings_changed");
}
