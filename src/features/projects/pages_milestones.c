/* 予定: a new milestone, one that was reached, one that is put off with its reason. */
#include "features/projects/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/projects/forms.h"
#include "features/projects/store.h"
#include "workflow/move.h"

/* One of the three forms: what it asks, which quiet move it performs. */
struct asking {
	const char *move;
	const struct form *form;
	const char *title_key;
	const char *flash_key;
};

static const struct asking adding = {"milestone", &project_milestone_form, "projects_milestone_new", "projects_milestone_added"};
static const struct asking reaching = {"milestone_done", &project_done_form, "projects_milestone_done", "projects_milestone_reached"};
static const struct asking moving_off = {"milestone_moved", &project_moved_form, "projects_milestone_moved", "projects_milestone_put_off"};

/* The milestone of the address, still open; answers and returns NULL otherwise. */
static struct doc *milestone_wanted(struct visit *visit)
{
	struct doc *milestone = milestone_row(visit->db, visit->subject.id, visit_id(visit, 1));
	if (!milestone || *doc_text(milestone, "done_on")) {
		page_error(visit, milestone ? 409 : 404, milestone ? "projects_milestone_is_done" : NULL);
		return NULL;
	}
	return milestone;
}

static void asking_show(struct visit *visit, const struct asking *asking, const struct doc *values, const struct doc *errors)
{
	struct doc *milestone = milestone_row(visit->db, visit->subject.id, visit_id(visit, 1));
	const char *path = arena_text("/projects/%lld", (long long)visit->subject.id);
	struct doc *document = doc_set_text(doc_object(), "cancel_path", arena_text("%s#milestones", path));
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "milestone_title", doc_text(milestone, "title"));
	doc_set_text(document, "milestone_due_on", doc_text(milestone, "due_on"));
	page_crumb(visit, path, NULL, visit->subject.title);
	page_form(visit, &(struct form_page){.page = "projects/milestone", .title_key = asking->title_key, .action = visit->path, .form = asking->form,
	                                     .values = values, .errors = errors, .submit_key = "projects_milestone_send", .document = document});
}

static void asking_page(struct visit *visit, const struct asking *asking)
{
	if (!project_may(visit, "milestone"))
		page_error(visit, 409, "cases_stale");
	else
		asking_show(visit, asking, doc_set_text(doc_object(), "done_on", day_iso(day_today())), NULL);
}

static void asking_action(struct visit *visit, const struct asking *asking)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, asking->form, errors);
	if (doc_count(errors)) {
		asking_show(visit, asking, values, errors);
		return;
	}
	doc_set_int(values, "milestone", visit_id(visit, 1));
	struct move_order order = {.case_id = visit->subject.id, .move = asking->move, .version = -1, .values = values,
	                           .reason = doc_text(values, "note"), .effective_on = DAY_NONE};
	if (move_perform(visit->db, &visit->viewer, &order, NULL) == MOVE_DONE)
		page_go(visit, arena_text("/projects/%lld#milestones", (long long)visit->subject.id), asking->flash_key);
	else
		page_error(visit, 409, "cases_stale");
}

void project_milestone_new_page(struct visit *visit)
{
	asking_page(visit, &adding);
}

void project_milestone_new_action(struct visit *visit)
{
	asking_action(visit, &adding);
}

void project_milestone_done_page(struct visit *visit)
{
	if (milestone_wanted(visit))
		asking_page(visit, &reaching);
}

void project_milestone_done_action(struct visit *visit)
{
	if (milestone_wanted(visit))
		asking_action(visit, &reaching);
}

void project_milestone_moved_page(struct visit *visit)
{
	if (milestone_wanted(visit))
		asking_page(visit, &moving_off);
}

void project_milestone_moved_action(struct visit *visit)
{
	if (milestone_wanted(visit))
		asking_action(visit, &moving_off);
}
