/* How an evaluation begins (behind the acceptance of a project's report, or its end before that) and what time does to it. */
#include "features/evaluations/moves.h"

#include "adapters/template.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/evaluations/rules.h"
#include "features/evaluations/store.h"
#include "features/projects/projects.h"
#include "workflow/setting.h"

void evaluation_follow_accept(struct moving *moving)
{
	struct db *db = moving->db;
	const struct case_file *project = &moving->subject;
	if (text_equal(project->state, "preparing") || evaluation_find_of(db, project->id))
		return;
	int64_t money = project_budget(db, project->id);
	struct doc *values = doc_set_bool(doc_object(), "is_free", money == 0);
	doc_set_text(values, "sheet", sheet_for(money, setting_int(db, "evaluation_simple_below")));
	struct doc *words = doc_set_text(doc_object(), "title", project->title);
	struct case_file fresh = {.title = text_filled(LANGUAGE_JA, "evaluations_case_title", words),
	                          .group_id = project->group_id,
	                          .department_id = project->department_id,
	                          .parent_id = project->id};
	case_open(db, moving->viewer, &evaluations_machine, &fresh, values);
}

void evaluation_tick(struct db *db)
{
	int today = day_today();
	struct doc *due = evaluation_list_due(db, today);
	for (struct doc *row = doc_first(due); row; row = doc_next(row))
		evaluation_portal_move(db, doc_int(row, "id"), "unseal", today);
	struct doc *waiting = evaluation_list_waiting(db, today - VIEW_DAYS);
	for (struct doc *row = doc_first(waiting); row; row = doc_next(row))
		evaluation_portal_move(db, doc_int(row, "id"), "both_views", today);
}
