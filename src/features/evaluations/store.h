/* What the store keeps of evaluations beside the case and its versions. Sheets are read through store_sheets.c alone: the seal is there. */
#ifndef FEATURES_EVALUATIONS_STORE_H
#define FEATURES_EVALUATIONS_STORE_H

#include "adapters/db.h"
#include "identity/viewer.h"
#include "workflow/case_file.h"

/* What one side has done. */
struct side {
	int64_t sheet;         /* number of the version that was put in; 0 none */
	bool is_late;          /* put in after the opening: a marked reply */
	const char *confirmed; /* fingerprint of the talk's text it confirmed; "" none */
	const char *view;      /* its text of 両論併記; "" none */
	const char *released;  /* fingerprint of the lessons it wants published; "" none */
};

struct evaluation {
	int64_t id;        /* 0 if there is none */
	const char *sheet; /* standard or simple */
	bool is_free;      /* no money is involved: either side may choose the simple sheet */
	bool is_extended;
	int opened_on; /* DAY_NONE while sealed */
	int viewed_on; /* day of the first view of 両論併記; DAY_NONE none */
	struct side group;
	struct side city;
};

/* id 0 if there is none. */
struct evaluation evaluation_find(struct db *db, int64_t id);
/* The newest evaluation of a project; 0 if none. */
int64_t evaluation_find_of(struct db *db, int64_t project_id);
/* The row beside a new case. */
void evaluation_insert(struct db *db, int64_t id, const char *sheet, bool is_free);
void evaluation_update_sheet_form(struct db *db, int64_t id, const char *sheet); /* standard or simple */
void evaluation_update_extended(struct db *db, int64_t id);                      /* its date was moved once */
void evaluation_update_opened(struct db *db, int64_t id, int day);               /* both envelopes are open from here on */
/* Of one side ("group" or "city"). */
void evaluation_update_sheet(struct db *db, int64_t id, const char *side, int64_t number, bool is_late);
void evaluation_update_confirmed(struct db *db, int64_t id, const char *side, const char *fingerprint);
void evaluation_update_view(struct db *db, int64_t id, const char *side, const char *view);
void evaluation_update_released(struct db *db, int64_t id, const char *side, const char *fingerprint);
/* Sealed ones whose date has passed, and opened ones that waited long enough for the second view: {id}. */
struct doc *evaluation_list_due(struct db *db, int today);
struct doc *evaluation_list_waiting(struct db *db, int viewed_before);

/* Lessons of a published evaluation: {id, number, lesson, side, answer (yes no ''), why, by_on, answered_on}. */
void lesson_insert(struct db *db, int64_t evaluation_id, int number, const struct doc *lesson);
struct doc *lesson_list(struct db *db, int64_t evaluation_id);
struct doc *lesson_row(struct db *db, int64_t evaluation_id, int64_t number); /* NULL if there is none */
void lesson_update_answer(struct db *db, int64_t evaluation_id, int64_t number, const struct doc *answer, int day);
int64_t lesson_count_open(struct db *db, int64_t evaluation_id, const char *side); /* not answered; side "" both */
/* Published lessons of a group or of a department, newest first: {number, lesson, side, answer, project_id, title}. */
struct doc *lesson_list_group(struct db *db, int64_t group_id);
struct doc *lesson_list_department(struct db *db, int64_t department_id);

/* ---- store_sheets.c: the seal */

/* "group" or "city" for who belongs to a side, "" for everybody else; whoever belongs to both is the group's. A coordinator is of the city's
 * side only when their own section is the department. */
const char *evaluation_side(const struct viewer *viewer, const struct case_file *subject);
/* What a side put in, as the viewer may read it: nothing before the opening, whoever asks. NULL if there is nothing. */
struct doc *sheet_find(struct db *db, const struct viewer *viewer, const struct case_file *subject, const char *side);
/* The newest version {number, content, saves, is_draft, …} of a part, for those who write it: a sheet for its own side alone, "talk" and
 * "lessons" for both sides. NULL for others and if there is none. */
struct doc *writing_find(struct db *db, const struct viewer *viewer, const struct case_file *subject, const char *part);

#endif
