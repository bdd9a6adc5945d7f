/* Doubles its room in the arena; the old room goes with the arena's reset. */
#include "base/buffer.h"

#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void buffer_grow(struct buffer *buffer, size_t more)
{
	size_t need = buffer->length + more + 1;
	if (need <= buffer->room)
		return;
	size_t room = buffer->room ? buffer->room * 2 : 256;
	while (room < need)
		room *= 2;
	char *text = arena_alloc(room);
	if (buffer->length)
		memcpy(text, buffer->text, buffer->length);
	buffer->text = text;
	buffer->room = room;
}

void buffer_add_part(struct buffer *buffer, const char *text, size_t length)
{
	buffer_grow(buffer, length);
	if (length)
		memcpy(buffer->text + buffer->length, text, length);
	buffer->length += length;
	buffer->text[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *text)
{
	buffer_add_part(buffer, text, strlen(text));
}

void buffer_addf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	buffer_grow(buffer, (size_t)length);
	vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, again);
	va_end(again);
	buffer->length += (size_t)length;
}

const char *buffer_text(const struct buffer *buffer)
{
	return buffer->text ? buffer->text : "";
}
