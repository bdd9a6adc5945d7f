/* The addresses of meetings: method, pattern, who may enter, function; and what hangs on other features. */
#include "features/meetings/meetings.h"

#include "features/meetings/moves.h"
#include "features/meetings/pages.h"
#include "workflow/tick.h"

static const struct route routes[] = {
	{"GET", "/meetings", ACCESS_ALL, meetings_page, NULL, HAS_JSON | HAS_CSV | HAS_ICS},
	{"GET", "/meetings/new", ACCESS_COORDINATOR, meeting_new_page, NULL},
	{"POST", "/meetings/new", ACCESS_COORDINATOR, meeting_new_action, NULL},
	{"GET", "/meetings/promises", ACCESS_ALL, promises_all_page, NULL, HAS_JSON | HAS_CSV},
	{"GET", "/meetings/{id}", ACCESS_CASE, meeting_page, "meetings", HAS_JSON | HAS_ICS},
	{"GET", "/meetings/{id}/edit", ACCESS_COORDINATOR, meeting_edit_page, "meetings"},
	{"POST", "/meetings/{id}/edit", ACCESS_COORDINATOR, meeting_edit_action, "meetings"},
	{"GET", "/meetings/{id}/people", ACCESS_COORDINATOR, meeting_people_page, "meetings"},
	{"GET", "/meetings/{id}/signup", ACCESS_CASE, meeting_signup_page, "meetings"},
	{"POST", "/meetings/{id}/signup", ACCESS_CASE, meeting_signup_action, "meetings"},
	{"GET", "/meetings/{id}/signup/{token}", ACCESS_CASE, meeting_signup_link_page, "meetings"},
	{"POST", "/meetings/{id}/signup/{token}", ACCESS_CASE, meeting_signup_link_action, "meetings", .proof = PROOF_MAIL},
	{"GET", "/meetings/{id}/agenda", ACCESS_PERSON, meeting_agenda_page, "meetings"},
	{"POST", "/meetings/{id}/agenda", ACCESS_PERSON, meeting_agenda_action, "meetings"},
	{"GET", "/meetings/{id}/agenda/{number}", ACCESS_PERSON, meeting_item_page, "meetings"},
	{"POST", "/meetings/{id}/agenda/{number}", ACCESS_PERSON, meeting_item_action, "meetings"},
	{"GET", "/meetings/{id}/results", ACCESS_COORDINATOR, meeting_results_page, "meetings"},
	{"POST", "/meetings/{id}/results", ACCESS_COORDINATOR, meeting_results_action, "meetings"},
	{"GET", "/meetings/{id}/minutes", ACCESS_CASE, minutes_page, "meetings", HAS_JSON},
	{"GET", "/meetings/{id}/minutes/edit", ACCESS_PERSON, minutes_edit_page, "meetings"},
	{"POST", "/meetings/{id}/minutes/edit", ACCESS_PERSON, minutes_edit_action, "meetings"},
	{"GET", "/meetings/{id}/minutes/corrections", ACCESS_PERSON, minutes_corrections_page, "meetings"},
	{"POST", "/meetings/{id}/minutes/corrections", ACCESS_PERSON, minutes_corrections_action, "meetings"},
	{"GET", "/meetings/{id}/minutes/corrections/{number}", ACCESS_PERSON, minutes_correction_page, "meetings"},
	{"POST", "/meetings/{id}/minutes/corrections/{number}", ACCESS_PERSON, minutes_correction_action, "meetings"},
	{"GET", "/meetings/{id}/promises", ACCESS_CASE, promises_page, "meetings", HAS_JSON},
};

static void meetings_start(void)
{
	machine_register(&meetings_machine);
	machine_register(&minutes_machine);
	machine_register(&promises_machine);
	panel_register("groups/show", panel_group);
	panel_register("departments/show", panel_department);
	panel_register("proposals/show", panel_case);
	panel_register("projects/show", panel_case);
	tick_register(meetings_tick);
}

const struct feature feature_meetings = {"meetings", routes, sizeof routes / sizeof *routes, meetings_start};
