/* What people type: each way of writing that is understood, and what is asked again. */
#include "support/test.h"

#include "base/clock.h"
#include "base/input.h"

#include <stdbool.h>

static void number_is(const char *typed, long long wanted)
{
	long long number = -777;
	if (!input_number(typed, &number) || number != wanted)
		fail_msg("%s gave %lld, not %lld", typed, number, wanted);
}

static void number_is_asked_again(const char *typed)
{
	long long number = -777;
	if (input_number(typed, &number))
		fail_msg("%s gave %lld", typed, number);
	assert_int_equal(number, -777);
}

TEST(number_in_any_width)
{
	number_is("1234", 1234);
	number_is("　１２，３４５　", 12345);
	number_is("1,234,567", 1234567);
	number_is("１、０００", 1000);
	number_is("1 000", 1000);
	number_is("007", 7);
	number_is("0", 0);
	number_is("999999999999999999", 999999999999999999LL);
}

TEST(number_with_money_signs_and_counters)
{
	number_is("150,000円", 150000);
	number_is("¥150,000-", 150000);
	number_is("￥150,000－", 150000);
	number_is("\\5000", 5000);
	number_is("120,000円也", 120000);
	number_is("20人", 20);
	number_is("３件", 3);
}

TEST(number_with_japanese_units)
{
	number_is("12万円", 120000);
	number_is("１２万", 120000);
	number_is("1.5万円", 15000);
	number_is("12万5000円", 125000);
	number_is("12万5千円", 125000);
	number_is("1億2千万", 120000000);
	number_is("3億2千5百万", 325000000);
	number_is("1,500千円", 1500000);
	number_is("千円", 1000);
	number_is("1.25億", 125000000);
}

TEST(number_below_zero)
{
	number_is("-5", -5);
	number_is("−5", -5);
	number_is("△1,000円", -1000);
	number_is("▲3万", -30000);
	number_is("-¥500", -500);
	number_is("¥-500", -500);
	number_is("+5", 5);
}

