/* The addresses of moves and drafts; dossiers' addresses stand in each feature's own table (DOSSIER_ROUTES). */
#include "features/cases/pages.h"

static const struct route routes[] = {
	{"GET", "/cases/{id}", ACCESS_CASE, case_go_page, "*"},
	{"GET", "/cases/{id}/{move}", ACCESS_PERSON, case_move_page, "*"},
	{"POST", "/cases/{id}/{move}", ACCESS_PERSON, case_move_action, "*"},
	{"GET", "/drafts/{id}", ACCESS_STAFF, draft_page, NULL},
	{"POST", "/drafts/{id}", ACCESS_COORDINATOR, draft_execute_action, NULL},
	{"POST", "/drafts/{id}/drop", ACCESS_STAFF, draft_drop_action, NULL},
};

const struct feature feature_cases = {"cases", routes, sizeof routes / sizeof *routes, NULL};
