/* The addresses of proposals: method, pattern, who may enter, function. */
#include "features/proposals/proposals.h"

#include "features/proposals/moves.h"
#include "features/proposals/pages.h"

static const struct route routes[] = {
	{"GET", "/proposals", ACCESS_ALL, proposal_list_page, .twins = HAS_JSON | HAS_CSV},
	{"GET", "/proposals/new", ACCESS_ALL, proposal_new_page},
	{"POST", "/proposals/new", ACCESS_PERSON, proposal_new_action},
	{"GET", "/proposals/{id}", ACCESS_CASE, proposal_page, "proposals", .twins = HAS_JSON},
	{"POST", "/proposals/{id}/posts", ACCESS_PARTY, proposal_post_action, "proposals"},
	DOSSIER_ROUTES("/proposals", "proposals", &proposal_dossier),
};

static void proposals_start(void)
{
	machine_register(&proposals_machine);
	panel_register("groups/show", proposal_group_panel);
	panel_register("departments/show", proposal_department_panel);
	panel_register("proposals/show", proposal_dialogue_panel);
}

const struct feature feature_proposals = {"proposals", routes, sizeof routes / sizeof *routes, proposals_start};
