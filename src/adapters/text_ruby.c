/* Reads the notation of interface texts piece by piece. Knows no keys and no languages. */
#include "adapters/text_ruby.h"

#include <stdint.h>
#include <string.h>

static bool piece_ends(struct piece *piece, enum piece_kind kind, size_t braces, const char *end)
{
	piece->kind = kind;
	piece->inner = piece->start + braces;
	piece->inner_length = (size_t)(end - piece->inner);
	piece->length = piece->inner_length + 2 * braces;
	return true;
}

static bool piece_is_marker(struct piece *piece)
{
	const char *end = piece->start[1] == '{' ? strstr(piece->start, "}}") : NULL;
	return end && piece_ends(piece, PIECE_MARKER, 2, end);
}

/* {漢字|かんじ} or {name} */
static bool piece_is_brace(struct piece *piece)
{
	static const char name_letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
	const char *inner = piece->start + 1;
	const char *end = inner + strcspn(inner, "{}");
	if (*end != '}' || end == inner)
		return false;
	const char *bar = memchr(inner, '|', (size_t)(end - inner));
	if (bar && bar > inner && bar + 1 < end) {
		piece->base = (size_t)(bar - inner);
		return piece_ends(piece, PIECE_RUBY, 1, end);
	}
	return inner + strspn(inner, name_letters) == end && piece_ends(piece, PIECE_BLANK, 1, end);
}

struct piece piece_at(const char *text)
{
	struct piece piece = {.kind = PIECE_TEXT, .start = text, .inner = text};
	if (*text != '{' && *text != '}') {
		piece.length = piece.inner_length = strcspn(text, "{}");
		return piece;
	}
	if (*text == '{' && (piece_is_marker(&piece) || piece_is_brace(&piece)))
		return piece;
	return (struct piece){.kind = PIECE_STRAY, .start = text, .length = 1, .inner = text, .inner_length = 1};
}

void markup_escape(struct buffer *out, const char *text, size_t length)
{
	const char *end = text + length;
	while (text < end) {
		const char *plain = text;
		while (text < end && !strchr("&<>\"", *text))
			text++;
		buffer_add_part(out, plain, (size_t)(text - plain));
		if (text == end)
			return;
		buffer_add(out, *text == '&' ? "&amp;" : *text == '<' ? "&lt;" : *text == '>' ? "&gt;" : "&quot;");
		text++;
	}
}

static void ruby_element(struct buffer *out, const struct piece *piece)
{
	buffer_add(out, "<ruby>");
	markup_escape(out, piece->inner, piece->base);
	buffer_add(out, "<rp>（</rp><rt>");
	markup_escape(out, piece->inner + piece->base + 1, piece->inner_length - piece->base - 1);
	buffer_add(out, "</rt><rp>）</rp></ruby>");
}

void ruby_markup(struct buffer *out, const char *source)
{
	for (struct piece piece = piece_at(source); piece.length; piece = piece_at(piece.start + piece.length)) {
		if (piece.kind == PIECE_RUBY)
			ruby_element(out, &piece);
		else if (piece.kind == PIECE_MARKER)
			buffer_add_part(out, piece.start, piece.length);
		else
			markup_escape(out, piece.start, piece.length);
	}
}

void ruby_plain(struct buffer *out, const char *source, bool escaped)
{
	for (struct piece piece = piece_at(source); piece.length; piece = piece_at(piece.start + piece.length)) {
		const char *text = piece.kind == PIECE_RUBY ? piece.inner : piece.start;
		size_t length = piece.kind == PIECE_RUBY ? piece.base : piece.length;
		if (escaped && piece.kind != PIECE_MARKER)
			markup_escape(out, text, length);
		else
			buffer_add_part(out, text, length);
	}
}

/* Whether the three or four bytes at `text` are a kanji (CJK ideographs, extensions, 々). */
static bool kanji_is(const unsigned char *text)
{
	if (text[0] >= 0xF0)
		return text[0] == 0xF0 && text[1] >= 0xA0;
	if (text[0] < 0xE3 || !text[1] || !text[2])
		return false;
	uint32_t code = (uint32_t)(text[0] & 0x0F) << 12 | (uint32_t)(text[1] & 0x3F) << 6 | (text[2] & 0x3F);
	return (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) || code == 0x3005;
}

const char *ruby_bare_kanji(const char *source)
{
	for (struct piece piece = piece_at(source); piece.length; piece = piece_at(piece.start + piece.length)) {
		if (piece.kind != PIECE_TEXT)
			continue;
		for (size_t i = 0; i < piece.length; i++)
			if (kanji_is((const unsigned char *)piece.start + i))
				return piece.start + i;
	}
	return NULL;
}
