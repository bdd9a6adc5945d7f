/* Guards and changes of the projects' machine (changes.c), for its table (moves.c). */
#ifndef FEATURES_PROJECTS_MOVES_H
#define FEATURES_PROJECTS_MOVES_H

#include "workflow/move.h"

extern const struct machine projects_machine;

/* Guards: the key of why not, NULL when it may. */
const char *project_refuse_viewed(const struct moving *moving);      /* no interim report that waits for the department's view */
const char *project_refuse_no_milestone(const struct moving *moving);/* the values name no milestone of this project */

/* What else a move changes. */
void project_change_open(struct moving *moving);
void project_change_start(struct moving *moving);
void project_change_resume(struct moving *moving);
void project_change_milestone(struct moving *moving);
void project_change_milestone_done(struct moving *moving);
void project_change_milestone_moved(struct moving *moving);
void project_change_log(struct moving *moving);
void project_change_interim(struct moving *moving);
void project_change_view(struct moving *moving);
void project_change_report(struct moving *moving);
void project_change_terminate(struct moving *moving);
void project_change_unterminate(struct moving *moving);

/* A concluded agreement opens its project; a changed one changes its roles and period (opening.c). */
void project_open_after_agreement(struct moving *moving);
void project_follow_agreement(struct moving *moving);

#endif
