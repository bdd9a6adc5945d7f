/* Access by the route's row, and the csrf proof. The only place that says "sign in", "not yours" and "does not exist". */
#include "web/guard.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "http/url.h"
#include "identity/session.h"
#include "web/cookie.h"
#include "web/page.h"
#include "web/route.h"

enum { FORM_SECONDS = 4 * 60 * 60 };

static void (*expired_show)(struct visit *visit);

void guard_on_expired(void (*show)(struct visit *visit))
{
	expired_show = show;
}

static bool is_signed_in(const struct visit *visit)
{
	return visit->viewer.person_id != 0;
}

/* Somebody signed out is led to the sign-in page and back; a posted form is kept. */
static bool guard_sign_in(struct visit *visit)
{
	if (visit->request->method == METHOD_POST && expired_show && request_body_read(visit->request) == 0) {
		expired_show(visit);
		return false;
	}
	if (visit->twin != TWIN_HTML) {
		page_error(visit, 403, NULL);
		return false;
	}
	page_go(visit, arena_text("/login?next=%s", url_encode(visit->path)), NULL);
	return false;
}

static bool guard_refuse(struct visit *visit, int status)
{
	page_error(visit, status, NULL);
	return false;
}

static bool is_party(const struct visit *visit)
{
	const struct viewer *viewer = &visit->viewer;
	const struct case_file *subject = &visit->subject;
	return viewer_in_group(viewer, subject->group_id) || viewer_in_department(viewer, subject->department_id) ||
	       viewer_has(viewer, ROLE_COORDINATOR) || (viewer->person_id && viewer->person_id == subject->author_id);
}

static bool is_of_side(const struct visit *visit)
{
	return viewer_in_group(&visit->viewer, visit->subject.group_id) ||
	       viewer_in_department(&visit->viewer, visit->subject.department_id);
}

static bool is_loopback(const struct visit *visit)
{
	const char *address = visit->request->address;
	return text_starts(address, "127.") || text_equal(address, "::1") || text_equal(address, "");
}

static bool access_is_given(const struct visit *visit, enum access access)
{
	switch (access) {
	case ACCESS_ALL:
	case ACCESS_CASE:
		return true;
	case ACCESS_PERSON:
		return is_signed_in(visit);
	case ACCESS_MEMBER:
		return viewer_has(&visit->viewer, ROLE_MEMBER);
	case ACCESS_STAFF:
		return viewer_has(&visit->viewer, ROLE_DEPARTMENT | ROLE_COORDINATOR);
	case ACCESS_COORDINATOR:
		return viewer_has(&visit->viewer, ROLE_COORDINATOR);
	case ACCESS_ADMIN:
		return viewer_has(&visit->viewer, ROLE_ADMIN);
	case ACCESS_PARTY:
	case ACCESS_WRITER:
		return is_party(visit);
	case ACCESS_SIDE:
		return is_of_side(visit);
	case ACCESS_LOOPBACK:
		return is_loopback(visit);
	}
	return false;
}

/* The {id}'s case: 404 when there is none of that kind, or the viewer may not see it. */
static bool subject_load(struct visit *visit)
{
	const char *kind = visit->route->kind;
	if (!kind)
		return true;
	return case_find(visit->db, visit_id(visit, 0), &visit->subject) &&
	       (text_equal(kind, "*") || text_equal(kind, visit->subject.kind));
}

bool guard_enter(struct visit *visit)
{
	enum access access = visit->route->access;
	if (!subject_load(visit))
		return guard_refuse(visit, 404);
	bool needs_person = access != ACCESS_ALL && access != ACCESS_CASE && access != ACCESS_LOOPBACK;
	if (needs_person && !is_signed_in(visit))
		return guard_sign_in(visit);
	if (visit->subject.id && !case_may_see(&visit->viewer, &visit->subject))
		return guard_refuse(visit, 404);
	if (access == ACCESS_LOOPBACK && !is_loopback(visit))
		return guard_refuse(visit, 404);
	return access_is_given(visit, access) || guard_refuse(visit, 403);
}

static const char *form_cookie_name(const struct visit *visit)
{
	return visit->request->is_tls ? "__Host-kyodo_form" : "kyodo_form";
}

static bool form_cookie_is_fresh(const char *token)
{
	int64_t made_at = text_number(text_piece(token, '.', 0));
	return made_at > 0 && clock_now() - made_at < FORM_SECONDS && clock_now() >= made_at - 60;
}

char *guard_csrf(struct visit *visit)
{
	if (is_signed_in(visit))
		return session_csrf(visit->viewer.session);
	const char *token = request_cookie(visit->request, form_cookie_name(visit));
	if (visit->form_token)
		token = visit->form_token;
	if (!form_cookie_is_fresh(token)) {
		token = arena_text("%lld.%s", (long long)clock_now(), secret_token(24));
		visit->form_token = token;
		cookie_set(visit, form_cookie_name(visit), token, FORM_SECONDS);
	}
	return secret_mask(secret_keyed("form", token));
}

static bool form_proof_matches(const struct visit *visit, const char *csrf)
{
	const char *token = request_cookie(visit->request, form_cookie_name(visit));
	return form_cookie_is_fresh(token) && secret_equal(secret_unmask(csrf), secret_keyed("form", token));
}

bool guard_proof(struct visit *visit)
{
	if (visit->request->method != METHOD_POST || visit->route->proof == PROOF_MAIL)
		return true;
	const char *csrf = request_field(visit->request, "csrf");
	bool is_right = is_signed_in(visit) ? session_csrf_matches(visit->viewer.session, csrf) : form_proof_matches(visit, csrf);
	if (is_right)
		return true;
	page_error(visit, 403, "errors_csrf");
	return false;
}
