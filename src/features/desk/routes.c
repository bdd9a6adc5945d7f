/* The addresses of the desk. */
#include "features/desk/desk.h"
#include "features/desk/pages.h"

static const struct route routes[] = {
	{"GET", "/desk", ACCESS_PERSON, desk_page},
	{"POST", "/desk/remind/{id}", ACCESS_PARTY, desk_remind_action, "*"},
	{"POST", "/desk/letters/{id}", ACCESS_COORDINATOR, desk_letter_action},
};

const struct feature feature_desk = {"desk", routes, sizeof routes / sizeof *routes, NULL};
