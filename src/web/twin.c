/* JSON and CSV of the document that the page shows, as a visitor sees it. */
#include "web/twin.h"

#include "adapters/csv.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "web/page.h"

static const char *const inner_keys[] = {"actions", "has_actions", "csrf",   "once",   "has_errors", "errors", "fields", "action",
                                         "has_pager", "previous", "page_number", "filters", "version"};

static void json_show(struct visit *visit, struct doc *document)
{
	for (size_t i = 0; i < sizeof inner_keys / sizeof *inner_keys; i++)
		doc_remove(document, inner_keys[i]);
	page_text(visit, "application/json; charset=utf-8", doc_json(document), NULL);
}

/* A cell as people's programs read it: instants as ISO 8601, like in JSON. */
static const char *csv_value(const struct doc *row, const char *name)
{
	bool is_instant = text_ends(name, "_at") && doc_int(row, name) > 0;
	return is_instant ? clock_iso(doc_int(row, name)) : doc_text(row, name);
}

static void csv_row(struct buffer *csv, const struct doc *heads, const struct doc *row)
{
	const char *comma = "";
	for (struct doc *head = doc_first(heads); head; head = doc_next(head)) {
		const char *value = row ? csv_value(row, doc_value(head)) : NULL;
		const char *label = arena_text("csv_%s", doc_value(head));
		if (!row)
			value = text_known(label) ? text_of(LANGUAGE_JA, label) : doc_value(head);
		buffer_addf(csv, "%s%s", comma, csv_cell(value));
		comma = ",";
	}
	buffer_add(csv, "\r\n");
}

static struct doc *csv_heads(const struct doc *items)
{
	struct doc *heads = doc_array();
	for (struct doc *cell = doc_first(doc_first(items)); cell; cell = doc_next(cell))
		if (!doc_is_object(cell) && !doc_is_array(cell) && !text_ends(doc_key(cell), "_key"))
			doc_push_text(heads, doc_key(cell));
	return heads;
}

static void csv_show(struct visit *visit, struct doc *document)
{
	struct buffer csv = {0};
	bool is_cp932 = text_equal(visit_parameter(visit, "encoding"), "cp932");
	struct doc *items = doc_get(document, "items");
	struct doc *heads = csv_heads(items);
	csv_row(&csv, heads, NULL);
	for (struct doc *row = doc_first(items); row; row = doc_next(row))
		csv_row(&csv, heads, row);
	const char *name = arena_text("%s.csv", text_equal(visit->path, "/") ? "index" : text_replace(visit->path + 1, "/", "-"));
	page_text(visit, is_cp932 ? "text/csv; charset=Shift_JIS" : "text/csv; charset=utf-8", "", name);
	struct buffer *body = &visit->response->body;
	if (is_cp932) {
		size_t length = 0;
		const char *bytes = csv_to_cp932(buffer_text(&csv), csv.length, &length);
		buffer_add_part(body, bytes, length);
	} else {
		buffer_add(body, "\xEF\xBB\xBF");
		buffer_add_part(body, buffer_text(&csv), csv.length);
	}
}

void twin_show(struct visit *visit, struct doc *document)
{
	if (visit->twin == TWIN_CSV)
		csv_show(visit, document);
	else
		json_show(visit, document);
}

void twin_error(struct visit *visit, int status, const char *text_key)
{
	struct doc *error = doc_object();
	const char *key = text_key ? text_key : arena_text("errors_%d_text", status);
	doc_set_int(error, "code", status);
	doc_set_text(error, "message", text_of(visit->language, key));
	doc_set(error, "fields", doc_array());
	struct doc *document = doc_set(doc_object(), "error", error);
	page_text(visit, "application/json; charset=utf-8", doc_json(document), NULL);
}
