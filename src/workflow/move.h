/* The engine of moves: every change of state of every case is a row of its machine's table.
 *
 * move_perform does, in the caller's transaction: version check → from-state → who → the guard → the change → state, turn and
 * clock → ledger → notices. Moves that bind the city (MOVE_BINDS) are first prepared (move_draft, 案) and carried out by move_execute
 * (施行, with the day of decision and the document's number).
 *
 * Texts by convention: state_<kind>_<state>, move_<kind>_<name> (the button), move_<kind>_<name>_about (what it does, on its
 * page), notice_<kind>_<name> (the sentence others are told; {title} is the case's), done_<kind>_<name> is not needed. */
#ifndef WORKFLOW_MOVE_H
#define WORKFLOW_MOVE_H

#include "workflow/case_file.h"

struct form;
struct moving;

enum who { /* relative to the case; or-ed */
	WHO_MEMBER = 1,        /* anyone with a post in its group */
	WHO_SUBMITTER = 2,     /* who may submit for its group */
	WHO_DEPARTMENT = 4,    /* a post in its department */
	WHO_COORDINATOR = 8,
	WHO_AUTHOR = 16,       /* the person who opened it */
	WHO_CLOCK = 32,        /* kyodo tick */
	WHO_GROUPS = 64,       /* any member of any registered group */
	WHO_STAFF = 128,       /* any city post */
	WHO_INTERMEDIARY = 256,
	WHO_ADMIN = 512,
};

enum tell { TELL_GROUP = 1, TELL_DEPARTMENT = 2, TELL_COORDINATOR = 4, TELL_AUTHOR = 8, TELL_NOBODY = 0 };
/* Whoever acted is always told as well. TELL_GROUP reaches the group's contacts (all members if it has none), by mail or by the 郵送・電話 list. */

enum move_flag {
	MOVE_BINDS = 1,     /* two steps: 案 → 施行 */
	MOVE_SHUT = 2,      /* its content never opens in the public record (returns, refusals, withdrawals before publication) */
	MOVE_QUIET = 4,     /* no button of its own: a page or another move performs it */
	MOVE_PUBLISHES = 8, /* the case becomes public */
	MOVE_HIDES = 16,    /* the case is no longer public */
	MOVE_REASON = 32,   /* a reason must be typed; it is told and recorded */
	MOVE_NUMBERS = 64,  /* gives the case its number and its received_on, once */
	MOVE_CORRECTS = 128,/* a correcting move (訂正): reason, told to all who were told */
	MOVE_SECOND = 256,  /* shown after the others, plainly (withdraw, decline) */
};

struct move {
	const char *name;
	const char *from;      /* space-separated states; "" for the opening move */
	const char *to;        /* "" keeps the state */
	unsigned who;
	const char *turn;      /* whose turn follows: group city both none; "" keeps */
	int days;              /* the clock of that turn: working days for the city, calendar days (≥ 14) for a group; 0 no date */
	unsigned tell;
	const char *nobody;    /* why nobody else is told, when tell is TELL_NOBODY; else NULL */
	const char *clause;    /* of the guideline: "4-4-3" */
	unsigned flags;
	const struct form *form; /* what is typed with it beside the reason; NULL: nothing (web/form.h) */
	/* Why it may not happen yet: a text key, or NULL when it may. Also decides whether its button is shown. */
	const char *(*refuse)(const struct moving *moving);
	/* What else changes; runs before the state does. May be NULL. */
	void (*change)(struct moving *moving);
	/* What follows once state, ledger and notices are written (e.g. open the agreement of an agreed proposal). May be NULL. */
	void (*follow)(struct moving *moving);
};

struct machine {
	const char *kind;    /* "proposals": case kind, text prefix */
	const char *path;    /* "/proposals" */
	const char *letter;  /* of its numbers: "提" → 提2026-0012 */
	const char *states;  /* all, space-separated */
	const char *closed;  /* final states, space-separated */
	const struct move *moves;
	int move_count;
};

