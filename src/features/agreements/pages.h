/* The handlers of agreements. */
#ifndef FEATURES_AGREEMENTS_PAGES_H
#define FEATURES_AGREEMENTS_PAGES_H

#include "web/page.h"

/* GET /agreements/{id}, also .json: the parties always, everybody once it is concluded. */
void agreement_page(struct visit *visit);

/* The panel of a proposal: its agreement. */
struct doc *agreement_panel(struct visit *visit, struct doc *document);

#endif
