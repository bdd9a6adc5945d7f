/* The first page of admin, settings, open days, departments. */
#include "features/admin/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/admin/forms.h"
#include "identity/person.h"
#include "workflow/setting.h"

void admin_page(struct visit *visit)
{
	struct doc *document = doc_object();
	struct doc *links = doc_array();
	static const char *const pages[] = {"people", "departments", "settings", "days"};
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
		struct doc *link = doc_set_text(doc_object(), "path", arena_text("/admin/%s", pages[i]));
		doc_set_text(link, "label_key", arena_text("admin_%s", pages[i]));
		doc_push(links, doc_set_text(link, "text_key", arena_text("admin_%s_short", pages[i])));
	}
	doc_set(document, "links", links);
	page_show(visit, "admin/admin", "admin_title", document);
}

static void settings_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	page_crumb(visit, "/admin", "admin_title", NULL);
	page_form(visit, &(struct form_page){.title_key = "admin_settings", .action = "/admin/settings", .form = admin_settings_form(visit),
	                                     .values = values, .errors = errors, .submit_key = "admin_save",
	                                     .document = doc_set_text(doc_object(), "lead_key", "admin_settings_lead")});
}

void admin_settings_page(struct visit *visit)
{
	struct doc *values = doc_object();
	struct doc *settings = setting_list(visit->db);
	for (struct doc *setting = doc_first(settings); setting; setting = doc_next(setting))
		doc_set_text(values, doc_text(setting, "key"), doc_text(setting, "value"));
	settings_show(visit, values, NULL);
}

/* Numbers stay numbers: a setting that was one cannot become words. */
static void settings_check(struct visit *visit, const struct form *form, const struct doc *values, struct doc *errors)
{
	for (const struct field *field = form->fields; field->name; field++) {
		bool was_number = text_number(setting_text(visit->db, field->name)) >= 0;
		if (was_number && text_number(doc_text(values, field->name)) < 0 && !text_empty(doc_text(values, field->name)))
			form_error(visit, errors, form, field->name, "web_error_number", NULL);
	}
}

void admin_settings_action(struct visit *visit)
{
	const struct form *form = admin_settings_form(visit);
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, form, errors);
	settings_check(visit, form, values, errors);
	if (doc_count(errors)) {
		settings_show(visit, values, errors);
		return;
	}
	for (const struct field *field = form->fields; field->name; field++)
		if (!text_equal(setting_text(visit->db, field->name), doc_text(values, field->name)))
			setting_update(visit->db, field->name, doc_text(values, field->name));
	page_go(visit, "/admin/settings", "admin_saved");
}

static void days_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_object();
	struct doc *days = open_day_list(visit->db);
	for (struct doc *day = doc_first(days); day; day = doc_next(day))
		doc_set_text(day, "kind_key", doc_bool(day, "is_open") ? "admin_day_kind_open" : "admin_day_kind_closed");
	doc_set_bool(document, "has_days", doc_count(days) > 0);
	doc_set(document, "days", days);
	page_crumb(visit, "/admin", "admin_title", NULL);
	page_form(visit, &(struct form_page){.page = "admin/days", .title_key = "admin_days", .action = "/admin/days", .form = &admin_day_form,
	                                     .values = values, .errors = errors, .submit_key = "admin_save", .document = document});
}

void admin_days_page(struct visit *visit)
{
	days_show(visit, NULL, NULL);
}

void admin_days_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &admin_day_form, errors);
	if (doc_count(errors)) {
		days_show(visit, values, errors);
		return;
	}
	open_day_update(visit->db, day_parse(doc_text(values, "day_on")), text_equal(doc_text(values, "kind"), "open"), doc_text(values, "name"));
	page_go(visit, "/admin/days", "admin_saved");
}

static void departments_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_object();
	doc_set(document, "departments", department_list(visit->db));
	page_crumb(visit, "/admin", "admin_title", NULL);
	page_form(visit, &(struct form_page){.page = "admin/departments", .title_key = "admin_departments", .action = "/admin/departments",
	                                     .form = &admin_department_form, .values = values, .errors = errors,
	                                     .submit_key = "admin_department_add", .document = document});
}

void admin_departments_page(struct visit *visit)
{
	departments_show(visit, NULL, NULL);
}

void admin_departments_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &admin_department_form, errors);
	if (doc_count(errors)) {
		departments_show(visit, values, errors);
		return;
	}
	department_insert(visit->db, doc_text(values, "code"), doc_text(values, "name"), doc_bool(values, "is_coordinator"));
	page_go(visit, "/admin/departments", "admin_saved");
}
