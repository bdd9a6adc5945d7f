/* The two dossiers of groups: registration, and a change of a registered group's facts. */
#include "features/groups/forms.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "features/groups/pages.h"
#include "features/groups/rules.h"
#include "features/groups/store.h"

enum { SUMMARY_LENGTH = 120 };

static const struct section group_sections[] = {
	{.name = "basics", .form = &group_basics_form},
	{.name = "activity", .form = &group_activity_form},
	{.name = "representative", .form = &group_representative_form},
	{.name = "contacts", .form = &group_people_form},
	{.name = "public", .form = &group_public_form},
	{.name = "visibility", .form = &group_visibility_form},
	{.name = NULL},
};

static const struct section change_sections[] = {
	{.name = "basics", .form = &group_basics_form},
	{.name = "activity", .form = &group_activity_form},
	{.name = "public", .form = &group_public_form},
	{.name = "visibility", .form = &group_visibility_form},
	{.name = NULL},
};

static const struct field declaration_fields[] = {
	{.name = "nonprofit", .kind = FIELD_CHECK, .is_required = true},
	{.name = "neutral", .kind = FIELD_CHECK, .is_required = true},
	{.name = "lawful", .kind = FIELD_CHECK, .is_required = true},
	{.name = "clean", .kind = FIELD_CHECK, .is_required = true},
	{.name = "open", .kind = FIELD_CHECK, .is_required = true},
	{.name = NULL},
};
static const struct form declaration_form = FORM("group_declare", declaration_fields);

static bool is_of_group(const struct visit *visit)
{
	const struct viewer *viewer = &visit->viewer;
	const struct case_file *subject = &visit->subject;
	bool is_desk = subject->is_paper && viewer_has(viewer, ROLE_COORDINATOR);
	return viewer_in_group(viewer, subject->group_id) || (viewer->person_id && viewer->person_id == subject->author_id) ||
	       is_desk;
}

static bool group_may_write(struct visit *visit)
{
	return text_has_word("draft returned", visit->subject.state) && is_of_group(visit);
}

static bool change_may_write(struct visit *visit)
{
	struct doc *group = group_row(visit->db, visit->subject.id);
	struct doc *draft = version_find(visit->db, visit->subject.id, "next");
	bool is_begun = doc_bool(draft, "is_draft") || text_equal(doc_text(group, "change_state"), "returned");
	return text_has_word("registered paused", visit->subject.state) && is_begun &&
	       !text_equal(doc_text(group, "change_state"), "submitted") && is_of_group(visit);
}

/* The title follows the name while the group is not public. */
static void group_saved(struct visit *visit, const struct doc *content)
{
	const char *name = doc_text(content, "name");
	if (!text_empty(name))
		case_update_title(visit->db, visit->subject.id, name, text_cut(doc_text(content, "aims"), SUMMARY_LENGTH));
}

const struct dossier group_dossier = {
	.name = "group",
	.kind = "groups",
	.path = "/groups",
	.part = "",
	.sections = group_sections,
	.submit = "submit",
	.returning = "return",
	.declaration = &declaration_form,
	.may_write = group_may_write,
	.saved = group_saved,
};

const struct dossier change_dossier = {
	.name = "group_change",
	.kind = "groups",
	.path = "/groups/changes",
	.part = "next",
	.sections = change_sections,
	.submit = "change_submit",
	.returning = "change_return",
	.may_write = change_may_write,
};
