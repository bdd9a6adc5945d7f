/* 開庁日 and the deadlines counted in them. */
#include "support/test.h"

#include "base/clock.h"

TEST(city_hall_is_closed_at_weekends_holidays_and_new_year)
{
	assert_true(day_is_open(day_make(2026, 4, 1)));
	assert_false(day_is_open(day_make(2026, 4, 4)));
	assert_false(day_is_open(day_make(2026, 4, 5)));
	assert_false(day_is_open(day_make(2026, 4, 29)));
	assert_true(day_is_open(day_make(2026, 12, 28)));
	assert_false(day_is_open(day_make(2026, 12, 29)));
	assert_false(day_is_open(day_make(2027, 1, 1)));
	assert_true(day_is_open(day_make(2027, 1, 4)));
}

TEST(city_closes_and_reopens_days)
{
	int day = day_make(2026, 4, 1);
	for (int later = 30; later >= 0; later--)
		day_close(day + later);
	assert_false(day_is_open(day));
	assert_int_equal(day_next_open(day), day_make(2026, 5, 7));
	day_reopen(day + 3); /* a Saturday */
	assert_true(day_is_open(day + 3));
	assert_int_equal(day_next_open(day), day + 3);
	day_close(day + 3);
	assert_false(day_is_open(day + 3));
	day_forget_exceptions();
	assert_true(day_is_open(day));
	assert_false(day_is_open(day + 3));
}

TEST(next_open_day_is_the_day_itself_or_later)
{
	assert_int_equal(day_next_open(day_make(2026, 4, 1)), day_make(2026, 4, 1));
	assert_int_equal(day_next_open(day_make(2026, 5, 2)), day_make(2026, 5, 7));
	assert_int_equal(day_next_open(day_make(2026, 12, 29)), day_make(2027, 1, 4));
	assert_int_equal(day_next_open(DAY_NONE), DAY_NONE);
}

TEST(open_days_are_counted_from_the_next_day)
{
	assert_int_equal(day_add_open(day_make(2026, 4, 1), 1), day_make(2026, 4, 2));
	assert_int_equal(day_add_open(day_make(2026, 4, 3), 1), day_make(2026, 4, 6));
	assert_int_equal(day_add_open(day_make(2026, 4, 28), 5), day_make(2026, 5, 11));
	assert_int_equal(day_add_open(day_make(2026, 4, 4), 1), day_make(2026, 4, 6));
	assert_int_equal(day_add_open(day_make(2026, 4, 4), 0), day_make(2026, 4, 4));
	assert_int_equal(day_add_open(DAY_NONE, 3), DAY_NONE);
}

TEST(groups_have_fourteen_days_at_least)
{
	assert_int_equal(day_add_group(day_make(2026, 6, 1), 3), day_make(2026, 6, 15));
	assert_int_equal(day_add_group(day_make(2026, 6, 1), 30), day_make(2026, 7, 1));
}

TEST(groups_have_two_whole_weekends)
{
	assert_int_equal(day_add_group(day_make(2026, 6, 6), 14), day_make(2026, 6, 22)); /* from a Saturday */
	assert_int_equal(day_add_group(day_make(2026, 6, 7), 14), day_make(2026, 6, 22)); /* from a Sunday */
}

TEST(groups_deadlines_fall_on_open_days)
{
	assert_int_equal(day_add_group(day_make(2026, 4, 20), 14), day_make(2026, 5, 7));
	assert_int_equal(day_add_group(DAY_NONE, 14), DAY_NONE);
}
