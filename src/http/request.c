/* Reads what a client sent: the address, the query, the body's fields, the cookies. Decodes, checks and bounds; decides nothing. */
#include "http/request.h"

#include "base/arena.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

enum { COOKIES_MOST = 50 };

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* The byte of the escape at `text`, -1 if it is broken. */
static int escape_value(const char *text, size_t length)
{
	if (length < 3)
		return -1;
	int high = hex_value(text[1]);
	int low = hex_value(text[2]);
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* `length` bytes decoded; NULL for a broken escape, a NUL or invalid UTF-8. A plus is a space in queries and bodies only. */
static char *part_decode(const char *text, size_t length, bool plus_is_space)
{
	char *out = arena_alloc(length + 1);
	size_t used = 0;
	for (size_t i = 0; i < length; i++) {
		int byte = (unsigned char)text[i];
		if (byte == '%') {
			byte = escape_value(text + i, length - i);
			i += 2;
		} else if (byte == '+' && plus_is_space) {
			byte = ' ';
		}
		if (byte <= 0)
			return NULL;
		out[used++] = (char)byte;
	}
	return text_is_utf8(out, used) ? out : NULL;
}

/* The room is always the power of two at or above the count, so it is full exactly when the count is 0 or one. */
void pairs_add(struct pairs *pairs, const char *name, const char *value)
{
	if ((pairs->count & (pairs->count - 1)) == 0) {
		struct pair *list = arena_alloc((pairs->count ? pairs->count * 2 : 1) * sizeof *list);
		if (pairs->count)
			memcpy(list, pairs->list, pairs->count * sizeof *list);
		pairs->list = list;
	}
	pairs->list[pairs->count++] = (struct pair){name, value};
}

static bool pair_read(struct pairs *pairs, const char *text, size_t length)
{
	const char *equals = memchr(text, '=', length);
	size_t name_length = equals ? (size_t)(equals - text) : length;
	size_t value_length = equals ? length - name_length - 1 : 0;
	const char *name = part_decode(text, name_length, true);
	const char *value = part_decode(equals ? equals + 1 : "", value_length, true);
	if (!name || !value || pairs->count >= FIELD_LIMIT)
		return false;
	pairs_add(pairs, name, value);
	return true;
}

bool pairs_read(struct pairs *pairs, const char *text, size_t length)
{
	const char *end = text + length;
	while (text < end) {
		const char *and = memchr(text, '&', (size_t)(end - text));
		const char *stop = and ? and : end;
		if (stop > text && !pair_read(pairs, text, (size_t)(stop - text)))
			return false;
		text = and ? and + 1 : end;
	}
	return true;
}

const char *pairs_value(const struct pairs *pairs, const char *name)
{
	for (size_t i = 0; i < pairs->count; i++)
		if (strcmp(pairs->list[i].name, name) == 0)
			return pairs->list[i].value;
	return NULL;
}

/* Decoded, so that "%2e%2e" is no way around. */
static bool path_is_plain(const char *path)
{
	for (const char *at = path; *at; at++)
		if ((unsigned char)*at < 0x20 || *at == 0x7f)
			return false;
	return path[0] == '/' && !strstr(path, "//") && !strstr(path, "/./") && !strstr(path, "/../") &&
	       !text_ends(path, "/.") && !text_ends(path, "/..");
}

int request_path_read(struct request *request, const char *raw_uri)
{
	const char *mark = strchr(raw_uri, '?');
	size_t length = mark ? (size_t)(mark - raw_uri) : strlen(raw_uri);
	request->path = "/";
	request->query = "";
	if (length > PATH_LIMIT || (mark && strlen(mark + 1) > QUERY_LIMIT))
		return 414;
	const char *path = part_decode(raw_uri, length, false);
	if (!path || !path_is_plain(path))
		return 400;
	request->path = path;
	request->query = arena_copy(mark ? mark + 1 : "");
	return pairs_read(&request->parameters, request->query, strlen(request->query)) ? 0 : 400;
}

static bool type_is_form(const char *content_type)
{
	static const char form[] = "application/x-www-form-urlencoded";
	size_t length = sizeof form - 1;
	return strncasecmp(content_type, form, length) == 0 && (!content_type[length] || strchr("; \t", content_type[length]));
}

static size_t fields_count(const char *body, size_t length)
{
	size_t count = 1;
	for (size_t i = 0; i < length; i++)
		count += body[i] == '&';
	return count;
}

int request_body_read(struct request *request)
{
	if (request->body_length > BODY_LIMIT)
		return 413;
	if (request->body_length == 0)
		return 0;
	if (!type_is_form(request->content_type ? request->content_type : ""))
		return 415;
	if (fields_count(request->raw_body, request->body_length) > FIELD_LIMIT)
		return 422;
	return pairs_read(&request->fields, request->raw_body, request->body_length) ? 0 : 400;
}

/* One "name=value"; what cannot be read is left out, as browsers send other programs' cookies too. */
static void cookie_read(struct pairs *cookies, const char *text, size_t length)
{
	while (length && strchr(" \t", *text)) {
		text++;
		length--;
	}
	const char *equals = memchr(text, '=', length);
	if (!equals || equals == text || cookies->count >= COOKIES_MOST || !text_is_utf8(text, length))
		return;
	const char *value = equals + 1;
	size_t value_length = length - (size_t)(value - text);
	while (value_length && strchr(" \t", value[value_length - 1]))
		value_length--;
	if (value_length >= 2 && value[0] == '"' && value[value_length - 1] == '"') {
		value++;
		value_length -= 2;
	}
	pairs_add(cookies, arena_copy_part(text, (size_t)(equals - text)), arena_copy_part(value, value_length));
}

void request_cookies_read(struct request *request, const char *header)
{
	for (const char *at = header; at && *at;) {
		size_t length = strcspn(at, ";");
		cookie_read(&request->cookies, at, length);
		at += length + (at[length] == ';');
	}
}

static const char *value_or_empty(const struct pairs *pairs, const char *name)
{
	const char *value = pairs_value(pairs, name);
	return value ? value : "";
}

const char *request_parameter(const struct request *request, const char *name)
{
	return value_or_empty(&request->parameters, name);
}

const char *request_field(const struct request *request, const char *name)
{
	return value_or_empty(&request->fields, name);
}

const char *request_cookie(const struct request *request, const char *name)
{
	return value_or_empty(&request->cookies, name);
}
