/* Walks a template's markers and keeps in mind where in the HTML each stands. */
#include "adapters/template_lint.h"

#include "adapters/template_words.h"
#include "base/arena.h"
#include "base/text.h"

#include <ctype.h>
#include <string.h>

struct lint {
	const struct sources *sources;
	const struct source *source;
	const struct catalogue *catalogue;
	struct faults *faults;
	const char *tag;         /* the < of the tag we are in; NULL outside */
	const char *bare_element; /* the element we are in that holds only text (or SVG); NULL outside */
};

static const char *const bare_elements[] = {"title", "textarea", "option", "script", "style", "svg"};
/* ctemplate takes these for harmless attributes, but they hold addresses or markup. */
static const char *const closed_attributes[] = {"formaction", "poster", "srcset", "ping", "href", "srcdoc", "style"};

static void complain(const struct lint *lint, const struct marker *marker, const char *words)
{
	int line = fault_line(lint->source->text, marker->start);
	fault_add(lint->faults, lint->source->name, line, "{{%s}}: %s", marker->inner, words);
}

static bool word_is(const char *text, const char *word)
{
	size_t length = strlen(word);
	return strncasecmp(text, word, length) == 0 && !isalnum((unsigned char)text[length]) && text[length] != '-';
}

static void tag_enter(struct lint *lint, const char *at)
{
	const char *name = at + 1 + (at[1] == '/');
	lint->tag = at;
	if (at[1] == '/') {
		if (lint->bare_element && word_is(name, lint->bare_element))
			lint->bare_element = NULL;
		return;
	}
	for (size_t i = 0; !lint->bare_element && i < sizeof bare_elements / sizeof *bare_elements; i++)
		if (word_is(name, bare_elements[i]))
			lint->bare_element = bare_elements[i];
}

/* Follows the HTML between two markers. */
static void text_follow(struct lint *lint, const char *from, const char *to)
{
	for (const char *at = from; at < to; at++) {
		if (lint->tag && *at == '>')
			lint->tag = NULL;
		else if (!lint->tag && *at == '<' && (isalpha((unsigned char)at[1]) || at[1] == '/'))
			tag_enter(lint, at);
	}
}

/* Whether the marker stands in an attribute that may hold no variable. */
static bool attribute_is_closed(const struct lint *lint, const struct marker *marker)
{
	const char *name_end = NULL;
	for (const char *at = lint->tag; at && at + 1 < marker->start; at++)
		if (at[0] == '=' && (at[1] == '"' || at[1] == '\''))
			name_end = at;
	for (size_t i = 0; name_end && i < sizeof closed_attributes / sizeof *closed_attributes; i++) {
		const char *attribute = closed_attributes[i];
		const char *name = name_end - strlen(attribute);
		bool is_href = text_equal(attribute, "href");
		if (name > lint->tag && strncasecmp(name, attribute, strlen(attribute)) == 0 && (name[-1] == ':') == is_href)
			return true;
	}
	return false;
}

static void markup_check(const struct lint *lint, const struct marker *marker, const char *instead)
{
	if (lint->source->kind == SOURCE_HTML && lint->tag)
		complain(lint, marker, arena_text("markup inside a tag: use %s", instead));
	else if (lint->source->kind == SOURCE_HTML && lint->bare_element)
		complain(lint, marker, arena_text("markup inside <%s>: use %s", lint->bare_element, instead));
	else if (lint->source->kind == SOURCE_XML && marker->inner[0] != 'T')
		complain(lint, marker, arena_text("markup in XML: use %s", instead));
}

static void include_check(const struct lint *lint, const struct marker *marker)
{
	const char *name = marker->inner + 1;
	bool text_only = lint->bare_element && !text_equal(lint->bare_element, "svg") && !text_equal(lint->bare_element, "option");
	if (lint->source->kind == SOURCE_HTML && (lint->tag || text_only))
		complain(lint, marker, "an inclusion only between tags");
	if (text_equal(name, "BODY")) {
		if (!text_equal(lint->source->name, "layout.html"))
			complain(lint, marker, "only layout.html includes the page");
	} else if (!source_find(lint->sources, include_file(name, lint->source->kind))) {
		complain(lint, marker, arena_text("there is no %s", include_file(name, lint->source->kind)));
	}
}

static void text_check(const struct lint *lint, const struct marker *marker)
{
	const struct text *text = catalogue_find(lint->catalogue, marker->inner + 2);
	if (!text)
		complain(lint, marker, "no such text");
	else if (text->has_blanks)
		complain(lint, marker, "this text has blanks {…}: only for text_filled");
	if (marker->inner[0] == 'T')
		markup_check(lint, marker, "A_");
}

