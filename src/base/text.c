/* Small questions about texts; results are new texts in the arena, the given ones stay as they are. */
#include "base/text.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/point.h"

#include <string.h>

bool text_equal(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

bool text_starts(const char *text, const char *start)
{
	return text && start && strncmp(text, start, strlen(start)) == 0;
}

bool text_ends(const char *text, const char *end)
{
	if (!text || !end)
		return false;
	size_t length = strlen(text), tail = strlen(end);
	return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* The first place in `text` that is not white space. */
static const char *space_skip(const char *text)
{
	for (const char *next = text; point_is_space(point_next(&next));)
		text = next;
	return text;
}

bool text_empty(const char *text)
{
	return !text || !*space_skip(text);
}

/* The bytes of `text` up to its last character that is not white space. */
static size_t length_without_tail(const char *text)
{
	size_t length = 0;
	for (const char *at = text; *at;)
		if (!point_is_space(point_next(&at)))
			length = (size_t)(at - text);
	return length;
}

/* The text with LF for CRLF and CR and without other controls but tab. */
static char *controls_removed(const char *text)
{
	char *clean = arena_alloc(strlen(text) + 1);
	char *to = clean;
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;
		if (c == '\r')
			*to++ = '\n';
		if (c == '\r' && text[1] == '\n')
			text++;
		if (c >= 0x20 || c == '\n' || c == '\t')
			*to++ = (char)c;
	}
	return clean;
}

char *text_trim(const char *text)
{
	const char *start = space_skip(controls_removed(text ? text : ""));
	return arena_copy_part(start, length_without_tail(start));
}

bool text_has_word(const char *list, const char *word)
{
	size_t length = word ? strlen(word) : 0;
	if (!list || !length)
		return false;
	while (*list) {
		list += strspn(list, " ");
		size_t size = strcspn(list, " ");
		if (size == length && memcmp(list, word, size) == 0)
			return true;
		list += size;
	}
	return false;
}

char *text_piece(const char *text, char separator, int nth)
{
	if (!text || nth < 0)
		return NULL;
	for (; nth > 0; nth--) {
		text = strchr(text, separator);
		if (!text)
			return NULL;
		text++;
	}
	const char *end = strchr(text, separator);
	return arena_copy_part(text, end ? (size_t)(end - text) : strlen(text));
}

char *text_replace(const char *text, const char *from, const char *to)
{
	if (!text || !from || !*from)
		return arena_copy(text);
	struct buffer replaced = {0};
	for (const char *hit; (hit = strstr(text, from)); text = hit + strlen(from)) {
		buffer_add_part(&replaced, text, (size_t)(hit - text));
		buffer_add(&replaced, to);
	}
	buffer_add(&replaced, text);
	return replaced.text;
}

char *text_lower(const char *text)
{
	char *lower = arena_copy(text);
	for (char *at = lower; *at; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + ('a' - 'A'));
	return lower;
}

size_t text_length(const char *text)
{
	size_t length = 0;
	for (; text && *text; text++)
		length += ((unsigned char)*text & 0xC0) != 0x80;
	return length;
}

bool text_is_utf8(const char *text, size_t length)
{
	while (length > 0) {
		size_t size = point_size(text, length);
		if (!size)
			return false;
		text += size;
		length -= size;
	}
	return true;
}

char *text_cut(const char *text, size_t characters)
{
	if (!text)
		return arena_copy("");
	const char *end = text;
	while (*end && characters-- > 0)
		point_next(&end);
	if (!*end)
		return arena_copy(text);
	return arena_text("%.*s…", (int)(end - text), text);
}

long long text_number(const char *text)
{
	size_t digits = text ? strspn(text, "0123456789") : 0;
	if (digits < 1 || digits > 18 || text[digits])
		return -1;
	long long number = 0;
	for (; *text; text++)
		number = number * 10 + (*text - '0');
	return number;
}

char *text_grouped(long long number)
{
	char *plain = arena_text("%lld", number);
	struct buffer grouped = {0};
	size_t length = strlen(plain);
	for (size_t i = 0; i < length; i++) {
		bool is_inside = i > 0 && plain[i - 1] != '-';
		if (is_inside && (length - i) % 3 == 0)
			buffer_add(&grouped, ",");
		buffer_add_part(&grouped, plain + i, 1);
	}
	return grouped.text;
}
