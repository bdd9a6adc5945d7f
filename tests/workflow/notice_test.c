/* Who is told what and by which way. */
#include "support/test.h"
#include "support/things.h"

#include "base/arena.h"
#include "base/text.h"
#include "identity/person.h"
#include "workflow/notice.h"

#include <string.h>

static int64_t told(struct town *town, int64_t person, const char *move)
{
	return test_count(town->db, arena_text("notices WHERE person_id = %lld AND text_key = 'notice_things_%s'", (long long)person, move));
}

static char *mail_to(struct town *town, const char *email, const char *column)
{
	return db_text(town->db, arena_text("SELECT %s FROM outbox WHERE email = :email ORDER BY id DESC LIMIT 1", column),
	               DB(V_TEXT("email", email)));
}

TEST(a_move_tells_its_audiences_and_whoever_acted)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(told(&town, town.staff, "submit"), 1);
	assert_int_equal(told(&town, town.coordinator, "submit"), 1);
	assert_int_equal(told(&town, town.contact, "submit"), 1);
	assert_int_equal(told(&town, town.member, "submit"), 0);
}

TEST(a_move_that_tells_nobody_still_gives_a_receipt)
{
	struct town town = things_begin();
	assert_int_equal(test_count(town.db, "notices"), 1);
	assert_int_equal(told(&town, town.contact, "open"), 1);
	assert_int_equal(test_count(town.db, "outbox"), 1);
}

TEST(a_group_is_told_through_its_contacts_or_all_members)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	things_move(&town, &town.as_coordinator, "return", "理由");
	assert_int_equal(told(&town, town.contact, "return"), 1);
	assert_int_equal(told(&town, town.member, "return"), 0);
	db_run(town.db, "UPDATE seats SET role = 'member' WHERE role = 'contact'", DB_NONE);
	things_move(&town, &town.as_contact, "submit", NULL);
	int64_t second = test_count(town.db, "notices WHERE text_key = 'notice_things_return'");
	things_move(&town, &town.as_coordinator, "return", "理由");
	assert_int_equal(test_count(town.db, "notices WHERE text_key = 'notice_things_return'"), second + 3);
}

TEST(a_person_is_told_once_by_one_entry)
{
	struct town town = things_begin();
	seat_insert(town.db, town.contact, "coordinator", 0, town.department);
	seat_insert(town.db, town.contact, "staff", 0, town.department);
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(told(&town, town.contact, "submit"), 1);
}

TEST(an_ended_or_future_post_is_not_told)
{
	struct town town = things_begin();
	int64_t seat = seat_insert(town.db, test_person(town.db, "old@city.example", "前任"), "staff", 0, town.department);
	db_run(town.db, "UPDATE seats SET from_on = '2025-04-01', until_on = '2026-05-31' WHERE id = :id", DB(V_INT("id", seat)));
	seat = seat_insert(town.db, test_person(town.db, "new@city.example", "後任"), "staff", 0, town.department);
	db_run(town.db, "UPDATE seats SET from_on = '2026-06-02' WHERE id = :id", DB(V_INT("id", seat)));
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(test_count(town.db, "outbox WHERE email IN ('old@city.example', 'new@city.example')"), 0);
}

TEST(a_department_without_people_is_told_through_the_coordinator)
{
	struct town town = things_begin();
	db_run(town.db, "DELETE FROM seats WHERE person_id = :id", DB(V_INT("id", town.staff)));
	struct telling telling = {.text_key = "notice_things_note", .path = "/x"};
	notice_insert_department(town.db, town.department, &telling);
	assert_int_equal(told(&town, town.coordinator, "note"), 1);
	notice_insert_department(town.db, 0, &telling);
	assert_int_equal(told(&town, town.coordinator, "note"), 1);
}

TEST(who_has_no_e_mail_goes_on_the_list_for_post_and_phone)
{
	struct town town = things_begin();
	int64_t elder = test_member(town.db, "", "contact", town.group, 0);
	db_run(town.db, "UPDATE people SET phone = '0425814112' WHERE id = :id", DB(V_INT("id", elder)));
	things_move(&town, &town.as_contact, "submit", NULL);
	things_move(&town, &town.as_coordinator, "return", "理由");
	assert_int_equal(told(&town, elder, "return"), 1);
	struct doc *letters = letter_list(town.db);
	assert_int_equal(doc_count(letters), 1);
	struct doc *letter = doc_first(letters);
	assert_string_equal(doc_text(letter, "why_key"), "letter_why_no_email");
	assert_string_equal(doc_text(letter, "text"), "「川の清掃」を直してください");
	assert_string_equal(doc_text(letter, "phone"), "0425814112");
	assert_string_equal(doc_text(letter, "path"), arena_text("/things/%lld", (long long)town.thing));
	letter_update_done(town.db, doc_int(letter, "id"), town.coordinator, "phone");
	assert_int_equal(doc_count(letter_list(town.db)), 0);
	assert_int_equal(test_count(town.db, "letters WHERE way = 'phone' AND done_at > 0"), 1);
}

TEST(a_refused_address_is_not_written_to)
{
	struct town town = things_begin();
	person_update_refused(town.db, town.staff);
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(test_count(town.db, "outbox WHERE email = 'staff@city.example'"), 0);
	assert_string_equal(doc_text(doc_first(letter_list(town.db)), "why_key"), "letter_why_refused");
}

