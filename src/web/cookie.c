/* Writes Set-Cookie headers; nothing here knows what a cookie means. */
#include "web/cookie.h"

#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"

static bool is_secure(const struct request *request)
{
	return request->is_tls || text_starts(config("base_url"), "https://");
}

const char *session_cookie_name(const struct request *request)
{
	return is_secure(request) ? "__Host-kyodo" : "kyodo";
}

void cookie_set_session(struct visit *visit, const char *token)
{
	cookie_set(visit, session_cookie_name(visit->request), token, 0);
}

void cookie_clear_session(struct visit *visit)
{
	cookie_set(visit, session_cookie_name(visit->request), "", -1);
}

void cookie_set(struct visit *visit, const char *name, const char *value, int max_age)
{
	const char *age = max_age ? arena_text("; Max-Age=%d", max_age > 0 ? max_age : 0) : "";
	const char *secure = is_secure(visit->request) ? "; Secure" : "";
	response_header(visit->response, "Set-Cookie",
	                arena_text("%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", name, value, age, secure));
}
