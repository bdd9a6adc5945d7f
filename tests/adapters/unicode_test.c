/* Folding, and searching a real full-text table with what people type. */
#include "support/test.h"

#include "adapters/db.h"
#include "adapters/unicode.h"
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TEST(one_text_however_it_is_written)
{
	assert_string_equal(unicode_fold("プラスチック"), "ぷらすちっく");
	assert_string_equal(unicode_fold("ﾌﾟﾗｽﾁｯｸ"), "ぷらすちっく");
	assert_string_equal(unicode_fold("フ゜ラスチック"), "ぷらすちっく");
	assert_string_equal(unicode_fold("フ\u309Aラスチック"), "ぷらすちっく");
	assert_string_equal(unicode_fold("ＮＰＯ法人　Ａ"), "npo法人 a");
	assert_string_equal(unicode_fold("㍿①㎡"), "株式会社1m2");
	assert_string_equal(unicode_fold("髙橋・渡邉・澤・𠮷田"), "高橋・渡辺・沢・吉田");
	assert_string_equal(unicode_fold("葛\U000E0101飾"), "葛飾");
	assert_string_equal(unicode_fold("a\tb\nc\u00A0d"), "a b c d");
	assert_string_equal(unicode_fold(NULL), "");
	assert_string_equal(unicode_fold(""), "");
}

TEST(dashes_and_the_long_vowel)
{
	assert_string_equal(unicode_fold("０４２‐５８１−４１１２"), "042-581-4112");
	assert_string_equal(unicode_fold("042ー581ー4112"), "042-581-4112");
	assert_string_equal(unicode_fold("センター"), "せんたー");
	assert_string_equal(unicode_fold("ｾﾝﾀｰ"), "せんたー");
	assert_string_equal(unicode_fold("センタ−祭"), "せんたー祭");
	assert_string_equal(unicode_fold("あおば-1"), "あおば-1");
	assert_string_equal(unicode_fold("データベース2ー3"), "でーたべーす2-3");
	assert_string_equal(unicode_fold("10〜12"), "10~12");
}

TEST(broken_bytes_are_spaces)
{
	assert_string_equal(unicode_fold("a\xFF\xC3(\xE6\x97"), "a  (  ");
	assert_string_equal(unicode_compose("\xF0\x9F"), "  ");
}

TEST(composing_changes_nothing_else)
{
	assert_string_equal(unicode_compose("か\u3099ＡﾌﾟＸ　x"), "がＡﾌﾟＸ　x");
	assert_string_equal(unicode_compose("か゛゛"), "か゛゛");
	assert_string_equal(unicode_compose(NULL), "");
}

TEST(words_are_pairs_and_a_last_character)
{
	assert_string_equal(unicode_words("図書館"), "図書 書館 館");
	assert_string_equal(unicode_words("木"), "木");
	assert_string_equal(unicode_words("NPO法人 日野、3月"), "npo 法人 人 日野 野 3 月");
	assert_string_equal(unicode_words("042-581-4112 -a- _b_ --"), "042-581-4112 a b");
	assert_string_equal(unicode_words("  「」😀 "), "");
	assert_string_equal(unicode_words(NULL), "");
}

TEST(queries_are_phrases)
{
	assert_string_equal(unicode_query("図書館"), "\"図書 書館\"");
	assert_string_equal(unicode_query(" 環境　ﾎﾞﾗﾝﾃｨｱ "), "\"環境\" AND \"ぼら らん んて てぃ ぃあ\"");
	assert_string_equal(unicode_query("木"), "\"木\"*");
	assert_string_equal(unicode_query("3月"), "\"3 月\"*");
	assert_string_equal(unicode_query("NPO法人"), "\"npo 法人\"");
	assert_string_equal(unicode_query("法人NPO"), "\"法人 人 npo\"");
	assert_string_equal(unicode_query("!? 、。\" * - "), "");
	assert_string_equal(unicode_query(""), "");
	assert_string_equal(unicode_query(NULL), "");
}