/* One move under way: what a guard and a change may look at. */
struct moving {
	struct db *db;
	const struct viewer *viewer;
	const struct machine *machine;
	const struct move *move;
	struct case_file subject;   /* as before the move */
	const struct doc *values;   /* typed with it; empty object if nothing */
	const char *reason;         /* "" if none */
	int effective_on;           /* 受付日, 決裁日, 開催日; today unless given */
	const char *document_number;/* 文書番号 of a 施行; "" otherwise */
	const char *role;           /* under which the record shows the actor */
	int64_t ledger_number;      /* set before follow */
	/* A change may set these to override the row: */
	int due_on;                 /* DAY_NONE: by the row */
	const char *turn;           /* NULL: by the row */
};

/* Registers a machine (once a process, from routes.c). */
void machine_register(const struct machine *machine);
const struct machine *machine_find(const char *kind);           /* NULL if none */
const struct machine *machine_nth(int n);                       /* NULL past the last */
const struct move *move_find(const struct machine *machine, const char *name);
/* What is wrong with a machine's table or its texts, a line each ("" if nothing): a state that is not listed, a move that tells nobody and
 * does not say why, a missing text. For tests and start. */
char *machine_complaints(const struct machine *machine);
bool machine_is_closed(const struct machine *machine, const char *state);

enum move_result { MOVE_DONE, MOVE_STALE, MOVE_FORBIDDEN, MOVE_REFUSED, MOVE_UNKNOWN };

struct move_order {
	int64_t case_id;
	const char *move;
	int64_t version;            /* the case's version that the actor saw; -1: whatever it is (tick, import, follow-ups) */
	const struct doc *values;   /* may be NULL */
	const char *reason;         /* may be NULL */
	int effective_on;           /* DAY_NONE: today */
	bool is_portal;             /* the portal itself acts (tick, a follow-up of another move): `who` is not asked */
};

/* Performs a move; for MOVE_BINDS rows this is refused unless is_portal: use move_draft. `refusal` (may be NULL) gets the text key. */
enum move_result move_perform(struct db *db, const struct viewer *viewer, const struct move_order *order, const char **refusal);
/* Prepares a binding move; *draft_id gets the 案. */
enum move_result move_draft(struct db *db, const struct viewer *viewer, const struct move_order *order, int64_t *draft_id,
                            const char **refusal);
/* Carries a prepared move out. MOVE_STALE when the case has moved on since (the 案 must be made anew). */
enum move_result move_execute(struct db *db, const struct viewer *viewer, int64_t draft_id, int decided_on,
                              const char *document_number, const char **refusal);
void draft_drop(struct db *db, int64_t draft_id);
/* {id, case_id, move, kind, title, path, number, values (object), reason, drafted_at, drafter, state, decided_on, document_number, case_version} or NULL. */
struct doc *draft_row(struct db *db, int64_t draft_id);
struct doc *draft_list_open(struct db *db);
struct doc *draft_list_case(struct db *db, int64_t case_id);

/* Opens a case of `machine` in the state of its move "open" and performs that move. Returns the id. `subject` gives title, group_id,
 * department_id, parent_id, is_paper. Values are handed to the move's change. 0 on a fault. */
int64_t case_open(struct db *db, const struct viewer *viewer, const struct machine *machine, const struct case_file *subject,
                  const struct doc *values);

/* A later feature continues where an earlier one's move ends (an agreed proposal opens its agreement): runs after `follow`, in
 * the same transaction. Registered once a process, by name, so that the earlier feature knows nothing of it. */
void move_after(const char *kind, const char *move, void (*follow)(struct moving *moving));

/* Whether the viewer may perform the move now (state, who, guard). */
bool move_may(struct db *db, const struct viewer *viewer, const struct case_file *subject, const struct move *move);
/* Whether the viewer is one of the move's `who`, whatever the state. */
bool move_is_for(const struct viewer *viewer, const struct case_file *subject, const struct move *move);
/* The viewer's buttons: array of {name, path ("/cases/12/submit"), label_key, about_key, is_main, is_second, is_binding}. */
struct doc *move_list_open(struct db *db, const struct viewer *viewer, const struct case_file *subject);

#endif
