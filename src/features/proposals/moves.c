/* The state machine of proposals, a row a move. Days that the city sets come from settings (changes.c).
 * From a group: draft → checking → coordinating → dialogue. From a department: draft → checking → invited; to a named group the same
 * case goes on to its dialogue, a 呼びかけ to all stays open and each group that takes it up gets a dialogue of its own. */
#include "features/proposals/moves.h"

#include "features/proposals/forms.h"

#define PARTIES (TELL_GROUP | TELL_DEPARTMENT)
#define EVERYBODY (TELL_GROUP | TELL_DEPARTMENT | TELL_COORDINATOR)
#define OPENER (WHO_SUBMITTER | WHO_DEPARTMENT)
#define ANY_PARTY (WHO_MEMBER | WHO_DEPARTMENT | WHO_COORDINATOR)

static const struct move moves[] = {
	/* Writing and sending */
	{"open", "", "draft", OPENER, "group", 0, TELL_NOBODY, "nothing is sent yet: the writer alone knows", "4-4-3", MOVE_QUIET | MOVE_SHUT,
	 NULL, NULL, change_open, NULL},
	{"submit", "draft", "checking", OPENER, "city", 10, EVERYBODY, NULL, "4-4-3", MOVE_QUIET | MOVE_NUMBERS, NULL, refuse_submit,
	 change_submit, NULL},
	{"resubmit", "returned", "checking", OPENER, "city", 10, EVERYBODY, NULL, "4-4-3", MOVE_QUIET, NULL, refuse_submit, change_submit,
	 NULL},

	/* 要件確認 */
	{"pass", "checking", "coordinating", WHO_COORDINATOR, "city", 5, TELL_GROUP, NULL, "4-4-3", 0, NULL, refuse_from_city, change_pass, NULL},
	{"release", "checking", "invited", WHO_COORDINATOR, "none", 0, TELL_DEPARTMENT, NULL, "4-4-3", MOVE_PUBLISHES, NULL, refuse_not_to_all,
	 change_release, NULL},
	{"offer", "checking", "invited", WHO_COORDINATOR, "group", 14, PARTIES, NULL, "4-4-3", 0, NULL, refuse_not_to_one, change_offer, NULL},
	{"return", "checking", "returned", WHO_COORDINATOR, "group", 14, PARTIES, NULL, "4-4-3", MOVE_QUIET | MOVE_SHUT | MOVE_REASON, NULL, NULL,
	 change_return, NULL},
	{"ineligible", "checking", "ineligible", WHO_COORDINATOR, "none", 0, PARTIES, NULL, "4-4-3", MOVE_SHUT | MOVE_REASON | MOVE_SECOND, NULL,
	 NULL, NULL, NULL},
	{"correct_ineligible", "ineligible", "checking", WHO_COORDINATOR, "city", 10, PARTIES, NULL, "4-4-3", MOVE_SHUT | MOVE_CORRECTS, NULL, NULL,
	 NULL, NULL},

	/* 担当課の調整 */
	{"name", "coordinating", "dialogue", WHO_COORDINATOR, "both", 28, PARTIES, NULL, "4-4-3", 0, &proposal_name_form, refuse_no_department,
	 change_name, NULL},
	{"take_lead", "coordinating", "dialogue", WHO_COORDINATOR, "both", 28, PARTIES, NULL, "4-4-3", MOVE_SECOND, NULL, refuse_early_lead,
	 change_take_lead, NULL},
	{"correct_pass", "coordinating", "checking", WHO_COORDINATOR, "city", 10, PARTIES, NULL, "4-4-3", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL,
	 NULL, NULL},
	{"decline_lead", "dialogue", "coordinating", WHO_DEPARTMENT, "city", 5, TELL_GROUP | TELL_COORDINATOR, NULL, "4-4-3",
	 MOVE_REASON | MOVE_SECOND, NULL, refuse_from_city, change_decline_lead, NULL},
	{"correct_name", "dialogue", "coordinating", WHO_COORDINATOR, "city", 5, PARTIES, NULL, "4-4-3", MOVE_CORRECTS | MOVE_SECOND, NULL,
	 refuse_from_city, change_decline_lead, NULL},

	/* 呼びかけ */
	{"take_up", "invited", "", WHO_GROUPS, "", 0, TELL_DEPARTMENT | TELL_COORDINATOR, NULL, "4-4-3", 0, &proposal_take_up_form, refuse_take_up,
	 NULL, follow_take_up},
	{"begin", "draft", "dialogue", WHO_CLOCK, "both", 28, PARTIES, NULL, "4-4-3", MOVE_QUIET | MOVE_NUMBERS, NULL, NULL, change_dialogue, NULL},
	{"accept", "invited", "dialogue", WHO_SUBMITTER, "both", 28, PARTIES, NULL, "4-4-3", 0, NULL, refuse_not_to_one, change_dialogue, NULL},
	{"close", "invited", "closed", WHO_DEPARTMENT | WHO_COORDINATOR, "none", 0, TELL_DEPARTMENT | TELL_COORDINATOR, NULL, "4-4-3", MOVE_SECOND,
	 NULL, refuse_not_to_all, NULL, NULL},
	{"correct_release", "invited", "checking", WHO_COORDINATOR, "city", 10, PARTIES, NULL, "4-4-3", MOVE_CORRECTS | MOVE_SECOND | MOVE_HIDES,
	 NULL, NULL, change_unpass, NULL},
	{"decline_group", "invited dialogue", "declined", WHO_SUBMITTER, "none", 0, EVERYBODY, NULL, "4-4-3", MOVE_SECOND | MOVE_SHUT, NULL,
	 refuse_not_asked, NULL, NULL},

	/* 協議 */
	{"agree_group", "dialogue", "", WHO_SUBMITTER, "", 0, PARTIES, NULL, "4-4-3", 0, NULL, refuse_agreed_group, change_agree_group, follow_agree},
	{"agree_city", "dialogue", "", WHO_DEPARTMENT, "", 0, PARTIES, NULL, "4-4-3", 0, NULL, refuse_agreed_city, change_agree_city, follow_agree},
	{"agreed", "dialogue", "agreed", WHO_CLOCK, "city", 5, EVERYBODY, NULL, "4-4-3", MOVE_QUIET, NULL, NULL, NULL, NULL},
	{"view_group", "dialogue", "", WHO_SUBMITTER, "", 0, PARTIES, NULL, "4-4-3", MOVE_SECOND, &proposal_view_form, NULL, change_view_group,
	 follow_view},
	{"view_city", "dialogue", "", WHO_DEPARTMENT, "", 0, PARTIES, NULL, "4-4-3", MOVE_SECOND, &proposal_view_form, NULL, change_view_city,
	 follow_view},
	{"both_views", "dialogue", "both_views", WHO_CLOCK, "city", 5, EVERYBODY, NULL, "4-4-3", MOVE_QUIET, NULL, NULL, NULL, NULL},
	{"post", "dialogue agreed both_views", "", ANY_PARTY, "", 0, PARTIES, NULL, "4-4-3", MOVE_QUIET, NULL, refuse_no_post, change_post, NULL},
	{"new_version", "dialogue", "", OPENER, "", 0, PARTIES, NULL, "4-4-3", MOVE_QUIET, NULL, refuse_same, change_new_version, NULL},
	{"extend", "dialogue", "", OPENER, "", 0, PARTIES, NULL, "4-4-3", MOVE_SECOND, NULL, refuse_extended, change_extend, NULL},
	{"discussed", "checking returned coordinating invited dialogue agreed both_views final", "", WHO_CLOCK, "", 0, EVERYBODY, NULL, "3-4",
	 MOVE_QUIET, NULL, NULL, change_discussed, NULL},
	{"decline", "dialogue", "declined", WHO_DEPARTMENT, "none", 0, EVERYBODY, NULL, "4-4-3", MOVE_SHUT | MOVE_REASON | MOVE_SECOND, NULL, NULL,
	 NULL, NULL},
	{"correct_decline", "declined", "dialogue", WHO_DEPARTMENT | WHO_COORDINATOR, "both", 28, EVERYBODY, NULL, "4-4-3",
	 MOVE_SHUT | MOVE_CORRECTS, NULL, refuse_child, change_dialogue, NULL},

	/* 最終版 */
	{"finalize", "agreed both_views", "final", WHO_DEPARTMENT | WHO_COORDINATOR, "none", 0, EVERYBODY, NULL, "4-4-3", MOVE_PUBLISHES, NULL,
	 NULL, change_finalize, NULL},
	{"reopen", "agreed both_views", "dialogue", OPENER, "both", 28, EVERYBODY, NULL, "4-4-3", MOVE_REASON | MOVE_SECOND, NULL, NULL,
	 change_reopen, NULL},
	{"correct_final", "final", "", WHO_COORDINATOR, "", 0, EVERYBODY, NULL, "4-4-3", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, NULL, NULL},
	{"withdraw", "draft checking returned coordinating invited dialogue agreed both_views", "withdrawn", OPENER, "none", 0, EVERYBODY, NULL,
	 "4-4-3", MOVE_SECOND, NULL, refuse_not_opener, NULL, NULL},
};

const struct machine proposals_machine = {
	.kind = "proposals",
	.path = "/proposals",
	.letter = "提",
	.states = "draft checking returned ineligible coordinating invited dialogue agreed both_views final closed declined withdrawn",
	.closed = "ineligible final closed declined withdrawn",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
