/* The forms around a proposal: opening one, the moves, the dialogue, the list. What a proposal says: forms_sections.c. */
#include "features/proposals/forms.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "identity/person.h"
#include "workflow/move.h"

struct doc *own_group_list(struct visit *visit)
{
	struct doc *list = doc_array();
	int64_t last = 0;
	for (int i = 0; i < visit->viewer.seat_count; i++) {
		int64_t id = visit->viewer.seats[i].group_id;
		if (!id || id == last || !viewer_may_submit(&visit->viewer, id) || !group_is_registered(visit->db, id))
			continue;
		struct doc *row = doc_set_text(doc_object(), "value", arena_text("%lld", (long long)id));
		doc_push(list, doc_set_text(row, "label", group_name(visit->db, id)));
		last = id;
	}
	return list;
}

static struct doc *registered_group_list(struct visit *visit)
{
	return group_choices(visit->db);
}

static struct doc *department_choice_list(struct visit *visit)
{
	struct doc *list = doc_array();
	struct doc *departments = department_list(visit->db);
	for (struct doc *row = doc_first(departments); row; row = doc_next(row)) {
		struct doc *choice = doc_set_text(doc_object(), "value", doc_text(row, "id"));
		doc_push(list, doc_set_text(choice, "label", doc_text(row, "name")));
	}
	return list;
}

static const struct field start_fields[] = {
	{.name = "group", .kind = FIELD_SELECT, .is_required = true, .list = own_group_list},
	{.name = "title", .kind = FIELD_TEXT, .is_required = true, .most = 80},
	{.name = NULL},
};
const struct form proposal_start_form = FORM("proposal_new", start_fields);

static void asked_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	if (!text_equal(doc_text(values, "audience"), "one"))
		return;
	if (text_empty(doc_text(values, "asked_group")))
		form_error(visit, errors, &invitation_start_form, "asked_group", "web_error_choose", NULL);
	if (text_empty(doc_text(values, "asked_reason")))
		form_error(visit, errors, &invitation_start_form, "asked_reason", "web_error_required", NULL);
}

static const struct field invitation_fields[] = {
	{.name = "title", .kind = FIELD_TEXT, .is_required = true, .most = 80},
	{.name = "audience", .kind = FIELD_RADIO, .is_required = true, .choices = "all one"},
	{.name = "asked_group", .kind = FIELD_SELECT, .list = registered_group_list},
	{.name = "asked_reason", .kind = FIELD_LINES, .most = 600},
	{.name = NULL},
};
const struct form invitation_start_form = {.name = "invitation_new", .fields = invitation_fields, .check = asked_check};

static const struct field name_fields[] = {
	{.name = "department", .kind = FIELD_SELECT, .is_required = true, .list = department_choice_list},
	{.name = "related", .kind = FIELD_TEXT, .most = 200},
	{.name = NULL},
};
const struct form proposal_name_form = FORM("proposal_name", name_fields);

static const struct field take_up_fields[] = {
	{.name = "group", .kind = FIELD_SELECT, .is_required = true, .list = own_group_list},
	{.name = NULL},
};
const struct form proposal_take_up_form = FORM("proposal_take_up", take_up_fields);

static const struct field view_fields[] = {
	{.name = "view", .kind = FIELD_LINES, .is_required = true, .most = 2000},
	{.name = NULL},
};
const struct form proposal_view_form = FORM("proposal_view", view_fields);

static const struct field post_fields_group[] = {
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = "question answer handover"},
	{.name = "text", .kind = FIELD_LINES, .is_required = true, .most = 2000},
	{.name = NULL},
};
const struct form proposal_post_form_group = FORM("proposal_post", post_fields_group);

static const struct field post_fields_city[] = {
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = "opinion question answer handover"},
	{.name = "text", .kind = FIELD_LINES, .is_required = true, .most = 2000},
	{.name = NULL},
};
const struct form proposal_post_form_city = FORM("proposal_post", post_fields_city);

static const struct field filter_fields[] = {
	{.name = "q", .kind = FIELD_TEXT, .most = 100},
	{.name = "state", .kind = FIELD_SELECT, .choices = "invited final closed", .choice_text = "state_proposals"},
	{.name = "area", .kind = FIELD_SELECT, .list = area_choice_list},
	{.name = "form", .kind = FIELD_SELECT, .choices = "sponsor support cooperate committee planning entrust grant other",
	 .choice_text = "proposal_form"},
	{.name = NULL},
};
const struct form proposal_filter_form = FORM("proposal_filter", filter_fields);

static const struct field declaration_fields[] = {
	{.name = "agreed_inside", .kind = FIELD_CHECK, .is_required = true},
	{.name = "read_guideline", .kind = FIELD_CHECK, .is_required = true},
	{.name = NULL},
};
const struct form proposal_declaration = FORM("proposal_declare", declaration_fields);
