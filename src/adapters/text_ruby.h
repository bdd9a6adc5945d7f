/* The notation of interface texts: {漢字|かんじ} is ruby, {name} a blank to fill, {{name}} a template's variable. */
#ifndef ADAPTERS_TEXT_RUBY_H
#define ADAPTERS_TEXT_RUBY_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>

enum piece_kind { PIECE_TEXT, PIECE_RUBY, PIECE_BLANK, PIECE_MARKER, PIECE_STRAY };

/* A part of a text. `inner` is what stands between the braces; `base` the bytes of a ruby's 漢字 at its start. STRAY is a
 * brace that belongs to none of the notations. */
struct piece {
	enum piece_kind kind;
	const char *start;
	size_t length;
	const char *inner;
	size_t inner_length;
	size_t base;
};

/* The piece at the start of `text`; length 0 at the end. */
struct piece piece_at(const char *text);

/* `&`, `<`, `>` and `"` as entities. */
void markup_escape(struct buffer *out, const char *text, size_t length);

/* The text for markup: ruby elements, everything else escaped, variables and blanks untouched. */
void ruby_markup(struct buffer *out, const char *source);
/* The text without readings; escaped (but for variables and blanks) when `escaped`. */
void ruby_plain(struct buffer *out, const char *source, bool escaped);
/* The first kanji that has no reading; NULL when all have. */
const char *ruby_bare_kanji(const char *source);

#endif
