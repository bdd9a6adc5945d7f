/* The handlers of evaluations and what they share. The address holds the project's id; evaluation_enter makes its evaluation the subject. */
#ifndef FEATURES_EVALUATIONS_PAGES_H
#define FEATURES_EVALUATIONS_PAGES_H

#include "features/evaluations/sheets.h"
#include "features/evaluations/store.h"
#include "web/page.h"

/* One handler a route; the state machine and access decide, they show. */
void evaluation_page(struct visit *visit);
void evaluation_sheet_page(struct visit *visit);
void evaluation_sheet_action(struct visit *visit);
void evaluation_check_page(struct visit *visit);
void evaluation_check_action(struct visit *visit);
void evaluation_talk_page(struct visit *visit);
void evaluation_talk_action(struct visit *visit);
void evaluation_lessons_page(struct visit *visit);
void evaluation_lessons_action(struct visit *visit);
void evaluation_answer_page(struct visit *visit);
void evaluation_answer_action(struct visit *visit);

/* Makes the project's newest evaluation visit->subject, with its crumbs; answers 404 and returns false when there is none that this viewer
 * may see. */
bool evaluation_enter(struct visit *visit);
/* "/projects/{project}/evaluation" + rest. */
char *evaluation_path(const struct visit *visit, const char *rest);

/* ---- view.c */

/* The document of the evaluation's page as this viewer may read it. */
struct doc *evaluation_document(struct visit *visit);
/* gaps (see templates/evaluations/gaps.html) and has_gaps; the items two or more steps apart, the widest first. */
void evaluation_gaps_put(struct visit *visit, struct doc *document);
/* The same items, space-separated, "" if none or not open to this viewer. A marked reply counts for none. */
char *evaluation_gap_items(struct visit *visit);

/* ---- writing.c: one text of several people, saved over days */

struct writing {
	const char *part; /* of the case's versions */
	const struct form *form;
	const char *rest; /* of its address, "/sheet" */
	const char *title_key;
	const char *lead_key;
	const char *banner_key; /* "" none */
	const char *submit_key;
	bool shows_gaps; /* the differences stand above the form */
};

/* Shows a page of writing with its errors (may be NULL). */
void writing_show(struct visit *visit, const struct writing *writing, const struct doc *values, const struct doc *errors);
/* Reads and saves what was posted. True when it was pressed to send it on and is complete; otherwise the visit is answered. */
bool writing_take(struct visit *visit, const struct writing *writing);
/* What is written so far; an empty object if nothing. */
struct doc *writing_content(struct visit *visit, const struct writing *writing);
/* Keeps the text and performs the move that tells of it, then leads to the evaluation's page; answers 403 or 409 otherwise. */
void writing_send(struct visit *visit, const struct writing *writing, const char *move, const char *flash_key);

/* ---- panels.c */

/* Registers what evaluations show on earlier pages. */
void evaluation_panels_register(void);

#endif
