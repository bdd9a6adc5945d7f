/* The addresses of agreements: method, pattern, who may enter, function. */
#include "features/agreements/agreements.h"

#include "features/agreements/forms.h"
#include "features/agreements/moves.h"
#include "features/agreements/pages.h"
#include "workflow/tick.h"

static const struct route routes[] = {
	{"GET", "/agreements/{id}", ACCESS_CASE, agreement_page, "agreements", HAS_JSON},
	DOSSIER_ROUTES("/agreements", "agreements", &agreement_dossier),
	DOSSIER_ROUTES("/agreements/change", "agreements", &agreement_change_dossier),
};

static void agreements_start(void)
{
	machine_register(&agreements_machine);
	move_after("proposals", "finalize", agreement_open_after_proposal);
	panel_register("proposals/show", agreement_panel);
	tick_register(agreement_tick);
}

const struct feature feature_agreements = {"agreements", routes, sizeof routes / sizeof *routes, agreements_start};
