/* One width for what people type in several: full-width ASCII, the many dashes, ideographic spaces. By arithmetic, no tables of
 * Unicode: it is not NFKC (that is adapters/unicode) and serves number-like fields and addresses only, never names. */
#ifndef BASE_WIDTH_H
#define BASE_WIDTH_H

#include <stdbool.h>
#include <stdint.h>

/* The half-width twin of a full-width ASCII character, of ￥ and of the wide spaces; any other point as it is. */
uint32_t width_narrow(uint32_t point);

/* Whether people type `point` for a dash: ASCII's, hyphens, en, em and horizontal bars, U+2212, the box line, ー and 〜. */
bool width_is_dash(uint32_t point);

/* `typed` in half width, trimmed, without invisible marks (zero width, direction). */
char *width_fold(const char *typed);

/* As width_fold, with every dash as "-" and without any white space: for numbers, dates, phones. */
char *width_compact(const char *typed);

#endif
