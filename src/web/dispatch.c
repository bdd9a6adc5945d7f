/* One request from the first byte to the last: every step a line of dispatch(). Knows the order and nothing else. */
#include "web/dispatch.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "http/url.h"
#include "identity/session.h"
#include "web/cookie.h"
#include "web/guard.h"
#include "web/page.h"
#include "web/route.h"
#include "workflow/setting.h"
#include "workflow/submission.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LOCK_WAIT_MS = 8000 };

static const char *const policy =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

static char seen_session[80]; /* of the last request, for dispatch_after */

static const struct {
	const char *end;
	enum twin twin;
	unsigned has;
} twins[] = {
	{".json", TWIN_JSON, HAS_JSON}, {".csv", TWIN_CSV, HAS_CSV},       {".ics", TWIN_ICS, HAS_ICS},
	{".atom", TWIN_ATOM, HAS_ATOM}, {".jsonl", TWIN_JSONL, HAS_JSONL},
};

static void language_split(struct visit *visit)
{
	static const struct {
		const char *base;
		enum language language;
	} prefixes[] = {{"/easy", LANGUAGE_EASY}, {"/en", LANGUAGE_EN}};
	visit->base = "";
	visit->path = visit->request->path;
	for (size_t i = 0; i < 2; i++) {
		size_t length = strlen(prefixes[i].base);
		if (!text_starts(visit->path, prefixes[i].base) || (visit->path[length] && visit->path[length] != '/'))
			continue;
		visit->base = prefixes[i].base;
		visit->language = prefixes[i].language;
		visit->path = visit->path[length] ? visit->path + length : "/";
		return;
	}
}

/* "/groups.json" → "/groups" and TWIN_JSON; "/index.json" → "/". */
static unsigned twin_split(struct visit *visit)
{
	for (size_t i = 0; i < sizeof twins / sizeof *twins; i++) {
		if (!text_ends(visit->path, twins[i].end))
			continue;
		visit->twin = twins[i].twin;
		visit->path = arena_copy_part(visit->path, strlen(visit->path) - strlen(twins[i].end));
		if (text_equal(visit->path, "/index"))
			visit->path = "/";
		return twins[i].has;
	}
	return 0;
}

static const char *method_name(enum method method)
{
	return method == METHOD_POST ? "POST" : method == METHOD_OTHER ? "OTHER" : "GET";
}

static bool step_route(struct visit *visit)
{
	language_split(visit);
	unsigned has = twin_split(visit);
	if (has && *visit->base) {
		response_header(visit->response, "Location", visit->request->path + strlen(visit->base));
		visit->response->status = 308;
		return false;
	}
	int status = 0;
	const char *allow = "";
	visit->route = route_find(method_name(visit->request->method), visit->path, visit->words, &status, &allow);
	if (status == 405)
		response_header(visit->response, "Allow", allow);
	if (!visit->route || (has && !(visit->route->twins & has))) {
		visit->route = NULL;
		page_error(visit, status == 405 ? 405 : 404, NULL);
		return false;
	}
	if (!has && (visit->route->twins & HAS_JSON) && text_starts(visit->request->accept, "application/json"))
		visit->twin = TWIN_JSON;
	return true;
}

static bool step_viewer(struct visit *visit)
{
	enum language language = visit->language;
	if (visit->twin == TWIN_HTML || !(visit->route->twins & (HAS_JSON | HAS_CSV)))
		visit->viewer = viewer_find(visit->db, request_cookie(visit->request, session_cookie_name(visit->request)));
	visit->viewer.language = language;
	snprintf(seen_session, sizeof seen_session, "%s", visit->viewer.person_id ? visit->viewer.session : "");
	return true;
}

static bool step_body(struct visit *visit)
{
	if (visit->request->method != METHOD_POST)
		return true;
	int status = request_body_read(visit->request);
	if (status)
		page_error(visit, status, NULL);
	return status == 0;
}

static bool submission_is_known(struct visit *visit, const char *token)
{
	if (!*token)
		return false;
	const char *location = submission_find(visit->db, token, visit->viewer.person_id);
	if (!location)
		return false;
	visit->response->status = 303;
	response_header(visit->response, "Location", location);
	return true;
}

static void submission_keep(struct visit *visit, const char *token)
{
	if (*token && visit->response->status == 303)
		submission_insert(visit->db, token, visit->viewer.person_id, response_header_of(visit->response, "Location"));
}

/* A POST's handler between BEGIN IMMEDIATE and COMMIT. */
static void handle_writing(struct visit *visit, struct db *writer)
{
	if (visit->route->prepare)
		visit->route->prepare(visit);
	if (visit->is_replied)
		return;
	struct db *reader = visit->db;
	db_rollback(reader);
	if (!db_begin(writer, LOCK_WAIT_MS)) {
		page_error(visit, 503, NULL);
		return;
	}
	visit->db = writer;
	const char *token = request_field(visit->request, "once");
	if (!submission_is_known(visit, token)) {
		visit->route->handle(visit);
		submission_keep(visit, token);
	}
	bool is_faulty = *db_fault(writer) != '\0';
	if (is_faulty || visit->must_undo)
		db_rollback(writer);
	else if (!db_commit(writer))
		is_faulty = true;
	visit->db = reader;
	if (is_faulty)
		page_error(visit, 500, NULL);
}

static void step_handle(struct visit *visit, struct app *app)
{
	if (visit->request->method == METHOD_POST)
		handle_writing(visit, app->writer);
	else
		visit->route->handle(visit);
	if (*db_fault(visit->db))
		page_error(visit, 500, NULL);
	else if (!visit->response->status)
		page_error(visit, 500, NULL);
}

static void step_headers(struct visit *visit)
{
	struct response *response = visit->response;
	response_header(response, "Content-Security-Policy", policy);
	response_header(response, "X-Content-Type-Options", "nosniff");
	response_header(response, "X-Frame-Options", "DENY");
	response_header(response, "Referrer-Policy", "same-origin");
	response_header(response, "Permissions-Policy", "camera=(), microphone=(), geolocation=()");
	response_header(response, "Cross-Origin-Opener-Policy", "same-origin");
	response_header(response, "Vary", "Accept, Cookie");
	bool is_private = visit->viewer.person_id || visit->form_token || visit->request->method == METHOD_POST;
	response_header(response, "Cache-Control", is_private ? "no-store" : "private, no-cache");
}

static double milliseconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void dispatch(struct app *app, struct request *request, struct response *response)
{
	double begun = milliseconds_now();
	struct visit visit = {.request = request, .response = response, .db = app->reader, .viewer = viewer_nobody()};
	db_begin(app->reader, 0);
	open_days_load(app->reader);
	if (step_route(&visit) && step_viewer(&visit) && guard_enter(&visit) && step_body(&visit) && guard_proof(&visit))
		step_handle(&visit, app);
	db_rollback(app->reader);
	step_headers(&visit);
	log_access(request->id, visit.route ? visit.route->pattern : "-", response->status, milliseconds_now() - begun,
	           response->body.length);
}

void dispatch_after(struct app *app, struct request *request)
{
	(void)request;
	if (!*seen_session || !session_needs_touch(app->reader, seen_session) || !db_begin(app->writer, 50))
		return;
	session_touch(app->writer, seen_session);
	db_commit(app->writer);
}
