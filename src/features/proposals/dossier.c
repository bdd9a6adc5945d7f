/* The dossier of proposals: who may write when, what a save and a check page do; and opening a new one. */
#include "features/proposals/pages.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/proposals/forms.h"
#include "features/proposals/moves.h"
#include "web/guard.h"
#include "workflow/version.h"

/* Before it is sent the side that opened it writes; in the dialogue both do. */
static bool proposal_may_write(struct visit *visit)
{
	const struct case_file *subject = &visit->subject;
	bool is_group = viewer_in_group(&visit->viewer, subject->group_id);
	bool is_city = viewer_in_department(&visit->viewer, subject->department_id);
	if (text_equal(subject->state, "dialogue"))
		return is_group || is_city;
	if (!text_has_word("draft returned", subject->state))
		return false;
	return text_equal(proposal_find(visit->db, subject->id).direction, "city") ? is_city : is_group;
}

static const char *proposal_submitting(struct visit *visit)
{
	if (text_equal(visit->subject.state, "dialogue"))
		return "new_version";
	return text_equal(visit->subject.state, "returned") ? "resubmit" : "submit";
}

/* While nothing is sent, the title on every list is the one being written. */
static void proposal_saved(struct visit *visit, const struct doc *content)
{
	if (text_equal(visit->subject.state, "draft") && !text_empty(doc_text(content, "title")))
		case_update_title(visit->db, visit->subject.id, doc_text(content, "title"), doc_text(content, "summary"));
}

const struct dossier proposal_dossier = {
	.name = "proposal",
	.kind = "proposals",
	.path = "/proposals",
	.part = "",
	.sections = proposal_sections,
	.submit = "submit",
	.submitting = proposal_submitting,
	.returning = "return",
	.declaration = &proposal_declaration,
	.may_write = proposal_may_write,
	.saved = proposal_saved,
};

/* The start page of a department's invitation has words of its own; everything after is the same dossier. */
static const struct dossier invitation_dossier = {.name = "invitation", .kind = "proposals", .path = "/proposals"};

static bool is_city_wanted(struct visit *visit)
{
	return text_equal(visit_parameter(visit, "from"), "city");
}

static void new_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	bool is_city = is_city_wanted(visit);
	page_crumb(visit, "/proposals", "proposals_title", NULL);
	visit->clause = "4-4-3";
	dossier_start_show(visit, is_city ? &invitation_dossier : &proposal_dossier, is_city ? "/proposals/new?from=city" : "/proposals/new",
	                   !visit->viewer.person_id ? NULL : is_city ? &invitation_start_form : &proposal_start_form, values, errors);
}

/* A signed-in person without a registered group is told the way to one, not shown a form that cannot be sent. */
void proposal_new_page(struct visit *visit)
{
	const struct viewer *viewer = &visit->viewer;
	if (is_city_wanted(visit) && viewer->person_id && !viewer_department(viewer))
		page_error(visit, 403, "proposals_not_city");
	else if (!is_city_wanted(visit) && viewer->person_id && doc_count(own_group_list(visit)) == 0)
		viewer_department(viewer) ? page_go(visit, "/proposals/new?from=city", NULL)
		                          : page_message(visit, "proposals_no_group", "/groups/new", "proposals_no_group_next");
	else
		new_show(visit, NULL, NULL);
}

static int64_t proposal_open(struct visit *visit, const struct doc *typed)
{
	bool is_city = is_city_wanted(visit);
	struct doc *values = doc_set_text(doc_copy(typed), "direction", is_city ? "city" : "group");
	if (!text_equal(doc_text(values, "audience"), "one"))
		doc_remove(values, "asked_group");
	struct case_file fresh = {.title = doc_text(typed, "title")};
	fresh.group_id = is_city ? 0 : doc_int(typed, "group");
	fresh.department_id = is_city ? viewer_department(&visit->viewer) : 0;
	int64_t id = case_open(visit->db, &visit->viewer, &proposals_machine, &fresh, values);
	struct doc *content = doc_set_text(doc_object(), "title", fresh.title);
	version_save(visit->db, &visit->viewer, id, "", content, -1);
	return id;
}

void proposal_new_action(struct visit *visit)
{
	bool is_city = is_city_wanted(visit);
	bool may = is_city ? viewer_department(&visit->viewer) != 0 : doc_count(own_group_list(visit)) > 0;
	if (!may) {
		page_error(visit, 403, is_city ? "proposals_not_city" : "proposals_not_group");
		return;
	}
	struct doc *errors = doc_array();
	struct doc *typed = form_read(visit, is_city ? &invitation_start_form : &proposal_start_form, errors);
	if (doc_count(errors))
		new_show(visit, typed, errors);
	else
		page_go(visit, arena_text("/proposals/%lld/edit", (long long)proposal_open(visit, typed)), NULL);
}
