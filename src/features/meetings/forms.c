/* Fields and cross-checks of meetings. */
#include "features/meetings/forms.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/agenda.h"
#include "features/meetings/store.h"
#include "identity/person.h"

#include <string.h>

int64_t visit_meeting(const struct visit *visit)
{
	bool is_own = text_equal(visit->subject.kind, "meetings");
	return is_own ? visit->subject.id : visit->subject.parent_id;
}

static void choice_add(struct doc *choices, const char *value, const char *label)
{
	for (struct doc *choice = doc_first(choices); choice; choice = doc_next(choice))
		if (text_equal(doc_text(choice, "value"), value))
			return;
	doc_push(choices, doc_set_text(doc_set_text(doc_object(), "value", value), "label", label));
}

/* Registered groups by name. */
static struct doc *groups_list(struct visit *visit)
{
	struct doc *choices = doc_array();
	struct doc *rows = case_list_public(visit->db, "groups", "", 500);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (text_has_word("registered paused", doc_text(row, "state")))
			choice_add(choices, doc_text(row, "id"), doc_text(row, "title"));
	return choices;
}

static struct doc *departments_list(struct visit *visit)
{
	struct doc *choices = doc_array();
	struct doc *rows = department_list(visit->db);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		choice_add(choices, doc_text(row, "id"), doc_text(row, "name"));
	return choices;
}

int64_t post_id(const char *value, char letter)
{
	long long id = *value == letter ? text_number(value + 1) : -1;
	return id > 0 ? id : 0;
}

static void party_add(struct db *db, struct doc *choices, int64_t group_id, int64_t department_id)
{
	struct case_file group;
	if (group_id && case_find(db, group_id, &group))
		choice_add(choices, arena_text("g%lld", (long long)group_id), group.title);
	if (department_id)
		choice_add(choices, arena_text("d%lld", (long long)department_id), department_name(db, department_id));
}

struct doc *own_posts(struct visit *visit)
{
	struct doc *choices = doc_array();
	for (int i = 0; i < visit->viewer.seat_count; i++)
		party_add(visit->db, choices, visit->viewer.seats[i].group_id, visit->viewer.seats[i].department_id);
	return choices;
}

/* Who may promise something at this meeting: the co-chairs, and the parties of its items. */
static struct doc *parties_list(struct visit *visit)
{
	struct doc *choices = doc_array();
	struct doc *meeting = meeting_row(visit->db, visit_meeting(visit));
	party_add(visit->db, choices, doc_int(meeting, "group_id"), doc_int(meeting, "department_id"));
	struct doc *rows = agenda_item_list(visit->db, visit_meeting(visit));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		party_add(visit->db, choices, doc_int(row, "group_id"), doc_int(row, "department_id"));
		party_add(visit->db, choices, doc_int(row, "case_group_id"), doc_int(row, "case_department_id"));
	}
	return choices;
}

static struct doc *items_list(struct visit *visit)
{
	struct doc *choices = doc_array();
	struct doc *items = agenda_shown(visit->db, &visit->viewer, visit_meeting(visit), false);
	for (struct doc *item = doc_first(items); item; item = doc_next(item))
		if (!doc_bool(item, "is_refused"))
			choice_add(choices, arena_text("item_%s", doc_text(item, "id")),
			           arena_text("%s. %s", doc_text(item, "number"), item_words(visit->language, item)));
	return choices;
}

static struct doc *parts_list(struct visit *visit)
{
	static const char *const parts[] = {"attendance", "summary", "decisions"};
	struct doc *choices = items_list(visit);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		choice_add(choices, parts[i], text_of(visit->language, arena_text("minutes_%s", parts[i])));
	return choices;
}

static struct doc *cases_list(struct visit *visit)
{
	return agenda_choices(visit->db, &visit->viewer);
}

static void hours_check(struct visit *visit, const struct doc *values, struct doc *errors, const struct form *form)
{
	const char *starts = doc_text(values, "starts");
	const char *ends = doc_text(values, "ends");
	int day = day_parse(doc_text(values, "day"));
	if (*starts && *ends && strcmp(starts, ends) >= 0)
		form_error(visit, errors, form, "ends", "meetings_error_hours", NULL);
	if (day != DAY_NONE && day < day_today())
		form_error(visit, errors, form, "day", "meetings_error_past", NULL);
}

