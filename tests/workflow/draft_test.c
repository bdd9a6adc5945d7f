/* Moves that bind the city: 案 → 施行. */
#include "support/test.h"
#include "support/things.h"

#include "base/clock.h"
#include "base/text.h"
#include "workflow/setting.h"

#include <string.h>

static struct move_order accept_order(struct town *town)
{
	return (struct move_order){town->thing, "accept", things_now(town).version, NULL, NULL, DAY_NONE, false};
}

static int64_t draft_made(struct town *town)
{
	int64_t draft = 0;
	struct move_order order = accept_order(town);
	assert_int_equal(move_draft(town->db, &town->as_staff, &order, &draft, NULL), MOVE_DONE);
	assert_true(draft > 0);
	return draft;
}

static struct town submitted(void)
{
	struct town town = things_begin();
	assert_int_equal(things_move(&town, &town.as_contact, "submit", NULL), MOVE_DONE);
	return town;
}

TEST(a_binding_move_is_not_performed_at_once)
{
	struct town town = submitted();
	const char *refusal = NULL;
	struct move_order order = accept_order(&town);
	assert_int_equal(move_perform(town.db, &town.as_coordinator, &order, &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_binds");
}

TEST(a_draft_changes_nothing_but_its_button)
{
	struct town town = submitted();
	struct case_file before = things_now(&town);
	int64_t ledger = test_count(town.db, "ledger");
	int64_t draft = draft_made(&town);
	assert_int_equal(things_now(&town).version, before.version);
	assert_int_equal(test_count(town.db, "ledger"), ledger);
	struct doc *buttons = move_list_open(town.db, &town.as_coordinator, &before);
	for (struct doc *row = doc_first(buttons); row; row = doc_next(row))
		assert_string_not_equal(doc_text(row, "name"), "accept");
	assert_int_equal(doc_count(buttons), 2);
	assert_int_equal(doc_count(draft_list_open(town.db)), 1);
	assert_int_equal(doc_count(draft_list_case(town.db, town.thing)), 1);
	struct doc *row = draft_row(town.db, draft);
	assert_string_equal(doc_text(row, "kind"), "things");
	assert_string_equal(doc_text(row, "title"), "川の清掃");
	assert_string_equal(doc_text(row, "number"), "試2026-0001");
	assert_string_equal(doc_text(row, "state"), "open");
	assert_true(doc_is_object(doc_get(row, "values")));
	assert_false(doc_bool(row, "is_stale"));
}

TEST(a_second_draft_of_the_same_move_is_refused)
{
	struct town town = submitted();
	draft_made(&town);
	const char *refusal = NULL;
	struct move_order order = accept_order(&town);
	assert_int_equal(move_draft(town.db, &town.as_coordinator, &order, NULL, &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_draft_open");
}

TEST(only_binding_moves_are_drafted_and_only_by_their_who)
{
	struct town town = submitted();
	const char *refusal = NULL;
	struct move_order order = accept_order(&town);
	assert_int_equal(move_draft(town.db, &town.as_contact, &order, NULL, NULL), MOVE_FORBIDDEN);
	order.version = 0;
	assert_int_equal(move_draft(town.db, &town.as_staff, &order, NULL, NULL), MOVE_STALE);
	order = (struct move_order){town.thing, "return", -1, NULL, "理由", DAY_NONE, false};
	assert_int_equal(move_draft(town.db, &town.as_coordinator, &order, NULL, &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_not_binding");
}

TEST(execution_takes_the_day_of_decision_and_the_documents_number)
{
	struct town town = submitted();
	int followed = things_followed();
	int64_t draft = draft_made(&town);
	test_clock("2026-06-10T09:00:00+09:00");
	int decided_on = day_make(2026, 6, 5);
	assert_int_equal(move_execute(town.db, &town.as_coordinator, draft, decided_on, " 08日企協第12号 ", NULL), MOVE_DONE);
	struct case_file thing = things_now(&town);
	assert_string_equal(thing.state, "accepted");
	assert_int_equal(thing.turn_since_on, decided_on);
	assert_int_equal(thing.due_on, day_add_open(decided_on, 10));
	char *content = db_text(town.db, "SELECT content FROM ledger ORDER BY number DESC LIMIT 1", DB_NONE);
	assert_non_null(strstr(content, "\"document_number\":\"08日企協第12号\""));
	assert_non_null(strstr(content, "\"effective_on\":\"2026-06-05\""));
	assert_non_null(strstr(content, "\"role\":\"coordinator\""));
	struct doc *row = draft_row(town.db, draft);
	assert_string_equal(doc_text(row, "state"), "done");
	assert_string_equal(doc_text(row, "decided_on"), "2026-06-05");
	assert_int_equal(doc_count(draft_list_open(town.db)), 0);
	assert_int_equal(things_followed(), followed + 1);
}

TEST(executing_twice_does_nothing_twice)
{
	struct town town = submitted();
	int64_t draft = draft_made(&town);
	move_execute(town.db, &town.as_coordinator, draft, day_today(), "1", NULL);
	int64_t ledger = test_count(town.db, "ledger");
	const char *refusal = NULL;
	assert_int_equal(move_execute(town.db, &town.as_coordinator, draft, day_today(), "1", &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_draft_closed");
	assert_int_equal(test_count(town.db, "ledger"), ledger);
}

TEST(a_draft_is_stale_when_the_case_has_moved_on)
{
	struct town town = submitted();
	int64_t draft = draft_made(&town);
	things_move(&town, &town.as_coordinator, "return", "直してください");
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(move_execute(town.db, &town.as_coordinator, draft, day_today(), "1", NULL), MOVE_STALE);
	assert_true(doc_bool(draft_row(town.db, draft), "is_stale"));
	int64_t next = draft_made(&town);
	assert_string_equal(doc_text(draft_row(town.db, draft), "state"), "dropped");
	assert_int_equal(move_execute(town.db, &town.as_coordinator, next, day_today(), "1", NULL), MOVE_DONE);
}

TEST(a_dropped_draft_gives_the_button_back)
{
	struct town town = submitted();
	int64_t draft = draft_made(&town);
	draft_drop(town.db, draft);
	struct case_file thing = things_now(&town);
	assert_int_equal(doc_count(move_list_open(town.db, &town.as_coordinator, &thing)), 3);
	assert_int_equal(move_execute(town.db, &town.as_coordinator, draft, day_today(), "1", NULL), MOVE_REFUSED);
}

TEST(only_the_coordinator_executes_unless_the_setting_lets_the_department)
{
	struct town town = submitted();
	int64_t draft = draft_made(&town);
	int64_t other = test_department(town.db, "welfare", "福祉課", false);
	struct viewer as_other = viewer_of_person(town.db, test_member(town.db, "w@city.example", "staff", 0, other));
	assert_int_equal(move_execute(town.db, &town.as_contact, draft, day_today(), "1", NULL), MOVE_FORBIDDEN);
	assert_int_equal(move_execute(town.db, &town.as_staff, draft, day_today(), "1", NULL), MOVE_FORBIDDEN);
	setting_update(town.db, "department_executes", "1");
	assert_int_equal(move_execute(town.db, &as_other, draft, day_today(), "1", NULL), MOVE_FORBIDDEN);
	assert_int_equal(move_execute(town.db, &town.as_staff, draft, day_today(), "1", NULL), MOVE_DONE);
}

TEST(a_decision_is_not_of_the_future)
{
	struct town town = submitted();
	int64_t draft = draft_made(&town);
	const char *refusal = NULL;
	assert_int_equal(move_execute(town.db, &town.as_coordinator, draft, day_today() + 1, "1", &refusal), MOVE_REFUSED);
	assert_string_equal(refusal, "refused_decided_on");
	assert_int_equal(move_execute(town.db, &town.as_coordinator, draft, DAY_NONE, "1", NULL), MOVE_REFUSED);
	assert_int_equal(move_execute(town.db, &town.as_coordinator, 9999, day_today(), "1", NULL), MOVE_UNKNOWN);
}
