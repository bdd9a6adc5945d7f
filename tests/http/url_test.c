/* Twin of src/http/url.c. */
#include "http/url.h"

#include "support/test.h"

TEST(url_encode_keeps_only_unreserved_bytes)
{
	assert_string_equal(url_encode("a-Z_0.9~"), "a-Z_0.9~");
	assert_string_equal(url_encode("a b&c=d/e?f+g%"), "a%20b%26c%3Dd%2Fe%3Ff%2Bg%25");
	assert_string_equal(url_encode("市"), "%E5%B8%82");
	assert_string_equal(url_encode(""), "");
	assert_string_equal(url_encode(NULL), "");
}

TEST(url_local_addresses_stay_on_the_site)
{
	assert_true(url_is_local("/"));
	assert_true(url_is_local("/groups/1?q=%E5%B8%82#top"));
	assert_false(url_is_local("//evil.example/"));
	assert_false(url_is_local("/\\evil.example/"));
	assert_false(url_is_local("https://evil.example/"));
	assert_false(url_is_local("javascript:alert(1)"));
	assert_false(url_is_local("/a\r\nSet-Cookie: x"));
	assert_false(url_is_local(""));
	assert_false(url_is_local(NULL));
}
