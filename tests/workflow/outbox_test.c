/* Delivery: claims, tries, refusals, a deliverer that dies. */
#include "support/test.h"
#include "support/store.h"

#include "base/arena.h"
#include "base/clock.h"
#include "workflow/notice.h"

struct post {
	struct db *db;
	int64_t person;
	int64_t mail;
};

/* One person with one notice's mail waiting. */
static struct post post_begin(void)
{
	test_texts("{\"notice_x\": {\"ja\": \"x\", \"easy\": \"x\", \"en\": \"x\"}}");
	struct post post = {.db = test_store()};
	post.person = test_person(post.db, "a@example.jp", "甲");
	notice_insert(post.db, post.person, &(struct telling){.text_key = "notice_x", .path = "/x"});
	post.mail = db_int(post.db, "SELECT id FROM outbox", DB_NONE);
	return post;
}

static void later(int64_t seconds)
{
	clock_set(clock_iso(clock_now() + seconds), 0);
}

TEST(a_mail_is_claimed_once_and_sent)
{
	struct post post = post_begin();
	struct doc *mail = outbox_claim(post.db);
	assert_string_equal(doc_text(mail, "email"), "a@example.jp");
	assert_int_equal(doc_int(mail, "tries"), 1);
	assert_null(outbox_claim(post.db));
	outbox_update_sent(post.db, doc_int(mail, "id"), "250 OK");
	later(100000);
	assert_null(outbox_claim(post.db));
	assert_int_equal(test_count(post.db, "outbox WHERE state = 'sent' AND sent_at > 0 AND answer = '250 OK'"), 1);
}

TEST(a_claim_whose_deliverer_died_is_claimed_anew_with_the_same_message_id)
{
	struct post post = post_begin();
	char *id = arena_copy(doc_text(outbox_claim(post.db), "message_id"));
	later(590);
	assert_null(outbox_claim(post.db));
	later(20);
	struct doc *again = outbox_claim(post.db);
	assert_string_equal(doc_text(again, "message_id"), id);
	assert_int_equal(doc_int(again, "tries"), 2);
}

TEST(a_mail_is_tried_again_later_and_later)
{
	static const int64_t pauses[] = {60, 300, 1800, 7200, 21600, 86400, 86400, 86400, 86400};
	struct post post = post_begin();
	for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
		assert_non_null(outbox_claim(post.db));
		outbox_update_retry(post.db, post.mail, "451 later");
		later(pauses[i] - 5);
		assert_null(outbox_claim(post.db));
		later(10);
	}
	assert_non_null(outbox_claim(post.db));
	assert_int_equal(test_count(post.db, "letters"), 0);
	outbox_update_retry(post.db, post.mail, "451 later");
	later(1000000);
	assert_null(outbox_claim(post.db));
	assert_int_equal(test_count(post.db, "letters"), 1);
	assert_int_equal(test_count(post.db, "people WHERE email_refused_at > 0"), 0);
}

TEST(a_refused_address_turns_all_its_notices_into_letters)
{
	struct post post = post_begin();
	notice_insert(post.db, post.person, &(struct telling){.text_key = "notice_x", .path = "/y"});
	outbox_claim(post.db);
	outbox_update_refused(post.db, post.mail, "550 no such user");
	assert_int_equal(test_count(post.db, "letters WHERE why = 'refused'"), 2);
	assert_int_equal(test_count(post.db, "people WHERE email_refused_at > 0"), 1);
	assert_null(outbox_claim(post.db));
	notice_insert(post.db, post.person, &(struct telling){.text_key = "notice_x", .path = "/z"});
	assert_int_equal(test_count(post.db, "letters WHERE why = 'refused'"), 3);
	assert_int_equal(test_count(post.db, "outbox"), 2);
}

TEST(a_refusal_of_a_former_address_does_not_mark_the_person)
{
	struct post post = post_begin();
	db_run(post.db, "UPDATE people SET email = 'b@example.jp'", DB_NONE);
	outbox_claim(post.db);
	outbox_update_refused(post.db, post.mail, "550 no such user");
	assert_int_equal(test_count(post.db, "people WHERE email_refused_at > 0"), 0);
	assert_int_equal(test_count(post.db, "letters"), 1);
}

TEST(a_mail_without_notice_or_person_is_refused_quietly)
{
	struct db *db = test_store();
	outbox_insert(db, "new@example.jp", 0, "登録", "番号 123456");
	struct doc *mail = outbox_claim(db);
	assert_string_equal(doc_text(mail, "body"), "番号 123456");
	outbox_update_refused(db, doc_int(mail, "id"), "550");
	assert_int_equal(test_count(db, "letters"), 0);
	assert_string_equal(db_fault(db), "");
}

TEST(the_mail_that_waits_longest_goes_first)
{
	struct db *db = test_store();
	outbox_insert(db, "1@example.jp", 0, "a", "a");
	later(5);
	outbox_insert(db, "2@example.jp", 0, "b", "b");
	assert_string_equal(doc_text(outbox_claim(db), "email"), "1@example.jp");
	assert_string_equal(doc_text(outbox_claim(db), "email"), "2@example.jp");
	assert_null(outbox_claim(db));
	assert_int_equal(test_count(db, "(SELECT DISTINCT message_id FROM outbox)"), 2);
}
