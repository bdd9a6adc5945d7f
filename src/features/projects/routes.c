/* The addresses of projects: method, pattern, who may enter, function. */
#include "features/projects/projects.h"

#include "features/projects/forms.h"
#include "features/projects/moves.h"
#include "features/projects/pages.h"

static const struct route routes[] = {
	{"GET", "/projects", ACCESS_ALL, project_list_page, NULL, HAS_JSON | HAS_CSV},
	{"GET", "/projects/{id}", ACCESS_CASE, project_page, "projects", HAS_JSON | HAS_ICS},
	{"GET", "/projects/{id}/log", ACCESS_CASE, project_log_page, "projects", HAS_JSON | HAS_CSV},
	{"GET", "/projects/{id}/log/new", ACCESS_SIDE, project_log_new_page, "projects"},
	{"POST", "/projects/{id}/log/new", ACCESS_SIDE, project_log_new_action, "projects"},
	{"GET", "/projects/{id}/milestones/new", ACCESS_SIDE, project_milestone_new_page, "projects"},
	{"POST", "/projects/{id}/milestones/new", ACCESS_SIDE, project_milestone_new_action, "projects"},
	{"GET", "/projects/{id}/milestones/{number}/done", ACCESS_SIDE, project_milestone_done_page, "projects"},
	{"POST", "/projects/{id}/milestones/{number}/done", ACCESS_SIDE, project_milestone_done_action, "projects"},
	{"GET", "/projects/{id}/milestones/{number}/moved", ACCESS_SIDE, project_milestone_moved_page, "projects"},
	{"POST", "/projects/{id}/milestones/{number}/moved", ACCESS_SIDE, project_milestone_moved_action, "projects"},
	DOSSIER_ROUTES("/projects/interim", "projects", &project_interim_dossier),
	DOSSIER_ROUTES("/projects/final", "projects", &project_final_dossier),
};

static void projects_start(void)
{
	machine_register(&projects_machine);
	move_after("agreements", "conclude", project_open_after_agreement);
	move_after("agreements", "changed", project_follow_agreement);
	panel_register("proposals/show", project_panel_proposal);
	panel_register("groups/show", project_panel_group);
	panel_register("departments/show", project_panel_department);
}

const struct feature feature_projects = {"projects", routes, sizeof routes / sizeof *routes, projects_start};