TEST(number_that_nobody_can_tell_is_asked_again)
{
	static const char *const wrong[] = {"",
	                                    "円",
	                                    "abc",
	                                    "1,5",
	                                    "1,23",
	                                    "12.5",
	                                    "1.000",
	                                    "1.",
	                                    ".",
	                                    "万円",
	                                    "1..5万",
	                                    "1.23456万",
	                                    "5万3万",
	                                    "2千3千",
	                                    "5千3億2億",
	                                    "1234567890123456789",
	                                    "99999999999億",
	                                    "--5",
	                                    "5-",
	                                    "1-2",
	                                    "1.5,000万",
	                                    ",100",
	                                    "1,0000",
	                                    "12%"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		number_is_asked_again(wrong[i]);
	number_is_asked_again(NULL);
}

static void day_is(const char *typed, const char *wanted)
{
	int day = DAY_NONE;
	if (!input_day_text(typed, &day))
		fail_msg("%s was not understood", typed);
	assert_string_equal(day_iso(day), wanted);
}

TEST(day_in_three_fields)
{
	static const char *const years[] = {"2026", "２０２６年", "令和8", "令和８年", "R8",
	                                    "ｒ８", "R.8",        "㋿8",  "令8",      " 令和 8 "};
	int day;
	for (size_t i = 0; i < sizeof years / sizeof *years; i++) {
		if (!input_day(years[i], "４月", "１", &day))
			fail_msg("%s was not understood", years[i]);
		assert_string_equal(day_iso(day), "2026-04-01");
	}
	assert_true(input_day("平成31", "04", "30日", &day));
	assert_string_equal(day_iso(day), "2019-04-30");
	assert_true(input_day("令和元年", "1", "1", &day));
	assert_string_equal(day_iso(day), "2019-01-01");
	assert_true(input_day("昭和元", "12", "31", &day));
	assert_string_equal(day_iso(day), "1926-12-31");
}

TEST(day_in_three_fields_is_asked_again)
{
	int day = 5;
	assert_false(input_day("", "", "", &day));
	assert_false(input_day(NULL, NULL, NULL, &day));
	assert_false(input_day("26", "4", "1", &day));
	assert_false(input_day("8", "4", "1", &day));
	assert_false(input_day("元年", "4", "1", &day));
	assert_false(input_day("平成32", "4", "1", &day));
	assert_false(input_day("慶応3", "4", "1", &day));
	assert_false(input_day("2026", "2", "29", &day));
	assert_false(input_day("2026", "13", "1", &day));
	assert_false(input_day("2026", "4", "001", &day));
	assert_false(input_day("0000", "4", "1", &day));
	assert_int_equal(day, 5);
}

TEST(day_in_one_field)
{
	static const char *const texts[] = {"2026-04-01",
	                                    "2026/4/1",
	                                    "２０２６／０４／０１",
	                                    "2026.4.1",
	                                    "20260401",
	                                    "2026年4月1日",
	                                    "2026年 4月 1日",
	                                    "令和8年4月1日",
	                                    "R8.4.1",
	                                    "r8/4/1",
	                                    "Ｒ８－４－１",
	                                    "2026−4−1",
	                                    "2026ー4ー1",
	                                    "2026〜4〜1",
	                                    "令和8年（2026年）4月1日（水曜日）",
	                                    "2026年(令和8年)4月1日(水)"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		day_is(texts[i], "2026-04-01");
	day_is("平成元年1月8日", "1989-01-08");
	day_is(day_words(day_make(2026, 11, 20), WORDS_JA), "2026-11-20");
}

TEST(day_in_one_field_is_asked_again)
{
	static const char *const wrong[] = {"",           "2026",   "2026-04",  "26-4-1", "2026-4-1-1",
	                                    "2026-02-30", "あした", "20261301", "4/1",    "(2026-4-1"};
	int day = 5;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (input_day_text(wrong[i], &day))
			fail_msg("%s was understood", wrong[i]);
	assert_false(input_day_text(NULL, &day));
	assert_int_equal(day, 5);
}

static void time_is(const char *typed, int wanted_hour, int wanted_minute)
{
	int hour = -1, minute = -1;
	if (!input_time(typed, &hour, &minute) || hour != wanted_hour || minute != wanted_minute)
		fail_msg("%s gave %d:%d", typed, hour, minute);
}

TEST(time_in_many_ways)
{
	static const char *const texts[] = {"13:30",    "13：30",  "１３：３０",  "1330",      "１３３０",
	                                    "13時30分", "13時半",  "午後1時30分", "午後1:30",  "午後 １時半",
	                                    "13.30",    "1:30 pm", "PM1:30",      "1:30 p.m.", "午後13時30分"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		time_is(texts[i], 13, 30);
	time_is("930", 9, 30);
	time_is("9", 9, 0);
	time_is("9時", 9, 0);
	time_is("午前0時", 0, 0);
	time_is("午後0時15分", 12, 15);
	time_is("午後12時", 12, 0);
	time_is("12:15 am", 0, 15);
	time_is("正午", 12, 0);
	time_is("23:59", 23, 59);
	time_is(clock_time_words(13, 5, WORDS_JA), 13, 5);
	time_is(clock_time_words(13, 5, WORDS_EN), 13, 5);
}

TEST(time_is_asked_again)
{
	static const char *const wrong[] = {"",   "24:00", "13:60", "午前12時", "午前13時", "午後",
	                                    "pm", "ひる",  "1:2:3", ":30",      "12345",    "13:300"};
	int hour = 5, minute = 6;
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (input_time(wrong[i], &hour, &minute))
			fail_msg("%s was understood", wrong[i]);
	assert_false(input_time(NULL, &hour, &minute));
	assert_int_equal(hour * 100 + minute, 506);
}
