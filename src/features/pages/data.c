/* Walks the table of routes: what has twins and may be read by everybody is open data. */
#include "features/pages/data.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/pages/sheets.h"
#include "web/route.h"

#include <string.h>

static const struct {
	unsigned twin;
	const char *ending, *name;
} formats[] = {
	{HAS_JSON, ".json", "JSON"}, {HAS_CSV, ".csv", "CSV"}, {HAS_ICS, ".ics", "iCalendar"}, {HAS_ATOM, ".atom", "Atom"}, {HAS_JSONL, ".jsonl", "JSON Lines"},
};

static bool route_is_open(const struct route *route)
{
	bool is_read = text_equal(route->method, "GET") && (route->access == ACCESS_ALL || route->access == ACCESS_CASE);
	return is_read && route->twins && !text_equal(route->pattern, "/opendata/openapi");
}

static char *twin_path(const char *pattern, const char *ending)
{
	return arena_text("%s%s", text_equal(pattern, "/") ? "/index" : pattern, ending);
}

static struct doc *format_list(const struct route *route)
{
	struct doc *list = doc_array();
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		if (!(route->twins & formats[i].twin))
			continue;
		struct doc *format = doc_set_text(doc_object(), "name", formats[i].name);
		doc_push(list, doc_set_text(format, "path", twin_path(route->pattern, formats[i].ending)));
	}
	return list;
}

static struct doc *route_row(const struct route *route)
{
	const char *key = path_key(route->pattern);
	struct doc *row = doc_set_text(doc_object(), "path", route->pattern);
	doc_set_bool(row, "has_place", strchr(route->pattern, '{') != NULL);
	doc_set_text(row, "label_key", text_known(key) ? key : "");
	doc_set(row, "formats", format_list(route));
	return row;
}

struct doc *data_list(void)
{
	struct doc *list = doc_array();
	for (int f = 0; features[f]; f++)
		for (int i = 0; i < features[f]->route_count; i++)
			if (route_is_open(&features[f]->routes[i]))
				doc_push(list, route_row(&features[f]->routes[i]));
	return list;
}

static struct doc *described(const char *text)
{
	return doc_set_text(doc_object(), "description", text);
}

static struct doc *schema_of(const char *type)
{
	return doc_set(doc_object(), "schema", doc_set_text(doc_object(), "type", type));
}

/* The {…} of the pattern, and the key of the next page of lists. */
static struct doc *parameter_list(const struct route *route)
{
	struct doc *list = doc_array();
	for (const char *start = strchr(route->pattern, '{'); start; start = strchr(start + 1, '{')) {
		struct doc *one = schema_of(strncmp(start, "{id}", 4) == 0 || strncmp(start, "{number}", 8) == 0 ? "integer" : "string");
		doc_set_text(one, "name", arena_copy_part(start + 1, strcspn(start + 1, "}")));
		doc_set_text(one, "in", "path");
		doc_push(list, doc_set_bool(one, "required", true));
	}
	if (route->twins & HAS_CSV) {
		struct doc *before = doc_set_text(doc_set_text(schema_of("string"), "name", "before"), "in", "query");
		doc_push(list, doc_set_text(before, "description", "Where the page begins; the address in «next» holds it."));
	}
	return list;
}

static struct doc *operation(const struct route *route)
{
	const char *key = path_key(route->pattern);
	struct doc *json = doc_set(doc_object(), "application/json", schema_of("object"));
	struct doc *answers = doc_set(doc_object(), "200", doc_set(described("The page's document."), "content", json));
	doc_set(answers, "404", described("There is no such page, or it is not public."));
	struct doc *get = doc_object();
	doc_set_text(get, "summary", text_known(key) ? text_of(LANGUAGE_EN, key) : route->pattern);
	doc_set(get, "parameters", parameter_list(route));
	doc_set(get, "responses", answers);
	return doc_set(doc_object(), "get", get);
}

static struct doc *operation_list(void)
{
	struct doc *paths = doc_object();
	for (int f = 0; features[f]; f++)
		for (int i = 0; i < features[f]->route_count; i++) {
			const struct route *route = &features[f]->routes[i];
			if (route_is_open(route) && (route->twins & HAS_JSON))
				doc_set(paths, twin_path(route->pattern, ".json"), operation(route));
		}
	return paths;
}

struct doc *data_description(const char *base, const char *title)
{
	struct doc *licence = doc_set_text(doc_object(), "name", "CC BY 4.0");
	doc_set_text(licence, "url", "https://creativecommons.org/licenses/by/4.0/");
	struct doc *info = doc_set_text(doc_set_text(doc_object(), "title", title), "version", KYODO_VERSION);
	doc_set_text(info, "description", "Every public page as the JSON document that it shows, as a visitor sees it. Read-only.");
	doc_set(info, "license", licence);
	struct doc *servers = doc_array();
	doc_push(servers, doc_set_text(doc_object(), "url", base));
	struct doc *description = doc_set_text(doc_object(), "openapi", "3.0.3");
	doc_set(description, "info", info);
	doc_set(description, "servers", servers);
	return doc_set(description, "paths", operation_list());
}