#define PLACE_FIELDS                                                                                \
	{.name = "place", .kind = FIELD_TEXT, .is_required = true, .most = 120},                    \
	{.name = "stop", .kind = FIELD_TEXT, .most = 120},                                          \
	{.name = "online", .kind = FIELD_URL, .most = 500},                                         \
	{.name = "capacity", .kind = FIELD_NUMBER, .most = 10000, .least = 1},                      \
	{.name = "group", .kind = FIELD_SELECT, .is_required = true, .list = groups_list},          \
	{.name = "department", .kind = FIELD_SELECT, .is_required = true, .list = departments_list}, \
	{.name = "about", .kind = FIELD_LINES, .most = 1000}

static void plan_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	hours_check(visit, values, errors, &meetings_plan_form);
}

static const struct field plan_fields[] = {
	{.name = "title", .kind = FIELD_TEXT, .is_required = true, .most = 80},
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = "meeting exchange"},
	{.name = "day", .kind = FIELD_DAY, .is_required = true},
	{.name = "starts", .kind = FIELD_TIME, .is_required = true},
	{.name = "ends", .kind = FIELD_TIME, .is_required = true},
	PLACE_FIELDS,
	{.name = NULL},
};
const struct form meetings_plan_form = {.name = "meeting", .fields = plan_fields, .check = plan_check};

static const struct field change_fields[] = {
	{.name = "title", .kind = FIELD_TEXT, .is_required = true, .most = 80},
	PLACE_FIELDS,
	{.name = NULL},
};
const struct form meetings_change_form = FORM("meeting", change_fields);

static void postpone_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	hours_check(visit, values, errors, &meetings_postpone_form);
}

static const struct field postpone_fields[] = {
	{.name = "day", .kind = FIELD_DAY, .is_required = true},
	{.name = "starts", .kind = FIELD_TIME, .is_required = true},
	{.name = "ends", .kind = FIELD_TIME, .is_required = true},
	{.name = NULL},
};
const struct form meetings_postpone_form = {.name = "meeting", .fields = postpone_fields, .check = postpone_check};

static const struct field hold_fields[] = {
	{.name = "came_site", .kind = FIELD_NUMBER, .is_required = true, .most = 100000},
	{.name = "came_online", .kind = FIELD_NUMBER, .is_required = true, .most = 100000},
	{.name = NULL},
};
const struct form meetings_hold_form = FORM("meeting", hold_fields);

#define WAY_FIELD {.name = "way", .kind = FIELD_RADIO, .is_required = true, .choices = "site online absent"}
#define NEEDS_FIELDS                                                                                        \
	{.name = "needs", .kind = FIELD_CHECKS, .choices = "sign captions wheelchair childcare interpreter"}, \
	{.name = "needs_note", .kind = FIELD_TEXT, .most = 200},                                            \
	{.name = "consent", .kind = FIELD_CHECK}

static void consent_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	bool has_needs = doc_count(doc_get(values, "needs")) > 0 || *doc_text(values, "needs_note");
	if (has_needs && !text_equal(doc_text(values, "way"), "absent") && !doc_bool(values, "consent"))
		form_error(visit, errors, &meetings_signup_form, "consent", "signup_error_consent", NULL);
}

static const struct field signup_fields[] = {
	WAY_FIELD,
	NEEDS_FIELDS,
	{.name = NULL},
};
const struct form meetings_signup_form = {.name = "signup", .fields = signup_fields, .check = consent_check};

static const struct field signup_mail_fields[] = {
	WAY_FIELD,
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 60, .autocomplete = "nickname"},
	{.name = "email", .kind = FIELD_EMAIL, .is_required = true, .autocomplete = "email"},
	NEEDS_FIELDS,
	{.name = NULL},
};
const struct form meetings_signup_mail_form = {.name = "signup", .fields = signup_mail_fields, .check = consent_check};

