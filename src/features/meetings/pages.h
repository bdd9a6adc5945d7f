/* The pages of meetings, and what they share. Nobody outside this folder includes it. */
#ifndef FEATURES_MEETINGS_PAGES_H
#define FEATURES_MEETINGS_PAGES_H

#include "web/page.h"

/* The list, one meeting, planning one, changing its facts. */
void meetings_page(struct visit *visit);
void meeting_page(struct visit *visit);
void meeting_new_page(struct visit *visit);
void meeting_new_action(struct visit *visit);
void meeting_edit_page(struct visit *visit);
void meeting_edit_action(struct visit *visit);

/* Signing up. */
void meeting_signup_page(struct visit *visit);          /* of somebody signed in, or the form that asks for a link */
void meeting_signup_action(struct visit *visit);
void meeting_signup_link_page(struct visit *visit);     /* the link of the mail */
void meeting_signup_link_action(struct visit *visit);
void meeting_people_page(struct visit *visit);  /* who comes, with their needs: the meeting's staff only */

/* The agenda and its results. */
void meeting_agenda_page(struct visit *visit);          /* a new item */
void meeting_agenda_action(struct visit *visit);
void meeting_item_page(struct visit *visit);     /* accept or refuse one */
void meeting_item_action(struct visit *visit);
void meeting_results_page(struct visit *visit);
void meeting_results_action(struct visit *visit);

/* Reading and writing the minutes; corrections asked for and answered. */
void minutes_page(struct visit *visit);
void minutes_edit_page(struct visit *visit);
void minutes_edit_action(struct visit *visit);
void minutes_corrections_page(struct visit *visit);
void minutes_corrections_action(struct visit *visit);
void minutes_correction_page(struct visit *visit);
void minutes_correction_action(struct visit *visit);

/* Promises. */
void promises_page(struct visit *visit);        /* of one meeting */
void promises_all_page(struct visit *visit);    /* public ones of all */

/* Completes a meeting's row for showing: begins_at, ends_at, begins and ends ({is_am, hour, minute}), state_key, state_tone, kind_key, path, left … */
void meeting_fill(struct doc *row);
/* The meeting of the address as a document with its crumbs and the clause. */
struct doc *meeting_document(struct visit *visit);
/* "/meetings/12" + `rest`. */
char *meeting_path(const struct visit *visit, const char *rest);
/* The viewer's sign-up; NULL if there is none that counts. */
struct doc *signup_of_viewer(struct visit *visit);
/* Promises for showing: with the viewer's buttons, only those they may see. */
struct doc *promises_shown(struct visit *visit, const struct doc *rows);
/* 市 against 団体全体: {side_key, total, kept, percent}. */
struct doc *promises_rates(struct visit *visit);
/* Whether the viewer may read minutes that are not public: came or comes, or is of a party of the meeting or of its items. */
bool minutes_may_read(struct visit *visit);

/* Panels on earlier features' pages. */
struct doc *panel_group(struct visit *visit, struct doc *document);
struct doc *panel_department(struct visit *visit, struct doc *document);
struct doc *panel_case(struct visit *visit, struct doc *document);

/* What time does. */
void meetings_tick(struct db *db);

#endif
