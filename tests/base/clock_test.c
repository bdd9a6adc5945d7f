/* Instants, days, eras and their words. Holidays and working days have tests of their own. */
#include "support/test.h"

#include "base/clock.h"

#include <time.h>

TEST(clock_starts_where_it_is_set_and_runs_on)
{
	assert_true(clock_set("2026-04-01T09:00:00+09:00", 0));
	assert_in_range(clock_now() - clock_at(day_make(2026, 4, 1), 9, 0), 0, 2);
	assert_int_equal(day_today(), day_make(2026, 4, 1));
}

TEST(clock_of_an_anchor_has_run_since)
{
	assert_true(clock_set("2026-04-01T00:00:00Z", (int64_t)time(NULL) - 3600));
	assert_in_range(clock_now() - clock_at(day_make(2026, 4, 1), 10, 0), 0, 2);
}

TEST(clock_refuses_what_is_no_instant)
{
	static const char *const wrong[] = {"",
	                                    "2026-04-01",
	                                    "2026-04-01T09:00:00",
	                                    "2026-02-30T09:00:00Z",
	                                    "2026-04-01T24:00:00Z",
	                                    "2026-04-01T09:60:00Z",
	                                    "2026-04-01T09:00:00+9:00",
	                                    "2026-04-01T09:00:00+09:00x",
	                                    "2026-04-01 09:00:00Z",
	                                    "2026-04-01T09:00:00+99:00"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_false(clock_set(wrong[i], 0));
	assert_false(clock_set(NULL, 0));
}

TEST(clock_iso_is_in_japan)
{
	assert_string_equal(clock_iso(0), "1970-01-01T09:00:00+09:00");
	assert_string_equal(clock_iso(clock_at(day_make(2026, 12, 31), 23, 59) + 59), "2026-12-31T23:59:59+09:00");
	assert_string_equal(clock_iso(-9 * 3600 - 1), "1969-12-31T23:59:59+09:00");
	assert_string_equal(clock_time(clock_at(day_make(2026, 4, 1), 9, 5)), "09:05");
}

TEST(day_changes_at_midnight_in_japan)
{
	int64_t midnight = clock_at(day_make(2026, 4, 1), 0, 0);
	assert_int_equal(day_of(midnight), day_make(2026, 4, 1));
	assert_int_equal(day_of(midnight - 1), day_make(2026, 3, 31));
	assert_int_equal(day_of(0), 0);
	assert_int_equal(day_of(-9 * 3600 - 1), -1);
}

TEST(day_makes_only_days_that_exist)
{
	assert_int_equal(day_make(1970, 1, 1), 0);
	assert_int_equal(day_make(2000, 3, 1), 11017);
	assert_int_equal(day_make(2026, 2, 29), DAY_NONE);
	assert_int_equal(day_make(1900, 2, 29), DAY_NONE);
	assert_int_not_equal(day_make(2000, 2, 29), DAY_NONE);
	assert_int_equal(day_make(2026, 13, 1), DAY_NONE);
	assert_int_equal(day_make(2026, 0, 1), DAY_NONE);
	assert_int_equal(day_make(2026, 4, 0), DAY_NONE);
	assert_int_equal(day_make(2026, 4, 31), DAY_NONE);
	assert_int_equal(day_make(0, 1, 1), DAY_NONE);
}

TEST(day_splits_what_it_made)
{
	for (int day = day_make(1868, 1, 1); day <= day_make(2101, 1, 1); day += 13) {
		int year, month, date;
		day_split(day, &year, &month, &date);
		assert_int_equal(day_make(year, month, date), day);
	}
	int year, month, date;
	day_split(day_make(1, 1, 1), &year, &month, &date);
	assert_int_equal(year * 10000 + month * 100 + date, 10101);
}

TEST(day_reads_and_writes_iso)
{
	assert_int_equal(day_parse("2026-04-01"), day_make(2026, 4, 1));
	assert_string_equal(day_iso(day_make(2026, 4, 1)), "2026-04-01");
	assert_string_equal(day_iso(DAY_NONE), "");
	static const char *const wrong[] = {"", "2026-4-1", "2026/04/01", "2026-04-31", "2026-04-011", "+026-04-01", "2026-04-0x"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_int_equal(day_parse(wrong[i]), DAY_NONE);
	assert_int_equal(day_parse(NULL), DAY_NONE);
}

TEST(day_has_its_weekday)
{
	assert_int_equal(day_weekday(day_make(2026, 4, 1)), 3);
	assert_int_equal(day_weekday(day_make(1969, 12, 28)), 0);
	assert_int_equal(day_weekday(day_make(2024, 2, 29)), 4);
}

TEST(fiscal_year_begins_in_april)
{
	assert_int_equal(day_fiscal_year(day_make(2026, 3, 31)), 2025);
	assert_int_equal(day_fiscal_year(day_make(2026, 4, 1)), 2026);
	assert_int_equal(day_fiscal_year(day_make(2026, 12, 31)), 2026);
}

TEST(era_changes_on_its_first_day)
{
	assert_string_equal(era_year(day_make(2026, 4, 1)), "令和8年");
	assert_string_equal(era_year(day_make(2019, 5, 1)), "令和元年");
	assert_string_equal(era_year(day_make(2019, 4, 30)), "平成31年");
	assert_string_equal(era_year(day_make(1989, 1, 8)), "平成元年");
	assert_string_equal(era_year(day_make(1989, 1, 7)), "昭和64年");
	assert_string_equal(era_year(day_make(1926, 12, 25)), "昭和元年");
	assert_string_equal(era_year(day_make(1926, 12, 24)), "大正15年");
	assert_string_equal(era_year(day_make(1912, 7, 29)), "明治45年");
	assert_string_equal(era_year(day_make(1873, 1, 1)), "明治6年");
	assert_string_equal(era_year(day_make(1872, 12, 31)), "");
	assert_string_equal(era_year(DAY_NONE), "");
}

TEST(era_gives_the_western_year)
{
	assert_int_equal(era_to_year("令和", 8), 2026);
	assert_int_equal(era_to_year("R", 8), 2026);
	assert_int_equal(era_to_year("h", 31), 2019);
	assert_int_equal(era_to_year("平成", 32), 0);
	assert_int_equal(era_to_year("昭", 64), 1989);
	assert_int_equal(era_to_year("㍽", 1), 1912);
	assert_int_equal(era_to_year("明治", 45), 1912);
	assert_int_equal(era_to_year("令和", 0), 0);
	assert_int_equal(era_to_year("慶応", 3), 0);
	assert_int_equal(era_to_year("", 3), 0);
	assert_int_equal(era_to_year(NULL, 3), 0);
}

TEST(day_in_words)
{
	int day = day_make(2026, 11, 20);
	assert_string_equal(day_words(day, WORDS_JA), "令和8年（2026年）11月20日（金曜日）");
	assert_string_equal(day_words(day, WORDS_EASY), "2026年11月20日（金曜日）");
	assert_string_equal(day_words(day, WORDS_EN), "Friday, 20 November 2026");
	assert_string_equal(day_words(day_make(1870, 1, 1), WORDS_JA), "1870年1月1日（土曜日）");
	assert_string_equal(day_words(DAY_NONE, WORDS_JA), "");
}

TEST(instant_in_words)
{
	int64_t at = clock_at(day_make(2026, 11, 20), 13, 30);
	assert_string_equal(clock_words(at, WORDS_JA), "令和8年（2026年）11月20日（金曜日）午後1時30分");
	assert_string_equal(clock_words(at, WORDS_EASY), "2026年11月20日（金曜日） 午後1時30分");
	assert_string_equal(clock_words(at, WORDS_EN), "Friday, 20 November 2026, 1:30 pm");
}

TEST(time_in_words)
{
	assert_string_equal(clock_time_words(9, 0, WORDS_JA), "午前9時");
	assert_string_equal(clock_time_words(0, 5, WORDS_JA), "午前0時5分");
	assert_string_equal(clock_time_words(12, 0, WORDS_JA), "正午");
	assert_string_equal(clock_time_words(12, 0, WORDS_EASY), "午後0時");
	assert_string_equal(clock_time_words(12, 30, WORDS_JA), "午後0時30分");
	assert_string_equal(clock_time_words(23, 59, WORDS_EASY), "午後11時59分");
	assert_string_equal(clock_time_words(0, 5, WORDS_EN), "12:05 am");
	assert_string_equal(clock_time_words(12, 0, WORDS_EN), "12:00 noon");
	assert_string_equal(clock_time_words(0, 0, WORDS_EN), "12:00 midnight");
	assert_string_equal(clock_time_words(9, 0, WORDS_EN), "9:00 am");
}
