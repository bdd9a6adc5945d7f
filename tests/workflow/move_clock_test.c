/* Both sides' clocks over the days that matter: New Year, 1 April, the end of February. */
#include "support/test.h"
#include "support/things.h"

#include "base/clock.h"
#include "base/text.h"

static void move_on(struct town *town, const struct viewer *viewer, const char *move, int day)
{
	struct move_order order = {town->thing, move, -1, NULL, "理由", day, false};
	assert_int_equal(move_perform(town->db, viewer, &order, NULL), MOVE_DONE);
}

TEST(the_city_counts_working_days_over_new_year)
{
	struct town town = things_begin();
	move_on(&town, &town.as_contact, "submit", day_make(2026, 12, 25));
	/* Fri 12/25 → 28 | 12/29–1/3 closed | 4 5 6 7 */
	assert_string_equal(day_iso(things_now(&town).due_on), "2027-01-07");
	assert_string_equal(day_iso(things_now(&town).turn_since_on), "2026-12-25");
}

TEST(the_city_counts_over_the_first_of_april)
{
	struct town town = things_begin();
	move_on(&town, &town.as_contact, "submit", day_make(2026, 3, 30));
	assert_string_equal(day_iso(things_now(&town).due_on), "2026-04-06");
	assert_string_equal(things_now(&town).number, "試2025-0001");
}

TEST(the_city_counts_over_the_29th_of_february)
{
	struct town town = things_begin();
	move_on(&town, &town.as_contact, "submit", day_make(2028, 2, 25));
	/* Fri 2028-02-25 → Mon 28, Tue 29, Wed 3/1, 2, 3 */
	assert_string_equal(day_iso(things_now(&town).due_on), "2028-03-03");
}

TEST(a_group_has_at_least_14_days_with_two_weekends)
{
	struct town town = things_begin();
	move_on(&town, &town.as_contact, "submit", DAY_NONE);
	move_on(&town, &town.as_coordinator, "return", day_make(2026, 6, 1));
	int due_on = things_now(&town).due_on;
	assert_true(due_on >= day_make(2026, 6, 15));
	assert_true(day_is_open(due_on));
	assert_string_equal(things_now(&town).turn, "group");
}

TEST(a_clock_stops_while_the_other_side_holds_the_case)
{
	struct town town = things_begin();
	move_on(&town, &town.as_contact, "submit", DAY_NONE);
	move_on(&town, &town.as_coordinator, "return", DAY_NONE);
	test_clock("2026-06-12T09:00:00+09:00");
	assert_false(doc_bool(case_row(town.db, town.thing), "is_overdue"));
	move_on(&town, &town.as_contact, "submit", DAY_NONE);
	assert_int_equal(things_now(&town).due_on, day_add_open(day_make(2026, 6, 12), 5));
}

TEST(a_move_that_keeps_the_turn_keeps_its_date_unless_it_has_days)
{
	struct town town = things_begin();
	move_on(&town, &town.as_contact, "submit", DAY_NONE);
	things_bind(&town, "accept", NULL);
	int due_on = things_now(&town).due_on;
	assert_int_equal(due_on, day_add_open(day_today(), 10));
	assert_string_equal(things_now(&town).turn, "both");
	move_on(&town, &town.as_member, "note", DAY_NONE);
	assert_int_equal(things_now(&town).due_on, due_on);
	assert_string_equal(things_now(&town).turn, "both");
	struct move_order order = {town.thing, "expire", -1, NULL, NULL, day_make(2026, 6, 8), true};
	assert_int_equal(move_perform(town.db, &town.nobody, &order, NULL), MOVE_DONE);
	assert_int_equal(things_now(&town).due_on, day_add_open(day_make(2026, 6, 8), 3));
	assert_int_equal(things_now(&town).turn_since_on, day_today());
}

TEST(a_case_is_overdue_after_its_day_not_on_it)
{
	struct town town = things_begin();
	move_on(&town, &town.as_contact, "submit", DAY_NONE);
	case_update_due(town.db, town.thing, "city", day_today());
	assert_false(doc_bool(case_row(town.db, town.thing), "is_overdue"));
	test_clock("2026-06-02T00:00:00+09:00");
	assert_true(doc_bool(case_row(town.db, town.thing), "is_overdue"));
}
