/* Sessions, mail tokens and the brake on attempts: what is secret about them and how long they live. The SQL is in store_sessions.c. */
#include "identity/session.h"
#include "identity/session_life.h"
#include "identity/store.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

enum { HOUR = 3600, DAY = 24 * HOUR };

enum {
	TOKEN_BYTES = 32,
	TOUCH_EVERY = 600,
	TOUCH_EVERY_SHORT = 60, /* of half an hour, ten minutes would be a third */
	LINK_LIFE = HOUR,
	INVITATION_LIFE = 14 * DAY,
	CODE_TRIES = 5,
	TOKENS_KEPT = 30 * DAY,
	ATTEMPTS_KEPT = 2 * DAY,
};

char *session_insert(struct db *db, int64_t person_id, bool is_short)
{
	char *token = secret_token(TOKEN_BYTES);
	session_row_insert(db, session_hash_of(token), person_id, is_short);
	return token;
}

char *session_hash_of(const char *token)
{
	return secret_keyed("session", token);
}

bool session_is_live(const struct doc *row)
{
	int64_t idle = clock_now() - doc_int(row, "seen_at");
	return row && idle < (doc_bool(row, "is_short") ? SESSION_IDLE_SHORT : SESSION_IDLE);
}

void session_touch(struct db *db, const char *session_hash)
{
	if (session_needs_touch(db, session_hash))
		session_row_update_seen(db, session_hash);
}

bool session_needs_touch(struct db *db, const char *session_hash)
{
	struct doc *row = session_row(db, session_hash);
	int64_t every = doc_bool(row, "is_short") ? TOUCH_EVERY_SHORT : TOUCH_EVERY;
	return session_is_live(row) && clock_now() - doc_int(row, "seen_at") >= every;
}

void session_delete_old(struct db *db)
{
	session_delete_unseen(db, clock_now() - SESSION_IDLE, clock_now() - SESSION_IDLE_SHORT);
	mail_token_delete_before(db, clock_now() - TOKENS_KEPT);
	attempt_delete_before(db, clock_now() - ATTEMPTS_KEPT);
}

char *session_csrf(const char *session_hash)
{
	return secret_mask(secret_keyed("csrf", session_hash));
}

bool session_csrf_matches(const char *session_hash, const char *token)
{
	if (text_empty(session_hash) || text_empty(token))
		return false;
	return secret_equal(secret_keyed("csrf", session_hash), secret_unmask(token));
}

/* A code is bound to its address and purpose: six digits alone occur in many rows. */
static char *code_hash(const char *purpose, const char *email, const char *code)
{
	return secret_keyed("mail-code", arena_text("%s %s %s", purpose, email, code));
}

char *mail_token_insert(struct db *db, const struct mail_token *token, char **code)
{
	char *secret = secret_token(TOKEN_BYTES);
	char *digits = secret_code6();
	int64_t life = text_equal(token->purpose, "invite") ? INVITATION_LIFE : LINK_LIFE;
	mail_token_row_insert(db, token, &(struct mail_token_keys){
		.token_hash = secret_keyed("mail-token", secret),
		.code_hash = code_hash(token->purpose, token->email, digits),
		.expires_at = clock_now() + life,
	});
	if (code)
		*code = digits;
	return secret;
}

/* The stored row as others see it: its content opened, its code gone. */
static struct doc *token_opened(struct doc *row)
{
	struct doc *content = doc_parse(doc_text(row, "content"));
	doc_set(row, "content", content ? content : doc_object());
	doc_remove(row, "code_hash");
	return row;
}

struct doc *mail_token_find(struct db *db, const char *purpose, const char *token)
{
	struct doc *row = text_empty(token) ? NULL : mail_token_row(db, purpose, secret_keyed("mail-token", token));
	return row ? token_opened(row) : NULL;
}

struct doc *mail_token_find_code(struct db *db, const char *purpose, const char *email, const char *code)
{
	const char *wanted = code_hash(purpose, email, code);
	struct doc *rows = mail_token_list(db, purpose, email);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (doc_int(row, "tries") < CODE_TRIES && secret_equal(doc_text(row, "code_hash"), wanted))
			return token_opened(doc_copy(row));
	mail_token_update_tries(db, purpose, email);
	return NULL;
}

void mail_token_use(struct db *db, const struct doc *row)
{
	mail_token_update_used(db, doc_text(row, "token_hash"));
}

static char *attempt_key(const char *what, const char *key, int seconds)
{
	return arena_text("%s %s", what, secret_keyed("attempt", arena_text("%s %d %s", what, seconds, key)));
}

static int64_t window_begin(int seconds)
{
	int64_t now = clock_now();
	return now - now % seconds;
}

bool attempt_allowed(struct db *db, const char *what, const char *key, int most, int seconds)
{
	return attempt_insert(db, attempt_key(what, key, seconds), window_begin(seconds)) <= most;
}

bool attempt_is_over(struct db *db, const char *what, const char *key, int most, int seconds)
{
	return attempt_count(db, attempt_key(what, key, seconds), window_begin(seconds)) >= most;
}
