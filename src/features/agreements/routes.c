/* The addresses of agreements: method, pattern, who may enter, function. */
#include "features/agreements/agreements.h"

#include "base/text.h"
#include "features/agreements/forms.h"
#include "features/agreements/moves.h"
#include "features/agreements/pages.h"
#include "workflow/tick.h"

static const struct route routes[] = {
	{"GET", "/agreements/{id}", ACCESS_CASE, agreement_page, "agreements", HAS_JSON},
	DOSSIER_ROUTES("/agreements", "agreements", &agreement_dossier),
	DOSSIER_ROUTES("/agreements/change", "agreements", &agreement_change_dossier),
};

/* What the city decides on: the text that both confirmed, or its change. */
static const struct dossier *decided_text(const char *move)
{
	return text_equal(move, "changed") ? &agreement_change_dossier : &agreement_dossier;
}

static void agreements_start(void)
{
	draft_text_register("agreements", decided_text);
	machine_register(&agreements_machine);
	move_after("proposals", "finalize", agreement_open_after_proposal);
	panel_register("proposals/show", agreement_panel);
	tick_register(agreement_tick);
}

const struct feature feature_agreements = {"agreements", routes, sizeof routes / sizeof *routes, agreements_start};
