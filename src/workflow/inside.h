/* What the files of the workflow share: stores and steps that nobody above needs. Included by this folder alone. */
#ifndef WORKFLOW_INSIDE_H
#define WORKFLOW_INSIDE_H

#include "workflow/move.h"
#include "workflow/notice.h"

/* ---- machine.c */

/* The address of a case; a machine's path may hold "{parent}" ("/projects/{parent}/evaluation": then the id is not added). */
char *machine_path(const char *kind, int64_t id, int64_t parent_id);

/* ---- move_right.c */

/* Whether the viewer is one of the move's `who`, the groups of WHO_GROUPS looked up. */
bool right_may(struct db *db, const struct viewer *viewer, const struct case_file *subject, const struct move *move);

/* ---- move.c: the steps that drafts share */

/* Fills `moving` and asks everything before the change: MOVE_DONE when it may go on. */
enum move_result moving_begin(struct moving *moving, const struct move_order *order, const char **refusal);
/* The change itself, ledger and notices; MOVE_STALE when the case moved meanwhile. */
enum move_result moving_finish(struct moving *moving);
/* Sets *refusal if anybody wants it; answers MOVE_REFUSED. */
enum move_result moving_refuse(const char **refusal, const char *text_key);

/* ---- move_clock.c */

/* Whose turn follows a move, since when, until when. */
struct clocks {
	const char *turn;
	int turn_since_on;
	int due_on; /* DAY_NONE: no date */
};
/* What follows from the row, the effective day and what the change set. */
struct clocks moving_clocks(const struct moving *moving, const char *to);

/* ---- move_tell.c */

/* Tells everybody the row names, and whoever acted. `after` is the case as it is now. */
void moving_tell(const struct moving *moving, const struct case_file *after);

/* ---- store_cases.c */

/* What a move writes into its case; version is the one before. */
struct case_change {
	int64_t id;
	int64_t version;
	const char *state;
	struct clocks clocks;
	bool is_public;
	const char *number;
	int received_on; /* DAY_NONE: keeps */
};
/* False when the case has another version by now. */
bool case_update_state(struct db *db, const struct case_change *change);
/* The next number of `name` in a fiscal year: 1, 2, 3 … */
int64_t counter_next(struct db *db, const char *name, int year);
/* A row of the cases table as a struct. */
struct case_file case_of(const struct doc *row);

/* ---- store_ledger.c */

/* One entry as it is stored. */
struct ledger_entry {
	int64_t number;
	int64_t at;
	int64_t case_id;
	const char *move;
	bool is_shut;
	const char *content;
	const char *salt;
	const char *content_hash;
	const char *hash;
};
/* {number, hash} of the newest entry; NULL if there is none. */
struct doc *ledger_row_last(struct db *db);
void ledger_row_insert(struct db *db, const struct ledger_entry *entry); /* as it is */
/* Entries above `after`, oldest first, with is_public of their case. */
struct doc *ledger_rows_after(struct db *db, int64_t after, int limit);
/* Entries below `before`, newest first, with kind, parent_id and is_public of their case. */
struct doc *ledger_rows_before(struct db *db, int64_t before, int limit);
/* Entries of a case, or of its whole thread, oldest first, with their cases' kind, owners and is_public. */
struct doc *ledger_rows_case(struct db *db, int64_t case_id, bool with_children);

/* ---- store_notices.c */

