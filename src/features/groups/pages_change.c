/* Changing a registered group's facts (checked first), and its people (at once). */
#include "features/groups/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/forms.h"
#include "features/groups/store.h"
#include "workflow/move.h"

/* Whether the viewer may begin a change now; answers and returns false otherwise. */
static bool change_may_begin(struct visit *visit)
{
	bool is_own = viewer_in_group(&visit->viewer, visit->subject.id) ||
	              (visit->subject.is_paper && viewer_has(&visit->viewer, ROLE_COORDINATOR));
	struct doc *group = group_row(visit->db, visit->subject.id);
	bool is_open = text_has_word("registered paused", visit->subject.state) &&
	               !text_equal(doc_text(group, "change_state"), "submitted");
	if (is_own && is_open)
		return true;
	page_error(visit, is_own ? 409 : 403, is_own ? "cases_not_writable" : NULL);
	return false;
}

void group_change_page(struct visit *visit)
{
	if (!change_may_begin(visit))
		return;
	struct doc *document = doc_set_text(doc_object(), "lead_key", "groups_change_lead");
	doc_set_text(document, "cancel_path", arena_text("/groups/%lld", (long long)visit->subject.id));
	page_crumb(visit, "/groups", "groups_title", NULL);
	page_crumb(visit, doc_text(document, "cancel_path"), NULL, visit->subject.title);
	page_form(visit, &(struct form_page){.title_key = "groups_link_change",
	                                     .action = visit->path,
	                                     .submit_key = "groups_change_start",
	                                     .document = document,
	                                     .version = visit->subject.version});
}

void group_change_action(struct visit *visit)
{
	if (!change_may_begin(visit))
		return;
	int64_t id = visit->subject.id;
	struct doc *draft = version_find(visit->db, id, "next");
	if (!doc_bool(draft, "is_draft"))
		version_save(visit->db, &visit->viewer, id, "next", group_facts(visit->db, id), -1);
	page_go(visit, arena_text("/groups/changes/%lld/edit", (long long)id), NULL);
}

static const struct move *contacts_move(void)
{
	return move_find(machine_find("groups"), "contacts");
}

static bool contacts_may(struct visit *visit)
{
	if (!move_is_for(&visit->viewer, &visit->subject, contacts_move()))
		page_error(visit, 403, NULL);
	else if (!move_may(visit->db, &visit->viewer, &visit->subject, contacts_move()))
		page_error(visit, 409, "cases_not_writable");
	else
		return true;
	return false;
}

static void contacts_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "lead_key", "groups_contacts_lead");
	doc_set_text(document, "cancel_path", arena_text("/groups/%lld", (long long)visit->subject.id));
	page_crumb(visit, "/groups", "groups_title", NULL);
	page_crumb(visit, doc_text(document, "cancel_path"), NULL, visit->subject.title);
	page_form(visit, &(struct form_page){.title_key = "groups_link_contacts",
	                                     .action = visit->path,
	                                     .form = &group_contacts_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "groups_contacts_save",
	                                     .document = document,
	                                     .version = visit->subject.version});
}

void group_contacts_page(struct visit *visit)
{
	if (contacts_may(visit))
		contacts_show(visit, group_contacts_typed(visit->db, visit->subject.id), NULL);
}

void group_contacts_action(struct visit *visit)
{
	if (!contacts_may(visit))
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &group_contacts_form, errors);
	if (doc_count(errors)) {
		contacts_show(visit, values, errors);
		return;
	}
	struct move_order order = {.case_id = visit->subject.id,
	                           .move = "contacts",
	                           .values = values,
	                           .version = text_number(request_field(visit->request, "version")),
	                           .effective_on = DAY_NONE};
	if (move_perform(visit->db, &visit->viewer, &order, NULL) == MOVE_DONE)
		page_go(visit, arena_text("/groups/%lld", (long long)visit->subject.id), "groups_contacts_saved");
	else
		page_error(visit, 409, "cases_stale");
}
