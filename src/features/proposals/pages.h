/* The handlers of proposals. */
#ifndef FEATURES_PROPOSALS_PAGES_H
#define FEATURES_PROPOSALS_PAGES_H

#include "features/cases/cases.h"

extern const struct dossier proposal_dossier;

/* Handlers, as the routes' table names them. */
void proposal_list_page(struct visit *visit);
void proposal_new_page(struct visit *visit);  /* ?from=city: a department's start page */
void proposal_new_action(struct visit *visit);
void proposal_page(struct visit *visit);
void proposal_post_action(struct visit *visit);

/* Panels (panels.c), see web/page.h. */
struct doc *proposal_department_panel(struct visit *visit, struct doc *document);
struct doc *proposal_group_panel(struct visit *visit, struct doc *document);
struct doc *proposal_dialogue_panel(struct visit *visit, struct doc *document);

/* The document of a proposal's page as this viewer may read it (view.c). */
struct doc *proposal_document(struct visit *visit);

#endif
