/* The public face of projects (協働事業): what later features may use.
 *
 * A project is a case of kind "projects", public from its first day; its parent is the agreement, whose parent is the proposal. What it
 * is stands in the kept versions of part "" of the case (project_content); the reports are the parts "interim" and "final". Evaluations
 * open by move_after("projects", "accept") and ("projects", "terminate"), and end the project by project_finish. */
#ifndef FEATURES_PROJECTS_H
#define FEATURES_PROJECTS_H

#include "web/route.h"

extern const struct feature feature_projects;

/* What the project is: {goal, problem, contents (Markdown), area, form, starts_on, ends_on, openness (all or totals: of the money visitors see
 * totals), roles [{task, group_part, city_part, when, cost, lead}], indicators [{indicator, now, goal, how}], income, expense
 * [{item, amount, note}]}. An empty object if there is none. */
struct doc *project_content(struct db *db, int64_t project_id);
/* The accepted (or, of a terminated project, partial) final report: {results [{indicator, goal, result, reason}], participants, events,
 * people, done, good, hard, next, costs [{item, budget, spent, note}]}; NULL if there is none yet. */
struct doc *project_report(struct db *db, const struct case_file *project);
/* What it was planned to cost, in yen: the sum of its expenses (a threshold chooses the evaluation's sheet by it). */
int64_t project_budget(struct db *db, int64_t project_id);
/* The portal closes the project when its evaluation is published; does nothing unless it is being evaluated. */
void project_finish(struct db *db, const struct viewer *viewer, int64_t project_id);

#endif
