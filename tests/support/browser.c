/* Visits a portal through dispatch, with a jar of cookies. */
#include "support/portal.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "http/url.h"
#include "identity/session.h"
#include "web/cookie.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

enum { COOKIES_MOST = 16 };

struct browser {
	struct portal *portal;
	struct {
		char name[64];
		char value[512];
	} cookies[COOKIES_MOST];
	int cookie_count;
	struct response response;
	const char *accept;
	const char *session_hash;
};

static struct browser *browsers[256];
static int browser_count;

static void cookie_put(struct browser *browser, const char *name, const char *value)
{
	int at = 0;
	while (at < browser->cookie_count && strcmp(browser->cookies[at].name, name) != 0)
		at++;
	assert_true(at < COOKIES_MOST);
	if (at == browser->cookie_count)
		browser->cookie_count++;
	snprintf(browser->cookies[at].name, sizeof browser->cookies[at].name, "%s", name);
	snprintf(browser->cookies[at].value, sizeof browser->cookies[at].value, "%s", value);
}

static const char *cookie_header(const struct browser *browser)
{
	struct buffer header = {0};
	for (int i = 0; i < browser->cookie_count; i++)
		if (*browser->cookies[i].value)
			buffer_addf(&header, "%s%s=%s", header.length ? "; " : "", browser->cookies[i].name, browser->cookies[i].value);
	return buffer_text(&header);
}

struct browser *browser_new(struct portal *portal, int64_t person)
{
	struct browser *browser = calloc(1, sizeof *browser);
	browsers[browser_count++ % 256] = browser;
	browser->portal = portal;
	browser->accept = "text/html";
	if (person) {
		struct request request = {.host = "localhost"};
		const char *token = session_insert(portal_store(portal), person, false);
		portal_done(portal);
		cookie_put(browser, session_cookie_name(&request), token);
	}
	return browser;
}

static void cookies_take(struct browser *browser)
{
	for (int i = 0; i < browser->response.header_count; i++) {
		if (strcmp(browser->response.headers[i].name, "Set-Cookie") != 0)
			continue;
		const char *header = browser->response.headers[i].value;
		const char *equals = strchr(header, '=');
		const char *end = header + strcspn(header, ";");
		cookie_put(browser, arena_copy_part(header, (size_t)(equals - header)),
		           arena_copy_part(equals + 1, (size_t)(end - equals - 1)));
	}
}

static int visit(struct browser *browser, struct request *request, const char *path)
{
	browser->response = (struct response){0};
	request->id = "0000000000000000";
	request->host = "localhost";
	request->accept = browser->accept;
	request->address = "127.0.0.1";
	request->if_none_match = request->referer = "";
	if (!request->content_type)
		request->content_type = "";
	request->query = "";
	int status = request_path_read(request, path);
	assert_int_equal(status, 0);
	request_cookies_read(request, cookie_header(browser));
	dispatch(&browser->portal->app, request, &browser->response);
	cookies_take(browser);
	return browser->response.status;
}

int browser_get(struct browser *browser, const char *path)
{
	struct request request = {.method = METHOD_GET};
	return visit(browser, &request, path);
}

static const char *csrf_value(struct browser *browser)
{
	const char *cookies = cookie_header(browser);
	struct request request = {.host = "localhost"};
	request_cookies_read(&request, cookies);
	const char *token = request_cookie(&request, session_cookie_name(&request));
	struct viewer viewer = viewer_find(browser->portal->app.writer, token);
	if (viewer.person_id)
		return session_csrf(viewer.session);
	const char *shown = browser_value(browser, "csrf");
	if (!*shown) {
		browser_get(browser, "/display");
		shown = browser_value(browser, "csrf");
	}
	return shown;
}

int browser_post(struct browser *browser, const char *path, const char *const *fields)
{
	struct buffer body = {0};
	bool names_csrf = false;
	for (int i = 0; fields[i]; i += 2) {
		names_csrf = names_csrf || strcmp(fields[i], "csrf") == 0;
		buffer_addf(&body, "%s%s=%s", i ? "&" : "", url_encode(fields[i]), url_encode(fields[i + 1]));
	}
	if (!names_csrf)
		buffer_addf(&body, "%scsrf=%s", body.length ? "&" : "", url_encode(csrf_value(browser)));
	struct request request = {.method = METHOD_POST, .content_type = "application/x-www-form-urlencoded"};
	request.raw_body = buffer_text(&body);
	request.body_length = body.length;
	return visit(browser, &request, path);
}

const char *browser_body(struct browser *browser)
{
	return buffer_text(&browser->response.body);
}

const char *browser_location(struct browser *browser)
{
	return browser_header(browser, "Location");
}

const char *browser_header(struct browser *browser, const char *name)
{
	const char *value = response_header_of(&browser->response, name);
	return value ? value : "";
}

bool browser_shows(struct browser *browser, const char *text)
{
	return strstr(browser_body(browser), text) != NULL;
}

const char *browser_value(struct browser *browser, const char *name)
{
	const char *at = strstr(browser_body(browser), arena_text("name=\"%s\"", name));
	const char *value = at ? strstr(at, "value=\"") : NULL;
	const char *end = at ? strchr(at, '>') : NULL;
	if (!value || value > end)
		return "";
	value += strlen("value=\"");
	return arena_copy_part(value, strcspn(value, "\""));
}

void browser_accept(struct browser *browser, const char *accept)
{
	browser->accept = accept;
}
