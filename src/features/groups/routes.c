/* The addresses of groups: method, pattern, who may enter, function. */
#include "features/groups/groups.h"

#include "features/groups/forms.h"
#include "features/groups/moves.h"
#include "features/groups/pages.h"

static const struct route routes[] = {
	{"GET", "/groups", ACCESS_ALL, group_list_page, .twins = HAS_JSON | HAS_CSV},
	{"GET", "/groups/new", ACCESS_ALL, group_new_page},
	{"POST", "/groups/new", ACCESS_PERSON, group_new_action},
	{"GET", "/groups/levels", ACCESS_ALL, group_levels_page, .twins = HAS_JSON},
	{"GET", "/groups/queue", ACCESS_COORDINATOR, group_queue_page},
	{"GET", "/groups/{id}", ACCESS_CASE, group_page, "groups", HAS_JSON},
	{"GET", "/groups/{id}/change", ACCESS_PARTY, group_change_page, "groups"},
	{"POST", "/groups/{id}/change", ACCESS_PARTY, group_change_action, "groups"},
	{"GET", "/groups/{id}/contacts", ACCESS_PARTY, group_contacts_page, "groups"},
	{"POST", "/groups/{id}/contacts", ACCESS_PARTY, group_contacts_action, "groups"},
	{"GET", "/groups/{id}/members", ACCESS_PARTY, group_members_page, "groups"},
	{"POST", "/groups/{id}/members", ACCESS_PARTY, group_members_action, "groups"},
	{"POST", "/groups/{id}/members/{seat}", ACCESS_PARTY, group_member_action, "groups"},
	DOSSIER_ROUTES("/groups", "groups", &group_dossier),
	DOSSIER_ROUTES("/groups/changes", "groups", &change_dossier),
};

static void groups_start(void)
{
	machine_register(&group_machine);
}

const struct feature feature_groups = {
	.name = "groups",
	.routes = routes,
	.route_count = sizeof routes / sizeof *routes,
	.start = groups_start,
};
