/* Signing in and out, its brakes, forgotten passwords, and sessions that end while somebody types. */
#include "support/portal.h"
#include "support/test.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/text.h"
#include "identity/person.h"
#include "identity/session.h"
#include "workflow/setting.h"

#include <string.h>

static const char *const password = "midori kasa sangatsu";

static int64_t person_with_password(struct portal *portal, const char *email)
{
	int64_t person = portal_person(portal, email, "青木 花");
	const char *hash = secret_hash_password(password);
	person_update_password(portal_store(portal), person, hash);
	portal_done(portal);
	return person;
}

static int login(struct browser *browser, const char *email, const char *typed)
{
	return browser_post(browser, "/login", FIELDS("email", email, "password", typed));
}

TEST(the_right_password_signs_in_and_leads_back)
{
	struct portal *portal = portal_new();
	person_with_password(portal, "a@example.jp");
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, "/account"), 303);
	assert_int_equal(browser_get(browser, browser_location(browser)), 200);
	assert_string_equal(browser_value(browser, "next"), "/account");
	int status = browser_post(browser, "/login", FIELDS("email", "ａ@example.jp", "password", password, "next", "/account"));
	assert_int_equal(status, 303);
	assert_string_equal(browser_location(browser), "/account");
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_int_equal(portal_int(portal, "SELECT is_short FROM sessions"), 0);
}

TEST(next_leads_nowhere_else)
{
	struct portal *portal = portal_new();
	person_with_password(portal, "a@example.jp");
	static const char *const strange[] = {"//evil.example/", "https://evil.example/", "/\\evil", "/login?next=/login", "evil"};
	for (size_t i = 0; i < sizeof strange / sizeof *strange; i++) {
		struct browser *browser = browser_new(portal, 0);
		browser_post(browser, "/login", FIELDS("email", "a@example.jp", "password", password, "next", strange[i]));
		assert_string_equal(browser_location(browser), "/");
	}
}

TEST(a_wrong_password_and_an_unknown_address_sound_alike)
{
	struct portal *portal = portal_new();
	person_with_password(portal, "a@example.jp");
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(login(browser, "a@example.jp", "wrong"), 422);
	assert_true(browser_shows(browser, "メールアドレスかパスワードがちがいます"));
	assert_int_equal(login(browser, "nobody@example.jp", "wrong"), 422);
	assert_true(browser_shows(browser, "メールアドレスかパスワードがちがいます"));
	assert_string_equal(browser_value(browser, "email"), "nobody@example.jp");
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM sessions"), 0);
}

TEST(an_account_without_a_password_or_closed_has_no_entrance)
{
	struct portal *portal = portal_new();
	portal_person(portal, "none@example.jp", "なし");
	int64_t closed = person_with_password(portal, "closed@example.jp");
	person_update_disabled(portal_store(portal), closed, true);
	portal_done(portal);
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(login(browser, "none@example.jp", ""), 422);
	assert_int_equal(login(browser, "closed@example.jp", password), 422);
}

TEST(ten_wrong_passwords_are_enough_here)
{
	struct portal *portal = portal_new();
	person_with_password(portal, "a@example.jp");
	struct browser *browser = browser_new(portal, 0);
	for (int i = 0; i < 10; i++)
		login(browser, "a@example.jp", "wrong");
	assert_int_equal(login(browser, "a@example.jp", password), 422);
	assert_true(browser_shows(browser, "しばらく受け付けられません"));
	person_with_password(portal, "b@example.jp");
	assert_int_equal(login(browser, "b@example.jp", password), 303);
}

/* Counts wrong passwords for the account as if they came from all over the world. */
static void wrong_from_everywhere(struct portal *portal, const char *email)
{
	struct db *db = portal_store(portal);
	for (int i = 0; i < 100; i++)
		attempt_allowed(db, "login-account", email, 100, 3600);
	portal_done(portal);
}

TEST(nobody_locks_a_known_browser_out)
{
	struct portal *portal = portal_new();
	person_with_password(portal, "a@example.jp");
	struct browser *known = browser_new(portal, 0);
	assert_int_equal(login(known, "a@example.jp", password), 303);
	assert_int_equal(browser_post(known, "/logout", NO_FIELDS), 303);
	wrong_from_everywhere(portal, "a@example.jp");
	assert_int_equal(login(browser_new(portal, 0), "a@example.jp", password), 422);
	assert_int_equal(login(known, "a@example.jp", password), 303);
}

