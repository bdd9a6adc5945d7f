/* One's own account, the inbox and invitations. */
#include "support/portal.h"
#include "support/test.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/clock.h"
#include "features/accounts/accounts.h"
#include "identity/person.h"
#include "workflow/notice.h"

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

static int64_t group_insert(struct portal *portal)
{
	struct db *db = portal_store(portal);
	int64_t id = db_int(db,
	                    "INSERT INTO cases (kind, state, title, is_public, created_at, changed_at)"
	                    " VALUES ('groups', 'registered', '緑の会', 1, 1, 1) RETURNING id",
	                    DB_NONE);
	portal_done(portal);
	return id;
}

/* The path of the newest mail's link that begins with `start`. */
static const char *mail_link(struct portal *portal, const char *start)
{
	const char *body = portal_text(portal, "SELECT body FROM outbox ORDER BY id DESC");
	const char *at = strstr(body, start);
	assert_non_null(at);
	return arena_copy_part(at, strcspn(at, "\n"));
}

TEST(a_person_changes_what_is_known_of_them)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, portal_person(portal, "a@example.jp", "青木 花"));
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_string_equal(browser_value(browser, "name"), "青木 花");
	int status = browser_post(browser, "/account",
	                          FIELDS("name", "青木 花子", "kana", "あおき ﾊﾅｺ", "phone", "０４２−５８１−４１１２", "public_name", "はな", "address", "日野市", "language", "easy"));
	assert_int_equal(status, 303);
	assert_string_equal(portal_text(portal, "SELECT kana FROM people"), "アオキ ハナコ");
	assert_string_equal(portal_text(portal, "SELECT phone FROM people"), "0425814112");
	assert_string_equal(portal_text(portal, "SELECT language FROM people"), "easy");
	assert_int_equal(browser_post(browser, "/account", FIELDS("name", "", "phone", "12", "language", "ja")), 422);
	assert_string_equal(browser_value(browser, "phone"), "12");
}

TEST(a_new_password_needs_the_old_one)
{
	struct portal *portal = portal_new();
	int64_t person = person_with_password(portal, "a@example.jp");
	struct browser *browser = browser_new(portal, person), *elsewhere = browser_new(portal, person);
	assert_int_equal(browser_get(browser, "/account/password"), 200);
	assert_int_equal(browser_post(browser, "/account/password", FIELDS("password_now", "wrong", "password", "another long one")), 422);
	assert_true(browser_shows(browser, "いまのパスワードとちがいます"));
	assert_int_equal(browser_get(elsewhere, "/account"), 200);
	assert_int_equal(browser_post(browser, "/account/password", FIELDS("password_now", password, "password", "another long one")), 303);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_int_equal(browser_get(elsewhere, "/account"), 303);
	assert_non_null(strstr(portal_text(portal, "SELECT subject FROM outbox"), "パスワードが変わりました"));
}

TEST(sessions_elsewhere_end_by_a_button)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "a@example.jp", "青木 花");
	struct browser *browser = browser_new(portal, person), *elsewhere = browser_new(portal, person);
	browser_get(browser, "/account");
	assert_true(browser_shows(browser, "ほかに1か所"));
	assert_int_equal(browser_post(browser, "/account/sessions", NO_FIELDS), 303);
	assert_int_equal(browser_get(elsewhere, "/account"), 303);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_false(browser_shows(browser, "ほかに1か所"));
}

TEST(another_address_is_confirmed_from_there)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, person_with_password(portal, "a@example.jp"));
	assert_int_equal(browser_get(browser, "/account/email"), 200);
	assert_int_equal(browser_post(browser, "/account/email", FIELDS("email", "b@example.jp", "password_now", "wrong")), 422);
	assert_int_equal(browser_post(browser, "/account/email", FIELDS("email", "b@example.jp", "password_now", password)), 200);
	const char *link = mail_link(portal, "/account/email/");
	assert_string_equal(portal_text(portal, "SELECT email FROM people"), "a@example.jp");
	struct browser *stranger = browser_new(portal, portal_person(portal, "c@example.jp", "別の人"));
	assert_int_equal(browser_get(stranger, link), 410);
	assert_int_equal(browser_get(browser, link), 200);
	assert_int_equal(browser_post(browser, link, NO_FIELDS), 303);
	assert_string_equal(portal_text(portal, "SELECT email FROM people WHERE name = '青木 花'"), "b@example.jp");
	assert_string_equal(portal_text(portal, "SELECT email FROM outbox ORDER BY id DESC"), "a@example.jp");
	assert_int_equal(browser_post(browser, "/account/email", FIELDS("email", "c@example.jp", "password_now", password)), 200);
	assert_non_null(strstr(portal_text(portal, "SELECT subject FROM outbox ORDER BY id DESC"), "すでにあります"));
}

