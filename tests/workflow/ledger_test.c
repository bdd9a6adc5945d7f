/* The public record: what opens to whom, and that the chain tells of every tampering. */
#include "support/test.h"
#include "support/things.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/text.h"
#include "workflow/ledger.h"

#include <string.h>

/* open, submit, return (shut), submit, accept: the case is public at the end. */
static struct town accepted(void)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	things_move(&town, &town.as_coordinator, "return", "費用が合いません");
	things_move(&town, &town.as_contact, "submit", NULL);
	assert_int_equal(things_bind(&town, "accept", NULL), MOVE_DONE);
	return town;
}

static void tamper(struct town *town, const char *sql)
{
	char *complaint = NULL;
	db_run(town->db, sql, DB_NONE);
	assert_false(ledger_verify(town->db, &complaint));
	assert_non_null(strstr(complaint, "entry 3"));
}

TEST(an_empty_and_a_grown_chain_hold)
{
	char *complaint = NULL;
	assert_true(ledger_verify(test_store(), &complaint));
	assert_null(complaint);
	struct town town = accepted();
	assert_int_equal(test_count(town.db, "ledger"), 5);
	assert_true(ledger_verify(town.db, &complaint));
}

TEST(the_chain_follows_the_published_rule)
{
	struct town town = accepted();
	struct doc *row = db_row(town.db, "SELECT number, at, salt, content, content_hash, hash FROM ledger WHERE number = 1", DB_NONE);
	char *text = arena_text("%s%s", doc_text(row, "salt"), doc_text(row, "content"));
	assert_int_equal(strlen(doc_text(row, "salt")), 32);
	assert_string_equal(doc_text(row, "content_hash"), secret_sha256_hex(text, strlen(text)));
	text = arena_text("%064d1%lld%s", 0, (long long)doc_int(row, "at"), doc_text(row, "content_hash"));
	assert_string_equal(doc_text(row, "hash"), secret_sha256_hex(text, strlen(text)));
}

TEST(every_tampering_is_found)
{
	struct town town = accepted();
	tamper(&town, "UPDATE ledger SET content = replace(content, 'coordinator', 'group') WHERE number = 3");
	town = accepted();
	tamper(&town, "UPDATE ledger SET at = at + 1 WHERE number = 3");
	town = accepted();
	tamper(&town, "UPDATE ledger SET salt = 'aa' WHERE number = 3");
	town = accepted();
	tamper(&town, "UPDATE ledger SET salt = '' WHERE number = 3");
	town = accepted();
	tamper(&town, "UPDATE ledger SET content_hash = hash WHERE number = 3");
	town = accepted();
	tamper(&town, "UPDATE ledger SET hash = content_hash WHERE number = 3");
}

TEST(a_missing_entry_is_found)
{
	struct town town = accepted();
	char *complaint = NULL;
	db_run(town.db, "PRAGMA defer_foreign_keys = ON", DB_NONE);
	db_run(town.db, "DELETE FROM ledger WHERE number = 2", DB_NONE);
	assert_false(ledger_verify(town.db, &complaint));
	assert_string_equal(complaint, "entry 2 is missing");
	db_rollback(town.db);
}

TEST(an_erased_entry_leaves_the_chain_verifiable)
{
	struct town town = accepted();
	char *complaint = NULL;
	ledger_erase(town.db, 3);
	assert_true(ledger_verify(town.db, &complaint));
	assert_int_equal(test_count(town.db, "ledger WHERE number = 3 AND salt = '' AND content = ''"), 1);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_contact, town.thing, false)), 5);
	ledger_erase(town.db, 2);
	assert_false(doc_bool(doc_next(doc_next(doc_next(doc_first(ledger_list(town.db, 0, 10))))), "is_open"));
}

