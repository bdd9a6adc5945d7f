/* Phones, postal codes, addresses of mail and web, kana, names and the 法人番号 as people type them. */
#include "support/test.h"

#include "base/input.h"

#include <stdbool.h>
#include <string.h>

/* Asserts what a reader makes of a text; NULL: that it asks again and leaves the result alone. */
static void reads(bool (*read)(const char *, char **), const char *typed, const char *wanted)
{
	char untouched[] = "untouched";
	char *result = untouched;
	bool is_read = read(typed, &result);
	if (is_read != (wanted != NULL) || strcmp(result, wanted ? wanted : untouched) != 0)
		fail_msg("%s gave %s", typed ? typed : "(NULL)", is_read ? result : "nothing");
}

TEST(phone_in_any_writing)
{
	static const char *const texts[] = {"0425814112",
	                                    "042-581-4112",
	                                    "０４２－５８１－４１１２",
	                                    "042(581)4112",
	                                    "（042）581−4112",
	                                    "042 581 4112",
	                                    "042ー581ー4112",
	                                    "042‐581―4112",
	                                    "042.581.4112",
	                                    "+81 42-581-4112",
	                                    "+81 (0)42 581 4112",
	                                    "＋８１４２５８１４１１２",
	                                    "\u202D042-581-4112\u202C"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		reads(input_phone, texts[i], "0425814112");
	reads(input_phone, "090-1234-5678", "09012345678");
	reads(input_phone, "+81 90 1234 5678", "09012345678");
	reads(input_phone, "0120-123-456", "0120123456");
	reads(input_phone, "0800-123-4567", "08001234567");
}

TEST(phone_is_asked_again)
{
	static const char *const wrong[] = {"",
	                                    "5814112",
	                                    "042-581-411",
	                                    "042-581-41122",
	                                    "090-1234-567",
	                                    "0901-2345-67890",
	                                    "+1 212 555 0100",
	                                    "042-581-4112内線5",
	                                    "tel",
	                                    "001012345678",
	                                    "1425814112"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		reads(input_phone, wrong[i], NULL);
	reads(input_phone, NULL, NULL);
}

TEST(phone_is_shown_with_its_area_code)
{
	static const char *const shown[] = {"042-581-4112", "03-1234-5678",  "06-6123-4567", "0422-51-5131",  "0428-22-1111",
	                                    "04-2953-1111", "04-7167-1111",  "04992-2-1234", "011-211-2111",  "0154-23-5151",
	                                    "0166-26-1111", "098-867-0111",  "0980-53-1212", "09802-2-3456",  "052-961-1111",
	                                    "0267-62-2111", "01267-2-2111",  "099-224-1111", "090-1234-5678", "050-1234-5678",
	                                    "0120-123-456", "0800-123-4567", "0570-012-345"};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
		char *digits;
		assert_true(input_phone(shown[i], &digits));
		assert_string_equal(phone_words(digits), shown[i]);
	}
}

TEST(phone_words_leaves_other_texts)
{
	assert_string_equal(phone_words(""), "");
	assert_string_equal(phone_words(NULL), "");
	assert_string_equal(phone_words("119"), "119");
	assert_string_equal(phone_words("042-581-4112"), "042-581-4112");
}

TEST(postal_code_in_any_writing)
{
	static const char *const texts[] = {"1910011",     "191-0011",  "１９１－００１１", "〒191-0011",
	                                    "〒 191 0011", "191ー0011", "191−0011",         "191―0011",
	                                    "191‐0011",    "191〜0011", "１９１～００１１"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		reads(input_postal, texts[i], "1910011");
	reads(input_postal, "191-001", NULL);
	reads(input_postal, "191-00111", NULL);
	reads(input_postal, "19l-0011", NULL);
	reads(input_postal, "", NULL);
	reads(input_postal, NULL, NULL);
}

TEST(email_is_folded_and_its_domain_small)
{
	reads(input_email, "green@demo.example", "green@demo.example");
	reads(input_email, "　Ｇｒｅｅｎ＠Ｄｅｍｏ．Ｅｘａｍｐｌｅ ", "Green@demo.example");
	reads(input_email, "a.b+c@sub.city.example.jp", "a.b+c@sub.city.example.jp");
	reads(input_email, "a..b.@docomo.ne.jp", "a..b.@docomo.ne.jp");
	reads(input_email, "mailto:a@b.jp", "a@b.jp");
	reads(input_email, "a−b@c‐d。jp", "a-b@c-d.jp");
	reads(input_email, "a～b@c.jp", "a~b@c.jp");
}

TEST(email_is_asked_again)
{
	static const char *const wrong[] = {"",
	                                    "green",
	                                    "@b.jp",
	                                    "a@",
	                                    "a@b",
	                                    "a@@b.jp",
	                                    "a@b@c.jp",
	                                    "a b@c.jp",
	                                    "a@b..jp",
	                                    "a@-b.jp",
	                                    "a@b-.jp",
	                                    "a@b.j",
	                                    "a@b.123",
	                                    "a@192.168.0.1",
	                                    "山田@b.jp",
	                                    "a@日本.jp",
	                                    "a@b.jp\nbcc:c@d.jp",
	                                    "a,b@c.jp",
	                                    "<a@b.jp>",
	                                    "a@b.jp."};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		reads(input_email, wrong[i], NULL);
	reads(input_email, NULL, NULL);
	char local[80];
	memset(local, 'a', 65);
	strcpy(local + 65, "@b.jp");
	reads(input_email, local, NULL);
	reads(input_email, local + 1, local + 1);
}

TEST(url_becomes_absolute)
{
	reads(input_url, "https://city.example/a?b=c#d", "https://city.example/a?b=c#d");
	reads(input_url, "http://City.Example", "http://city.example");
	reads(input_url, "city.example/Path", "https://city.example/Path");
	reads(input_url, "HTTPS://CITY.EXAMPLE/A", "https://city.example/A");
	reads(input_url, "ｈｔｔｐ：／／ｃｉｔｙ．ｅｘａｍｐｌｅ／", "http://city.example/");
	reads(input_url, "//city.example/", "https://city.example/");
	reads(input_url, "city.example:8080/x", "https://city.example:8080/x");
	reads(input_url, " https://みどり.jp/活動?q=川 ", "https://みどり.jp/活動?q=川");
}

TEST(url_is_asked_again)
{
	static const char *const wrong[] = {"",
	                                    "javascript:alert(1)",
	                                    "ftp://city.example/",
	                                    "mailto:a@b.jp",
	                                    "https://",
	                                    "https://city",
	                                    "http:/a.jp",
	                                    "https://a.jp:0/",
	                                    "https://a.jp:99999/",
	                                    "https://me:secret@a.jp/",
	                                    "https://a.jp@evil.example.",
	                                    "https://a.jp/a b",
	                                    "https://a.jp/\"x",
	                                    "https://a.jp/<x>",
	                                    "https://a.jp\\x",
	                                    "data:text/html,x",
	                                    "https://127.0.0.1/",
	                                    "https://[::1]/"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		reads(input_url, wrong[i], NULL);
	reads(input_url, NULL, NULL);
}

TEST(kana_becomes_katakana)
{
	assert_string_equal(input_kana("みどりの　かい"), "ミドリノ カイ");
	assert_string_equal(input_kana("ﾐﾄﾞﾘﾉ ｶｲ"), "ミドリノ カイ");
	assert_string_equal(input_kana("ｳﾞｧｲｵﾘﾝ ﾊﾟﾝﾀﾞ"), "ヴァイオリン パンダ");
	assert_string_equal(input_kana("が\u3099は\u309A"), "ガ\u3099パ");
	assert_string_equal(input_kana("か\u3099ゝ\u3099"), "ガヾ");
	assert_string_equal(input_kana("カ゛ハ゜"), "ガパ");
	assert_string_equal(input_kana("ｺｰﾋｰ･ｶﾌｪ"), "コーヒー・カフェ");
	assert_string_equal(input_kana("ヷ ワ\u3099"), "ヷ ヷ");
	assert_string_equal(input_kana(" ＮＰＯ　　２１ "), "NPO 21");
	assert_string_equal(input_kana("らーめん"), "ラーメン");
	assert_string_equal(input_kana("ラ−メン コ―ヒ〜"), "ラーメン コーヒー");
	assert_string_equal(input_kana("スミス-ジョーンズ"), "スミス-ジョーンズ");
	assert_string_equal(input_kana("Mary‐Ann"), "Mary-Ann");
	assert_string_equal(input_kana("山だ"), "山ダ");
	assert_string_equal(input_kana(NULL), "");
}

TEST(kana_is_told_from_other_texts)
{
	assert_true(input_is_kana("ミドリノ カイ・21"));
	assert_true(input_is_kana("Mary-Ann O'Neil Jr."));
	assert_true(input_is_kana("コーヒー"));
	assert_false(input_is_kana("山ダ"));
	assert_false(input_is_kana("みどり"));
	assert_false(input_is_kana("123"));
	assert_false(input_is_kana(""));
	assert_false(input_is_kana(NULL));
}

TEST(legal_number_has_its_check_digit)
{
	reads(input_legal_number, "7000012050002", "7000012050002");                 /* 国税庁 */
	reads(input_legal_number, "８０００-０２０-１３００-０１", "8000020130001"); /* 東京都 */
	reads(input_legal_number, "T7000012050002", "7000012050002");
	reads(input_legal_number, "７ ００００ １２０５ ０００２", "7000012050002");
	reads(input_legal_number, "7-0000-1205-0002", "7000012050002");
	reads(input_legal_number, "7000012050003", NULL);
	reads(input_legal_number, "8000012050002", NULL);
	reads(input_legal_number, "700001205000", NULL);
	reads(input_legal_number, "70000120500022", NULL);
	reads(input_legal_number, "", NULL);
	reads(input_legal_number, NULL, NULL);
}

TEST(name_stays_as_typed)
{
	assert_string_equal(input_name("　㈱みどり①　髙橋\uFA19 "), "㈱みどり①　髙橋\uFA19");
	assert_string_equal(input_name("ＮＰＯ ﾐﾄﾞﾘ"), "ＮＰＯ ﾐﾄﾞﾘ");
	assert_string_equal(input_name("カ゛"), "カ゛");
	assert_string_equal(input_name("e\u0301"), "e\u0301");
	assert_string_equal(input_name(NULL), "");
}

TEST(name_has_its_kana_composed)
{
	assert_string_equal(input_name("か\u3099くと\u3099うほ\u309Aすと"), "がくどうぽすと");
	assert_string_equal(input_name("ハ\u309Aンタ\u3099 ウ\u3099ッシ\u3099"), "パンダ ヴッジ");
	assert_string_equal(input_name("う\u3099つ\u3099ち\u3099"), "ゔづぢ");
	assert_string_equal(input_name("あ\u3099っ\u3099わ\u3099"), "あ\u3099っ\u3099わ\u3099");
	assert_string_equal(input_name("\u3099"), "\u3099");
}