TEST(my_data_is_mine)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, person_with_password(portal, "a@example.jp"));
	assert_int_equal(browser_get(browser, "/account/data"), 200);
	assert_string_equal(browser_header(browser, "Content-Type"), "application/json; charset=utf-8");
	assert_non_null(strstr(browser_header(browser, "Content-Disposition"), "attachment"));
	assert_true(browser_shows(browser, "a@example.jp"));
	assert_false(browser_shows(browser, "argon2"));
}

TEST(a_closed_account_leaves_nothing_personal)
{
	struct portal *portal = portal_new();
	int64_t person = person_with_password(portal, "a@example.jp"), group = group_insert(portal);
	portal_seat(portal, person, "contact", group, 0);
	struct browser *browser = browser_new(portal, person);
	assert_int_equal(browser_get(browser, "/account/close"), 200);
	assert_int_equal(browser_post(browser, "/account/close", FIELDS("password_now", password)), 422);
	assert_int_equal(browser_post(browser, "/account/close", FIELDS("password_now", "wrong", "is_sure", "1")), 422);
	assert_int_equal(browser_post(browser, "/account/close", FIELDS("password_now", password, "is_sure", "1")), 303);
	assert_string_equal(portal_text(portal, "SELECT coalesce(email, '-') || name || password_hash FROM people"), "-退会した方");
	assert_true(day_parse(portal_text(portal, "SELECT until_on FROM seats")) < day_today());
	assert_int_equal(browser_get(browser, "/account"), 303);
}

TEST(the_account_shows_its_posts)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "a@example.jp", "青木 花"), group = group_insert(portal);
	portal_seat(portal, person, "contact", group, 0);
	portal_seat(portal, person, "staff", 0, portal_department(portal, "environment", "環境課", false));
	portal_seat(portal, person, "reviewer", 0, 0);
	struct browser *browser = browser_new(portal, person);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_true(browser_shows(browser, "緑の会") && browser_shows(browser, "連絡担当者"));
	assert_true(browser_shows(browser, "環境課") && browser_shows(browser, "審査委員"));
}

TEST(notices_are_read_by_a_button_only)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "a@example.jp", "青木 花"), other = portal_person(portal, "b@example.jp", "別の人");
	struct db *db = portal_store(portal);
	struct doc *values = doc_set_text(doc_object(), "name", "花子");
	for (int i = 0; i < 27; i++)
		notice_insert(db, person, &(struct telling){.text_key = "accounts_notice_joined", .values = values, .path = "/groups/1"});
	notice_insert(db, other, &(struct telling){.text_key = "accounts_notice_joined", .values = values, .path = "/groups/1"});
	portal_done(portal);
	struct browser *browser = browser_new(portal, person);
	assert_int_equal(browser_get(browser, "/inbox"), 200);
	assert_true(browser_shows(browser, "花子さんが招待を受けて"));
	assert_true(browser_shows(browser, "/inbox?before=3&"));
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM notices WHERE read_at = 0"), 28);
	const char *newest = browser_value(browser, "newest_id");
	assert_int_equal(browser_get(browser, "/inbox?before=3"), 200);
	assert_true(browser_shows(browser, "花子さんが招待を受けて"));
	assert_int_equal(browser_post(browser, "/inbox", FIELDS("newest_id", newest)), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM notices WHERE read_at = 0"), 1);
	browser_get(browser, "/inbox");
	assert_false(browser_shows(browser, "すべて既読にする"));
}

TEST(an_empty_inbox_says_so)
{
	struct portal *portal = portal_new();
	struct browser *browser = browser_new(portal, portal_person(portal, "a@example.jp", "青木 花"));
	assert_int_equal(browser_get(browser, "/inbox"), 200);
	assert_true(browser_shows(browser, "お知らせはまだありません"));
}

static const char *invite(struct portal *portal, const char *email, int64_t group)
{
	struct invitation invitation = {
		.email = email, .role = "contact", .group_id = group, .group_name = group ? "緑の会" : "", .language = LANGUAGE_JA};
	invitation_insert(portal_store(portal), &invitation);
	portal_done(portal);
	return mail_link(portal, "/invite/");
}

