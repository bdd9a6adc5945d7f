/* The engine: each question before a move, and all that a move writes. */
#include "support/test.h"
#include "support/things.h"

#include "base/clock.h"
#include "base/text.h"
#include "identity/person.h"
#include "workflow/ledger.h"
#include "workflow/public_version.h"

#include <string.h>

static struct move_order order_of(struct town *town, const char *move)
{
	return (struct move_order){town->thing, move, things_now(town).version, NULL, NULL, DAY_NONE, false};
}

TEST(a_case_opens_in_the_state_of_its_opening_move)
{
	struct town town = things_begin();
	struct case_file thing = things_now(&town);
	assert_string_equal(thing.state, "draft");
	assert_string_equal(thing.turn, "group");
	assert_int_equal(thing.turn_since_on, day_today());
	assert_int_equal(thing.due_on, DAY_NONE);
	assert_int_equal(thing.author_id, town.contact);
	assert_false(thing.is_public);
	assert_string_equal(thing.number, "");
	assert_int_equal(test_count(town.db, "ledger WHERE move = 'things.open'"), 1);
	assert_string_equal(db_fault(town.db), "");
}

TEST(an_opening_move_cannot_be_performed_again)
{
	struct town town = things_begin();
	assert_int_equal(things_move(&town, &town.as_contact, "open", NULL), MOVE_REFUSED);
}

TEST(a_move_changes_state_version_turn_number_and_received_day)
{
	struct town town = things_begin();
	int64_t version = things_now(&town).version;
	assert_int_equal(things_move(&town, &town.as_contact, "submit", NULL), MOVE_DONE);
	struct case_file thing = things_now(&town);
	assert_string_equal(thing.state, "submitted");
	assert_int_equal(thing.version, version + 1);
	assert_string_equal(thing.turn, "city");
	assert_string_equal(thing.number, "試2026-0001");
	assert_string_equal(doc_text(case_row(town.db, town.thing), "received_on"), "2026-06-01");
	assert_int_equal(thing.due_on, day_add_open(day_today(), 5));
}

TEST(a_number_is_given_once)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	things_move(&town, &town.as_coordinator, "return", "日付がありません");
	assert_int_equal(things_move(&town, &town.as_contact, "submit", NULL), MOVE_DONE);
	assert_string_equal(things_now(&town).number, "試2026-0001");
	town.thing = case_open(town.db, &town.as_contact, &things, &(struct case_file){.title = "二つめ", .group_id = town.group}, NULL);
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_string_equal(things_now(&town).number, "試2026-0002");
}

TEST(a_number_belongs_to_the_fiscal_year_of_the_effective_day)
{
	struct town town = things_begin();
	struct move_order order = order_of(&town, "submit");
	order.effective_on = day_make(2026, 3, 31);
	assert_int_equal(move_perform(town.db, &town.as_contact, &order, NULL), MOVE_DONE);
	assert_string_equal(things_now(&town).number, "試2025-0001");
	assert_string_equal(doc_text(case_row(town.db, town.thing), "received_on"), "2026-03-31");
}

TEST(a_stale_version_changes_nothing)
{
	struct town town = things_begin();
	struct move_order order = order_of(&town, "submit");
	order.version--;
	assert_int_equal(move_perform(town.db, &town.as_contact, &order, NULL), MOVE_STALE);
	assert_string_equal(things_now(&town).state, "draft");
	order.version = -1;
	assert_int_equal(move_perform(town.db, &town.as_contact, &order, NULL), MOVE_DONE);
}

