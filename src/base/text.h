/* Small questions about texts. All results live in the request's arena. UTF-8 throughout. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

bool text_equal(const char *a, const char *b);      /* NULL equals nothing, not even NULL */
bool text_starts(const char *text, const char *start);
bool text_ends(const char *text, const char *end);
bool text_empty(const char *text);                  /* NULL, "" or only white space (U+3000 included) */

/* `text` without white space (U+3000 included) at both ends; CRLF and CR become LF; other C0 controls but tab are dropped. */
char *text_trim(const char *text);

/* Whether `word` is one of the space-separated words of `list`. */
bool text_has_word(const char *list, const char *word);

/* The nth (from 0) piece of `text` between `separator`s, or NULL past the end. */
char *text_piece(const char *text, char separator, int nth);

/* `text` with every `from` replaced by `to`. */
char *text_replace(const char *text, const char *from, const char *to);

/* `text` with the ASCII capitals as small letters. */
char *text_lower(const char *text);

/* Code points in valid UTF-8 (what a person counts as characters). */
size_t text_length(const char *text);

/* Whether `text` is valid UTF-8 without NUL, surrogates or overlong forms. */
bool text_is_utf8(const char *text, size_t length);

/* The first `characters` code points, with … behind if something was cut. */
char *text_cut(const char *text, size_t characters);

/* Decimal digits only, up to 18, as a number; -1 for anything else (also for ""). */
long long text_number(const char *text);

/* 1234567 → "1,234,567". */
char *text_grouped(long long number);

#endif
