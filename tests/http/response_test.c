/* Twin of src/http/response.c. */
#include "http/response.h"

#include "support/test.h"

TEST(response_header_replaces_its_namesake)
{
	struct response response = {0};
	response_header(&response, "Content-Type", "text/html");
	response_header(&response, "content-type", "application/json");
	assert_int_equal(response.header_count, 1);
	assert_string_equal(response_header_of(&response, "Content-Type"), "application/json");
	assert_null(response_header_of(&response, "Location"));
}

TEST(response_keeps_every_cookie)
{
	struct response response = {0};
	response_header(&response, "Set-Cookie", "a=1");
	response_header(&response, "Set-Cookie", "b=2");
	assert_int_equal(response.header_count, 2);
}

TEST(response_status_has_words)
{
	assert_string_equal(status_words(200), "OK");
	assert_string_equal(status_words(422), "Unprocessable Content");
	assert_string_equal(status_words(799), "Unknown");
}
