/* What is typed with a project's moves and pages. The reports' sections: forms_reports.c. */
#include "features/projects/forms.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/proposals/proposals.h"
#include "identity/person.h"

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

/* The letters with what they mean in this city. */
static struct doc *area_choice_list(struct visit *visit)
{
	struct doc *list = doc_array();
	for (const char *letter = "ABCDE"; *letter; letter++) {
		const char *area = arena_copy_part(letter, 1);
		struct doc *choice = doc_set_text(doc_object(), "value", area);
		doc_push(list, doc_set_text(choice, "label", arena_text("%s　%s", area, text_of(visit->language, proposal_area_key(visit->db, area)))));
	}
	return list;
}

static const struct field filter_fields[] = {
	{.name = "q", .kind = FIELD_TEXT, .most = 100},
	{.name = "state", .kind = FIELD_SELECT,
	 .choices = "preparing running suspended reporting returned evaluating closed continued terminated", .choice_text = "state_projects"},
	{.name = "area", .kind = FIELD_SELECT, .list = area_choice_list},
	{.name = "department", .kind = FIELD_SELECT, .list = department_choice_list},
	{.name = NULL},
};
const struct form project_filter_form = FORM("project_filter", filter_fields);

static const struct field view_fields[] = {
	{.name = "view", .kind = FIELD_LINES, .is_required = true, .most = 2000},
	{.name = NULL},
};
const struct form project_view_form = FORM("project_view", view_fields);

static const struct field terminate_fields[] = {
	{.name = "way", .kind = FIELD_RADIO, .is_required = true, .choices = "joint notice dissolution breach"},
	{.name = NULL},
};
const struct form project_terminate_form = FORM("project_terminate", terminate_fields);

static const struct field milestone_fields[] = {
	{.name = "title", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "due_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "side", .kind = FIELD_RADIO, .is_required = true, .choices = "group city both"},
	{.name = NULL},
};
const struct form project_milestone_form = FORM("project_milestone", milestone_fields);

static void done_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct field done_fields[] = {
	{.name = "done_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "note", .kind = FIELD_LINES, .most = 500},
	{.name = NULL},
};
const struct form project_done_form = {.name = "project_done", .fields = done_fields, .check = done_check};

static void not_ahead_check(struct visit *visit, const struct form *form, const char *field, struct doc *errors, const struct doc *values)
{
	int day = day_parse(doc_text(values, field));
	if (day != DAY_NONE && day > day_today())
		form_error(visit, errors, form, field, "cases_day_ahead", NULL);
}

static void done_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	not_ahead_check(visit, &project_done_form, "done_on", errors, values);
}

static const struct field moved_fields[] = {
	{.name = "due_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "note", .kind = FIELD_LINES, .is_required = true, .most = 500},
	{.name = NULL},
};
const struct form project_moved_form = FORM("project_moved", moved_fields);

static void log_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct field log_fields[] = {
	{.name = "day_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "text", .kind = FIELD_LINES, .is_required = true, .most = 2000},
	{.name = NULL},
};
const struct form project_log_form = {.name = "project_log", .fields = log_fields, .check = log_check};

static void log_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	not_ahead_check(visit, &project_log_form, "day_on", errors, values);
}

const char *project_side(const struct viewer *viewer, const struct case_file *subject)
{
	if (subject->group_id && viewer_in_group(viewer, subject->group_id))
		return "group";
	return subject->department_id && viewer_in_department(viewer, subject->department_id) ? "city" : "";
}
