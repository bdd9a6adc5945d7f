/* Pages that every kind of case has: its moves (button → page → done), 案 and 施行, and dossiers: what is typed for a case in sections,
 * over days, by several people. A feature declares tables and gets start → task list → section → check → done, versions and differences. */
#ifndef FEATURES_CASES_H
#define FEATURES_CASES_H

#include "web/form.h"
#include "web/page.h"
#include "web/route.h"
#include "workflow/move.h"
#include "workflow/version.h"

/* One topic a page. Its title is the text dossier_<dossier name>_<section name>. Field names are unique over all sections of a dossier. */
struct section {
	const char *name;
	const struct form *form;
	const char *part; /* a template shown below the fields (a picture, a table); NULL none */
	struct doc *(*fill)(struct visit *visit, const struct doc *content); /* its document, merged into the page's; may be NULL */
};

struct dossier {
	const char *name;       /* prefix of texts: dossier_<name>_title, _lead, … (start page), _tasks_<state> (above the task list, if known) */
	const char *kind;       /* case kind */
	const char *path;       /* "/groups": pages are {path}/{id}/edit, /edit/{section}, /check, /versions … */
	const char *part;       /* of case_versions: "" the case's own */
	const struct section *sections; /* ended by a NULL name */
	const char *submit;     /* the move that the check page performs */
	/* The move that it performs in this case's state when that is another one (a correction, a new version); NULL: always `submit`.
	 * Only `submit` asks for the declaration. */
	const char *(*submitting)(struct visit *visit);
	const char *returning;  /* the move that asks for corrections, its page lists every field for a note; NULL none */
	const struct form *declaration; /* what is declared on the check page (boxes); checked, not kept; NULL none */
	/* Whether the viewer may write now (state and side). */
	bool (*may_write)(struct visit *visit);
	/* Starting values of a new case (enter once); may be NULL. */
	struct doc *(*prefill)(struct visit *visit);
	/* Called inside the transaction after each save of the draft (title and summary follow the content); may be NULL. */
	void (*saved)(struct visit *visit, const struct doc *content);
};

/* The rows of a dossier's routes, for a feature's table. */
#define DOSSIER_ROUTES(pattern, the_kind, dossier)                                                                                     \
	{"GET", pattern "/{id}/edit", ACCESS_PARTY, dossier_tasks_page, the_kind, .data = (dossier)},                                   \
	{"GET", pattern "/{id}/edit/{section}", ACCESS_PARTY, dossier_section_page, the_kind, .data = (dossier)},                       \
	{"POST", pattern "/{id}/edit/{section}", ACCESS_PARTY, dossier_section_action, the_kind, .data = (dossier)},                    \
	{"GET", pattern "/{id}/check", ACCESS_PARTY, dossier_check_page, the_kind, .data = (dossier)},                                  \
	{"POST", pattern "/{id}/check", ACCESS_PARTY, dossier_check_action, the_kind, .data = (dossier)},                               \
	{"GET", pattern "/{id}/done", ACCESS_PARTY, dossier_done_page, the_kind, .data = (dossier)},                                    \
	{"GET", pattern "/{id}/versions", ACCESS_PARTY, dossier_versions_page, the_kind, .data = (dossier)},                            \
	{"GET", pattern "/{id}/versions/{number}", ACCESS_PARTY, dossier_changes_page, the_kind, .data = (dossier)},                    \
	{"GET", pattern "/{id}/notes", ACCESS_STAFF, dossier_notes_page, the_kind, .data = (dossier)},                                  \
	{"POST", pattern "/{id}/notes", ACCESS_STAFF, dossier_notes_action, the_kind, .data = (dossier)}

/* The handlers of DOSSIER_ROUTES: the route's data is the dossier. */
void dossier_tasks_page(struct visit *visit);
void dossier_section_page(struct visit *visit);
void dossier_section_action(struct visit *visit); /* saves (autosave too); field "next" decides where to go */
void dossier_check_page(struct visit *visit);
void dossier_check_action(struct visit *visit);   /* keeps the version and performs the submit move */
void dossier_done_page(struct visit *visit);
void dossier_versions_page(struct visit *visit);
void dossier_changes_page(struct visit *visit);
void dossier_notes_page(struct visit *visit);     /* 補正のお願い: a note a field, all at once */
void dossier_notes_action(struct visit *visit);   /* keeps the notes and performs the returning move */

/* The start page before a case exists: texts dossier_<name>_title, _lead, _who, _need_1 … _need_n, _time, _after, _start; posts `form` (may be NULL) to `action`. */
void dossier_start_show(struct visit *visit, const struct dossier *dossier, const char *action, const struct form *form,
                        const struct doc *values, const struct doc *errors);

/* The whole content as summary lists, a section each: [{title_key, summary, change_path}]. `with_links` for the writer. */
struct doc *dossier_summary(struct visit *visit, const struct dossier *dossier, const struct doc *content, bool with_links);
/* Checks all sections as on submit. */
void dossier_check(struct visit *visit, const struct dossier *dossier, const struct doc *content, struct doc *errors);
/* The newest content of a dossier's case (draft or kept), an empty object if none. */
struct doc *dossier_content(struct visit *visit, const struct dossier *dossier);

/* The text that a 案 of this kind is about: its 起案資料 shows the whole of it, so that the paper that is passed around can be decided on. `decided`
 * gives the dossier whose newest kept text a move decides on (NULL: none). Registered once a process. */
void draft_text_register(const char *kind, const struct dossier *(*decided)(const char *move));

/* The form of a move as its page shows it: what the move asks, its reason, the day it took effect (for the coordinator). */
struct move_typed {
	struct doc *values;
	const char *reason;
	int effective_on;
};

extern const struct feature feature_cases;

#endif