TEST(a_closed_account_is_told_nothing)
{
	struct town town = things_begin();
	person_update_disabled(town.db, town.staff, true);
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(told(&town, town.staff, "submit"), 0);
	assert_int_equal(doc_count(letter_list(town.db)), 0);
}

TEST(a_correction_is_told_to_all_who_were_told)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	things_bind(&town, "accept", NULL);
	assert_int_equal(things_move(&town, &town.as_coordinator, "correct", NULL), MOVE_REFUSED);
	assert_int_equal(things_move(&town, &town.as_coordinator, "correct", "決裁日の誤り"), MOVE_DONE);
	assert_int_equal(told(&town, town.contact, "correct"), 1);
	assert_int_equal(told(&town, town.staff, "correct"), 1);
	assert_int_equal(told(&town, town.coordinator, "correct"), 1);
}

TEST(a_mail_says_what_whose_turn_until_when_where_and_whom_to_call)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	things_move(&town, &town.as_coordinator, "return", "日程を\n書いてください");
	assert_string_equal(mail_to(&town, "contact@group.example", "subject"), "【日野協働ひろば】「川の清掃」を直してください");
	char *body = mail_to(&town, "contact@group.example", "body");
	assert_non_null(strstr(body, "「川の清掃」を直してください\n"));
	assert_non_null(strstr(body, "件名：川の清掃\n"));
	assert_non_null(strstr(body, "受付番号：試2026-0001\n"));
	assert_non_null(strstr(body, "理由：日程を\n書いてください\n"));
	assert_non_null(strstr(body, "いまは団体の番です。期限：令和8年（2026年）6月"));
	assert_non_null(strstr(body, arena_text("\nhttps://kyodo.example.jp/things/%lld\n", (long long)town.thing)));
	assert_non_null(strstr(body, "地域協働課"));
	assert_non_null(strstr(body, "042-581-4112"));
	char *id = mail_to(&town, "contact@group.example", "message_id");
	assert_true(text_starts(id, "<") && text_ends(id, "@kyodo.example.jp>"));
}

TEST(a_mail_is_in_the_persons_language)
{
	struct town town = things_begin();
	db_run(town.db, "UPDATE people SET language = 'en' WHERE id = :id", DB(V_INT("id", town.staff)));
	db_run(town.db, "UPDATE people SET language = 'easy' WHERE id = :id", DB(V_INT("id", town.coordinator)));
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_non_null(strstr(mail_to(&town, "staff@city.example", "subject"), "EN 川の清掃"));
	char *body = mail_to(&town, "staff@city.example", "body");
	assert_non_null(strstr(body, arena_text("https://kyodo.example.jp/en/things/%lld", (long long)town.thing)));
	assert_non_null(strstr(body, "It is the city's turn, until "));
	body = db_text(town.db, "SELECT body FROM outbox WHERE person_id = :id ORDER BY id DESC LIMIT 1", DB(V_INT("id", town.coordinator)));
	assert_non_null(strstr(body, "https://kyodo.example.jp/easy/things/"));
	assert_null(strstr(body, "|"));
}

TEST(a_subject_is_one_line)
{
	struct town town = things_begin();
	case_update_title(town.db, town.thing, "川\r\nBcc: x@y.z", "");
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_null(strpbrk(mail_to(&town, "staff@city.example", "subject"), "\r\n"));
}

TEST(the_inbox_is_newest_first_in_the_viewers_language)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	struct doc *list = notice_list(town.db, &town.as_contact, 0);
	assert_int_equal(doc_count(list), 2);
	struct doc *first = doc_first(list);
	assert_true(text_starts(doc_text(first, "text"), "「川の清掃」試2026-0001 が出ました。期限令和8年"));
	assert_string_equal(doc_text(first, "title"), "川の清掃");
	assert_false(doc_bool(first, "is_read"));
	struct viewer english = town.as_contact;
	english.language = LANGUAGE_EN;
	assert_string_equal(doc_text(doc_first(notice_list(town.db, &english, 0)), "text"), "EN 川の清掃");
	assert_int_equal(doc_count(notice_list(town.db, &town.as_contact, doc_int(first, "id"))), 1);
	assert_int_equal(notice_count_unread(town.db, town.contact), 2);
	notice_update_read(town.db, town.contact, doc_int(first, "id") - 1);
	assert_int_equal(notice_count_unread(town.db, town.contact), 1);
	notice_update_read(town.db, town.contact, doc_int(first, "id"));
	assert_int_equal(notice_count_unread(town.db, town.contact), 0);
	assert_true(doc_bool(doc_first(notice_list(town.db, &town.as_contact, 0)), "is_read"));
	assert_int_equal(notice_count_unread(town.db, town.staff), 1);
}

TEST(no_typed_value_goes_into_a_notice)
{
	struct town town = things_begin();
	struct doc *values = doc_object();
	doc_set_text(values, "secret", "封をした点数");
	struct move_order order = {town.thing, "submit", -1, values, NULL, -1000000, false};
	move_perform(town.db, &town.as_contact, &order, NULL);
	assert_int_equal(test_count(town.db, "notices WHERE content LIKE '%封をした点数%'"), 0);
	assert_int_equal(test_count(town.db, "ledger WHERE content LIKE '%封をした点数%'"), 0);
}
