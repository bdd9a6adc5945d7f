/* Signing up: code and link of the mail, addresses that are known already, and what a stranger cannot do. */
#include "support/portal.h"
#include "support/test.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

#include <string.h>

static const char *const password = "midori kasa sangatsu";

static int signup(struct browser *browser, const char *email)
{
	return browser_post(browser, "/signup", FIELDS("name", "青木 花", "email", email, "password", password));
}

/* What stands in the newest mail from `start` to the end of the line. */
static const char *mail_part(struct portal *portal, const char *start)
{
	const char *body = portal_text(portal, "SELECT body FROM outbox ORDER BY id DESC");
	const char *at = strstr(body, start);
	assert_non_null(at);
	return arena_copy_part(at, strcspn(at, "\n"));
}

static const char *mail_code(struct portal *portal)
{
	return text_piece(mail_part(portal, "確認の数字: "), ' ', 1);
}

TEST(the_code_of_the_mail_makes_the_account)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, "/signup?next=/groups/new"), 200);
	assert_string_equal(browser_value(browser, "next"), "/groups/new");
	int status = browser_post(browser, "/signup", FIELDS("name", "青木 花", "email", "Ａｏｋｉ@Example.JP ", "password", password, "next", "/groups/new"));
	assert_int_equal(status, 200);
	assert_true(browser_shows(browser, "Aoki@example.jp"));
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people"), 0);
	assert_string_equal(portal_text(portal, "SELECT email FROM outbox"), "Aoki@example.jp");
	status = browser_post(browser, "/signup/code", FIELDS("email", "Aoki@example.jp", "code", mail_code(portal)));
	assert_int_equal(status, 303);
	assert_string_equal(browser_location(browser), "/groups/new");
	assert_string_equal(portal_text(portal, "SELECT name FROM people"), "青木 花");
	assert_true(portal_int(portal, "SELECT email_confirmed_at FROM people") > 0);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_true(browser_shows(browser, "Aoki@example.jp"));
}

TEST(a_wrong_code_is_asked_for_again)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(signup(browser, "a@example.jp"), 200);
	const char *code = mail_code(portal);
	const char *wrong = strcmp(code, "000000") == 0 ? "000001" : "000000";
	assert_int_equal(browser_post(browser, "/signup/code", FIELDS("email", "a@example.jp", "code", wrong)), 422);
	assert_true(browser_shows(browser, "数字がちがうか"));
	assert_string_equal(browser_value(browser, "email"), "a@example.jp");
	assert_int_equal(browser_post(browser, "/signup/code", FIELDS("email", "b@example.jp", "code", code)), 422);
	assert_int_equal(browser_post(browser, "/signup/code", FIELDS("email", "a@example.jp", "code", code)), 303);
}

TEST(the_link_of_the_mail_asks_for_the_password)
{
	struct portal *portal = portal_new();
	assert_int_equal(signup(browser_new(portal, 0), "a@example.jp"), 200);
	const char *link = strstr(mail_part(portal, "http"), "/signup/confirm/");
	struct browser *phone = browser_new(portal, 0);
	assert_int_equal(browser_get(phone, link), 200);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people"), 0);
	assert_int_equal(browser_post(phone, link, FIELDS("password_now", "somebody else's")), 422);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people"), 0);
	assert_int_equal(browser_post(phone, link, FIELDS("password_now", password)), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people"), 1);
	assert_int_equal(browser_get(phone, "/account"), 200);
	assert_int_equal(browser_get(phone, link), 410);
	assert_int_equal(browser_post(phone, link, FIELDS("password_now", password)), 410);
}

TEST(the_answer_does_not_tell_whether_there_is_an_account)
{
	struct portal *portal = portal_new();
	portal_person(portal, "known@example.jp", "知られた人");
	struct browser *one = browser_new(portal, 0), *other = browser_new(portal, 0);
	assert_int_equal(signup(one, "known@example.jp"), 200);
	assert_int_equal(signup(other, "fresh@example.jp"), 200);
	assert_true(browser_shows(one, "known@example.jp") && browser_shows(one, "6けたの数字"));
	assert_true(browser_shows(other, "fresh@example.jp") && browser_shows(other, "6けたの数字"));
	const char *told = portal_text(portal, "SELECT subject FROM outbox WHERE email = 'known@example.jp'");
	assert_non_null(strstr(told, "アカウントはすでにあります"));
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM mail_tokens"), 1);
}

TEST(what_was_typed_stays_but_the_password)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, 0);
	int status = browser_post(browser, "/signup", FIELDS("name", "青木 花", "email", "a@", "password", "short"));
	assert_int_equal(status, 422);
	assert_string_equal(browser_value(browser, "name"), "青木 花");
	assert_string_equal(browser_value(browser, "email"), "a@");
	assert_string_equal(browser_value(browser, "password"), "");
	assert_true(browser_shows(browser, "パスワードは10文字以上"));
	assert_int_equal(browser_post(browser, "/signup", FIELDS("name", "青", "email", "a@b.jp", "password", "aaaaaaaaaaaa")), 422);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM outbox"), 0);
}

TEST(one_address_gets_five_mails_an_hour)
{
	struct portal *portal = portal_new();
	for (int i = 0; i < 7; i++)
		assert_int_equal(signup(browser_new(portal, 0), "a@example.jp"), 200);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM outbox"), 5);
}

TEST(a_stranger_form_is_refused)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, 0);
	int status = browser_post(browser, "/signup", FIELDS("name", "青", "email", "a@b.jp", "password", password, "csrf", "x"));
	assert_int_equal(status, 403);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM outbox"), 0);
}
