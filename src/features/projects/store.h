/* Every SQL statement about projects stands in store*.c; this is their face for the feature's own files. */
#ifndef FEATURES_PROJECTS_STORE_H
#define FEATURES_PROJECTS_STORE_H

#include "adapters/db.h"
#include "workflow/case_file.h"

/* ---- store.c: the row beside a case, milestones, the log */

/* Makes the row, or writes what follows from a changed content: period, area, searched words. */
void project_insert(struct db *db, int64_t id, const struct doc *content, const char *words);
/* {id, starts_on, ends_on, area, started_on, ended_way}; NULL if there is none. */
struct doc *project_row(struct db *db, int64_t id);
void project_update_started(struct db *db, int64_t id, int day);
/* How it was stopped: joint notice dissolution breach; "" takes it back. */
void project_update_ended(struct db *db, int64_t id, const char *way);

/* 予定: {id, title, due_on, side, done_on, note}, by day. */
struct doc *milestone_list(struct db *db, int64_t project_id);
/* One of this project's; NULL if there is none. */
struct doc *milestone_row(struct db *db, int64_t project_id, int64_t id);
void milestone_insert(struct db *db, int64_t project_id, const struct doc *values); /* title, due_on, side */
void milestone_update_done(struct db *db, int64_t project_id, int64_t id, const char *done_on, const char *note);
void milestone_update_due(struct db *db, int64_t project_id, int64_t id, const char *due_on, const char *note);
/* The first open one's day, DAY_NONE if none is open. */
int milestone_next(struct db *db, int64_t project_id);

/* 経過記録: {id, day_on, side, text, at}, newest first, before an id (0: from the newest). */
struct doc *log_list(struct db *db, int64_t project_id, int64_t before, int limit);
void log_insert(struct db *db, int64_t project_id, const char *side, const struct doc *values); /* day_on, text */

/* ---- store_list.c: the public list */

struct project_filter {
	const char *words[3]; /* folded, all must occur */
	const char *state;
	const char *area;
	int64_t department_id; /* 0 any */
	const char *before;    /* "at.id" */
	int limit;
};
/* {id, number, title, summary, state, state_key, area, group_id, group_name, department_id, department_name, starts_on, ends_on, path, before}. */
struct doc *project_list(struct db *db, const struct project_filter *filter);
/* How many, at most 1001. */
int64_t project_count(struct db *db, const struct project_filter *filter);

#endif
