/* Ends a visit with a page, a redirect, an error or a text. */
#include "web/page.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/log.h"
#include "base/text.h"
#include "http/url.h"
#include "web/cookie.h"
#include "web/guard.h"
#include "web/layout.h"
#include "web/twin.h"

#include <string.h>

enum { PANELS_MOST = 64 };

static struct {
	const char *page;
	struct doc *(*fill)(struct visit *visit, struct doc *document);
} panels[PANELS_MOST];
static int panel_count;

void panel_register(const char *page, struct doc *(*fill)(struct visit *visit, struct doc *document))
{
	if (panel_count == PANELS_MOST)
		return;
	panels[panel_count].page = page;
	panels[panel_count++].fill = fill;
}

static void panels_fill(struct visit *visit, const char *page, struct doc *document)
{
	struct doc *filled = doc_array();
	for (int i = 0; i < panel_count; i++) {
		struct doc *panel = text_equal(panels[i].page, page) ? panels[i].fill(visit, document) : NULL;
		if (panel)
			doc_push(filled, panel);
	}
	doc_set(document, "panels", filled);
}

static void page_render(struct visit *visit, const char *page, const char *title, struct doc *document)
{
	struct doc *layout = layout_document(visit, title, doc_bool(document, "has_errors"));
	struct response *response = visit->response;
	response->body = (struct buffer){0};
	if (!template_page(visit->language, page, document, layout, &response->body)) {
		log_line("error", "no page %s", page);
		response->status = 500;
	}
	response_header(response, "Content-Type", "text/html; charset=utf-8");
}

void page_show(struct visit *visit, const char *page, const char *title_key, struct doc *document)
{
	struct doc *shown = document ? document : doc_object();
	visit->is_replied = true;
	visit->response->status = visit->page_status ? visit->page_status : 200;
	if (visit->twin != TWIN_HTML) {
		twin_show(visit, shown);
		return;
	}
	const char *title = title_key ? text_of(visit->language, title_key) : doc_text(shown, "title");
	if (*doc_text(shown, "case_title") && !text_equal(title, doc_text(shown, "case_title")))
		title = arena_text("%s：%s", title, doc_text(shown, "case_title"));
	if (doc_int(shown, "page_number") > 1)
		title = arena_text("%s%s", title, text_filled(visit->language, "web_page_number", shown));
	if (!doc_has(shown, "has_errors"))
		doc_set_bool(shown, "has_errors", false);
	panels_fill(visit, page, shown);
	page_render(visit, page, title, shown);
}

struct doc *page_proof(struct visit *visit)
{
	struct doc *proof = doc_object();
	doc_set_text(proof, "csrf", guard_csrf(visit));
	doc_set_text(proof, "once", secret_token(16));
	return proof;
}

/* What the other side asked to be corrected stands at its field. */
static void notes_put(struct doc *fields, const struct doc *notes)
{
	for (struct doc *field = doc_first(fields); field; field = doc_next(field))
		doc_set_text(field, "note", doc_text(notes, doc_text(field, "name")));
}

static struct doc *page_fields(struct visit *visit, const struct form_page *form)
{
	if (form->form)
		return form_fields(visit, form->form, form->values, form->errors);
	struct doc *all = doc_array();
	for (int i = 0; form->forms && form->forms[i]; i++) {
		struct doc *some = form_fields(visit, form->forms[i], form->values, form->errors);
		for (struct doc *field = doc_first(some); field; field = doc_next(field))
			doc_push(all, doc_copy(field));
	}
	return all;
}

