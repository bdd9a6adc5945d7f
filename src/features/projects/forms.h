/* What may be typed for a project, as data. */
#ifndef FEATURES_PROJECTS_FORMS_H
#define FEATURES_PROJECTS_FORMS_H

#include "features/cases/cases.h"

extern const struct dossier project_interim_dossier;
extern const struct dossier project_final_dossier;

extern const struct form project_filter_form;
extern const struct form project_view_form;      /* the department's view of an interim report */
extern const struct form project_terminate_form; /* how it is stopped */
extern const struct form project_milestone_form; /* a new milestone */
extern const struct form project_done_form;      /* reached: when, what came of it */
extern const struct form project_moved_form;     /* put off: to when, why */
extern const struct form project_log_form;

/* "group" or "city": on which side of the case the viewer stands; "" on none. */
const char *project_side(const struct viewer *viewer, const struct case_file *subject);
/* Starting values of the two reports, from what the project is: nothing known is typed again. */
struct doc *project_interim_start(const struct doc *content);
struct doc *project_final_start(const struct doc *content);

#endif
