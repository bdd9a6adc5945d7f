/* Questions about texts, with Japanese in them. */
#include "support/test.h"

#include "base/point.h"
#include "base/text.h"

#include <string.h>

TEST(text_equals_only_texts)
{
	assert_true(text_equal("団体", "団体"));
	assert_false(text_equal("団体", "団"));
	assert_false(text_equal(NULL, NULL));
	assert_false(text_equal("", NULL));
}

TEST(text_starts_and_ends)
{
	assert_true(text_starts("協働事業", "協働"));
	assert_false(text_starts("協", "協働"));
	assert_true(text_ends("協働事業", "事業"));
	assert_false(text_ends("業", "事業"));
	assert_true(text_ends("x", ""));
	assert_false(text_starts(NULL, "a"));
	assert_false(text_ends(NULL, "a"));
}

TEST(text_of_white_space_is_empty)
{
	assert_true(text_empty(NULL));
	assert_true(text_empty(""));
	assert_true(text_empty(" \t\r\n　\xC2\xA0"));
	assert_false(text_empty("　あ"));
}

TEST(text_trim_takes_off_both_ends)
{
	assert_string_equal(text_trim("　 みどりの会　"), "みどりの会");
	assert_string_equal(text_trim("a　b"), "a　b");
	assert_string_equal(text_trim(" \n "), "");
	assert_string_equal(text_trim(NULL), "");
}

TEST(text_trim_makes_line_ends_one_kind_and_drops_controls)
{
	assert_string_equal(text_trim("一\r\n二\r三\n\r\n"), "一\n二\n三");
	assert_string_equal(text_trim("a\x01\tb\x1B"), "a\tb");
	assert_string_equal(text_trim("\x02 a"), "a");
}

TEST(text_finds_words_in_lists)
{
	assert_true(text_has_word("admin  coordinator", "coordinator"));
	assert_false(text_has_word("admin coordinator", "coord"));
	assert_false(text_has_word("admin", ""));
	assert_false(text_has_word("", "admin"));
	assert_false(text_has_word(NULL, "admin"));
}

TEST(text_pieces)
{
	assert_string_equal(text_piece("a,,c", ',', 0), "a");
	assert_string_equal(text_piece("a,,c", ',', 1), "");
	assert_string_equal(text_piece("a,,c", ',', 2), "c");
	assert_null(text_piece("a,,c", ',', 3));
	assert_string_equal(text_piece("", ',', 0), "");
	assert_null(text_piece(NULL, ',', 0));
	assert_null(text_piece("a", ',', -1));
}

TEST(text_replaces_all)
{
	assert_string_equal(text_replace("市と市民", "市", "まち"), "まちとまち民");
	assert_string_equal(text_replace("aaa", "aa", "b"), "ba");
	assert_string_equal(text_replace("a", "", "b"), "a");
	assert_string_equal(text_replace("", "a", "b"), "");
	assert_string_equal(text_replace("a", "a", ""), "");
}

TEST(text_lower_leaves_japanese)
{
	assert_string_equal(text_lower("NPO法人ＡB"), "npo法人Ａb");
}

TEST(text_counts_characters)
{
	assert_int_equal(text_length("協働 Kyodo"), 8);
	assert_int_equal(text_length("𠮷野家"), 3);
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length(NULL), 0);
}

static bool is_utf8(const char *text)
{
	return text_is_utf8(text, strlen(text));
}

TEST(text_knows_utf8)
{
	assert_true(is_utf8(""));
	assert_true(is_utf8("ascii 協働 𠮷 ﾊﾝｶｸ"));
	assert_false(is_utf8("\x8B\xA6\x93\xAD")); /* 協働 in Shift_JIS */
	assert_false(is_utf8("\xC0\xAF"));         /* overlong */
	assert_false(is_utf8("\xE0\x80\xAF"));     /* overlong */
	assert_false(is_utf8("\xF0\x80\x80\xAF")); /* overlong */
	assert_false(is_utf8("\xED\xA0\x80"));     /* surrogate */
	assert_false(is_utf8("\xF4\x90\x80\x80")); /* beyond Unicode */
	assert_false(is_utf8("\xE5\x8D"));         /* cut */
	assert_false(text_is_utf8("a\0b", 3));
	assert_false(text_is_utf8("協", 2));
}

TEST(text_cuts_at_characters)
{
	assert_string_equal(text_cut("協働の指針", 2), "協働…");
	assert_string_equal(text_cut("協働", 2), "協働");
	assert_string_equal(text_cut("協働", 0), "…");
	assert_string_equal(text_cut("", 0), "");
	assert_string_equal(text_cut(NULL, 3), "");
}

TEST(text_numbers_are_digits_only)
{
	assert_int_equal(text_number("0"), 0);
	assert_int_equal(text_number("042"), 42);
	assert_true(text_number("999999999999999999") == 999999999999999999LL);
	assert_int_equal(text_number("1000000000000000000"), -1);
	assert_int_equal(text_number(""), -1);
	assert_int_equal(text_number(NULL), -1);
	assert_int_equal(text_number("-1"), -1);
	assert_int_equal(text_number("1 "), -1);
	assert_int_equal(text_number("１"), -1);
}

TEST(text_groups_thousands)
{
	assert_string_equal(text_grouped(0), "0");
	assert_string_equal(text_grouped(999), "999");
	assert_string_equal(text_grouped(1000), "1,000");
	assert_string_equal(text_grouped(1234567), "1,234,567");
	assert_string_equal(text_grouped(-123), "-123");
	assert_string_equal(text_grouped(-123456), "-123,456");
}

TEST(points_come_one_by_one)
{
	const char *text = "aé協𠮷\xFF";
	assert_int_equal(point_next(&text), 'a');
	assert_int_equal(point_next(&text), 0xE9);
	assert_int_equal(point_next(&text), 0x5354);
	assert_int_equal(point_next(&text), 0x20BB7);
	assert_int_equal(point_next(&text), POINT_BAD);
	assert_int_equal(point_next(&text), 0);
	assert_int_equal(point_next(&text), 0);
}

TEST(points_go_back_to_the_same_bytes)
{
	struct buffer copy = {0};
	const char *text = "aé協𠮷";
	for (uint32_t point; (point = point_next(&text));)
		point_add(&copy, point);
	assert_string_equal(copy.text, "aé協𠮷");
}