void page_form(struct visit *visit, const struct form_page *form)
{
	struct doc *document = form->document ? form->document : doc_object();
	bool has_errors = doc_count(form->errors) > 0;
	const char *submit = form->submit_key ? form->submit_key : "web_submit";
	doc_set_text(document, "csrf", guard_csrf(visit));
	doc_set_text(document, "once", secret_token(16));
	doc_set_text(document, "action", form->action);
	doc_set_int(document, "version", form->version);
	doc_set_bool(document, "has_errors", has_errors);
	doc_set_int(document, "error_count", doc_count(form->errors));
	doc_set(document, "errors", form->errors ? doc_copy(form->errors) : doc_array());
	doc_set(document, "fields", page_fields(visit, form));
	notes_put(doc_get(document, "fields"), doc_get(document, "notes"));
	doc_set_text(document, "submit_key", doc_has(document, "submit_key") ? doc_text(document, "submit_key") : submit);
	static const char *const texts[] = {"title_key", "lead_key", "cancel_path", "cancel_key"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		if (!doc_has(document, texts[i]))
			doc_set_text(document, texts[i], i == 0 && form->title_key ? form->title_key : "");
	if (has_errors && visit->request->method == METHOD_POST && !visit->page_status)
		visit->page_status = 422;
	page_show(visit, form->page ? form->page : "web/form", form->title_key, document);
}

void page_go(struct visit *visit, const char *path, const char *flash_key)
{
	visit->is_replied = true;
	visit->response->status = 303;
	const char *local = url_is_local(path) ? path : "/";
	response_header(visit->response, "Location", arena_text("%s%s", visit->base ? visit->base : "", local));
	if (flash_key)
		cookie_set(visit, "kyodo_flash", flash_key, 60);
}

/* What people typed into a form that could not be taken: shown again, so that nothing typed is lost. Never tokens or passwords. */
static struct doc *typed_kept(struct visit *visit)
{
	struct doc *typed = doc_array();
	const struct pairs *fields = &visit->request->fields;
	for (size_t i = 0; i < fields->count; i++) {
		const char *name = fields->list[i].name;
		bool is_inner = *name == '_' || strstr(name, "password") || text_has_word("csrf once version base_version next code", name);
		if (!is_inner && text_length(fields->list[i].value) > 1)
			doc_push(typed, doc_set_text(doc_object(), "value", fields->list[i].value));
	}
	return typed;
}

void page_error(struct visit *visit, int status, const char *text_key)
{
	visit->is_replied = true;
	visit->must_undo = true;
	visit->page_status = status;
	visit->response->status = status;
	if (visit->twin != TWIN_HTML || text_starts(visit->request->accept, "application/json")) {
		twin_error(visit, status, text_key);
		return;
	}
	visit->twin = TWIN_HTML;
	const char *title_key = arena_text("errors_%d_title", status);
	struct doc *document = doc_object();
	doc_set_int(document, "status", status);
	doc_set_text(document, "title_key", title_key);
	doc_set_text(document, "text_key", text_key ? text_key : arena_text("errors_%d_text", status));
	struct doc *typed = status == 409 && visit->request->method == METHOD_POST ? typed_kept(visit) : doc_array();
	doc_set_bool(document, "has_typed", doc_count(typed) > 0);
	doc_set(document, "typed", typed);
	const char *answers_key = arena_text("errors_%d_saved", status);
	doc_set_text(document, "answers_key", text_known(answers_key) ? answers_key : "");
	doc_set_text(document, "request_id", status >= 500 ? visit->request->id : "");
	doc_set_bool(document, "has_errors", false);
	page_render(visit, "errors/page", text_of(visit->language, title_key), document);
}

void page_message(struct visit *visit, const char *key, const char *next_path, const char *next_key)
{
	struct doc *document = doc_object();
	const char *title_key = arena_text("%s_title", key);
	doc_set_text(document, "title_key", title_key);
	doc_set_text(document, "text_key", arena_text("%s_text", key));
	struct doc *actions = doc_array();
	if (next_path) {
		struct doc *next = doc_set_bool(doc_set_text(doc_object(), "path", next_path), "is_main", true);
		doc_push(actions, doc_set_text(next, "label_key", next_key));
	}
	doc_set(document, "actions", actions);
	doc_set_text(document, "tone", "info");
	page_show(visit, "web/message", title_key, document);
}

void page_text(struct visit *visit, const char *content_type, const char *body, const char *download_name)
{
	visit->is_replied = true;
	visit->response->status = visit->page_status ? visit->page_status : 200;
	visit->response->body = (struct buffer){0};
	buffer_add(&visit->response->body, body);
	response_header(visit->response, "Content-Type", content_type);
	if (download_name)
		response_header(visit->response, "Content-Disposition", arena_text("attachment; filename=\"%s\"", download_name));
}

void page_crumb(struct visit *visit, const char *path, const char *label_key, const char *label)
{
	if (!visit->crumbs)
		visit->crumbs = doc_array();
	struct doc *crumb = doc_object();
	doc_set_text(crumb, "path", path);
	doc_set_text(crumb, "label_key", label_key ? label_key : "");
	doc_set_bool(crumb, "has_label_key", label_key != NULL);
	doc_set_text(crumb, "label", label ? label : "");
	doc_push(visit->crumbs, crumb);
}
