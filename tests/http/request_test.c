/* Twin of src/http/request.c. */
#include "http/request.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "support/test.h"

#include <string.h>

static int path_status(const char *uri)
{
	struct request request = {0};
	return request_path_read(&request, uri);
}

static int body_status(const char *type, const char *body)
{
	struct request request = {.content_type = type, .raw_body = body, .body_length = strlen(body)};
	return request_body_read(&request);
}

TEST(request_path_is_decoded_and_parted_from_the_query)
{
	struct request request = {0};
	assert_int_equal(request_path_read(&request, "/search/%E5%B8%82+a?q=%E7%92%B0%E5%A2%83+x&page=2&empty&q=second"), 0);
	assert_string_equal(request.path, "/search/市+a");
	assert_string_equal(request.query, "q=%E7%92%B0%E5%A2%83+x&page=2&empty&q=second");
	assert_string_equal(request_parameter(&request, "q"), "環境 x");
	assert_string_equal(request_parameter(&request, "page"), "2");
	assert_string_equal(request_parameter(&request, "empty"), "");
	assert_string_equal(request_parameter(&request, "missing"), "");
	assert_null(pairs_value(&request.parameters, "missing"));
	assert_int_equal(request.parameters.count, 4);
}

TEST(request_path_that_climbs_or_hides_is_refused)
{
	const char *bad[] = {"", "x", "http://a/", "//a", "/a//b", "/a/../b", "/a/..", "/a/.", "/./a", "/%2e%2e/a",
	                     "/a%00b", "/a%", "/a%4", "/a%zz", "/%ff", "/%c0%af", "/a%0d%0ab", "/a?x=%", "/a?x=%00", "/a?x=%ed%a0%80"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(path_status(bad[i]), 400);
	assert_int_equal(path_status("/.well-known/a..b"), 0);
}

TEST(request_path_and_query_are_bounded)
{
	char uri[QUERY_LIMIT + 100];
	memset(uri, 'a', sizeof uri);
	uri[0] = '/';
	uri[PATH_LIMIT] = '\0';
	assert_int_equal(path_status(uri), 0);
	uri[PATH_LIMIT] = 'a';
	uri[PATH_LIMIT + 1] = '\0';
	assert_int_equal(path_status(uri), 414);
	uri[PATH_LIMIT + 1] = 'a';
	uri[1] = '?';
	uri[2 + QUERY_LIMIT] = '\0';
	assert_int_equal(path_status(uri), 0);
	uri[2 + QUERY_LIMIT] = 'a';
	uri[3 + QUERY_LIMIT] = '\0';
	assert_int_equal(path_status(uri), 414);
}

TEST(request_body_gives_its_fields)
{
	const char *body = "name=%E5%9B%A3%E4%BD%93&tag=a&tag=b&&text=1%0D%0A2&equals=a=b";
	struct request request = {.content_type = "application/x-www-form-urlencoded; charset=UTF-8",
	                          .raw_body = body,
	                          .body_length = strlen(body)};
	assert_int_equal(request_body_read(&request), 0);
	assert_string_equal(request_field(&request, "name"), "団体");
	assert_string_equal(request_field(&request, "tag"), "a");
	assert_string_equal(request_field(&request, "text"), "1\r\n2");
	assert_string_equal(request_field(&request, "equals"), "a=b");
	assert_int_equal(request.fields.count, 5);
}

TEST(request_body_of_another_kind_is_refused)
{
	assert_int_equal(body_status("", ""), 0);
	assert_int_equal(body_status(NULL, "a=1"), 415);
	assert_int_equal(body_status("application/json", "{}"), 415);
	assert_int_equal(body_status("application/x-www-form-urlencodedx", "a=1"), 415);
	assert_int_equal(body_status("Application/X-WWW-Form-Urlencoded", "a=1"), 0);
	assert_int_equal(body_status("application/x-www-form-urlencoded", "a=%ZZ"), 400);
	struct request request = {.content_type = "application/x-www-form-urlencoded", .body_length = BODY_LIMIT + 1};
	assert_int_equal(request_body_read(&request), 413);
}

TEST(request_body_with_too_many_fields_is_refused)
{
	struct buffer body = {0};
	for (int i = 0; i < FIELD_LIMIT; i++)
		buffer_add(&body, i ? "&a=1" : "a=1");
	assert_int_equal(body_status("application/x-www-form-urlencoded", body.text), 0);
	buffer_add(&body, "&a=1");
	assert_int_equal(body_status("application/x-www-form-urlencoded", body.text), 422);
}

TEST(request_cookies_are_read_and_broken_ones_left_out)
{
	struct request request = {0};
	request_cookies_read(&request, "kyodo=abc; theme=\"dark\";x;  =y; long=a=b ;bad=\xff; kyodo=second");
	assert_string_equal(request_cookie(&request, "kyodo"), "abc");
	assert_string_equal(request_cookie(&request, "theme"), "dark");
	assert_string_equal(request_cookie(&request, "long"), "a=b");
	assert_string_equal(request_cookie(&request, "bad"), "");
	assert_int_equal(request.cookies.count, 4);
	request_cookies_read(&request, NULL);
	assert_int_equal(request.cookies.count, 4);
}

TEST(pairs_grow_without_losing_any)
{
	struct pairs pairs = {0};
	for (int i = 0; i < 100; i++)
		pairs_add(&pairs, arena_text("n%d", i), arena_text("v%d", i));
	assert_int_equal(pairs.count, 100);
	for (int i = 0; i < 100; i++)
		assert_string_equal(pairs_value(&pairs, arena_text("n%d", i)), arena_text("v%d", i));
}
