/* The SQL of sessions, mail tokens and counted attempts. Knows only hashes, never a token (session.c). */
#include "identity/session.h"
#include "identity/store.h"

#include "base/clock.h"

struct doc *session_row(struct db *db, const char *session_hash)
{
	return db_row(db,
	              "SELECT s.person_id, s.is_short, s.seen_at, p.name, p.email, p.language, p.disabled_at"
	              " FROM sessions s"
	              " JOIN people p ON p.id = s.person_id"
	              " WHERE s.token_hash = :hash",
	              DB(V_TEXT("hash", session_hash)));
}

void session_row_insert(struct db *db, const char *session_hash, int64_t person_id, bool is_short)
{
	db_run(db,
	       "INSERT INTO sessions (token_hash, person_id, is_short, created_at, seen_at)"
	       " VALUES (:hash, :person, :short, :now, :now)",
	       DB(V_TEXT("hash", session_hash), V_INT("person", person_id), V_INT("short", is_short), V_INT("now", clock_now())));
}

void session_row_update_seen(struct db *db, const char *session_hash)
{
	db_run(db, "UPDATE sessions SET seen_at = :now WHERE token_hash = :hash",
	       DB(V_INT("now", clock_now()), V_TEXT("hash", session_hash)));
}

void session_delete(struct db *db, const char *session_hash)
{
	db_run(db, "DELETE FROM sessions WHERE token_hash = :hash", DB(V_TEXT("hash", session_hash)));
}

void session_delete_others(struct db *db, int64_t person_id, const char *but_hash)
{
	db_run(db, "DELETE FROM sessions WHERE person_id = :person AND token_hash <> :hash",
	       DB(V_INT("person", person_id), V_TEXT("hash", but_hash)));
}

int64_t session_count(struct db *db, int64_t person_id)
{
	return db_int(db, "SELECT count(*) FROM sessions WHERE person_id = :person", DB(V_INT("person", person_id)));
}

void session_delete_unseen(struct db *db, int64_t long_before, int64_t short_before)
{
	db_run(db, "DELETE FROM sessions WHERE seen_at < :short AND (is_short = 1 OR seen_at < :long)",
	       DB(V_INT("short", short_before), V_INT("long", long_before)));
}

void mail_token_row_insert(struct db *db, const struct mail_token *token, const struct mail_token_keys *keys)
{
	db_run(db,
	       "INSERT INTO mail_tokens (token_hash, code_hash, purpose, email, person_id, content, expires_at)"
	       " VALUES (:token_hash, :code_hash, :purpose, :email, :person, :content, :expires_at)",
	       DB(V_TEXT("token_hash", keys->token_hash), V_TEXT("code_hash", keys->code_hash), V_TEXT("purpose", token->purpose),
	          V_TEXT("email", token->email), V_ID("person", token->person_id),
	          V_TEXT("content", token->content ? doc_canonical(token->content) : "{}"), V_INT("expires_at", keys->expires_at)));
}

#define TOKEN_COLUMNS "SELECT token_hash, code_hash, purpose, email, person_id, content, tries FROM mail_tokens"
#define TOKEN_IS_LIVE " AND used_at = 0 AND expires_at > :now"

struct doc *mail_token_row(struct db *db, const char *purpose, const char *token_hash)
{
	return db_row(db, TOKEN_COLUMNS " WHERE token_hash = :hash AND purpose = :purpose" TOKEN_IS_LIVE,
	              DB(V_TEXT("hash", token_hash), V_TEXT("purpose", purpose), V_INT("now", clock_now())));
}

struct doc *mail_token_list(struct db *db, const char *purpose, const char *email)
{
	return db_rows(db, TOKEN_COLUMNS " WHERE email = :email AND purpose = :purpose" TOKEN_IS_LIVE " ORDER BY expires_at DESC LIMIT 20",
	               DB(V_TEXT("email", email), V_TEXT("purpose", purpose), V_INT("now", clock_now())));
}

void mail_token_update_tries(struct db *db, const char *purpose, const char *email)
{
	db_run(db, "UPDATE mail_tokens SET tries = tries + 1 WHERE email = :email AND purpose = :purpose" TOKEN_IS_LIVE,
	       DB(V_TEXT("email", email), V_TEXT("purpose", purpose), V_INT("now", clock_now())));
}

void mail_token_update_used(struct db *db, const char *token_hash)
{
	db_run(db, "UPDATE mail_tokens SET used_at = :now WHERE token_hash = :hash",
	       DB(V_INT("now", clock_now()), V_TEXT("hash", token_hash)));
}

void mail_token_delete_before(struct db *db, int64_t at)
{
	db_run(db, "DELETE FROM mail_tokens WHERE expires_at < :at", DB(V_INT("at", at)));
}

int64_t attempt_insert(struct db *db, const char *key, int64_t began_at)
{
	return db_int(db,
	              "INSERT INTO attempts (key, began_at, count)"
	              " VALUES (:key, :began, 1)"
	              " ON CONFLICT (key, began_at) DO UPDATE SET count = attempts.count + 1"
	              " RETURNING count",
	              DB(V_TEXT("key", key), V_INT("began", began_at)));
}

int64_t attempt_count(struct db *db, const char *key, int64_t began_at)
{
	return db_int(db, "SELECT count FROM attempts WHERE key = :key AND began_at = :began",
	              DB(V_TEXT("key", key), V_INT("began", began_at)));
}

void attempt_delete_before(struct db *db, int64_t at)
{
	db_run(db, "DELETE FROM attempts WHERE began_at < :at", DB(V_INT("at", at)));
}
