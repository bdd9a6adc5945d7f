/* Delivers one mail to an SMTP server (libcurl), or into a file where there is none. Knows no outbox and decides no second try. */
#ifndef ADAPTERS_MAIL_H
#define ADAPTERS_MAIL_H

#include <stdbool.h>
#include <stdint.h>

struct mail {
	int64_t id;             /* names the file */
	const char *email;      /* one address, ASCII */
	const char *subject;    /* UTF-8; control characters become spaces */
	const char *body;       /* UTF-8 plain text */
	const char *message_id; /* "<…@…>": the same at every try, so that a second delivery is recognised */
	int64_t at;             /* its date */
};

/* RETRY: not now (no connection, a refusal for the time being, or one that is not about the address). REFUSED: there is no such address. */
enum mail_result { MAIL_SENT, MAIL_RETRY, MAIL_REFUSED };

/* Sends by smtp_url (with smtp_user and smtp_password, from mail_from), or writes DATA/mail/<id>.eml when smtp_url is empty. *answer gets
 * the server's last words or what went wrong, in the arena. */
enum mail_result mail_send(const struct mail *mail, const char **answer);
/* Whether the last mail_send got no answer from any server at all. */
bool mail_is_unreachable(void);
/* Ends the connection that mail_send keeps open. */
void mail_close(void);

/* The message (RFC 5322): for the server base64 with CRLF; as a file 8bit with LF, so that people can read it. */
enum mail_shape { MAIL_FOR_SERVER, MAIL_AS_FILE };
char *mail_message(const struct mail *mail, enum mail_shape shape);
/* The bare address of mail_from: "kyodo@city.example" of "City <kyodo@city.example>". */
char *mail_sender(void);
/* Whether the text can stand as an address in an envelope: ASCII without spaces, controls, <>, with an @ inside. */
bool mail_is_address(const char *email);

#endif