static void item_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	if (text_empty(doc_text(values, "case")) && text_empty(doc_text(values, "title")))
		form_error(visit, errors, &meetings_item_form, "title", "agenda_error_title", NULL);
}

static const struct field item_fields[] = {
	{.name = "by", .kind = FIELD_SELECT, .is_required = true, .list = own_posts},
	{.name = "case", .kind = FIELD_SELECT, .list = cases_list},
	{.name = "title", .kind = FIELD_TEXT, .most = 80},
	{.name = "note", .kind = FIELD_LINES, .most = 600},
	{.name = NULL},
};
const struct form meetings_item_form = {.name = "agenda", .fields = item_fields, .check = item_check};

static void decide_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	if (text_equal(doc_text(values, "decision"), "refuse") && text_empty(doc_text(values, "reason")))
		form_error(visit, errors, &meetings_decide_form, "reason", "agenda_error_reason", NULL);
}

static const struct field decide_fields[] = {
	{.name = "decision", .kind = FIELD_RADIO, .is_required = true, .choices = "accept refuse"},
	{.name = "reason", .kind = FIELD_LINES, .most = 600},
	{.name = NULL},
};
const struct form meetings_decide_form = {.name = "agenda", .fields = decide_fields, .check = decide_check};

static const struct field promise_columns[] = {
	{.name = "who", .kind = FIELD_SELECT, .is_required = true, .list = parties_list},
	{.name = "what", .kind = FIELD_TEXT, .is_required = true, .most = 150},
	{.name = "due", .kind = FIELD_DAY, .is_required = true},
	{.name = "item", .kind = FIELD_SELECT, .list = items_list},
	{.name = NULL},
};
static const struct field minutes_fields[] = {
	{.name = "attendance", .kind = FIELD_LINES, .is_required = true, .most = 1000},
	{.name = "summary", .kind = FIELD_LINES, .most = 4000},
	{.name = "decisions", .kind = FIELD_LINES, .most = 4000},
	{.name = "promises", .kind = FIELD_GRID, .columns = promise_columns},
	{.name = NULL},
};
const struct form meetings_minutes_form = FORM("minutes", minutes_fields);

static const struct field correction_fields[] = {
	{.name = "part", .kind = FIELD_SELECT, .is_required = true, .list = parts_list},
	{.name = "wording", .kind = FIELD_LINES, .is_required = true, .most = 4000},
	{.name = "why", .kind = FIELD_LINES, .most = 600},
	{.name = NULL},
};
const struct form meetings_correction_form = FORM("correction", correction_fields);

static void answer_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	if (text_equal(doc_text(values, "decision"), "take") && text_empty(doc_text(values, "wording")))
		form_error(visit, errors, &meetings_answer_form, "wording", "correction_error_wording", NULL);
}

static const struct field answer_fields[] = {
	{.name = "decision", .kind = FIELD_RADIO, .is_required = true, .choices = "take keep"},
	{.name = "wording", .kind = FIELD_LINES, .most = 4000},
	{.name = "answer", .kind = FIELD_LINES, .most = 600},
	{.name = NULL},
};
const struct form meetings_answer_form = {.name = "answer", .fields = answer_fields, .check = answer_check};

static void day_ahead_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int day = day_parse(doc_text(values, "due"));
	if (day != DAY_NONE && day < day_today())
		form_error(visit, errors, &meetings_promise_move_form, "due", "promises_error_past", NULL);
}

static const struct field promise_move_fields[] = {
	{.name = "due", .kind = FIELD_DAY, .is_required = true},
	{.name = NULL},
};
const struct form meetings_promise_move_form = {.name = "promise", .fields = promise_move_fields, .check = day_ahead_check};

static const struct field promise_correct_fields[] = {
	{.name = "what", .kind = FIELD_TEXT, .is_required = true, .most = 150},
	{.name = "due", .kind = FIELD_DAY, .is_required = true},
	{.name = NULL},
};
const struct form meetings_promise_correct_form = FORM("promise", promise_correct_fields);
