/* A mail as RFC 5322 text: encoded headers, a body in base64 or as it is. Pure. */
#include "adapters/mail.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"

#include <string.h>

enum {
	WORD_BYTES = 45,  /* of a header in one encoded word: 60 in base64, 72 with its frame */
	LINE_BYTES = 57,  /* of a body in one line: 76 in base64 */
	ADDRESS_MOST = 320,
};

static void base64_add(struct buffer *out, const char *bytes, size_t length)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		unsigned group = (unsigned)(unsigned char)bytes[i] << 16;
		group |= left > 1 ? (unsigned)(unsigned char)bytes[i + 1] << 8 : 0;
		group |= left > 2 ? (unsigned char)bytes[i + 2] : 0;
		char four[4] = {digits[group >> 18], digits[group >> 12 & 63], left > 1 ? digits[group >> 6 & 63] : '=',
		                left > 2 ? digits[group & 63] : '='};
		buffer_add_part(out, four, sizeof four);
	}
}

/* The text without anything that could end a header's line. */
static char *header_text(const char *text)
{
	char *line = arena_copy(text);
	for (char *at = line; *at; at++)
		if ((unsigned char)*at < ' ' || *at == 127)
			*at = ' ';
	return line;
}

static bool is_plain(const char *text)
{
	for (const char *at = text; *at; at++)
		if ((unsigned char)*at > 126)
			return false;
	return !strstr(text, "=?") && strlen(text) <= WORD_BYTES;
}

/* How many bytes of UTF-8 fit into one word without cutting a character. */
static size_t word_length(const char *text)
{
	size_t length = strlen(text);
	if (length <= WORD_BYTES)
		return length;
	length = WORD_BYTES;
	while (length > 1 && ((unsigned char)text[length] & 0xC0) == 0x80)
		length--;
	return length;
}

static void encoded_add(struct buffer *out, const char *text, const char *newline)
{
	if (is_plain(text)) {
		buffer_add(out, text);
		return;
	}
	for (const char *at = text; *at;) {
		size_t length = word_length(at);
		buffer_add(out, at == text ? "=?UTF-8?B?" : arena_text("%s =?UTF-8?B?", newline));
		base64_add(out, at, length);
		buffer_add(out, "?=");
		at += length;
	}
}

char *mail_sender(void)
{
	const char *from = config("mail_from");
	const char *start = strchr(from, '<');
	start = start ? start + 1 : from;
	return text_trim(arena_copy_part(start, strcspn(start, ">")));
}

/* The name before <…> in mail_from, or the service's. */
static char *sender_name(void)
{
	const char *from = config("mail_from");
	const char *start = strchr(from, '<');
	char *name = text_replace(text_trim(arena_copy_part(from, start ? (size_t)(start - from) : 0)), "\"", "");
	return header_text(*name ? name : config("service"));
}

bool mail_is_address(const char *email)
{
	const char *at = strrchr(email, '@');
	if (!at || at == email || !at[1] || *email == '-' || strlen(email) > ADDRESS_MOST)
		return false;
	for (const char *sign = email; *sign; sign++)
		if ((unsigned char)*sign <= ' ' || (unsigned char)*sign > 126 || strchr("<>\"\\,;:()[]", *sign))
			return false;
	return true;
}

/* "Wed, 01 Apr 2026 09:00:00 +0900" */
static char *date_text(int64_t at)
{
	static const char *const weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int day = day_of(at), year, month, date;
	day_split(day, &year, &month, &date);
	return arena_text("%s, %02d %s %04d %s:%02d +0900", weekdays[day_weekday(day)], date, months[month - 1], year, clock_time(at),
	                  (int)(at % 60));
}

static void body_add(struct buffer *out, const char *body, enum mail_shape shape)
{
	const char *text = text_replace(body, "\r\n", "\n");
	if (shape == MAIL_AS_FILE) {
		buffer_add(out, text);
		return;
	}
	text = text_replace(text, "\n", "\r\n");
	size_t length = strlen(text);
	for (size_t i = 0; i < length; i += LINE_BYTES) {
		base64_add(out, text + i, length - i < LINE_BYTES ? length - i : LINE_BYTES);
		buffer_add(out, "\r\n");
	}
}

char *mail_message(const struct mail *mail, enum mail_shape shape)
{
	struct buffer out = {0};
	const char *newline = shape == MAIL_FOR_SERVER ? "\r\n" : "\n";
	buffer_addf(&out, "Date: %s%sFrom: ", date_text(mail->at), newline);
	encoded_add(&out, sender_name(), newline);
	buffer_addf(&out, " <%s>%sTo: <%s>%sSubject: ", header_text(mail_sender()), newline, header_text(mail->email), newline);
	encoded_add(&out, header_text(mail->subject), newline);
	buffer_addf(&out, "%sMessage-ID: %s%s", newline, header_text(mail->message_id), newline);
	buffer_addf(&out, "MIME-Version: 1.0%sContent-Type: text/plain; charset=UTF-8%s", newline, newline);
	buffer_addf(&out, "Content-Transfer-Encoding: %s%s", shape == MAIL_FOR_SERVER ? "base64" : "8bit", newline);
	buffer_addf(&out, "Auto-Submitted: auto-generated%s%s", newline, newline);
	body_add(&out, mail->body, shape);
	return out.text;
}
