/* Fuzzes reading of addresses, queries, bodies and cookies: whatever comes, paths stay plain and texts stay UTF-8. */
#include "base/arena.h"
#include "base/text.h"
#include "http/request.h"
#include "http/url.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void pairs_hold(const struct pairs *pairs)
{
	for (size_t i = 0; i < pairs->count; i++) {
		assert(text_is_utf8(pairs->list[i].name, strlen(pairs->list[i].name)));
		assert(text_is_utf8(pairs->list[i].value, strlen(pairs->list[i].value)));
	}
}

static void path_holds(const char *text)
{
	struct request request = {0};
	if (request_path_read(&request, text) != 0)
		return;
	assert(request.path[0] == '/');
	assert(!strstr(request.path, "//") && !strstr(request.path, "/../") && !strstr(request.path, "/./"));
	pairs_hold(&request.parameters);
	struct request again = {0};
	assert(request_path_read(&again, arena_text("/?q=%s", url_encode("a&b=c +%"))) == 0);
	assert(text_equal(request_parameter(&again, "q"), "a&b=c +%"));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = arena_copy_part((const char *)data, size);
	path_holds(text);
	path_holds(arena_text("/%s", text));
	struct request request = {.content_type = "application/x-www-form-urlencoded", .raw_body = text, .body_length = size};
	if (request_body_read(&request) == 0)
		pairs_hold(&request.fields);
	request_cookies_read(&request, text);
	pairs_hold(&request.cookies);
	url_is_local(text);
	arena_reset();
	return 0;
}
