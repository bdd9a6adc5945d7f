/* The reports on a project's page: what of them the viewer may read yet. */
#ifndef FEATURES_PROJECTS_REPORTS_H
#define FEATURES_PROJECTS_REPORTS_H

#include "web/page.h"

/* Adds the interim and the final report, as far as they are released to this viewer, and the buttons of who may write them. */
void project_reports_fill(struct visit *visit, struct doc *document, const struct doc *content);

#endif
