/* Headers of a response and the words of a status. Sending is adapters/fcgi.c's. */
#include "http/response.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

static bool text_is_token(const char *name)
{
	return *name && strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == strlen(name);
}

/* Where `name` stands already; a cookie never replaces another. */
static int header_index(const struct response *response, const char *name)
{
	for (int i = 0; i < response->header_count; i++)
		if (strcasecmp(response->headers[i].name, name) == 0 && strcasecmp(name, "Set-Cookie") != 0)
			return i;
	return response->header_count;
}

void response_header(struct response *response, const char *name, const char *value)
{
	assert(text_is_token(name));
	assert(value && !strpbrk(value, "\r\n"));
	int index = header_index(response, name);
	assert(index < HEADERS_MOST);
	response->headers[index].name = name;
	response->headers[index].value = value;
	if (index == response->header_count)
		response->header_count++;
}

const char *response_header_of(const struct response *response, const char *name)
{
	for (int i = 0; i < response->header_count; i++)
		if (strcasecmp(response->headers[i].name, name) == 0)
			return response->headers[i].value;
	return NULL;
}

const char *status_words(int status)
{
	static const struct {
		int status;
		const char *words;
	} known[] = {
		{200, "OK"},
		{201, "Created"},
		{202, "Accepted"},
		{204, "No Content"},
		{301, "Moved Permanently"},
		{302, "Found"},
		{303, "See Other"},
		{304, "Not Modified"},
		{307, "Temporary Redirect"},
		{308, "Permanent Redirect"},
		{400, "Bad Request"},
		{401, "Unauthorized"},
		{403, "Forbidden"},
		{404, "Not Found"},
		{405, "Method Not Allowed"},
		{406, "Not Acceptable"},
		{409, "Conflict"},
		{410, "Gone"},
		{412, "Precondition Failed"},
		{413, "Content Too Large"},
		{414, "URI Too Long"},
		{415, "Unsupported Media Type"},
		{422, "Unprocessable Content"},
		{429, "Too Many Requests"},
		{500, "Internal Server Error"},
		{501, "Not Implemented"},
		{502, "Bad Gateway"},
		{503, "Service Unavailable"},
		{504, "Gateway Timeout"},
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].status == status)
			return known[i].words;
	return "Unknown";
}
