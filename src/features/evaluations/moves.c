/* The state machine of evaluations, a row a move: filling (sealed) → opened → concluded | both_views → published → answered.
 * Days that the city sets come from settings (changes.c). No move's reason, notice or entry holds anything of a sheet. */
#include "features/evaluations/moves.h"

#include "features/evaluations/forms.h"

#define PARTIES (TELL_GROUP | TELL_DEPARTMENT)
#define EVERYBODY (TELL_GROUP | TELL_DEPARTMENT | TELL_COORDINATOR)
#define SIDES (WHO_SUBMITTER | WHO_DEPARTMENT)
#define CLAUSE "4-4-4"

/* name, from, to, who, turn, days, tell, nobody, clause, flags, form, refuse, change, follow */
static const struct move moves[] = {
	/* Sheets, sealed */
	{"open", "", "filling", WHO_CLOCK, "both", 20, EVERYBODY, NULL, CLAUSE, MOVE_QUIET | MOVE_NUMBERS, NULL, NULL,
	 evaluation_change_open, NULL},
	{"put_group", "filling", "", WHO_SUBMITTER, "city", 0, PARTIES, NULL, CLAUSE, MOVE_QUIET, NULL, evaluation_refuse_put_group,
	 evaluation_change_put_group, evaluation_follow_put},
	{"put_city", "filling", "", WHO_DEPARTMENT, "group", 0, PARTIES, NULL, CLAUSE, MOVE_QUIET, NULL, evaluation_refuse_put_city,
	 evaluation_change_put_city, evaluation_follow_put},
	{"take_back_group", "filling", "", WHO_SUBMITTER, "both", 0, PARTIES, NULL, CLAUSE, MOVE_SECOND, NULL,
	 evaluation_refuse_take_back_group, evaluation_change_take_back_group, NULL},
	{"take_back_city", "filling", "", WHO_DEPARTMENT, "both", 0, PARTIES, NULL, CLAUSE, MOVE_SECOND, NULL,
	 evaluation_refuse_take_back_city, evaluation_change_take_back_city, NULL},
	{"simplify", "filling", "", SIDES, "", 0, PARTIES, NULL, CLAUSE, MOVE_SECOND, NULL, evaluation_refuse_simplify,
	 evaluation_change_simplify, NULL},
	{"extend", "filling", "", SIDES, "", 0, EVERYBODY, NULL, CLAUSE, MOVE_SECOND, NULL, evaluation_refuse_extended,
	 evaluation_change_extend, NULL},
	{"unseal", "filling", "opened", WHO_CLOCK, "both", 20, EVERYBODY, NULL, CLAUSE, MOVE_QUIET, NULL, evaluation_refuse_sealed,
	 evaluation_change_unseal, NULL},
	{"reply_group", "opened", "", WHO_SUBMITTER, "", 0, PARTIES, NULL, CLAUSE, MOVE_QUIET, NULL, evaluation_refuse_put_group,
	 evaluation_change_put_group, NULL},
	{"reply_city", "opened", "", WHO_DEPARTMENT, "", 0, PARTIES, NULL, CLAUSE, MOVE_QUIET, NULL, evaluation_refuse_put_city,
	 evaluation_change_put_city, NULL},

	/* ふりかえり */
	{"talk", "opened", "", SIDES, "", 0, PARTIES, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, evaluation_change_talk, NULL},
	{"confirm_group", "opened", "", WHO_SUBMITTER, "", 0, PARTIES, NULL, CLAUSE, 0, NULL, evaluation_refuse_confirm_group,
	 evaluation_change_confirm_group, evaluation_follow_confirm},
	{"confirm_city", "opened", "", WHO_DEPARTMENT, "", 0, PARTIES, NULL, CLAUSE, 0, NULL, evaluation_refuse_confirm_city,
	 evaluation_change_confirm_city, evaluation_follow_confirm},
	{"conclude", "opened", "concluded", WHO_CLOCK, "both", 14, EVERYBODY, NULL, CLAUSE, MOVE_QUIET, NULL,
	 evaluation_refuse_not_confirmed, NULL, NULL},
	{"view_group", "opened", "", WHO_SUBMITTER, "", 0, PARTIES, NULL, CLAUSE, MOVE_SECOND, &evaluation_view_form,
	 evaluation_refuse_view_group, evaluation_change_view_group, evaluation_follow_view},
	{"view_city", "opened", "", WHO_DEPARTMENT, "", 0, PARTIES, NULL, CLAUSE, MOVE_SECOND, &evaluation_view_form,
	 evaluation_refuse_view_city, evaluation_change_view_city, evaluation_follow_view},
	{"both_views", "opened", "both_views", WHO_CLOCK, "both", 14, EVERYBODY, NULL, CLAUSE, MOVE_QUIET, NULL,
	 evaluation_refuse_no_views, NULL, NULL},
	{"reopen", "concluded", "opened", SIDES, "both", 14, EVERYBODY, NULL, CLAUSE, MOVE_REASON | MOVE_SECOND | MOVE_SHUT, NULL,
	 NULL, evaluation_change_talk, NULL},

	/* 次に生かすこと and publication */
	{"lessons", "concluded both_views", "", SIDES, "", 0, PARTIES, NULL, CLAUSE, MOVE_QUIET, NULL, NULL,
	 evaluation_change_lessons, NULL},
	{"release_group", "concluded both_views", "", WHO_SUBMITTER, "", 0, EVERYBODY, NULL, CLAUSE, 0, NULL,
	 evaluation_refuse_release_group, evaluation_change_release_group, evaluation_follow_release},
	{"release_city", "concluded both_views", "", WHO_DEPARTMENT, "", 0, EVERYBODY, NULL, CLAUSE, 0, NULL,
	 evaluation_refuse_release_city, evaluation_change_release_city, evaluation_follow_release},
	{"publish", "concluded both_views", "published", WHO_COORDINATOR, "city", 10, EVERYBODY, NULL, CLAUSE, MOVE_PUBLISHES, NULL,
	 evaluation_refuse_no_lessons, evaluation_change_publish, evaluation_follow_publish},
	{"answer_city", "published answered", "", WHO_DEPARTMENT, "", 0, EVERYBODY, NULL, CLAUSE, MOVE_QUIET, NULL,
	 evaluation_refuse_answer_city, evaluation_change_answer, evaluation_follow_answer},
	{"answer_group", "published answered", "", WHO_SUBMITTER, "", 0, EVERYBODY, NULL, CLAUSE, MOVE_QUIET, NULL,
	 evaluation_refuse_answer_group, evaluation_change_answer, evaluation_follow_answer},
	{"answered", "published", "answered", WHO_CLOCK, "none", 0, EVERYBODY, NULL, CLAUSE, MOVE_QUIET, NULL, NULL, NULL, NULL},
	{"correct_publish", "published answered", "", WHO_COORDINATOR, "", 0, EVERYBODY, NULL, CLAUSE, MOVE_CORRECTS | MOVE_SECOND,
	 NULL, NULL, NULL, NULL},
	{"correct_answer", "answered", "published", WHO_DEPARTMENT, "city", 10, EVERYBODY, NULL, CLAUSE,
	 MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, NULL, NULL},
};

const struct machine evaluations_machine = {
	.kind = "evaluations",
	.path = "/projects/{parent}/evaluation",
	.letter = "評",
	.states = "filling opened concluded both_views published answered",
	.closed = "answered",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
