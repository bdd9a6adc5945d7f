/* SQL of the outbox. When a mail is tried again, and what a refusal means: outbox.c. */
#include "workflow/inside.h"

#include "base/clock.h"

void mail_row_insert(struct db *db, const struct mail *mail, const char *message_id)
{
	db_run(db,
	       "INSERT INTO outbox (notice_id, person_id, email, subject, body, message_id, next_at)"
	       " VALUES (:notice, :person, :email, :subject, :body, :message, :now)",
	       DB(V_ID("notice", mail->notice_id), V_ID("person", mail->person_id), V_TEXT("email", mail->email),
	          V_TEXT("subject", mail->subject), V_TEXT("body", mail->body), V_TEXT("message", message_id), V_INT("now", clock_now())));
}

struct doc *mail_row(struct db *db, int64_t id)
{
	return db_row(db, "SELECT id, notice_id, person_id, email, state, tries FROM outbox WHERE id = :id", DB(V_INT("id", id)));
}

/* A claimed mail is due again when its claim is old: next_at holds that instant. */
struct doc *mail_row_claim(struct db *db, int64_t now, int64_t until_at)
{
	return db_row(db,
	              "UPDATE outbox SET state = 'claimed', claimed_at = :now, next_at = :until, tries = tries + 1"
	              " WHERE id = (SELECT id"
	              "  FROM outbox"
	              "  WHERE state IN ('waiting', 'claimed') AND next_at <= :now"
	              "  ORDER BY next_at, id"
	              "  LIMIT 1)"
	              " RETURNING id, email, subject, body, message_id, tries",
	              DB(V_INT("now", now), V_INT("until", until_at)));
}

void mail_row_update(struct db *db, int64_t id, const char *state, int64_t next_at, const char *answer)
{
	db_run(db,
	       "UPDATE outbox SET state = :state, next_at = :next, answer = :answer,"
	       " sent_at = CASE WHEN :state = 'sent' THEN :now ELSE sent_at END"
	       " WHERE id = :id",
	       DB(V_TEXT("state", state), V_INT("next", next_at), V_TEXT("answer", answer ? answer : ""), V_INT("now", clock_now()),
	          V_INT("id", id)));
}

struct doc *mail_rows_refuse(struct db *db, int64_t person_id, const char *email)
{
	return db_rows(db,
	               "UPDATE outbox SET state = 'refused', answer = 'the address was refused'"
	               " WHERE state = 'waiting' AND person_id = :person AND email = :email"
	               " RETURNING notice_id",
	               DB(V_INT("person", person_id), V_TEXT("email", email)));
}
