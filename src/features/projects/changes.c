/* What the moves of projects ask and change beside the state. */
#include "features/projects/moves.h"

#include "base/clock.h"
#include "base/text.h"
#include "features/projects/forms.h"
#include "features/projects/projects.h"
#include "features/projects/rules.h"
#include "features/projects/store.h"
#include "workflow/version.h"

/* While it runs, the turn's date is the next thing that is expected: the first open milestone, or the last day. */
static void clock_set_next(struct moving *moving)
{
	int ends_on = day_parse(doc_text(project_row(moving->db, moving->subject.id), "ends_on"));
	moving->due_on = project_due(milestone_next(moving->db, moving->subject.id), ends_on);
}

static void clock_follow(struct moving *moving)
{
	if (text_equal(moving->subject.state, "running") && text_equal(moving->subject.turn, "both"))
		clock_set_next(moving);
}

static int64_t interim_viewed(struct db *db, int64_t project_id)
{
	return doc_int(doc_get(version_find_kept(db, project_id, "interim_view"), "content"), "number");
}

const char *project_refuse_viewed(const struct moving *moving)
{
	int64_t newest = doc_int(version_find_kept(moving->db, moving->subject.id, "interim"), "number");
	return newest > interim_viewed(moving->db, moving->subject.id) ? NULL : "projects_refused_viewed";
}

const char *project_refuse_no_milestone(const struct moving *moving)
{
	if (milestone_row(moving->db, moving->subject.id, doc_int(moving->values, "milestone")))
		return NULL;
	return "projects_refused_milestone";
}

/* What it is comes from the proposal and the agreement: it is kept with the project from the first day. */
void project_change_open(struct moving *moving)
{
	version_save(moving->db, moving->viewer, moving->subject.id, "", moving->values, -1);
	version_keep(moving->db, moving->subject.id, "");
	version_save(moving->db, moving->viewer, moving->subject.id, "interim", project_interim_start(moving->values), -1);
	version_save(moving->db, moving->viewer, moving->subject.id, "final", project_final_start(moving->values), -1);
	project_insert(moving->db, moving->subject.id, moving->values, "");
}

void project_change_start(struct moving *moving)
{
	project_update_started(moving->db, moving->subject.id, moving->effective_on);
	clock_set_next(moving);
}

void project_change_resume(struct moving *moving)
{
	clock_set_next(moving);
}

void project_change_milestone(struct moving *moving)
{
	milestone_insert(moving->db, moving->subject.id, moving->values);
	clock_follow(moving);
}

void project_change_milestone_done(struct moving *moving)
{
	const char *done_on = doc_text(moving->values, "done_on");
	milestone_update_done(moving->db, moving->subject.id, doc_int(moving->values, "milestone"),
	                      *done_on ? done_on : day_iso(moving->effective_on), doc_text(moving->values, "note"));
	clock_follow(moving);
}

void project_change_milestone_moved(struct moving *moving)
{
	milestone_update_due(moving->db, moving->subject.id, doc_int(moving->values, "milestone"), doc_text(moving->values, "due_on"),
	                     moving->reason);
	clock_follow(moving);
}

void project_change_log(struct moving *moving)
{
	const char *side = project_side(moving->viewer, &moving->subject);
	log_insert(moving->db, moving->subject.id, *side ? side : "city", moving->values);
}

void project_change_interim(struct moving *moving)
{
	version_keep(moving->db, moving->subject.id, "interim");
}

/* The department's view belongs to the report it looked at; from then on everybody may read both. */
void project_change_view(struct moving *moving)
{
	struct doc *view = doc_set_text(doc_object(), "view", doc_text(moving->values, "view"));
	doc_set_int(view, "number", doc_int(version_find_kept(moving->db, moving->subject.id, "interim"), "number"));
	version_save(moving->db, moving->viewer, moving->subject.id, "interim_view", view, -1);
	version_keep(moving->db, moving->subject.id, "interim_view");
	clock_set_next(moving);
}

void project_change_report(struct moving *moving)
{
	version_keep(moving->db, moving->subject.id, "final");
}

void project_change_terminate(struct moving *moving)
{
	const char *way = doc_text(moving->values, "way");
	project_update_ended(moving->db, moving->subject.id, *way ? way : "notice");
}

void project_change_unterminate(struct moving *moving)
{
	project_update_ended(moving->db, moving->subject.id, "");
	clock_set_next(moving);
}
