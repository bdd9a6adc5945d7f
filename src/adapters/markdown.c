/* cmark behind one function: parses, makes the tree safe, renders. Stores nothing. */
#include "adapters/markdown.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"

#include <cmark.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HEADING_FIRST = 3, HEADING_LAST = 6 };

/* A space that nobody types: put between a letter and an emphasis that stands before a bracket, because CommonMark asks
 * for a space there, and taken out of the HTML again. */
#define SEAM "\xE2\x81\x9F" /* U+205F */

static uint32_t code_at(const char *text, size_t *length)
{
	const unsigned char *at = (const unsigned char *)text;
	*length = at[0] < 0x80 ? 1 : at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
	uint32_t code = *length == 1 ? at[0] : at[0] & (0xFF >> (*length + 1));
	for (size_t i = 1; i < *length; i++) {
		if ((at[i] & 0xC0) != 0x80) {
			*length = i;
			return code;
		}
		code = code << 6 | (at[i] & 0x3F);
	}
	return code;
}

static bool code_is_space(uint32_t code)
{
	return code <= ' ' || code == 0xA0 || code == 0x3000;
}

static bool code_is_punctuation(uint32_t code)
{
	if (code < 0x80)
		return code > ' ' && !(code >= '0' && code <= '9') && !((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
	return (code >= 0x2010 && code <= 0x205E) || (code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x3011) ||
	       (code >= 0x3014 && code <= 0x301F) || code == 0x30FB || (code >= 0xFF01 && code <= 0xFF0F) ||
	       (code >= 0xFF1A && code <= 0xFF20) || (code >= 0xFF3B && code <= 0xFF40) || (code >= 0xFF5B && code <= 0xFF65);
}

static bool code_is_letter(uint32_t code)
{
	return code && !code_is_space(code) && !code_is_punctuation(code);
}

/* Writes a run of stars with the seam that it needs; `open` says whether the same run stands open before. */
static void stars_write(struct buffer *out, const char *stars, size_t count, uint32_t before, bool *open)
{
	size_t length;
	uint32_t after = stars[count] ? code_at(stars + count, &length) : 0;
	bool opens = !*open && after && !code_is_space(after);
	bool closes = *open && before && !code_is_space(before);
	if (opens && code_is_punctuation(after) && code_is_letter(before))
		buffer_add(out, SEAM);
	buffer_add_part(out, stars, count);
	if (closes && code_is_punctuation(before) && code_is_letter(after))
		buffer_add(out, SEAM);
	if (opens || closes)
		*open = !*open;
}

static char *seams_added(const char *text)
{
	struct buffer out = {0};
	bool open[4] = {false};
	uint32_t before = 0;
	size_t length;
	for (const char *at = text; *at; at += length) {
		size_t stars = strspn(at, "*");
		if (stars && stars <= 3 && before != '\\') {
			stars_write(&out, at, stars, before, &open[stars]);
			length = stars;
			before = '*';
			continue;
		}
		if (at[0] == '\n' && at[1] == '\n')
			memset(open, 0, sizeof open); /* emphasis ends with its paragraph */
		before = code_at(at, &length);
		buffer_add_part(&out, at, length);
	}
	return arena_copy(buffer_text(&out));
}

static void node_replace(cmark_node *old, cmark_node *fresh)
{
	cmark_node_insert_before(old, fresh);
	cmark_node_unlink(old);
	cmark_node_free(old);
}

/* What looks like HTML was typed by a person: shown as it stands. */
static void html_show(cmark_node *node, bool is_block)
{
	cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);
	cmark_node_set_literal(text, text_trim(cmark_node_get_literal(node)));
	if (!is_block) {
		node_replace(node, text);
		return;
	}
	cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
	cmark_node_append_child(paragraph, text);
	node_replace(node, paragraph);
}

/* Images of other sites would be blocked and would tell them who reads: a link says what there is. */
static void image_link(cmark_node *node)
{
	cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
	cmark_node_set_url(link, cmark_node_get_url(node));
	for (cmark_node *child = cmark_node_first_child(node); child; child = cmark_node_first_child(node))
		cmark_node_append_child(link, child);
	node_replace(node, link);
}

static void node_make_safe(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
		html_show(node, type == CMARK_NODE_HTML_BLOCK);
	} else if (type == CMARK_NODE_IMAGE) {
		image_link(node);
	}
}

static void tree_make_safe(cmark_node *document)
{
	cmark_iter *walk = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk)) {
		cmark_node *node = cmark_iter_get_node(walk);
		bool is_leaf = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK || cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE;
		if (event == CMARK_EVENT_EXIT || is_leaf)
			node_make_safe(node);
	}
	cmark_iter_free(walk);
}

/* The highest level used in the text, so that it becomes h3 whatever its writer chose. */
static int heading_highest(cmark_node *document)
{
	int highest = HEADING_LAST;
	cmark_iter *walk = cmark_iter_new(document);
	while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) < highest)
			highest = cmark_node_get_heading_level(node);
	}
	cmark_iter_free(walk);
	return highest;
}

/* No level is skipped on the way down: a page's headings are its table of contents for who listens to it. */
static void headings_fit(cmark_node *document)
{
	int shift = HEADING_FIRST - heading_highest(document);
	int last = HEADING_FIRST - 1;
	cmark_iter *walk = cmark_iter_new(document);
	for (cmark_event_type event = cmark_iter_next(walk); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk)) {
		cmark_node *node = cmark_iter_get_node(walk);
		if (event != CMARK_EVENT_EXIT || cmark_node_get_type(node) != CMARK_NODE_HEADING)
			continue;
		int level = cmark_node_get_heading_level(node) + shift;
		level = level > last + 1 ? last + 1 : level;
		last = level > HEADING_LAST ? HEADING_LAST : level;
		cmark_node_set_heading_level(node, last);
	}
	cmark_iter_free(walk);
}

char *markdown_html(const char *text)
{
	const int options = CMARK_OPT_SAFE | CMARK_OPT_HARDBREAKS | CMARK_OPT_VALIDATE_UTF8;
	char *source = seams_added(text_replace(text ? text : "", SEAM, " "));
	cmark_node *document = cmark_parse_document(source, strlen(source), options);
	tree_make_safe(document);
	headings_fit(document);
	char *rendered = cmark_render_html(document, options);
	char *html = text_replace(text_replace(rendered, SEAM, ""), "<a href=\"", "<a rel=\"nofollow ugc\" href=\"");
	free(rendered);
	cmark_node_free(document);
	return html;
}