/* {id, email, language, email_refused_at, disabled_at}; NULL if there is none. */
struct doc *addressee_row(struct db *db, int64_t person_id);
bool notice_exists(struct db *db, int64_t person_id, int64_t case_id, int64_t ledger_number); /* told by that entry already */
int64_t notice_row_insert(struct db *db, int64_t person_id, const struct telling *telling); /* the inbox row alone; its id */
/* {id, created_at, text_key, content (text), path, read_at, case_title}, 25 below `before_id`. */
struct doc *notice_rows(struct db *db, int64_t person_id, int64_t before_id);
/* Who holds a post today: ids of persons, each once. */
struct doc *seats_of_contacts(struct db *db, int64_t group_id);
struct doc *seats_of_group(struct db *db, int64_t group_id);
struct doc *seats_of_department(struct db *db, int64_t department_id);
struct doc *seats_of_coordinators(struct db *db);
/* Everybody whom a move of the case was told to. */
struct doc *people_told(struct db *db, int64_t case_id);
void letter_insert(struct db *db, int64_t notice_id, int64_t person_id, const char *why); /* why: no_email refused */
/* Open entries: {id, name, phone, address, why, text_key, content (text), path, created_at}. */
struct doc *letter_rows(struct db *db);

/* ---- notice_mail.c */

/* The sentence of a notice in a language. */
char *notice_sentence(enum language language, const char *text_key, const struct doc *values);
/* Subject and body of a notice's mail. */
char *mail_subject(enum language language, const struct telling *telling);
char *mail_body(enum language language, const struct telling *telling);

/* ---- outbox.c, store_outbox.c */

/* One mail as it is stored; ids 0 if none. */
struct mail {
	int64_t notice_id;
	int64_t person_id;
	const char *email;
	const char *subject;
	const char *body;
};
/* Puts a mail into the outbox with a message id of its own. */
void outbox_add(struct db *db, const struct mail *mail);
void mail_row_insert(struct db *db, const struct mail *mail, const char *message_id); /* the outbox row */
/* {id, notice_id, person_id, email, tries} or NULL. */
struct doc *mail_row(struct db *db, int64_t id);
/* Claims the mail that waits longest, with one more try; NULL if none is due. */
struct doc *mail_row_claim(struct db *db, int64_t now, int64_t until_at);
void mail_row_update(struct db *db, int64_t id, const char *state, int64_t next_at, const char *answer); /* after a try */
/* Takes a person's waiting mails to an address back; answers their {notice_id}. */
struct doc *mail_rows_refuse(struct db *db, int64_t person_id, const char *email);

/* ---- store_settings.c */

/* The stored value; NULL if never set. */
char *setting_row(struct db *db, const char *key);
void setting_row_update(struct db *db, const char *key, const char *value); /* writes it */
/* {day_on, is_open, name}, by day. */
struct doc *open_day_rows(struct db *db);
void open_day_row_update(struct db *db, int day, bool is_open, const char *name); /* writes one */

/* ---- store_versions.c */

/* The newest version's {id, number, is_draft, saves}; NULL if there is none. */
struct doc *version_newest(struct db *db, int64_t case_id, const char *part);
/* What is written of a version. */
struct version_text {
	const char *content;
	const char *fingerprint;
	const char *side;
	int64_t person_id;
};
void version_row_insert(struct db *db, int64_t case_id, const char *part, const struct doc *newest, const struct version_text *text); /* the next number */
bool version_row_update(struct db *db, int64_t id, int64_t saves, const struct version_text *text); /* false: saved since */
void version_row_keep(struct db *db, int64_t id); /* no draft any more */

/* ---- store_drafts.c */

int64_t draft_insert(struct db *db, const struct moving *moving); /* the 案; its id */
/* Whether a 案 of the move is open that was made for the case's present version. */
bool draft_is_open(struct db *db, const struct case_file *subject, const char *move);
/* Drops the open 案 of the move, made for whatever version. */
void draft_drop_move(struct db *db, int64_t case_id, const char *move);
void draft_update_done(struct db *db, int64_t id, int decided_on, const char *document_number); /* 施行 */

/* ---- store_tick.c */

/* Cases that hold a date up to `until` and were not reminded of it yet: {id, is_late}. */
struct doc *case_rows_due(struct db *db, int today, int until);
void case_update_reminded(struct db *db, int64_t id, int today); /* once a day and date */
void submission_delete_old(struct db *db, int64_t before_at); /* those made before */

/* Runs what later features registered behind this move (move_after.c). */
void move_after_run(struct moving *moving);

#endif
