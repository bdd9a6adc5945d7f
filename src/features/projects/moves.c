/* The state machine of projects, a row a move.
 * preparing → running ⇄ suspended → reporting ⇄ returned → evaluating → closed | continued; terminated from before the report. */
#include "features/projects/moves.h"

#include "features/projects/forms.h"

#define PARTIES (TELL_GROUP | TELL_DEPARTMENT)
#define EVERYBODY (TELL_GROUP | TELL_DEPARTMENT | TELL_COORDINATOR)
#define CITY (WHO_DEPARTMENT | WHO_COORDINATOR)
#define ANYBODY (WHO_SUBMITTER | WHO_DEPARTMENT | WHO_COORDINATOR)
#define WRITERS (WHO_MEMBER | WHO_DEPARTMENT)
#define GOING "preparing running suspended returned"

/* name, from, to, who, turn, days, tell, nobody, clause, flags, form, refuse, change, follow */
static const struct move moves[] = {
	{"open", "", "preparing", WHO_CLOCK, "both", 20, EVERYBODY, NULL, "2-4", MOVE_QUIET | MOVE_PUBLISHES | MOVE_NUMBERS, NULL, NULL,
	 project_change_open, NULL},
	{"start", "preparing", "running", ANYBODY, "both", 0, EVERYBODY, NULL, "2-4", 0, NULL, NULL, project_change_start, NULL},
	{"correct_start", "running", "preparing", CITY, "both", 20, EVERYBODY, NULL, "2-4", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, NULL, NULL},

	/* On the way */
	{"milestone", GOING, "", WRITERS, "", 0, PARTIES, NULL, "2-4", MOVE_QUIET, NULL, NULL, project_change_milestone, NULL},
	{"milestone_done", GOING, "", WRITERS, "", 0, PARTIES, NULL, "2-4", MOVE_QUIET, NULL, project_refuse_no_milestone,
	 project_change_milestone_done, NULL},
	{"milestone_moved", GOING, "", WRITERS, "", 0, PARTIES, NULL, "2-4", MOVE_QUIET | MOVE_REASON, NULL, project_refuse_no_milestone,
	 project_change_milestone_moved, NULL},
	{"log", GOING " reporting evaluating", "", WRITERS, "", 0, PARTIES, NULL, "3-5", MOVE_QUIET, NULL, NULL, project_change_log, NULL},
	{"interim", "running", "", WHO_SUBMITTER, "city", 10, PARTIES, NULL, "4-4-4", MOVE_QUIET, NULL, NULL, project_change_interim, NULL},
	{"interim_view", "running", "", WHO_DEPARTMENT, "both", 0, PARTIES, NULL, "4-4-4", 0, &project_view_form, project_refuse_viewed,
	 project_change_view, NULL},
	{"suspend", "running", "suspended", ANYBODY, "both", 0, EVERYBODY, NULL, "2-4", MOVE_REASON | MOVE_SECOND, NULL, NULL, NULL, NULL},
	{"resume", "suspended", "running", ANYBODY, "both", 0, EVERYBODY, NULL, "2-4", 0, NULL, NULL, project_change_resume, NULL},

	/* The report */
	{"report", "running returned", "reporting", WHO_SUBMITTER, "city", 10, EVERYBODY, NULL, "4-4-4", MOVE_QUIET, NULL, NULL,
	 project_change_report, NULL},
	{"return_report", "reporting", "returned", CITY, "group", 14, EVERYBODY, NULL, "4-4-4", MOVE_QUIET | MOVE_SHUT | MOVE_REASON, NULL, NULL,
	 NULL, NULL},
	{"correct_return", "returned", "reporting", CITY, "city", 10, EVERYBODY, NULL, "4-4-4", MOVE_SHUT | MOVE_CORRECTS | MOVE_SECOND, NULL, NULL,
	 NULL, NULL},
	{"accept", "reporting", "evaluating", CITY, "both", 0, EVERYBODY, NULL, "4-4-4", 0, NULL, NULL, NULL, NULL},
	{"correct_accept", "evaluating", "", CITY, "", 0, EVERYBODY, NULL, "4-4-4", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, NULL, NULL},

	/* The end */
	{"finish", "evaluating", "closed", WHO_CLOCK, "none", 0, EVERYBODY, NULL, "4-4-4", MOVE_QUIET, NULL, NULL, NULL, NULL},
	{"continue", "closed", "continued", ANYBODY, "none", 0, EVERYBODY, NULL, "2-4", MOVE_REASON, NULL, NULL, NULL, NULL},
	{"correct_continue", "continued", "closed", CITY, "none", 0, EVERYBODY, NULL, "2-4", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, NULL, NULL},
	{"terminate", GOING, "terminated", ANYBODY, "none", 0, EVERYBODY, NULL, "2-4", MOVE_REASON | MOVE_SECOND, &project_terminate_form, NULL,
	 project_change_terminate, NULL},
	{"report_partial", "terminated", "", WHO_SUBMITTER, "none", 0, EVERYBODY, NULL, "4-4-4", MOVE_QUIET, NULL, NULL, project_change_report, NULL},
	{"correct_terminate", "terminated", "running", CITY, "both", 0, EVERYBODY, NULL, "2-4", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL,
	 project_change_unterminate, NULL},
};

const struct machine projects_machine = {
	.kind = "projects",
	.path = "/projects",
	.letter = "事",
	.states = "preparing running suspended reporting returned evaluating closed continued terminated",
	.closed = "closed continued terminated",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