TEST(an_invitation_makes_an_account_and_a_seat)
{
	struct portal *portal = portal_new();
	int64_t group = group_insert(portal);
	const char *link = invite(portal, "new@example.jp", group);
	assert_non_null(strstr(portal_text(portal, "SELECT body FROM outbox"), "連絡担当者"));
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, link), 200);
	assert_true(browser_shows(browser, "緑の会"));
	assert_int_equal(browser_post(browser, link, FIELDS("name", "", "password", password)), 422);
	assert_int_equal(browser_post(browser, link, FIELDS("name", "新人", "password", password)), 303);
	assert_string_equal(browser_location(browser), arena_text("/groups/%lld", (long long)group));
	assert_int_equal(portal_int(portal, "SELECT group_id FROM seats WHERE role = 'contact'"), group);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_int_equal(browser_get(browser, link), 410);
}

TEST(an_invitation_is_taken_with_an_account)
{
	struct portal *portal = portal_new();
	int64_t group = group_insert(portal), person = person_with_password(portal, "a@example.jp");
	const char *link = invite(portal, "a@example.jp", group);
	struct browser *nobody = browser_new(portal, 0), *browser = browser_new(portal, person);
	assert_int_equal(browser_get(nobody, link), 200);
	assert_true(browser_shows(nobody, "/login?next=%2Finvite%2F"));
	assert_int_equal(browser_post(nobody, link, FIELDS("name", "別の人", "password", "a stranger's password")), 200);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM seats"), 0);
	assert_int_equal(browser_get(browser, link), 200);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM seats"), 0);
	assert_int_equal(browser_post(browser, link, NO_FIELDS), 303);
	assert_int_equal(portal_int(portal, "SELECT person_id FROM seats"), person);
	const char *again = invite(portal, "a@example.jp", group);
	assert_int_equal(browser_post(browser, again, NO_FIELDS), 303);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM seats"), 1);
}

TEST(an_invitation_without_a_group_is_for_an_account)
{
	struct portal *portal = portal_new();
	portal_person(portal, "staff@example.jp", "職員");
	const char *link = invite(portal, "staff@example.jp", 0);
	struct browser *browser = browser_new(portal, 0);
	assert_int_equal(browser_get(browser, link), 200);
	assert_string_equal(browser_value(browser, "name"), "職員");
	assert_int_equal(browser_post(browser, link, FIELDS("name", "職員", "password", password)), 303);
	assert_string_equal(browser_location(browser), "/account");
	assert_int_equal(browser_get(browser_new(portal, 0), "/invite/nonsense"), 410);
}

TEST(every_page_speaks_three_languages)
{
	struct portal *portal = portal_new();
	struct browser *nobody = browser_new(portal, 0), *browser = browser_new(portal, person_with_password(portal, "a@example.jp"));
	static const char *const bases[] = {"", "/easy", "/en"};
	static const char *const open[] = {"/signup", "/login", "/password"};
	static const char *const own[] = {"/account", "/account/password", "/account/email", "/account/close", "/inbox", "/logout"};
	for (size_t i = 0; i < 3; i++) {
		for (size_t k = 0; k < sizeof open / sizeof *open; k++)
			assert_int_equal(browser_get(nobody, arena_text("%s%s", bases[i], open[k])), 200);
		for (size_t k = 0; k < sizeof own / sizeof *own; k++)
			assert_int_equal(browser_get(browser, arena_text("%s%s", bases[i], own[k])), 200);
	}
}

TEST(pages_of_an_account_are_closed_to_visitors)
{
	struct portal *portal = portal_new();
	struct browser *nobody = browser_new(portal, 0);
	static const char *const own[] = {"/account", "/account/password", "/account/email", "/account/email/x", "/account/close", "/account/data", "/inbox"};
	static const char *const posts[] = {"/account", "/account/password", "/account/email", "/account/email/x", "/account/close", "/account/sessions", "/inbox"};
	for (size_t k = 0; k < sizeof own / sizeof *own; k++)
		assert_int_equal(browser_get(nobody, own[k]), 303);
	for (size_t k = 0; k < sizeof posts / sizeof *posts; k++)
		assert_int_equal(browser_post(nobody, posts[k], NO_FIELDS), 403);
}
