/* The pictures of a project's page as numbers for inline SVG: milestones by month with today, and the budget against what was spent. */
#ifndef FEATURES_PROJECTS_CHART_H
#define FEATURES_PROJECTS_CHART_H

#include "web/visit.h"

/* {width, height, desc, months [{x, text_x, label, is_year}], bar {x, width}, rows [{number, title, y, text_y, x, is_done, done_x, is_late, side_key}],
 * today_x (0: not in it), …}; NULL when there are no days to draw. `milestones` as of milestone_list. */
struct doc *project_gantt(struct visit *visit, const struct doc *content, const struct doc *milestones);
/* {width, height, desc, rows [{item, budget, spent, budget_width, spent_width, …}], budget_total, spent_total}; NULL without rows. */
struct doc *project_cost_bars(struct visit *visit, const struct doc *costs);

#endif