static struct db *search_db(void)
{
	struct db *db = db_open(":memory:", DB_WRITER);
	assert_true(db_script(db, "CREATE VIRTUAL TABLE word USING fts5 (text, tokenize = 'unicode61 remove_diacritics 0')"));
	const char *const texts[] = {"東京都日野市のプラスチックごみ", "ＮＰＯ法人 みどりの会",
	                             "図書館で3月5日に読み聞かせ",     "木を植える。植木市",
	                             "市民活動センター 042-581-4112",  "Zoom-ミーティング、会員npo募集",
	                             "a OR b NOT NEAR text:x"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		db_run(db, "INSERT INTO word (rowid, text) VALUES (:id, :text)",
		       DB(V_INT("id", i + 1), V_TEXT("text", unicode_words(texts[i]))));
	return db;
}

static char *found(struct db *db, const char *typed)
{
	const char *query = unicode_query(typed);
	const char *sql = "SELECT coalesce(group_concat(rowid, ' '), '') FROM word WHERE word MATCH :query";
	return *query ? db_text(db, sql, DB(V_TEXT("query", query))) : arena_copy("nothing typed");
}

TEST(a_full_text_table_finds_japanese)
{
	struct db *db = search_db();
	assert_string_equal(found(db, "日野"), "1");
	assert_string_equal(found(db, "ﾌﾟﾗｽﾁｯｸ"), "1");
	assert_string_equal(found(db, "ぷらすちっく"), "1");
	assert_string_equal(found(db, "プラスチック"), "1");
	assert_string_equal(found(db, "npo"), "2 6");
	assert_string_equal(found(db, "ＮＰＯ"), "2 6");
	assert_string_equal(found(db, "npo法人"), "2");
	assert_string_equal(found(db, "会員ＮＰＯ"), "6");
	assert_string_equal(found(db, "みどり 法人"), "2");
	assert_string_equal(found(db, "みどり 図書館"), "");
	assert_string_equal(found(db, "3月"), "3");
	assert_string_equal(found(db, "書館"), "3");
	assert_string_equal(found(db, "館図"), "");
	assert_string_equal(found(db, "０４２−５８１−４１１２"), "5");
	assert_string_equal(found(db, "581-4112"), "5");
	assert_string_equal(found(db, "zoom"), "6");
	assert_string_equal(found(db, "センタ−"), "5");
	assert_string_equal(found(db, "京都"), "1");
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(one_character_is_found_wherever_it_stands)
{
	struct db *db = search_db();
	assert_string_equal(found(db, "木"), "4");
	assert_string_equal(found(db, "館"), "3");
	assert_string_equal(found(db, "ミ"), "1 2 3 6");
	assert_string_equal(found(db, "会"), "2 6");
	assert_string_equal(found(db, "聞"), "3");
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(typed_syntax_is_only_text)
{
	struct db *db = search_db();
	assert_string_equal(found(db, "a\" OR *"), "7");
	assert_string_equal(found(db, "日野\" OR \"図書館"), "");
	assert_string_equal(found(db, "text:x"), "7");
	assert_string_equal(found(db, "NEAR(a b)"), "7");
	assert_string_equal(found(db, "^日野"), "1");
	assert_string_equal(found(db, "{日野} + (図書"), "");
	assert_string_equal(found(db, "-日野 --"), "1");
	assert_string_equal(found(db, "'; DROP TABLE word; --"), "");
	assert_string_equal(found(db, "\"*^:(){}+-"), "nothing typed");
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(any_bytes_can_be_typed)
{
	struct db *db = search_db();
	static const char pieces[] = "\"*-_ab3 ^:(){}\xE6\x97\xA5\xE3\x83\xBC\xE3\x82\x9B\xF0\x9F\xFF\x80\xCC\x81";
	srand(20260401);
	for (int round = 0; round < 2000; round++) {
		char typed[40] = {0};
		for (int i = 0; i < 39; i++)
			typed[i] = pieces[(size_t)rand() % (sizeof pieces - 1)];
		found(db, typed);
		assert_string_equal(db_fault(db), "");
	}
	char *longest = arena_alloc(100001);
	memset(longest, 'a', 100000);
	for (int i = 0; i < 100000; i += 2)
		longest[i] = ' ';
	found(db, longest);
	assert_string_equal(db_fault(db), "");
	db_close(db);
}
