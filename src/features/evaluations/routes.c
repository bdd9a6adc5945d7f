/* The addresses of evaluations: they lie below their project, so {id} is the project's; each handler goes on to its evaluation. */
#include "features/evaluations/evaluations.h"

#include "features/evaluations/moves.h"
#include "features/evaluations/pages.h"
#include "workflow/tick.h"

#define HERE "/projects/{id}/evaluation"

static const struct route routes[] = {
	{"GET", HERE, ACCESS_CASE, evaluation_page, "projects", .twins = HAS_JSON},
	{"GET", HERE "/sheet", ACCESS_SIDE, evaluation_sheet_page, "projects"},
	{"POST", HERE "/sheet", ACCESS_SIDE, evaluation_sheet_action, "projects"},
	{"GET", HERE "/sheet/check", ACCESS_SIDE, evaluation_check_page, "projects"},
	{"POST", HERE "/sheet/check", ACCESS_SIDE, evaluation_check_action, "projects"},
	{"GET", HERE "/talk", ACCESS_SIDE, evaluation_talk_page, "projects"},
	{"POST", HERE "/talk", ACCESS_SIDE, evaluation_talk_action, "projects"},
	{"GET", HERE "/lessons", ACCESS_SIDE, evaluation_lessons_page, "projects"},
	{"POST", HERE "/lessons", ACCESS_SIDE, evaluation_lessons_action, "projects"},
	{"GET", HERE "/lessons/{number}", ACCESS_SIDE, evaluation_answer_page, "projects"},
	{"POST", HERE "/lessons/{number}", ACCESS_SIDE, evaluation_answer_action, "projects"},
};

static void evaluations_start(void)
{
	machine_register(&evaluations_machine);
	move_after("projects", "accept", evaluation_follow_accept);
	move_after("projects", "terminate", evaluation_follow_accept);
	tick_register(evaluation_tick);
	evaluation_panels_register();
}

const struct feature feature_evaluations = {"evaluations", routes, sizeof routes / sizeof *routes, evaluations_start};
