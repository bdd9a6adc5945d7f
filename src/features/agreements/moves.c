/* The state machine of agreements, a row a move.
 * draft → offered ⇄ (counter) → confirming → deciding → decided → concluded; then changing ⇄, expired, ended. */
#include "features/agreements/moves.h"

#include "features/agreements/forms.h"

#define PARTIES (TELL_GROUP | TELL_DEPARTMENT)
#define EVERYBODY (TELL_GROUP | TELL_DEPARTMENT | TELL_COORDINATOR)
#define SIDES (WHO_SUBMITTER | WHO_DEPARTMENT)
#define CITY (WHO_DEPARTMENT | WHO_COORDINATOR)

/* name, from, to, who, turn, days, tell, nobody, clause, flags, form, refuse, change, follow */
static const struct move moves[] = {
	/* Writing, to and fro */
	{"open", "", "draft", WHO_CLOCK, "both", 20, EVERYBODY, NULL, "2-4", MOVE_QUIET | MOVE_NUMBERS, NULL, NULL, agreement_change_open, NULL},
	{"offer", "draft", "offered", SIDES, "city", 10, PARTIES, NULL, "2-4", MOVE_QUIET, NULL, NULL, agreement_change_offer, NULL},
	{"counter", "offered confirming", "offered", SIDES, "city", 10, PARTIES, NULL, "2-4", MOVE_QUIET, NULL, NULL, agreement_change_offer, NULL},
	{"confirm_group", "offered confirming", "confirming", WHO_SUBMITTER, "city", 10, PARTIES, NULL, "2-4", 0, &agreement_confirm_form,
	 agreement_refuse_confirmed_group, agreement_change_confirm_group, agreement_follow_confirm},
	{"confirm_city", "offered confirming", "confirming", WHO_DEPARTMENT, "group", 14, PARTIES, NULL, "2-4", 0, &agreement_confirm_form,
	 agreement_refuse_confirmed_city, agreement_change_confirm_city, agreement_follow_confirm},
	{"complete", "confirming", "deciding", WHO_CLOCK, "city", 10, EVERYBODY, NULL, "2-4", MOVE_QUIET, NULL, agreement_refuse_not_confirmed, agreement_change_complete,
	 NULL},

	/* 決裁 and 締結 */
	{"decide", "deciding", "decided", CITY, "both", 20, EVERYBODY, NULL, "2-4", MOVE_BINDS, NULL, NULL, agreement_change_decide, NULL},
	{"conclude", "decided", "concluded", CITY, "none", 0, EVERYBODY, NULL, "3-5", MOVE_PUBLISHES, &agreement_conclude_form, agreement_refuse_portal_way,
	 agreement_change_conclude, NULL},
	{"return", "deciding decided", "draft", CITY, "both", 20, EVERYBODY, NULL, "2-4", MOVE_REASON | MOVE_SECOND | MOVE_SHUT, NULL, NULL, NULL, NULL},
	{"correct_return", "draft", "deciding", CITY, "city", 10, EVERYBODY, NULL, "2-4", MOVE_CORRECTS | MOVE_SECOND | MOVE_SHUT, NULL,
	 agreement_refuse_not_confirmed, NULL, NULL},
	{"correct_decide", "decided", "deciding", CITY, "city", 10, EVERYBODY, NULL, "2-4", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, NULL, NULL},
	{"correct_conclude", "concluded", "", CITY, "", 0, EVERYBODY, NULL, "3-5", MOVE_CORRECTS | MOVE_SECOND, &agreement_conclude_form,
	 agreement_refuse_portal_way, agreement_change_correct_conclude, NULL},
	{"withdraw", "draft offered confirming deciding decided", "withdrawn", SIDES, "none", 0, EVERYBODY, NULL, "2-4",
	 MOVE_REASON | MOVE_SECOND | MOVE_SHUT, NULL, NULL, NULL, NULL},

	/* A change of what is in force: both consent */
	{"change", "concluded", "changing", SIDES, "both", 20, EVERYBODY, NULL, "2-4", MOVE_REASON | MOVE_SECOND, NULL, agreement_refuse_ending, agreement_change_change, NULL},
	{"change_offer", "changing", "", SIDES, "city", 10, PARTIES, NULL, "2-4", MOVE_QUIET, NULL, NULL, agreement_change_change_offer, NULL},
	{"change_confirm_group", "changing", "", WHO_SUBMITTER, "city", 10, PARTIES, NULL, "2-4", 0, &agreement_confirm_form,
	 agreement_refuse_change_confirmed_group, agreement_change_change_confirm_group, NULL},
	{"change_confirm_city", "changing", "", WHO_DEPARTMENT, "group", 14, PARTIES, NULL, "2-4", 0, &agreement_confirm_form,
	 agreement_refuse_change_confirmed_city, agreement_change_change_confirm_city, NULL},
	{"changed", "changing", "concluded", CITY, "none", 0, EVERYBODY, NULL, "2-4", MOVE_BINDS, NULL, agreement_refuse_change_not_confirmed, agreement_change_changed, NULL},
	{"change_drop", "changing", "concluded", SIDES, "none", 0, EVERYBODY, NULL, "2-4", MOVE_REASON | MOVE_SECOND, NULL, NULL, agreement_change_change_drop, NULL},
	{"correct_changed", "concluded", "", CITY, "", 0, EVERYBODY, NULL, "2-4", MOVE_CORRECTS | MOVE_SECOND, NULL, agreement_refuse_not_changed, NULL, NULL},

	/* Its end */
	{"end_group", "concluded", "", WHO_SUBMITTER, "city", 10, EVERYBODY, NULL, "2-4", MOVE_REASON | MOVE_SECOND, NULL, agreement_refuse_end_group,
	 agreement_change_end_group, NULL},
	{"end_city", "concluded", "", WHO_DEPARTMENT, "group", 14, EVERYBODY, NULL, "2-4", MOVE_REASON | MOVE_SECOND, NULL, agreement_refuse_end_city,
	 agreement_change_end_city, NULL},
	{"end_drop", "concluded", "", SIDES, "none", 0, EVERYBODY, NULL, "2-4", MOVE_SECOND, NULL, agreement_refuse_not_ending, agreement_change_end_drop, NULL},
	{"end", "concluded", "ended", CITY, "none", 0, EVERYBODY, NULL, "2-4", MOVE_BINDS, NULL, agreement_refuse_end_not_confirmed, agreement_change_end, NULL},
	{"correct_end", "ended", "concluded", CITY, "none", 0, EVERYBODY, NULL, "2-4", MOVE_CORRECTS | MOVE_SECOND, NULL, NULL, agreement_change_end_drop, NULL},
	{"expire", "concluded changing", "expired", WHO_CLOCK, "none", 0, EVERYBODY, NULL, "2-4", MOVE_QUIET, NULL, NULL, NULL, NULL},
};

const struct machine agreements_machine = {
	.kind = "agreements",
	.path = "/agreements",
	.letter = "覚",
	.states = "draft offered confirming deciding decided concluded changing expired ended withdrawn",
	.closed = "expired ended withdrawn",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
