/* Sessions and how they end, csrf tokens, links and codes by mail, and the brake on attempts. */
#include "support/test.h"
#include "support/store.h"

#include "base/arena.h"
#include "base/clock.h"
#include "identity/person.h"
#include "identity/session.h"
#include "identity/viewer.h"

#include <string.h>

static void clock_forward(int64_t seconds)
{
	clock_set(clock_iso(clock_now() + seconds), 0);
}

TEST(a_session_ends_a_day_after_its_last_use)
{
	struct db *db = test_store();
	char *token = session_insert(db, person_insert(db, "a@example.jp", "花子"), false);
	clock_forward(23 * 3600);
	struct viewer viewer = viewer_find(db, token);
	assert_true(session_needs_touch(db, viewer.session));
	session_touch(db, viewer.session);
	assert_false(session_needs_touch(db, viewer.session));
	clock_forward(23 * 3600);
	assert_true(viewer_find(db, token).person_id);
	clock_forward(3600 + 10);
	assert_int_equal(viewer_find(db, token).person_id, 0);
	assert_false(session_needs_touch(db, viewer.session));
}

TEST(a_short_session_ends_after_half_an_hour)
{
	struct db *db = test_store();
	char *token = session_insert(db, person_insert(db, "a@example.jp", "花子"), true);
	clock_forward(29 * 60);
	assert_true(viewer_find(db, token).person_id);
	clock_forward(2 * 60);
	assert_int_equal(viewer_find(db, token).person_id, 0);
}

TEST(sessions_end_here_elsewhere_or_by_time)
{
	struct db *db = test_store();
	int64_t id = person_insert(db, "a@example.jp", "花子");
	char *here = session_insert(db, id, false), *there = session_insert(db, id, false);
	assert_int_equal(session_count(db, id), 2);
	session_delete_others(db, id, viewer_find(db, here).session);
	assert_int_equal(viewer_find(db, there).person_id, 0);
	assert_int_equal(viewer_find(db, here).person_id, id);
	session_insert(db, id, true);
	clock_forward(3600);
	session_delete_old(db);
	assert_int_equal(session_count(db, id), 1);
	session_delete(db, viewer_find(db, here).session);
	assert_int_equal(session_count(db, id), 0);
	assert_string_equal(db_fault(db), "");
}

TEST(a_csrf_token_is_masked_and_belongs_to_its_session)
{
	char *first = session_csrf("abc"), *second = session_csrf("abc");
	assert_string_not_equal(first, second);
	assert_true(session_csrf_matches("abc", first));
	assert_true(session_csrf_matches("abc", second));
	assert_false(session_csrf_matches("abd", first));
	assert_false(session_csrf_matches("abc", ""));
	assert_false(session_csrf_matches("", session_csrf("")));
	assert_false(session_csrf_matches("abc", "nonsense"));
}

TEST(a_link_works_until_it_is_used)
{
	struct db *db = test_store();
	char *code = NULL;
	struct doc *content = doc_set_text(doc_object(), "name", "花子");
	char *token = mail_token_insert(db, &(struct mail_token){"signup", "a@example.jp", 0, content}, &code);
	assert_int_equal(strlen(code), 6);
	struct doc *row = mail_token_find(db, "signup", token);
	assert_string_equal(doc_text(doc_get(row, "content"), "name"), "花子");
	assert_string_equal(doc_text(row, "email"), "a@example.jp");
	assert_null(mail_token_find(db, "reset", token));
	assert_null(mail_token_find(db, "signup", ""));
	mail_token_use(db, row);
	assert_null(mail_token_find(db, "signup", token));
	assert_null(mail_token_find_code(db, "signup", "a@example.jp", code));
	assert_string_equal(db_fault(db), "");
}

TEST(links_last_an_hour_and_invitations_two_weeks)
{
	struct db *db = test_store();
	char *reset = mail_token_insert(db, &(struct mail_token){"reset", "a@example.jp", 0, NULL}, NULL);
	char *invite = mail_token_insert(db, &(struct mail_token){"invite", "a@example.jp", 0, NULL}, NULL);
	clock_forward(3500);
	assert_non_null(mail_token_find(db, "reset", reset));
	clock_forward(200);
	assert_null(mail_token_find(db, "reset", reset));
	clock_forward(13 * 86400);
	assert_non_null(mail_token_find(db, "invite", invite));
	clock_forward(86400);
	assert_null(mail_token_find(db, "invite", invite));
}

/* Six digits that are not `code`. */
static char *other_code(const char *code)
{
	char *other = arena_copy(code);
	other[0] = other[0] == '9' ? '0' : (char)(other[0] + 1);
	return other;
}

TEST(five_wrong_codes_end_the_code)
{
	struct db *db = test_store();
	char *code = NULL;
	char *token = mail_token_insert(db, &(struct mail_token){"signup", "a@example.jp", 0, NULL}, &code);
	for (int i = 0; i < 4; i++)
		assert_null(mail_token_find_code(db, "signup", "a@example.jp", other_code(code)));
	assert_null(mail_token_find_code(db, "signup", "b@example.jp", code));
	assert_non_null(mail_token_find_code(db, "signup", "a@example.jp", code));
	assert_null(mail_token_find_code(db, "signup", "a@example.jp", other_code(code)));
	assert_null(mail_token_find_code(db, "signup", "a@example.jp", code));
	assert_non_null(mail_token_find(db, "signup", token));
}

TEST(the_code_of_an_earlier_mail_works_too)
{
	struct db *db = test_store();
	char *first = NULL, *second = NULL;
	mail_token_insert(db, &(struct mail_token){"signup", "a@example.jp", 0, NULL}, &first);
	mail_token_insert(db, &(struct mail_token){"signup", "a@example.jp", 0, NULL}, &second);
	assert_non_null(mail_token_find_code(db, "signup", "a@example.jp", first));
	assert_non_null(mail_token_find_code(db, "signup", "a@example.jp", second));
}

TEST(attempts_are_counted_by_key_and_window)
{
	struct db *db = test_store();
	clock_set("2026-04-01T09:00:00+09:00", 0);
	for (int i = 0; i < 3; i++) {
		assert_false(attempt_is_over(db, "login", "a@example.jp", 3, 600));
		assert_true(attempt_allowed(db, "login", "a@example.jp", 3, 600));
	}
	assert_true(attempt_is_over(db, "login", "a@example.jp", 3, 600));
	assert_false(attempt_allowed(db, "login", "a@example.jp", 3, 600));
	assert_true(attempt_allowed(db, "login", "b@example.jp", 3, 600));
	assert_true(attempt_allowed(db, "reset", "a@example.jp", 3, 600));
	clock_forward(600);
	assert_true(attempt_allowed(db, "login", "a@example.jp", 3, 600));
	clock_forward(3 * 86400);
	session_delete_old(db);
	assert_int_equal(db_int(db, "SELECT count(*) FROM attempts", DB_NONE), 0);
}
