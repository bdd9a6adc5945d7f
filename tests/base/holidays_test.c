/* National holidays: whole years against the lists of the Cabinet Office (内閣府「国民の祝日」について), and the odd cases. */
#include "support/test.h"

#include "base/buffer.h"
#include "base/clock.h"

/* The year's holidays as "1/1 1/12 …". */
static const char *holidays_of(int year)
{
	struct buffer list = {0};
	for (int day = day_make(year, 1, 1); day <= day_make(year, 12, 31); day++) {
		int month, date;
		day_split(day, &year, &month, &date);
		if (day_is_holiday(day))
			buffer_addf(&list, "%s%d/%d", list.length ? " " : "", month, date);
	}
	return buffer_text(&list);
}

TEST(holidays_of_2000_before_happy_mondays)
{
	assert_string_equal(holidays_of(2000), "1/1 1/10 2/11 3/20 4/29 5/3 5/4 5/5 7/20 9/15 9/23 10/9 11/3 11/23 12/23");
}

TEST(holidays_of_2019_with_the_accession)
{
	assert_string_equal(holidays_of(2019), "1/1 1/14 2/11 3/21 4/29 4/30 5/1 5/2 5/3 5/4 5/5 5/6 7/15 8/11 8/12 9/16 9/23 "
	                                       "10/14 10/22 11/3 11/4 11/23");
}

TEST(holidays_of_2020_as_moved_for_the_games)
{
	assert_string_equal(holidays_of(2020),
	                    "1/1 1/13 2/11 2/23 2/24 3/20 4/29 5/3 5/4 5/5 5/6 7/23 7/24 8/10 9/21 9/22 11/3 11/23");
}

TEST(holidays_of_2021_as_moved_again)
{
	assert_string_equal(holidays_of(2021), "1/1 1/11 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/22 7/23 8/8 8/9 9/20 9/23 11/3 11/23");
}

TEST(holidays_of_2026_with_a_day_between)
{
	assert_string_equal(holidays_of(2026),
	                    "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23");
}

TEST(holidays_of_2027)
{
	assert_string_equal(holidays_of(2027),
	                    "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23");
}

TEST(substitute_waits_behind_the_holidays_in_may)
{
	assert_true(day_is_holiday(day_make(2009, 5, 6)));
	assert_false(day_is_holiday(day_make(2003, 5, 6))); /* the rule before 2007 */
	assert_false(day_is_holiday(day_make(2003, 5, 4))); /* a Sunday between holidays stays a Sunday */
}

TEST(emperors_birthday_moves_with_the_emperor)
{
	assert_true(day_is_holiday(day_make(2018, 12, 23)));
	assert_true(day_is_holiday(day_make(2018, 12, 24)));
	assert_false(day_is_holiday(day_make(2019, 2, 23)));
	assert_false(day_is_holiday(day_make(2019, 12, 23)));
	assert_true(day_is_holiday(day_make(2020, 2, 23)));
}

TEST(mountain_day_is_since_2016)
{
	assert_false(day_is_holiday(day_make(2015, 8, 11)));
	assert_true(day_is_holiday(day_make(2016, 8, 11)));
}

TEST(equinoxes_wander)
{
	assert_true(day_is_holiday(day_make(2012, 9, 22)));
	assert_true(day_is_holiday(day_make(2099, 3, 20)));
	assert_true(day_is_holiday(day_make(2092, 3, 19)));
}

TEST(no_holidays_outside_the_checked_years)
{
	assert_false(day_is_holiday(day_make(1999, 1, 1)));
	assert_false(day_is_holiday(day_make(2100, 1, 1)));
	assert_false(day_is_holiday(DAY_NONE));
}
