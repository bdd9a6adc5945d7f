/* The demonstration city: its data as tables (demo_data_*.c) and the verbs that make real cases of them (demo_*.c).
 * Everything happens through the engine's moves, on the day on which the story says it happened. Included by these files alone. */
#ifndef COMMANDS_DEMO_H
#define COMMANDS_DEMO_H

#include "adapters/db.h"
#include "identity/viewer.h"
#include "workflow/move.h"

enum { DEMO_SCALE_MOST = 500, DEMO_SUBJECTS_MOST = 128 };

/* One city under construction. */
struct demo {
	struct db *db;
	int today; /* the day on which the city is made */
	int scale; /* how many times groups and proposals are made */
	int copy;  /* which of them is being made: 0 is the one with all that follows */
};

/* Fills the empty database; false when it has people already or something went wrong (told on standard error): nothing is changed then.
 * Features and templates must be loaded. Forgets what the arena holds. */
bool demo_make(struct db *db, int scale);

/* ---- data */

struct demo_department {
	const char *code, *name, *phone;
	int answer_days;
	const char *about, *can_do, *cannot_do, *budget_season, *themes;
};
extern const struct demo_department demo_departments[]; /* ended by a NULL code; the first is the coordinator's */

/* Somebody with an account or a post. The key is the part of the address before @. */
struct demo_person {
	const char *key, *host, *name, *kana, *public_name;
	const char *role;       /* "" none */
	const char *department; /* code; "" none */
};
extern const struct demo_person demo_people[]; /* ended by a NULL key */

struct demo_group {
	const char *key, *name, *kana, *kind;
	const char *fields, *areas; /* space-separated */
	const char *founded_on;
	int members;
	const char *fee;
	const char *head, *head_kana; /* the representative */
	const char *second;           /* the second contact */
	const char *aims, *activities, *offers, *seeks;
	int ago;                      /* how many days ago the registration began */
	const char *until;            /* draft submitted registered listed: how far it goes by itself */
};
extern const struct demo_group demo_groups_more[], demo_groups_waiting[]; /* parts of it, ended by a NULL key */
extern const struct demo_group *const demo_group_tables[]; /* tables ended by a NULL key; ended by NULL */

struct demo_role {
	const char *task, *group_part, *city_part, *when;
	int cost;
	const char *lead;
};
struct demo_money {
	const char *item;
	int amount;
	bool is_eligible;
	const char *note;
};
struct demo_indicator {
	const char *indicator, *now, *goal, *how;
};
struct demo_change { /* what the second version says otherwise */
	const char *field, *text;
};

enum { DEMO_ROWS = 6 };

struct demo_proposal {
	const char *key, *owner;                       /* a group, or a department's code for what comes from the city */
	const char *audience, *asked, *asked_reason;   /* of the city's: all, or one with the group's key and why */
	const char *title, *summary, *partners, *problem, *goal, *contents;
	int starts, ends;                              /* days from today */
	const char *form, *area;
	struct demo_role roles[DEMO_ROWS];
	struct demo_money income[DEMO_ROWS], expense[DEMO_ROWS];
	struct demo_indicator indicators[DEMO_ROWS];
	const char *lessons, *openness;
	struct demo_change changes[3];
};
extern const struct demo_proposal demo_proposals_final[], demo_proposals_dialogue[], demo_proposals_waiting[]; /* parts of it, ended by a NULL key */
extern const struct demo_proposal *const demo_proposal_tables[]; /* tables ended by a NULL key; ended by NULL */

/* One thing that somebody did. */
struct demo_step {
	const char *subject; /* key of a group, proposal, meeting */
	int ago;             /* how many days ago */
	const char *who;     /* key of a person, department or group (its first contact); "" the portal */
	const char *move;    /* a move of its machine, or a verb of the kind's own */
	const char *text;    /* what was written with it; NULL nothing */
	const char *more;    /* what else it needs, as the verb says; NULL nothing */
};
extern const struct demo_step demo_group_steps[];    /* ended by a NULL subject, all of them */
extern const struct demo_step demo_proposal_steps[];
/* Of these `more` holds what is typed, a line a field (demo_words.c); of the verb "write" it names the part, and `text` holds the lines. */
extern const struct demo_step demo_agreement_steps[], demo_project_steps[], demo_evaluation_steps[];
extern const struct demo_step demo_meeting_steps[], demo_minutes_steps[], demo_promise_steps[];

/* ---- demo_people.c */

/* Departments, people, posts and passwords, before the first story. */
void demo_people_insert(struct demo *demo);
/* The address of whoever a story names, and their eyes. */
char *demo_email(const struct demo *demo, const char *key);
struct viewer demo_viewer(const struct demo *demo, const char *key);

/* ---- demo_story.c */

/* What a kind of case does with a step. */
struct demo_kind {
	const char *name;
	void (*perform)(struct demo *demo, const struct demo_kind *kind, const struct demo_step *step);
	bool is_copied; /* made again for every copy of the city */
};

/* Adds steps to the plan. */
void demo_plan(const struct demo_kind *kind, const struct demo_step *steps);
/* Runs the plan in the order of days. false: a fault, or a step that its machine refused (told on standard error). */
bool demo_run(struct demo *demo);
/* Remembers and finds the case of a subject, of the present copy. */
void demo_remember(const struct demo *demo, const char *subject, int64_t id);
int64_t demo_find(const struct demo *demo, const char *subject);
/* Performs a move as `who`; in two steps, decided on that day, when it binds the city (`more` "draft": only the first). Complains when it is
 * refused. */
void demo_move(const struct demo *demo, int64_t case_id, const struct demo_step *step, const struct doc *values);
/* Says what went wrong and marks the transaction. */
void demo_complain(const struct demo *demo, const struct demo_step *step, const char *why);

/* ---- demo_words.c */

/* Sets what the lines "field=value" say, "rows.0.column=value" for grids. A value of digits alone is a number; "@-30" is the day 30 days
 * before today, ">9" and "<-9" the open day on or after, on or before it; "~key" the case of a subject, "%code" a department, "#2" the second milestone or agenda
 * item of the case; the last three also behind "g", "d" and "item_", and "item_#2" as a field's name. */
void demo_words_set(const struct demo *demo, int64_t case_id, struct doc *content, const char *lines);

/* ---- demo_groups.c, demo_proposals.c, demo_thread.c */

/* Put the stories of groups, of proposals, of all that follows from proposals and of meetings into the plan. */
void demo_groups_plan(void);
void demo_proposals_plan(void);
void demo_thread_plan(void);

#endif
