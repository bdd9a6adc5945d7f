/* Cookies as they are written. */
#include "support/test.h"

#include "base/config.h"
#include "web/cookie.h"

TEST(a_cookie_is_closed_to_scripts_and_other_sites)
{
	config_set("base_url", "http://127.0.0.1:8080");
	struct request request = {.is_tls = false};
	struct response response = {0};
	struct visit visit = {.request = &request, .response = &response};
	assert_string_equal(session_cookie_name(&request), "kyodo");
	cookie_set_session(&visit, "abc");
	assert_string_equal(response_header_of(&response, "Set-Cookie"), "kyodo=abc; Path=/; HttpOnly; SameSite=Lax");
	cookie_set(&visit, "x", "1", 60);
	assert_string_equal(response.headers[1].value, "x=1; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
	cookie_clear_session(&visit);
	assert_string_equal(response.headers[2].value, "kyodo=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(under_tls_a_cookie_is_secure_and_bound_to_the_host)
{
	struct request request = {.is_tls = true};
	struct response response = {0};
	struct visit visit = {.request = &request, .response = &response};
	cookie_set_session(&visit, "abc");
	assert_string_equal(response_header_of(&response, "Set-Cookie"), "__Host-kyodo=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
	request.is_tls = false;
	config_set("base_url", "https://kyodo.example.jp");
	assert_string_equal(session_cookie_name(&request), "__Host-kyodo");
	config_set("base_url", "http://127.0.0.1:8080");
}
