/* Replies: pages from documents, their twins, redirects, errors. Every handler ends with exactly one of these. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "web/form.h"
#include "web/visit.h"

/* Shows templates/<page>.html with the document; or, when a twin was asked for, the document's JSON or (its `items` as) CSV. The title is
 * the text of `title_key` (followed by the document's `case_title` if it has one), or the document's `title` when title_key is NULL. `document` may be NULL. */
void page_show(struct visit *visit, const char *page, const char *title_key, struct doc *document);

/* A page with one form: adds `form` {action, fields, submit_key, csrf, once, has_errors, errors} to the document and shows it, with 422 when there are errors.
 * `action` is the path it posts to. Uses templates/web/form.html when `page` is NULL; the document may then have lead_key, submit_key, cancel_path, notes. */
struct form_page {
	const char *page;        /* NULL: web/form */
	const char *title_key;
	const char *action;
	const struct form *form;
	const struct form *const *forms; /* several forms one after another, ended by NULL; used when `form` is NULL */
	const struct doc *values;  /* NULL: empty */
	const struct doc *errors;  /* NULL or empty array: none */
	const char *submit_key;    /* NULL: web_submit */
	struct doc *document;      /* NULL: none */
	int64_t version;           /* the case's version, posted back; 0 none */
};
void page_form(struct visit *visit, const struct form_page *form);

/* 303 to a path of this portal (language prefix added). `flash_key` (may be NULL) is shown there once as a success. */
void page_go(struct visit *visit, const char *path, const char *flash_key);
/* An error page in the portal's layout: 400 403 404 405 409 410 413 415 422 429 500 503. `text_key` (may be NULL) says more. JSON if asked for. */
void page_error(struct visit *visit, int status, const char *text_key);
/* A short page that only says something: texts <key>_title and <key>_text of web or the feature. */
void page_message(struct visit *visit, const char *key, const char *next_path, const char *next_key);
/* A body of our own making (iCalendar, Atom, JSON lines, downloads). */
void page_text(struct visit *visit, const char *content_type, const char *body, const char *download_name);

/* A crumb between home and this page. */
void page_crumb(struct visit *visit, const char *path, const char *label_key, const char *label);

/* The csrf value and once token of a form on this page (sets the form cookie for visitors who are not signed in). */
struct doc *page_proof(struct visit *visit);

/* Paging by key: reads ?before= / ?after=, cuts `items` to `limit` (the caller fetched limit+1), sets `next` and `previous` (paths), page_number, has_pager, is_empty in the document.
 * `key` is the name of the row's field that the next page continues from. */
enum { PAGE_ROWS = 25 };
void page_pager(struct visit *visit, struct doc *document, struct doc *items, const char *key);

/* Draws the row's moves, turn, timeline into a case's document: `actions`, `turn` box, `timeline`, state tag, `case`; and for pages the same
 * timeline folded, for {{>parts_history}}. */
void page_case(struct visit *visit, struct doc *document);

/* Folds a long `timeline` of the document for templates/parts/history.html; page_case does it, a page that changes its events calls it again. */
void page_history(struct doc *document);

/* Panels: a later feature adds a list to an earlier page without that page knowing it. `page` as in page_show ("groups/show"); `fill` gets the page's
 * document and returns {title_key, items: [{path, title, state_key, state_tone, note}], more_path, more_key, empty_key} or NULL for nothing; pages show them
 * by {{>web_panels}}, in registration order. */
void panel_register(const char *page, struct doc *(*fill)(struct visit *visit, struct doc *document));

/* The tone of a state's tag: neutral active wait good stop done. */
const char *state_tone(const char *kind, const char *state);

#endif
