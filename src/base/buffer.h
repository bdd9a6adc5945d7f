/* A text that grows in the request's arena. Always NUL-terminated. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

struct buffer {
	char *text; /* never NULL after the first add */
	size_t length;
	size_t room;
};

/* Appends a text, a part of one, a formatted one (printf's format). */
void buffer_add(struct buffer *buffer, const char *text);
void buffer_add_part(struct buffer *buffer, const char *text, size_t length);
void buffer_addf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text so far; "" for an empty buffer. */
const char *buffer_text(const struct buffer *buffer);

#endif