TEST(contents_open_when_the_case_is_public_and_the_move_not_shut)
{
	struct town town = things_begin();
	things_move(&town, &town.as_contact, "submit", NULL);
	struct doc *list = ledger_list(town.db, 0, 10);
	assert_false(doc_bool(doc_first(list), "is_open"));
	assert_false(doc_has(doc_first(list), "content"));
	assert_string_equal(doc_text(doc_first(list), "path"), "");
	town = accepted();
	list = ledger_list(town.db, 0, 10);
	assert_int_equal(doc_count(list), 5);
	struct doc *accept = doc_first(list);
	assert_int_equal(doc_int(accept, "number"), 5);
	assert_true(doc_bool(accept, "is_open"));
	assert_string_equal(doc_text(accept, "path"), arena_text("/things/%lld", (long long)town.thing));
	assert_string_equal(doc_text(doc_get(accept, "content"), "to"), "accepted");
	struct doc *returned = doc_next(doc_next(accept));
	assert_int_equal(doc_int(returned, "number"), 3);
	assert_false(doc_bool(returned, "is_open"));
	assert_int_equal(doc_int(doc_first(ledger_list(town.db, 3, 10)), "number"), 2);
	assert_int_equal(doc_count(ledger_list(town.db, 0, 2)), 2);
}

TEST(lines_hold_all_that_is_needed_to_verify_and_no_more)
{
	struct town town = accepted();
	int64_t last = 0;
	char *lines = ledger_lines(town.db, 1, 3, &last);
	assert_int_equal(last, 3);
	struct doc *line = doc_parse(text_piece(lines, '\n', 1));
	assert_int_equal(doc_int(line, "number"), 2);
	assert_true(doc_int(line, "time") > 0);
	const char *content = doc_canonical(doc_get(line, "content"));
	char *text = arena_text("%s%s", doc_text(line, "salt"), content);
	assert_string_equal(doc_text(line, "content_hash"), secret_sha256_hex(text, strlen(text)));
	line = doc_parse(text_piece(lines, '\n', 2));
	assert_false(doc_has(line, "salt"));
	assert_false(doc_has(line, "content"));
	assert_null(strstr(lines, "費用"));
	ledger_lines(town.db, 4, 100, &last);
	assert_int_equal(last, 5);
	assert_string_equal(ledger_lines(town.db, 6, 100, &last), "");
	assert_int_equal(last, 0);
}

TEST(a_timeline_shows_shut_entries_to_the_parties_only)
{
	struct town town = accepted();
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_contact, town.thing, false)), 5);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_staff, town.thing, false)), 5);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_coordinator, town.thing, false)), 5);
	struct doc *public_events = ledger_timeline(town.db, &town.nobody, town.thing, false);
	assert_int_equal(doc_count(public_events), 4);
	assert_null(strstr(doc_canonical(public_events), "費用"));
}

TEST(a_timeline_of_an_unpublished_case_is_for_its_parties)
{
	struct town town = things_begin();
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.nobody, town.thing, true)), 0);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_member, town.thing, true)), 1);
}

TEST(a_timeline_row_says_what_by_whom_and_why)
{
	struct town town = accepted();
	struct doc *events = ledger_timeline(town.db, &town.as_contact, town.thing, false);
	struct doc *submit = doc_next(doc_first(events));
	assert_string_equal(doc_text(submit, "move"), "submit");
	assert_string_equal(doc_text(submit, "text_key"), "past_things_submit");
	assert_string_equal(doc_text(submit, "role_key"), "role_group");
	assert_true(doc_bool(submit, "is_group"));
	assert_false(doc_bool(submit, "is_city"));
	assert_string_equal(doc_text(submit, "state_key"), "state_things_submitted");
	assert_string_equal(doc_text(submit, "effective_on"), "2026-06-01");
	struct doc *returned = doc_next(submit);
	assert_string_equal(doc_text(returned, "text_key"), "move_things_return");
	assert_string_equal(doc_text(returned, "reason"), "費用が合いません");
	assert_true(doc_bool(returned, "is_city"));
}

TEST(a_thread_holds_parents_and_descendants)
{
	struct town town = accepted();
	int64_t first = town.thing;
	struct case_file child = {.title = "子", .group_id = town.group, .parent_id = first};
	int64_t second = case_open(town.db, &town.as_contact, &things, &child, NULL);
	child.parent_id = second;
	int64_t third = case_open(town.db, &town.as_contact, &things, &child, NULL);
	case_open(town.db, &town.as_contact, &things, &(struct case_file){.title = "別", .group_id = town.group}, NULL);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_contact, third, true)), 7);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_contact, first, true)), 7);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.as_contact, third, false)), 1);
	assert_int_equal(doc_count(ledger_timeline(town.db, &town.nobody, third, true)), 4);
}
