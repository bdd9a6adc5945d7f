/* 経過記録: the whole log for everybody, and a new entry by either side. */
#include "features/projects/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/projects/forms.h"
#include "features/projects/store.h"
#include "workflow/move.h"

static char *project_path(struct visit *visit, const char *rest)
{
	return arena_text("/projects/%lld%s", (long long)visit->subject.id, rest);
}

void project_log_page(struct visit *visit)
{
	struct doc *document = doc_object();
	long long before = text_number(visit_parameter(visit, "before"));
	struct doc *rows = log_list(visit->db, visit->subject.id, before > 0 ? before : 0, PAGE_ROWS + 1);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_set_text(row, "side_key", arena_text("side_%s", doc_text(row, "side")));
	page_pager(visit, document, rows, "id");
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "case_path", project_path(visit, ""));
	doc_set_bool(document, "may_log", visit->twin == TWIN_HTML && project_may(visit, "log"));
	page_crumb(visit, "/projects", "projects_title", NULL);
	page_crumb(visit, project_path(visit, ""), NULL, visit->subject.title);
	page_show(visit, "projects/log", "projects_log", document);
}

static void log_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "lead_key", "projects_log_lead");
	doc_set_text(document, "cancel_path", project_path(visit, "#log"));
	page_crumb(visit, project_path(visit, ""), NULL, visit->subject.title);
	page_form(visit, &(struct form_page){.title_key = "projects_log_new", .action = visit->path, .form = &project_log_form, .values = values,
	                                     .errors = errors, .submit_key = "projects_log_send", .document = document});
}

void project_log_new_page(struct visit *visit)
{
	if (!project_may(visit, "log"))
		page_error(visit, 409, "cases_stale");
	else
		log_show(visit, doc_set_text(doc_object(), "day_on", day_iso(day_today())), NULL);
}

void project_log_new_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &project_log_form, errors);
	if (doc_count(errors)) {
		log_show(visit, values, errors);
		return;
	}
	struct move_order order = {.case_id = visit->subject.id, .move = "log", .version = -1, .values = values, .effective_on = DAY_NONE};
	if (move_perform(visit->db, &visit->viewer, &order, NULL) == MOVE_DONE)
		page_go(visit, project_path(visit, "#log"), "projects_log_sent");
	else
		page_error(visit, 409, "cases_stale");
}
