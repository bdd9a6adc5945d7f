/* Mails: how they are written, and a real conversation with a server that takes, delays, refuses and crashes. */
#include "support/smtp.h"
#include "support/test.h"

#include "adapters/mail.h"
#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

static struct mail mail_to(const char *email)
{
	return (struct mail){
		.id = 7,
		.email = email,
		.subject = "【協働ひろば】手続きが進みました：緑の会の提案「駅前の花だんをみんなで手入れする」",
		.body = "本文です。\n.点で始まる行\nhttps://example.jp/\n",
		.message_id = "<one@example.jp>",
		.at = 1775001600,
	};
}

TEST(a_message_has_headers_that_every_program_reads)
{
	config_set("mail_from", "kyodo@city.example");
	config_set("service", "協働ひろば");
	struct mail mail = mail_to("a@example.jp");
	const char *text = mail_message(&mail, MAIL_FOR_SERVER);
	assert_true(text_starts(text, "Date: Wed, 01 Apr 2026 09:00:00 +0900\r\nFrom: =?UTF-8?B?5Y2U5YON44Gy44KN44Gw?= <kyodo@city.example>\r\nTo: <a@example.jp>\r\n"));
	assert_non_null(strstr(text, "\r\nMessage-ID: <one@example.jp>\r\n"));
	assert_non_null(strstr(text, "\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n"));
	const char *subject = strstr(text, "Subject: ");
	for (const char *line = text; *line; line = strchr(line, '\n') + 1)
		assert_true(strcspn(line, "\r") <= 998);
	assert_non_null(strstr(subject, "?=\r\n =?UTF-8?B?"));
	for (const char *at = text; *at; at++)
		assert_true((unsigned char)*at < 127);
}

TEST(a_short_ascii_subject_stays_as_it_is)
{
	struct mail mail = mail_to("a@example.jp");
	mail.subject = "Your code is 123456";
	assert_non_null(strstr(mail_message(&mail, MAIL_FOR_SERVER), "Subject: Your code is 123456\r\n"));
	mail.subject = "=?UTF-8?B?4?=";
	assert_null(strstr(mail_message(&mail, MAIL_FOR_SERVER), "Subject: =?UTF-8?B?4?="));
}

TEST(nothing_typed_can_add_a_header)
{
	struct mail mail = mail_to("a@example.jp");
	mail.subject = "x\r\nBcc: everybody@example.jp\n\nbody";
	mail.message_id = "<a@b>\r\nX: y";
	const char *text = mail_message(&mail, MAIL_FOR_SERVER);
	assert_null(strstr(text, "\nBcc"));
	assert_null(strstr(text, "\nX:"));
	static const char *const strange[] = {"a@b.jp\r\nBcc: c@d.jp", "a@b.jp>", "a b@c.jp", "", "@b.jp", "a@", "青@b.jp", "a@b.jp,c@d.jp", "-x@b.jp"};
	const char *answer = "";
	for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
		mail.email = strange[i];
		assert_int_equal(mail_send(&mail, &answer), MAIL_REFUSED);
	}
}

TEST(the_sender_may_have_a_name)
{
	config_set("mail_from", "\"City Hall\" <kyodo@city.example>");
	struct mail mail = mail_to("a@example.jp");
	assert_non_null(strstr(mail_message(&mail, MAIL_AS_FILE), "\nFrom: City Hall <kyodo@city.example>\n"));
	assert_string_equal(mail_sender(), "kyodo@city.example");
	config_set("mail_from", "kyodo@city.example");
}

TEST(without_a_server_a_mail_is_a_file)
{
	config_set("data", test_folder());
	config_set("smtp_url", "");
	struct mail mail = mail_to("a@example.jp");
	const char *answer = "";
	assert_int_equal(mail_send(&mail, &answer), MAIL_SENT);
	FILE *file = fopen(config_data_path("mail/7.eml"), "r");
	assert_non_null(file);
	char text[4000] = "";
	assert_true(fread(text, 1, sizeof text - 1, file) > 0);
	fclose(file);
	assert_non_null(strstr(text, "Content-Transfer-Encoding: 8bit\n"));
	assert_non_null(strstr(text, "\n\n本文です。\n.点で始まる行\nhttps://example.jp/\n"));
}

static enum mail_result send_to(const char *email, const char **answer)
{
	struct mail mail = mail_to(email);
	return mail_send(&mail, answer);
}

TEST(the_servers_answer_decides)
{
	const char *answer = "";
	smtp_begin(test_folder());
	assert_int_equal(send_to("a@example.jp", &answer), MAIL_SENT);
	assert_string_equal(answer, "250 2.0.0 taken as 42");
	assert_int_equal(send_to("later@example.jp", &answer), MAIL_RETRY);
	assert_string_equal(answer, "450 4.2.1 Try later");
	assert_false(mail_is_unreachable());
	assert_int_equal(send_to("gone@example.jp", &answer), MAIL_REFUSED);
	assert_string_equal(answer, "550 5.1.1 No such user");
	assert_int_equal(send_to("full@example.jp", &answer), MAIL_RETRY);
	assert_int_equal(send_to("relay@example.jp", &answer), MAIL_RETRY);
	assert_int_equal(send_to("spam@example.jp", &answer), MAIL_RETRY);
	assert_string_equal(answer, "554 5.6.0 Refused");
	assert_int_equal(send_to("b@example.jp", &answer), MAIL_SENT);
	mail_close();
	assert_non_null(strstr(smtp_message(1), "To: <a@example.jp>\r\n"));
	smtp_end();
}

TEST(after_a_crash_the_same_mail_comes_again)
{
	const char *answer = "";
	smtp_begin(test_folder());
	assert_int_equal(send_to("crash@example.jp", &answer), MAIL_RETRY);
	assert_int_equal(send_to("crash@example.jp", &answer), MAIL_RETRY);
	mail_close();
	assert_non_null(strstr(smtp_message(1), "Message-ID: <one@example.jp>\r\n"));
	assert_string_equal(smtp_message(1), smtp_message(2));
	smtp_end();
}

TEST(a_server_that_is_not_there_is_tried_again)
{
	const char *answer = "";
	smtp_begin(test_folder());
	const char *url = arena_copy(config("smtp_url"));
	smtp_end();
	config_set("smtp_url", url);
	assert_int_equal(send_to("a@example.jp", &answer), MAIL_RETRY);
	assert_true(mail_is_unreachable());
	assert_true(*answer != '\0');
	mail_close();
	config_set("smtp_url", "");
}
