/* Fields as data; the settings' fields come from the settings themselves. */
#include "features/admin/forms.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "identity/person.h"
#include "workflow/setting.h"

enum { SETTINGS_MOST = 64 };

static struct doc *department_choices(struct visit *visit)
{
	struct doc *choices = doc_array();
	struct doc *rows = department_list(visit->db);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *choice = doc_set_text(doc_object(), "value", doc_text(row, "id"));
		doc_push(choices, doc_set_text(choice, "label", doc_text(row, "name")));
	}
	return choices;
}

#define CITY_ROLES "staff head promoter coordinator reviewer intermediary admin"

static const struct field seat_fields[] = {
	{.name = "role", .kind = FIELD_SELECT, .is_required = true, .choices = CITY_ROLES, .choice_text = "admin_role"},
	{.name = "department_id", .kind = FIELD_SELECT, .list = department_choices},
	{.name = "from_on", .kind = FIELD_DAY},
	{.name = NULL},
};

static void seat_check(struct visit *visit, const struct doc *values, struct doc *errors);
const struct form admin_seat_form = {.name = "admin_seat", .fields = seat_fields, .check = seat_check};

/* A post in a department names the department. */
static void seat_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	bool needs = text_has_word("staff head promoter coordinator", doc_text(values, "role"));
	if (needs && text_empty(doc_text(values, "department_id")))
		form_error(visit, errors, &admin_seat_form, "department_id", "web_error_choose", NULL);
}

static const struct field person_fields[] = {
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 100, .autocomplete = "off"},
	{.name = "email", .kind = FIELD_EMAIL, .is_required = true, .autocomplete = "off"},
	{.name = NULL},
};

static void person_check(struct visit *visit, const struct doc *values, struct doc *errors);
const struct form admin_person_form = {.name = "admin_person", .fields = person_fields, .check = person_check};

static void person_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	if (person_find(visit->db, doc_text(values, "email")))
		form_error(visit, errors, &admin_person_form, "email", "admin_person_known", NULL);
}

static const struct field day_fields[] = {
	{.name = "day_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = "closed open"},
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 60},
	{.name = NULL},
};
const struct form admin_day_form = FORM("admin_day", day_fields);

static const struct field department_fields[] = {
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 60},
	{.name = "code", .kind = FIELD_TEXT, .is_required = true, .most = 30},
	{.name = "is_coordinator", .kind = FIELD_CHECK},
	{.name = NULL},
};

static void department_check(struct visit *visit, const struct doc *values, struct doc *errors);
const struct form admin_department_form = {.name = "admin_department", .fields = department_fields, .check = department_check};

static void department_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	struct doc *rows = department_list(visit->db);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (text_equal(doc_text(row, "code"), doc_text(values, "code")))
			form_error(visit, errors, &admin_department_form, "code", "admin_department_known", NULL);
}

const struct form *admin_settings_form(struct visit *visit)
{
	struct field *fields = arena_alloc(sizeof *fields * (SETTINGS_MOST + 1));
	struct doc *settings = setting_list(visit->db);
	int count = 0;
	for (struct doc *setting = doc_first(settings); setting && count < SETTINGS_MOST; setting = doc_next(setting))
		fields[count++] = (struct field){.name = doc_text(setting, "key"), .kind = FIELD_TEXT, .is_required = true, .most = 100};
	struct form *form = arena_alloc(sizeof *form);
	*form = (struct form){.name = "setting", .fields = fields};
	return form;
}
