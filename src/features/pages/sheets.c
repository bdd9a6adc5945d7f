/* Which sections each page has, and how their texts become a document. */
#include "features/pages/sheets.h"

#include "base/arena.h"
#include "base/text.h"
#include "web/route.h"

static const struct sheet_section about_sections[] = {
	{.name = "what"},
	{.name = "roles", .paths = "/groups /departments"},
	{.name = "steps", .paths = "/groups/new /proposals/new /meetings /projects"},
	{.name = "open", .paths = "/record /guideline /opendata"},
	{.name = "run", .has_contact = true},
	{NULL},
};
const struct sheet sheet_about = {"about", "1-2", about_sections};

static const struct sheet_section accessibility_sections[] = {
	{.name = "scope"}, {.name = "level", .paths = "/accessibility/results"},
	{.name = "except"}, {.name = "added"},
	{.name = "when"},  {.name = "how", .paths = "/display"},
	{.name = "who", .has_contact = true, .paths = "/feedback"},
	{NULL},
};
const struct sheet sheet_accessibility = {"accessibility", "4-1-1", accessibility_sections};

static const struct sheet_section results_sections[] = {
	{.name = "state", .paths = "/accessibility"}, {.name = "how"}, {.name = "pages", .paths = "/sitemap"}, {.name = "table"}, {NULL},
};
const struct sheet sheet_results = {"results", "4-1-1", results_sections};

static const struct sheet_section privacy_sections[] = {
	{.name = "kept"},   {.name = "visible"}, {.name = "long"}, {.name = "cookies", .paths = "/display"},
	{.name = "record", .paths = "/record"},  {.name = "rights", .paths = "/account", .has_contact = true},
	{NULL},
};
const struct sheet sheet_privacy = {"privacy", NULL, privacy_sections};

static const struct sheet_section help_sections[] = {
	{.name = "read", .paths = "/doors/join /doors/tell /doors/help /doors/ask"},
	{.name = "account", .paths = "/login /signup"},
	{.name = "group", .paths = "/groups/new /proposals/new"},
	{.name = "city", .paths = "/desk"},
	{.name = "paper", .has_contact = true},
	{.name = "see", .paths = "/display /accessibility"},
	{NULL},
};
const struct sheet sheet_help = {"help", "4-1-1", help_sections};

static const struct sheet_section sitemap_sections[] = {
	{.name = "find", .paths = "/ /groups /departments /proposals /projects /meetings /meetings/promises /search /record /groups/levels"},
	{.name = "take", .paths = "/doors/join /doors/tell /doors/help /doors/ask /groups/new /proposals/new /signup /login"},
	{.name = "mine", .paths = "/desk /inbox /account"},
	{.name = "about", .paths = "/about /guideline /help /accessibility /accessibility/results /privacy /opendata /display /feedback"},
	{NULL},
};
const struct sheet sheet_sitemap = {"sitemap", NULL, sitemap_sections};

static const struct sheet_section opendata_sections[] = {
	{.name = "licence"}, {.name = "how"}, {.name = "record", .paths = "/record"}, {.name = "list"}, {NULL},
};
const struct sheet sheet_opendata = {"opendata", "3-5", opendata_sections};

char *path_key(const char *path)
{
	return arena_text("path%s", text_replace(text_replace(text_replace(path, "/", "_"), "{", ""), "}", ""));
}

char *sheet_title_key(const struct sheet *sheet)
{
	return arena_text("sheet_%s_title", sheet->name);
}

/* A text for the page (its key) or for a twin (its words). */
static struct doc *words_of(const struct visit *visit, const char *key)
{
	return visit->twin == TWIN_HTML ? doc_set_text(doc_object(), "key", key) : doc_scalar(text_of(LANGUAGE_JA, key));
}

/* The texts <start>_1, <start>_2 … as far as they go. */
static struct doc *words_list(const struct visit *visit, const char *start)
{
	struct doc *list = doc_array();
	for (int i = 1; text_known(arena_text("%s_%d", start, i)); i++)
		doc_push(list, words_of(visit, arena_text("%s_%d", start, i)));
	return list;
}

static void words_put(const struct visit *visit, struct doc *object, const char *name, const char *key)
{
	bool is_page = visit->twin == TWIN_HTML;
	doc_set_text(object, is_page ? arena_text("%s_key", name) : name, is_page ? key : text_of(LANGUAGE_JA, key));
}

static struct doc *question_list(const struct visit *visit, const char *start)
{
	struct doc *list = doc_array();
	for (int i = 1; text_known(arena_text("%s_q_%d", start, i)); i++) {
		struct doc *one = doc_object();
		words_put(visit, one, "question", arena_text("%s_q_%d", start, i));
		words_put(visit, one, "answer", arena_text("%s_a_%d", start, i));
		doc_push(list, one);
	}
	return list;
}

/* Only pages that the portal has. */
static struct doc *link_list(const struct visit *visit, const char *paths)
{
	struct doc *list = doc_array();
	const char *path = NULL;
	for (int i = 0; paths && (path = text_piece(paths, ' ', i)); i++) {
		const char *words[PARAMETERS_MOST] = {0};
		const char *allow = "";
		int status = 0;
		if (!route_find("GET", path, words, &status, &allow))
			continue;
		struct doc *link = doc_set_text(doc_object(), "path", path);
		words_put(visit, link, "label", path_key(path));
		doc_push(list, link);
	}
	return list;
}

static void list_put(struct doc *section, const char *name, struct doc *list)
{
	doc_set_bool(section, arena_text("has_%s", name), doc_count(list) > 0);
	doc_set(section, name, list);
}

static struct doc *section_document(const struct visit *visit, const struct sheet *sheet, const struct sheet_section *section)
{
	const char *start = arena_text("sheet_%s_%s", sheet->name, section->name);
	struct doc *document = doc_set_text(doc_object(), "id", section->name);
	words_put(visit, document, "heading", start);
	list_put(document, "paragraphs", words_list(visit, start));
	list_put(document, "items", words_list(visit, arena_text("%s_item", start)));
	list_put(document, "steps", words_list(visit, arena_text("%s_step", start)));
	list_put(document, "questions", question_list(visit, start));
	list_put(document, "links", link_list(visit, section->paths));
	doc_set_bool(document, "has_contact", section->has_contact);
	return document;
}

struct doc *sheet_document(struct visit *visit, const struct sheet *sheet)
{
	struct doc *document = doc_object();
	struct doc *sections = doc_array();
	words_put(visit, document, "title", sheet_title_key(sheet));
	words_put(visit, document, "lead", arena_text("sheet_%s_lead", sheet->name));
	for (const struct sheet_section *section = sheet->sections; section->name; section++)
		doc_push(sections, section_document(visit, sheet, section));
	doc_set_bool(document, "has_contents", doc_count(sections) > 4);
	doc_set(document, "sections", sections);
	visit->clause = sheet->clause;
	return document;
}