TEST(a_move_from_another_state_is_refused)
{
	struct town town = things_begin();
	const char *refusal = NULL;
	struct move_order order = order_of(&town, "return");
	order.reason = "理由";
	assert_int_equal(move_perform(town.db, &town.as_coordinator, &order, &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_state");
}

TEST(an_unknown_move_or_case_is_unknown)
{
	struct town town = things_begin();
	struct move_order order = order_of(&town, "fly");
	assert_int_equal(move_perform(town.db, &town.as_contact, &order, NULL), MOVE_UNKNOWN);
	order = order_of(&town, "submit");
	order.case_id = 99999;
	assert_int_equal(move_perform(town.db, &town.as_contact, &order, NULL), MOVE_UNKNOWN);
}

TEST(a_group_has_no_machine_here_and_no_moves)
{
	struct town town = things_begin();
	struct move_order order = {town.group, "submit", -1, NULL, NULL, DAY_NONE, true};
	assert_int_equal(move_perform(town.db, &town.nobody, &order, NULL), MOVE_UNKNOWN);
}

TEST(who_may_not_is_forbidden)
{
	struct town town = things_begin();
	int64_t stranger = test_person(town.db, "stranger@example.jp", "よその人");
	struct viewer as_stranger = viewer_of_person(town.db, stranger);
	assert_int_equal(things_move(&town, &town.nobody, "submit", NULL), MOVE_FORBIDDEN);
	assert_int_equal(things_move(&town, &as_stranger, "submit", NULL), MOVE_FORBIDDEN);
	assert_int_equal(things_move(&town, &town.as_member, "submit", NULL), MOVE_FORBIDDEN);
	assert_int_equal(things_move(&town, &town.as_staff, "submit", NULL), MOVE_FORBIDDEN);
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(things_move(&town, &town.as_staff, "return", "理由"), MOVE_FORBIDDEN);
	assert_int_equal(things_move(&town, &town.as_contact, "return", "理由"), MOVE_FORBIDDEN);
}

TEST(a_move_of_the_clock_is_for_nobody_but_the_portal)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(things_move(&town, &town.as_coordinator, "expire", NULL), MOVE_FORBIDDEN);
	assert_int_equal(things_move(&town, &town.nobody, "expire", NULL), MOVE_FORBIDDEN);
	struct move_order order = {town.thing, "expire", -1, NULL, NULL, DAY_NONE, true};
	assert_int_equal(move_perform(town.db, &town.nobody, &order, NULL), MOVE_DONE);
	assert_string_equal(things_now(&town).state, "submitted");
	assert_non_null(strstr(db_text(town.db, "SELECT content FROM ledger ORDER BY number DESC LIMIT 1", DB_NONE), "\"role\":\"portal\""));
}

TEST(a_guard_refuses_with_its_text)
{
	struct town town = things_begin();
	const char *refusal = NULL;
	case_update_title(town.db, town.thing, "題なし", "");
	struct move_order order = order_of(&town, "submit");
	assert_int_equal(move_perform(town.db, &town.as_contact, &order, &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_title");
	struct case_file thing = things_now(&town);
	assert_false(move_may(town.db, &town.as_contact, &thing, move_find(&things, "submit")));
}

TEST(a_reason_must_be_typed_where_the_row_says_so)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	const char *refusal = NULL;
	struct move_order order = order_of(&town, "return");
	order.reason = "　\n ";
	assert_int_equal(move_perform(town.db, &town.as_coordinator, &order, &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_reason");
	assert_int_equal(things_move(&town, &town.as_coordinator, "return", "日程を書いてください"), MOVE_DONE);
	assert_non_null(strstr(db_text(town.db, "SELECT content FROM ledger ORDER BY number DESC LIMIT 1", DB_NONE), "日程を書いてください"));
}

TEST(a_change_gets_the_values_and_may_set_the_date)
{
	struct town town = things_begin();
	struct doc *values = doc_object();
	doc_set_text(values, "title", "川と森の清掃");
	doc_set_text(values, "until_on", "2026-12-01");
	struct move_order order = order_of(&town, "submit");
	order.values = values;
	assert_int_equal(move_perform(town.db, &town.as_contact, &order, NULL), MOVE_DONE);
	assert_string_equal(things_now(&town).title, "川と森の清掃");
	assert_int_equal(things_now(&town).due_on, day_make(2026, 12, 1));
	assert_int_equal(test_count(town.db, "notices WHERE content LIKE '%川と森の清掃%'"), 3);
}

TEST(a_closed_case_has_no_turn)
{
	struct town town = things_begin();
	assert_int_equal(things_move(&town, &town.as_contact, "withdraw", NULL), MOVE_DONE);
	assert_string_equal(things_now(&town).turn, "none");
	assert_int_equal(things_now(&town).due_on, DAY_NONE);
}

TEST(publishing_and_hiding_raise_the_public_version)
{
	struct town town = things_begin();
	int64_t before = public_version(town.db);
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(public_version(town.db), before);
	assert_int_equal(things_bind(&town, "accept", NULL), MOVE_DONE);
	assert_true(things_now(&town).is_public);
	assert_true(public_version(town.db) > before);
	before = public_version(town.db);
	assert_int_equal(things_move(&town, &town.as_coordinator, "correct", "決裁の誤り"), MOVE_DONE);
	assert_false(things_now(&town).is_public);
	assert_true(public_version(town.db) > before);
}

TEST(a_move_of_a_registered_group_is_for_its_members_only)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	things_bind(&town, "accept", NULL);
	int64_t other = test_group(town.db, "もりの会");
	struct viewer as_other = viewer_of_person(town.db, test_member(town.db, "o@o.example", "member", other, 0));
	assert_int_equal(things_move(&town, &town.as_staff, "note", NULL), MOVE_FORBIDDEN);
	assert_int_equal(things_move(&town, &as_other, "note", NULL), MOVE_DONE);
	db_run(town.db, "UPDATE cases SET is_public = 0 WHERE id = :id", DB(V_INT("id", other)));
	assert_int_equal(things_move(&town, &as_other, "note", NULL), MOVE_FORBIDDEN);
}

static const char *names_of(const struct doc *buttons)
{
	struct doc *names = doc_array();
	for (struct doc *row = doc_first(buttons); row; row = doc_next(row))
		doc_push_text(names, doc_text(row, "name"));
	return doc_canonical(names);
}

TEST(buttons_are_what_the_viewer_may_do_now)
{
	struct town town = things_begin();
	struct case_file thing = things_now(&town);
	struct doc *buttons = move_list_open(town.db, &town.as_contact, &thing);
	assert_string_equal(names_of(buttons), "[\"submit\",\"withdraw\"]");
	struct doc *first = doc_first(buttons);
	assert_true(doc_bool(first, "is_main"));
	assert_string_equal(doc_text(first, "label_key"), "move_things_submit");
	assert_string_equal(doc_text(first, "about_key"), "move_things_submit_about");
	assert_true(text_ends(doc_text(first, "path"), "/submit") && text_starts(doc_text(first, "path"), "/cases/"));
	assert_true(doc_bool(doc_next(first), "is_second"));
	assert_false(doc_bool(doc_next(first), "is_main"));
	assert_string_equal(names_of(move_list_open(town.db, &town.as_coordinator, &thing)), "[]");
	assert_string_equal(names_of(move_list_open(town.db, &town.nobody, &thing)), "[]");
	things_move(&town, &town.as_contact, "submit", NULL);
	thing = things_now(&town);
	assert_string_equal(names_of(move_list_open(town.db, &town.as_coordinator, &thing)), "[\"return\",\"accept\",\"decline\"]");
	assert_string_equal(names_of(move_list_open(town.db, &town.as_staff, &thing)), "[\"accept\"]");
}

TEST(the_record_of_a_move_names_roles_and_no_person)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	char *content = db_text(town.db, "SELECT content FROM ledger ORDER BY number DESC LIMIT 1", DB_NONE);
	char *wanted = "{\"case\":\"試2026-0001\",\"case_id\":2,\"clause\":\"4-2-3\",\"effective_on\":\"2026-06-01\",\"from\":\"draft\","
		       "\"kind\":\"things\",\"move\":\"submit\",\"role\":\"group\",\"to\":\"submitted\"}";
	assert_string_equal(content, wanted);
}

TEST(a_refused_opening_is_a_fault_and_no_case)
{
	struct town town = things_begin();
	struct move bad_moves[] = {{.name = "open", .from = "", .to = "draft", .turn = "", .flags = MOVE_REASON}};
	static struct machine bad = {.kind = "bads", .path = "/bads", .letter = "悪", .states = "draft", .closed = "", .move_count = 1};
	bad.moves = bad_moves;
	machine_register(&bad);
	assert_int_equal(case_open(town.db, &town.as_contact, &bad, &(struct case_file){.title = "x"}, NULL), 0);
	assert_string_not_equal(db_fault(town.db), "");
	db_rollback(town.db);
}