static void variable_check(const struct lint *lint, const struct marker *marker)
{
	const char *wrong = words_fault(marker->inner);
	const struct modifier *modifier = words_modifier(marker->inner);
	if (wrong)
		complain(lint, marker, wrong);
	else if (modifier && modifier->is_markup)
		markup_check(lint, marker, "a modifier for attributes");
	if (lint->source->kind == SOURCE_HTML && attribute_is_closed(lint, marker))
		complain(lint, marker, "no variable in this attribute");
}

static void section_check(const struct lint *lint, const struct marker *marker)
{
	const char *name = marker->inner + 1;
	if (name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ")])
		complain(lint, marker, "not a section's name");
}

static void marker_check(const struct lint *lint, const struct marker *marker)
{
	const char *inner = marker->inner;
	if (inner[0] == '!')
		return;
	if (inner[0] == '%' ? marker->start != lint->source->text : inner[0] == '=')
		complain(lint, marker, "only at the start of a file");
	else if (inner[0] == '#' || inner[0] == '/')
		section_check(lint, marker);
	else if (inner[0] == '>')
		include_check(lint, marker);
	else if (text_starts(inner, "T_") || text_starts(inner, "A_"))
		text_check(lint, marker);
	else if (text_starts(inner, "S_") && !static_address(lint->sources, inner + 2))
		complain(lint, marker, "no such static file");
	else if (inner[0] != '%' && !text_starts(inner, "S_"))
		variable_check(lint, marker);
}

static void pragma_check(const struct source *source, struct faults *faults)
{
	static const char *const pragmas[] = {[SOURCE_HTML] = "{{%AUTOESCAPE context=\"HTML\"}}",
	                                      [SOURCE_XML] = "{{%AUTOESCAPE context=\"XML\"}}"};
	if (source->kind == SOURCE_TXT && text_starts(source->text, "{{%"))
		fault_add(faults, source->name, 1, "a plain text has no escaping mode");
	if (source->kind != SOURCE_TXT && !text_starts(source->text, pragmas[source->kind]))
		fault_add(faults, source->name, 1, "does not begin with %s", pragmas[source->kind]);
}

void lint_source(const struct sources *sources, const struct source *source, const struct catalogue *catalogue,
                 struct faults *faults)
{
	struct lint lint = {.sources = sources, .source = source, .catalogue = catalogue, .faults = faults};
	pragma_check(source, faults);
	struct marker marker;
	const char *rest = source->text;
	while (marker_next(rest, &marker)) {
		text_follow(&lint, rest, marker.start);
		marker_check(&lint, &marker);
		rest = marker.end;
	}
}

static void circle_follow(const struct sources *sources, struct source *source, struct faults *faults)
{
	struct marker marker;
	source->visit = 1;
	for (const char *rest = source->text; marker_next(rest, &marker); rest = marker.end) {
		if (marker.inner[0] != '>')
			continue;
		struct source *included = source_find(sources, include_file(marker.inner + 1, source->kind));
		if (included && included->visit == 1)
			fault_add(faults, source->name, fault_line(source->text, marker.start), "{{%s}}: includes itself", marker.inner);
		else if (included && included->visit == 0)
			circle_follow(sources, included, faults);
	}
	source->visit = 2;
}

void lint_circles(const struct sources *sources, struct faults *faults)
{
	for (size_t i = 0; i < sources->count; i++)
		if (sources->items[i].visit == 0)
			circle_follow(sources, &sources->items[i], faults);
}

static void dump_line_check(const struct source *source, const char *variable, struct faults *faults)
{
	const char *modifiers_start = strchr(variable, ':');
	const char *wrong = !modifiers_start ? "printed raw" : strstr(modifiers_start, ":none") ? ":none is not allowed" : NULL;
	if (!wrong)
		return;
	char *name = arena_copy_part(variable, strcspn(variable, ":"));
	const char *place = strstr(source->text, arena_text("{{%s", name));
	fault_add(faults, source->name, place ? fault_line(source->text, place) : 0, "{{%s}}: %s", name, wrong);
}

void lint_dump(const struct source *source, const char *dump, struct faults *faults)
{
	static const char intro[] = "Variable Node: ";
	for (const char *line = dump; *line; line += line[0] == '\n') {
		size_t length = strcspn(line, "\n");
		const char *start = line + strspn(line, " ");
		if (text_starts(start, intro) && source->kind != SOURCE_TXT)
			dump_line_check(source, arena_copy_part(start + strlen(intro), (size_t)(line + length - start) - strlen(intro)), faults);
		line += length;
	}
}