TEST(a_shared_device_gets_a_short_session)
{
	struct portal *portal = portal_new();
	person_with_password(portal, "a@example.jp");
	struct browser *browser = browser_new(portal, 0);
	browser_post(browser, "/login", FIELDS("email", "a@example.jp", "password", password, "is_short", "1"));
	assert_int_equal(portal_int(portal, "SELECT is_short FROM sessions"), 1);
}

TEST(the_cookie_is_closed_to_scripts)
{
	struct portal *portal = portal_new();
	person_with_password(portal, "a@example.jp");
	struct browser *browser = browser_new(portal, 0);
	browser_get(browser, "/login");
	login(browser, "a@example.jp", password);
	const char *cookie = browser_header(browser, "Set-Cookie");
	assert_non_null(strstr(cookie, "; Path=/; HttpOnly; SameSite=Lax"));
}

TEST(signing_out_ends_the_session)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "a@example.jp", "青木 花");
	struct browser *browser = browser_new(portal, person);
	assert_int_equal(browser_get(browser, "/logout"), 200);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM sessions"), 1);
	assert_int_equal(browser_post(browser, "/logout", NO_FIELDS), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM sessions"), 0);
	assert_int_equal(browser_get(browser, "/account"), 303);
	assert_int_equal(browser_get(browser, "/logout"), 303);
}

TEST(demo_accounts_are_shown_in_a_demo_only)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, 0);
	browser_get(browser, "/login");
	assert_false(browser_shows(browser, "demo.example"));
	setting_update(portal_store(portal), "is_demo", "1");
	portal_done(portal);
	browser_get(browser, "/login");
	assert_true(browser_shows(browser, "reviewer5@demo.example"));
	assert_true(browser_shows(browser, "kyodo-demo-2026"));
}

TEST(a_forgotten_password_is_chosen_anew_by_mail)
{
	struct portal *portal = portal_new();
	int64_t person = person_with_password(portal, "a@example.jp");
	struct browser *thief = browser_new(portal, person), *browser = browser_new(portal, 0);
	assert_int_equal(browser_post(browser, "/password", FIELDS("email", "nobody@example.jp")), 200);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM outbox"), 0);
	assert_int_equal(browser_post(browser, "/password", FIELDS("email", "a@example.jp")), 200);
	const char *body = portal_text(portal, "SELECT body FROM outbox");
	const char *at = strstr(body, "/password/");
	assert_non_null(at);
	const char *link = arena_copy_part(at, strcspn(at, "\n"));
	assert_int_equal(browser_get(browser, link), 200);
	assert_int_equal(browser_post(browser, link, FIELDS("password", "short")), 422);
	assert_int_equal(browser_post(browser, link, FIELDS("password", "another long one")), 303);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_int_equal(browser_get(thief, "/account"), 303);
	assert_int_equal(browser_get(browser, link), 410);
	assert_int_equal(login(browser_new(portal, 0), "a@example.jp", "another long one"), 303);
	assert_int_equal(login(browser_new(portal, 0), "a@example.jp", password), 422);
}

TEST(what_was_typed_survives_the_end_of_the_session)
{
	struct portal *portal = portal_new();
	int64_t person = person_with_password(portal, "a@example.jp");
	struct browser *browser = browser_new(portal, person);
	session_delete_others(portal_store(portal), person, "");
	portal_done(portal);
	int status = browser_post(browser, "/account", FIELDS("name", "新しい\n名前", "language", "ja", "password_now", "secret", "csrf", "old"));
	assert_int_equal(status, 403);
	assert_string_equal(browser_value(browser, "kept_name"), "新しい\n名前");
	assert_string_equal(browser_value(browser, "kept_action"), "/account");
	assert_false(browser_shows(browser, "secret"));
	assert_false(browser_shows(browser, "kept_csrf"));
	const char *name = browser_value(browser, "kept_name");
	status = browser_post(browser, "/login", FIELDS("email", "a@example.jp", "password", "wrong", "kept_name", name, "kept_action", "/account"));
	assert_int_equal(status, 422);
	assert_string_equal(browser_value(browser, "kept_name"), "新しい\n名前");
	status = browser_post(browser, "/login", FIELDS("email", "a@example.jp", "password", password, "kept_name", name, "kept_action", "/account"));
	assert_int_equal(status, 200);
	assert_true(browser_shows(browser, "action=\"/account\""));
	assert_true(browser_shows(browser, "入力した内容は残っています"));
	assert_string_equal(browser_value(browser, "name"), "新しい\n名前");
	assert_string_equal(browser_value(browser, "_resume"), "1");
	assert_string_equal(portal_text(portal, "SELECT name FROM people"), "青木 花");
}
