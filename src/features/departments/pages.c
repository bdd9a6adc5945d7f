/* Departments as groups see them: what they do, what they can and cannot do, when they ask for money, how long an answer takes.
 * Making one and giving it its name is the admin's. */
#include "features/departments/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/input.h"
#include "base/text.h"
#include "identity/person.h"

enum { ANSWER_DAYS_MOST = 60 };

static const struct field department_fields[] = {
	{.name = "about", .kind = FIELD_LINES, .is_required = true, .most = 800},
	{.name = "can_do", .kind = FIELD_LINES, .most = 800},
	{.name = "cannot_do", .kind = FIELD_LINES, .most = 800},
	{.name = "themes", .kind = FIELD_LINES, .most = 800},
	{.name = "budget_season", .kind = FIELD_TEXT, .most = 100},
	{.name = "answer_days", .kind = FIELD_NUMBER, .is_required = true, .least = 1, .most = ANSWER_DAYS_MOST},
	{.name = "phone", .kind = FIELD_PHONE},
	{.name = NULL},
};
static const struct form department_form = FORM("department", department_fields);

/* What everybody may read of a department: not its inner code. */
static struct doc *department_shown(const struct doc *row)
{
	static const char *const names[] = {"id", "name", "about", "can_do", "cannot_do", "themes", "budget_season", "answer_days", "phone"};
	struct doc *shown = doc_object();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		doc_set(shown, names[i], doc_copy(doc_get(row, names[i])));
	doc_set_text(shown, "path", arena_text("/departments/%s", doc_text(row, "id")));
	return shown;
}

void department_list_page(struct visit *visit)
{
	struct doc *items = doc_array();
	struct doc *rows = department_list(visit->db);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_push(items, department_shown(row));
	struct doc *document = doc_object();
	doc_set_bool(document, "is_empty", doc_count(items) == 0);
	doc_set(document, "items", items);
	doc_set_text(document, "next", "");
	visit->clause = "4-3-1";
	page_show(visit, "departments/list", "departments_title", document);
}

/* The {id}'s department; answers 404 and returns NULL when there is none. */
static struct doc *department_wanted(struct visit *visit)
{
	struct doc *row = visit_id(visit, 0) ? department_row(visit->db, visit_id(visit, 0)) : NULL;
	if (!row)
		page_error(visit, 404, NULL);
	return row;
}

static bool department_may_edit(const struct visit *visit)
{
	return viewer_in_department(&visit->viewer, visit_id(visit, 0)) || viewer_has(&visit->viewer, ROLE_ADMIN);
}

void department_page(struct visit *visit)
{
	struct doc *row = department_wanted(visit);
	if (!row)
		return;
	struct doc *document = department_shown(row);
	int until = day_parse(doc_text(row, "until_on"));
	doc_set_text(document, "title", doc_text(row, "name"));
	doc_set_text(document, "phone_words", phone_words(doc_text(row, "phone")));
	doc_set_bool(document, "is_past", until != DAY_NONE && until < day_today());
	doc_set_text(document, "until_on", doc_text(row, "until_on"));
	doc_set_bool(document, "may_edit", visit->twin == TWIN_HTML && department_may_edit(visit));
	page_crumb(visit, "/departments", "departments_title", NULL);
	visit->clause = "4-3-1";
	page_show(visit, "departments/show", NULL, document);
}

static void edit_show(struct visit *visit, const struct doc *row, const struct doc *values, const struct doc *errors)
{
	const char *path = arena_text("/departments/%lld", (long long)visit_id(visit, 0));
	struct doc *document = doc_set_text(doc_object(), "department_name", doc_text(row, "name"));
	doc_set_text(document, "cancel_path", path);
	page_crumb(visit, "/departments", "departments_title", NULL);
	page_crumb(visit, path, NULL, doc_text(row, "name"));
	page_form(visit, &(struct form_page){.page = "departments/edit",
	                                     .title_key = "departments_edit",
	                                     .action = visit->path,
	                                     .form = &department_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "departments_save",
	                                     .document = document});
}

void department_edit_page(struct visit *visit)
{
	struct doc *row = department_wanted(visit);
	if (!row)
		return;
	if (!department_may_edit(visit))
		page_error(visit, 403, "departments_not_yours");
	else
		edit_show(visit, row, row, NULL);
}

void department_edit_action(struct visit *visit)
{
	struct doc *row = department_wanted(visit);
	if (!row)
		return;
	if (!department_may_edit(visit)) {
		page_error(visit, 403, "departments_not_yours");
		return;
	}
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &department_form, errors);
	if (doc_count(errors)) {
		edit_show(visit, row, values, errors);
		return;
	}
	department_update(visit->db, visit_id(visit, 0), values);
	page_go(visit, arena_text("/departments/%lld", (long long)visit_id(visit, 0)), "departments_saved");
}
