/* One visit: a request on its way through a handler. A handler goes find → may → act → reply, with an early return a step. */
#ifndef WEB_VISIT_H
#define WEB_VISIT_H

#include "adapters/db.h"
#include "http/request.h"
#include "http/response.h"
#include "identity/viewer.h"
#include "workflow/case_file.h"

struct route;

enum twin { TWIN_HTML, TWIN_JSON, TWIN_CSV, TWIN_ICS, TWIN_ATOM, TWIN_JSONL };

enum { PARAMETERS_MOST = 4 };

struct visit {
	struct request *request;
	struct response *response;
	struct db *db;               /* the reader on GET, the writer on POST */
	struct viewer viewer;
	const struct route *route;
	enum twin twin;
	enum language language;
	const char *base;            /* "", "/easy", "/en" */
	const char *path;            /* without language and twin */
	const char *words[PARAMETERS_MOST]; /* the {…} of the pattern, in order */
	struct case_file subject;    /* the {id}'s case, when the route's row names a kind (id 0 otherwise) */
	const char *form_token;      /* to be set as a short-lived cookie; NULL if none was made */
	struct doc *prepared;        /* what the route's prepare found; NULL if nothing */
	bool is_replied;
	bool must_undo;              /* roll back what the handler wrote (set by page_error) */
	int page_status;             /* of page_show; 200 unless set */
	const char *clause;          /* of the guideline, shown on the page; NULL none */
	struct doc *crumbs;          /* NULL: only home */
};

/* The nth {…} of the pattern as an id; 0 if it is no positive decimal number. */
int64_t visit_id(const struct visit *visit, int nth);
/* The nth {…} as text. */
const char *visit_word(const struct visit *visit, int nth);
/* A query parameter or body field; "" if missing, trimmed. */
const char *visit_parameter(const struct visit *visit, const char *name);
const char *visit_field(const struct visit *visit, const char *name);

#endif
