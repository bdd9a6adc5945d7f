/* Signing in and the slow work and brakes around passwords. Pages are in pages_*.c. */
#include "features/accounts/sign.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/accounts/forms.h"
#include "http/url.h"
#include "identity/person.h"
#include "identity/session.h"
#include "web/cookie.h"
#include "web/page.h"

enum {
	QUARTER_HOUR = 15 * 60,
	HOUR = 60 * 60,
	PASSWORDS_MOST = 40,     /* an address in a quarter of an hour */
	MAILS_MOST = 5,          /* to one e-mail address in an hour */
	MAILS_ASKED_MOST = 30,   /* by one network address in an hour: a whole office may share it */
	KNOWN_SECONDS = 180 * 24 * HOUR,
};

static const char *const known_cookie = "kyodo_known";

static char *known_mark(int64_t person_id, const char *password_hash)
{
	return secret_keyed("known-browser", arena_text("%lld %s", (long long)person_id, password_hash));
}

bool browser_is_known(const struct visit *visit, int64_t person_id, const char *password_hash)
{
	return person_id && secret_equal(request_cookie(visit->request, known_cookie), known_mark(person_id, password_hash));
}

void sign_in(struct visit *visit, int64_t person_id, bool is_short)
{
	enum language language = visit->viewer.language;
	if (visit->viewer.person_id)
		session_delete(visit->db, visit->viewer.session);
	const char *token = session_insert(visit->db, person_id, is_short);
	cookie_set_session(visit, token);
	if (!is_short)
		cookie_set(visit, known_cookie, known_mark(person_id, person_password_hash(visit->db, person_id)), KNOWN_SECONDS);
	visit->viewer = viewer_find(visit->db, token);
	visit->viewer.language = language;
}

const char *sign_in_where(const struct visit *visit, const char *next)
{
	bool is_path = *next && url_is_local(next) && !text_starts(next, "/login") && !text_starts(next, "/logout");
	if (is_path)
		return next;
	return viewer_has(&visit->viewer, ~(unsigned)ROLE_PERSON) ? "/desk" : "/";
}

static bool is_plausible(const char *password)
{
	size_t length = text_length(password);
	return length >= PASSWORD_LEAST && length <= PASSWORD_MOST;
}

void password_prepare(struct visit *visit)
{
	if (attempt_is_over(visit->db, "password", visit->request->address, PASSWORDS_MOST, QUARTER_HOUR))
		return;
	const char *password = request_field(visit->request, "password");
	const char *password_now = request_field(visit->request, "password_now");
	visit->prepared = doc_object();
	doc_set_text(visit->prepared, "hash", is_plausible(password) ? secret_hash_password(password) : "");
	if (visit->viewer.person_id && *password_now) {
		const char *hash = person_password_hash(visit->db, visit->viewer.person_id);
		doc_set_bool(visit->prepared, "is_right", secret_password_matches(hash, password_now));
	}
}

bool password_is_slow(struct visit *visit)
{
	bool is_allowed = attempt_allowed(visit->db, "password", visit->request->address, PASSWORDS_MOST, QUARTER_HOUR);
	if (is_allowed && visit->prepared)
		return false;
	page_error(visit, 429, NULL);
	return true;
}

bool password_is_right(struct visit *visit, const struct form *form, struct doc *errors)
{
	bool is_right = doc_bool(visit->prepared, "is_right");
	if (!is_right && *request_field(visit->request, "password_now"))
		form_error(visit, errors, form, "password_now", "accounts_error_password", NULL);
	return is_right;
}

bool mail_is_allowed(struct visit *visit, const char *email)
{
	if (!attempt_allowed(visit->db, "mail-asked", visit->request->address, MAILS_ASKED_MOST, HOUR)) {
		page_error(visit, 429, NULL);
		return false;
	}
	return attempt_allowed(visit->db, "mail", email, MAILS_MOST, HOUR);
}
