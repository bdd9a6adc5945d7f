/* The handlers of projects. */
#ifndef FEATURES_PROJECTS_PAGES_H
#define FEATURES_PROJECTS_PAGES_H

#include "web/page.h"

/* pages_list.c */
void project_list_page(struct visit *visit);
/* pages.c */
void project_page(struct visit *visit);
/* pages_log.c: the log, whole and written to */
void project_log_page(struct visit *visit);
void project_log_new_page(struct visit *visit);
void project_log_new_action(struct visit *visit);
/* pages_milestones.c */
void project_milestone_new_page(struct visit *visit);
void project_milestone_new_action(struct visit *visit);
void project_milestone_done_page(struct visit *visit);
void project_milestone_done_action(struct visit *visit);
void project_milestone_moved_page(struct visit *visit);
void project_milestone_moved_action(struct visit *visit);

/* panels.c: projects on the pages of a proposal, a group, a department. */
struct doc *project_panel_proposal(struct visit *visit, struct doc *document);
struct doc *project_panel_group(struct visit *visit, struct doc *document);
struct doc *project_panel_department(struct visit *visit, struct doc *document);

/* Whether the viewer may write of that quiet move now. */
bool project_may(struct visit *visit, const char *move);

#endif
