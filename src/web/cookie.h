/* The cookies that a response sets. All are HttpOnly, SameSite=Lax and valid for the whole portal. Reading is request_cookie's. */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include "http/request.h"
#include "web/visit.h"

/* "__Host-kyodo" where pages are served under TLS (by this request or by base_url), "kyodo" on plain loopback. */
const char *session_cookie_name(const struct request *request);

/* Gives the browser its session; it lasts until the browser is closed or the store ends it. */
void cookie_set_session(struct visit *visit, const char *token);
void cookie_clear_session(struct visit *visit);

/* `value` must need no quoting (base64url, digits, words). `max_age` in seconds: 0 until the browser is closed, below 0 takes it away. */
void cookie_set(struct visit *visit, const char *name, const char *value, int max_age);

#endif
