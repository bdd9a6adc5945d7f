/* Code points of UTF-8 texts, one at a time. Not what a code point means: that is width.h and input.h. */
#ifndef BASE_POINT_H
#define BASE_POINT_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { POINT_BAD = 0xFFFD }; /* what stands for a byte that is not UTF-8 */

/* The bytes of the valid code point at `at` (of which `room` bytes may be read): 1–4; 0 if there is none (NUL, surrogates and
 * overlong forms are none). */
size_t point_size(const char *at, size_t room);

/* The code point at `*at`, which moves behind it; 0 at the end of the text; POINT_BAD for a byte that is not UTF-8. */
uint32_t point_next(const char **at);

/* Writes a code point behind `buffer`. */
void point_add(struct buffer *buffer, uint32_t point);

/* White space: the ASCII ones, U+00A0 and U+3000. */
bool point_is_space(uint32_t point);

#endif
