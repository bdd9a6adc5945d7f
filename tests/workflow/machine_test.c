/* The registry of machines and the check of their tables. */
#include "support/test.h"
#include "support/things.h"

#include <string.h>

TEST(a_machine_is_registered_once_by_its_kind)
{
	machine_register(&things);
	machine_register(&things);
	assert_ptr_equal(machine_find("things"), &things);
	assert_null(machine_find("nothing"));
	int found = 0;
	for (int i = 0; machine_nth(i); i++)
		found += machine_nth(i) == &things;
	assert_int_equal(found, 1);
	assert_null(machine_nth(-1));
}

TEST(moves_and_final_states_are_found)
{
	assert_string_equal(move_find(&things, "accept")->to, "accepted");
	assert_null(move_find(&things, "fly"));
	assert_null(move_find(NULL, "fly"));
	assert_true(machine_is_closed(&things, "declined"));
	assert_false(machine_is_closed(&things, "draft"));
	assert_false(machine_is_closed(NULL, "draft"));
}

TEST(a_broken_table_is_complained_of)
{
	test_texts(NULL);
	static const struct move moves[] = {
		{.name = "go", .from = "draft", .to = "nowhere", .who = WHO_ADMIN, .turn = "nobody", .clause = ""},
		{.name = "tell", .from = "", .to = "draft", .turn = "", .tell = TELL_GROUP, .nobody = "x"},
	};
	static const struct machine broken = {.kind = "broken", .path = "/b", .letter = "x", .states = "draft", .closed = "gone", .moves = moves, .move_count = 2};
	char *complaints = machine_complaints(&broken);
	assert_non_null(strstr(complaints, "broken: closed: gone is not one of its states\n"));
	assert_non_null(strstr(complaints, "broken: go: nowhere is not one of its states\n"));
	assert_non_null(strstr(complaints, "broken: go: its turn is not one of"));
	assert_non_null(strstr(complaints, "broken: go: tells nobody and does not say why\n"));
	assert_non_null(strstr(complaints, "broken: tell: tells somebody and says why nobody\n"));
	assert_non_null(strstr(complaints, "broken: tell: nobody may do it\n"));
	assert_non_null(strstr(complaints, "broken: tell: has no clause"));
	assert_non_null(strstr(complaints, "broken: open: there is no such move\n"));
	assert_non_null(strstr(complaints, "broken: state_broken_draft: there is no such text\n"));
	assert_non_null(strstr(complaints, "broken: move_broken_go_about: there is no such text\n"));
}
