/* Tests of pages: escaping, lookup, loops, inclusions, modifiers and texts in three languages. Lint: template_lint_test.c. */
#include "support/test.h"

#include "adapters/template_files.h"

#include "base/arena.h"
#include "base/clock.h"

#include <string.h>

static void assert_page(const char *page, const char *document, const char *html)
{
	assert_string_equal(files_rendered(page, document, LANGUAGE_JA), html);
}

#define EVIL "{\"x\":\"<b a='1'>\\\"&\"}"

TEST(template_escapes_text_and_attributes)
{
	assert_page("<p title=\"{{x}}\">{{x}}</p>", EVIL,
	            "<p title=\"&lt;b a=&#39;1&#39;&gt;&quot;&amp;\">&lt;b a=&#39;1&#39;&gt;&quot;&amp;</p>");
	assert_page("<textarea>{{x:p}}</textarea>", "{\"x\":\"a\\n</textarea>\"}", "<textarea>a\n&lt;/textarea&gt;</textarea>");
}

TEST(template_refuses_script_addresses)
{
	assert_page("<a href=\"{{x}}\">a</a>", "{\"x\":\"javascript:alert(1)\"}", "<a href=\"#\">a</a>");
	assert_page("<a href=\"{{x}}\">a</a>", "{\"x\":\"/groups/1?a=1&b=2\"}", "<a href=\"/groups/1?a=1&amp;b=2\">a</a>");
	assert_page("<a href=\"/search?q={{x:u}}\">a</a>", "{\"x\":\"a&b 木\"}", "<a href=\"/search?q=a%26b+%E6%9C%A8\">a</a>");
	assert_page("<a href=\"tel:{{x:x-tel}}\">a</a>", "{\"x\":\"042-581-4112\"}", "<a href=\"tel:0425814112\">a</a>");
}

TEST(template_shows_sections)
{
	assert_page("{{#a}}A{{/a}}{{#not_a}}B{{/not_a}}", "{\"a\":true}", "A");
	assert_page("{{#a}}A{{/a}}{{#not_a}}B{{/not_a}}", "{\"a\":[]}", "B");
	assert_page("{{#a}}A{{/a}}{{#not_a}}B{{/not_a}}", "{}", "B");
	assert_page("{{#a}}A{{/a}}{{#not_a}}B{{/not_a}}", "{\"a\":\"\"}", "B");
	assert_page("{{#a}}{{a}}{{/a}}", "{\"a\":\"text\"}", "text");
	assert_page("{{#person}}{{name}} {{city}}{{/person}}", "{\"city\":\"日野\",\"person\":{\"name\":\"はな\"}}", "はな 日野");
}

TEST(template_loops)
{
	assert_page("{{#rows}}{{n}}{{#rows_separator}}、{{/rows_separator}}{{/rows}}", "{\"rows\":[{\"n\":1},{\"n\":2},{\"n\":3}]}",
	            "1、2、3");
	assert_page("{{#rows}}{{n}}{{/rows}}", "{\"rows\":[],\"n\":5}", "");
	assert_page("{{#tags}}[{{_}}]{{/tags}}", "{\"tags\":[\"a\",\"<\",3]}", "[a][&lt;][3]");
	assert_page("{{#a}}{{#b}}{{x}}{{y}}{{z}} {{/b}}{{/a}}", "{\"z\":9,\"a\":[{\"y\":1,\"b\":[{\"x\":2},{\"x\":3,\"y\":4}]}]}", "219 349 ");
}

TEST(template_includes_with_the_current_document_or_once_for_each)
{
	const char *root = files_new();
	files_write(root, "groups/card.html", HTML "<i>{{name}}</i>");
	files_write(root, "test/page.html", HTML "{{>groups_card}}");
	assert_true(template_load(root, NULL));
	struct buffer one = {0}, many = {0}, none = {0};
	assert_true(template_page(LANGUAGE_JA, "test/page", doc_parse("{\"name\":\"a\"}"), NULL, &one));
	assert_string_equal(one.text, "<i>a</i>");
	assert_true(template_page(LANGUAGE_JA, "test/page", doc_parse("{\"groups_card\":[{\"name\":\"b\"},{\"name\":\"c\"}]}"), NULL, &many));
	assert_string_equal(many.text, "<i>b</i><i>c</i>");
	assert_true(template_page(LANGUAGE_JA, "test/page", doc_parse("{\"name\":\"a\",\"groups_card\":[]}"), NULL, &none));
	assert_string_equal(buffer_text(&none), "");
}

TEST(template_inclusions_do_not_indent)
{
	const char *root = files_new();
	files_write(root, "parts/field.html", HTML "<textarea>{{x:p}}</textarea>\n");
	files_write(root, "test/page.html", HTML "<form>\n\t\t{{>parts_field}}\n</form>");
	assert_true(template_load(root, NULL));
	struct buffer out = {0};
	assert_true(template_page(LANGUAGE_JA, "test/page", doc_parse("{\"x\":\"a\\nb\"}"), NULL, &out));
	assert_non_null(strstr(out.text, "<textarea>a\nb</textarea>"));
}

TEST(template_layout_surrounds_the_page)
{
	const char *root = files_new();
	files_write(root, "layout.html", HTML "<title>{{title}}|{{city}}</title><main>{{>BODY}}</main>");
	files_write(root, "test/page.html", HTML "{{title}} {{city}} {{own}}");
	assert_true(template_load(root, NULL));
	struct buffer out = {0};
	struct doc *layout = doc_parse("{\"title\":\"outer\",\"city\":\"日野\"}");
	assert_true(template_page(LANGUAGE_JA, "test/page", doc_parse("{\"title\":\"inner\",\"own\":1}"), layout, &out));
	assert_string_equal(out.text, "<title>outer|日野</title><main>inner 日野 1</main>");
}

TEST(template_texts_in_three_languages)
{
	const char *page = "<p title=\"{{A_hello}}\">{{T_hello}}</p>{{T_count}}";
	assert_string_equal(files_rendered(page, "{\"n\":1234}", LANGUAGE_JA),
	                    "<p title=\"こんにちは &amp; ようこそ\">こんにちは &amp; ようこそ</p>1,234件");
	assert_string_equal(files_rendered(page, "{\"n\":1234}", LANGUAGE_EASY),
	                    "<p title=\"今日は\"><ruby>今日<rp>（</rp><rt>きょう</rt><rp>）</rp></ruby>は</p>"
	                    "1,234<ruby>件<rp>（</rp><rt>けん</rt><rp>）</rp></ruby>");
	assert_string_equal(files_rendered(page, "{\"n\":1234}", LANGUAGE_EN),
	                    "<p title=\"Hello &amp; &lt;welcome&gt;\">Hello &amp; &lt;welcome&gt;</p>1,234 results");
}

TEST(template_modifiers_of_texts)
{
	const char *page = "<p title=\"{{k:x-a}} {{s:x-la=state}}\">{{k:x-t}} {{s:x-label=state}}{{e:x-label=state}}</p>";
	const char *document = "{\"k\":\"hello\",\"s\":\"open\",\"e\":\"\"}";
	assert_string_equal(files_rendered(page, document, LANGUAGE_EN),
	                    "<p title=\"Hello &amp; &lt;welcome&gt; Open\">Hello &amp; &lt;welcome&gt; Open</p>");
	assert_string_equal(files_rendered(page, document, LANGUAGE_EASY),
	                    "<p title=\"今日は 募集中\"><ruby>今日<rp>（</rp><rt>きょう</rt><rp>）</rp></ruby>は "
	                    "<ruby>募集中<rp>（</rp><rt>ぼしゅうちゅう</rt><rp>）</rp></ruby></p>");
}

TEST(template_modifiers_of_days_and_instants)
{
	const char *document = "{\"d\":\"2026-11-20\",\"t\":1795149000,\"z\":0}";
	const char *page = "<b title=\"{{d:x-dayw}}\">{{d:x-day}}|{{t:x-at}}|{{z:x-at}}|{{z:x-atw}}|{{t:x-iso}}</b>";
	char *words = day_words(day_parse("2026-11-20"), WORDS_JA);
	assert_string_equal(files_rendered(page, document, LANGUAGE_JA),
	                    arena_text("<b title=\"%s\"><time datetime=\"2026-11-20\">%s</time>|<time datetime=\"%s\">%s</time>|||%s</b>", words,
	                               words, clock_iso(1795149000), clock_words(1795149000, WORDS_JA), clock_iso(1795149000)));
	assert_non_null(strstr(files_rendered(page, document, LANGUAGE_EN), "Friday, 20 November 2026"));
}

TEST(template_easy_days_have_readings)
{
	const char *html = files_rendered("{{d:x-day}}{{t:x-at}}", "{\"d\":\"2026-11-20\",\"t\":1795149000}", LANGUAGE_EASY);
	const char *readings[] = {"年<rp>（</rp><rt>ねん", "月<rp>（</rp><rt>がつ", "20日<rp>（</rp><rt>はつか", "金曜日<rp>（</rp><rt>きんようび",
	                          "午後<rp>（</rp><rt>ごご", "時<rp>（</rp><rt>じ", "分<rp>（</rp><rt>ぷん"};
	for (size_t i = 0; i < sizeof readings / sizeof *readings; i++)
		assert_non_null(strstr(html, readings[i]));
}

TEST(template_modifiers_of_numbers)
{
	const char *page = "{{n:x-n}} {{n:x-yen}} {{m:x-yen}} {{w:x-n}}";
	const char *document = "{\"n\":1234567,\"m\":-1000,\"w\":\"<b>\"}";
	assert_string_equal(files_rendered(page, document, LANGUAGE_JA), "1,234,567 1,234,567円 -1,000円 &lt;b&gt;");
	assert_string_equal(files_rendered(page, document, LANGUAGE_EN), "1,234,567 ¥1,234,567 -¥1,000 &lt;b&gt;");
}

TEST(template_modifiers_of_long_texts)
{
	assert_page("{{x:x-md}}", "{\"x\":\"# あ\\n\\n<script>\"}", "<h3>あ</h3>\n<p>&lt;script&gt;</p>\n");
	assert_page("<p>{{x:x-br}}</p>", "{\"x\":\"a<\\r\\nb\"}", "<p>a&lt;<br>\nb</p>");
}

TEST(template_plain_texts_are_not_escaped)
{
	const char *root = files_new();
	files_write(root, "mail/due.txt", "{{T_hello}}\n\n{{#rows}}\n- {{name}} {{s:x-label=state}}\n{{/rows}}\n{{d:x-day}}\n");
	assert_true(template_load(root, NULL));
	struct buffer out = {0};
	struct doc *document = doc_parse("{\"d\":\"\",\"rows\":[{\"name\":\"A & <B>\",\"s\":\"open\"},{\"name\":\"C\",\"s\":\"open\"}]}");
	assert_true(template_alone(LANGUAGE_EASY, "mail/due.txt", document, &out));
	assert_string_equal(out.text, "今日は\n\n- A & <B> 募集中\n- C 募集中\n\n");
}

TEST(template_writes_xml)
{
	const char *root = files_new();
	files_write(root, "feed/groups.xml", "{{%AUTOESCAPE context=\"XML\"}}<a t=\"{{x}}\">{{x}} {{T_hello}} {{t:x-iso}}</a>");
	assert_true(template_load(root, NULL));
	struct buffer out = {0};
	assert_true(template_alone(LANGUAGE_EASY, "feed/groups.xml", doc_parse("{\"x\":\"<&\",\"t\":1}"), &out));
	assert_string_equal(out.text, "<a t=\"&lt;&amp;\">&lt;&amp; 今日は 1970-01-01T09:00:01+09:00</a>");
}

TEST(template_static_addresses_come_from_the_manifest)
{
	const char *root = files_new();
	struct buffer plain = {0}, hashed = {0};
	files_write(root, "test/page.html", HTML "<link href=\"{{S_kyodo.css}}\">");
	assert_true(template_load(root, NULL));
	assert_true(template_page(LANGUAGE_JA, "test/page", NULL, NULL, &plain));
	assert_string_equal(plain.text, "<link href=\"/static/kyodo.css\">");
	assert_true(template_load(root, "kyodo.js /s/b.js\nkyodo.css /s/a1.css\n"));
	assert_true(template_page(LANGUAGE_JA, "test/page", NULL, NULL, &hashed));
	assert_string_equal(hashed.text, "<link href=\"/s/a1.css\">");
	assert_false(template_load(root, "kyodo.js /s/b.js\n"));
}

static char missed[256];

static void miss(const char *page, const char *name)
{
	strcat(strcat(strcat(strcat(missed, page), ":"), name), " ");
}

TEST(template_tells_of_missing_variables)
{
	missed[0] = '\0';
	template_on_missing(miss);
	const char *html = files_rendered("{{#section}}{{/section}}{{nobody}}{{null}}{{s:x-label=state}}", "{\"null\":null,\"s\":\"gone\"}", LANGUAGE_JA);
	template_on_missing(NULL);
	assert_string_equal(html, "");
	assert_string_equal(missed, "test/page:nobody test/page:T_state_gone ");
}

TEST(template_outlives_the_arena)
{
	files_rendered("<p>{{T_hello}}{{x}}</p>", "{}", LANGUAGE_JA);
	arena_reset();
	for (int i = 0; i < 2000; i++)
		memset(arena_alloc(4096), 'z', 4096);
	struct buffer out = {0};
	assert_true(template_page(LANGUAGE_JA, "test/page", doc_parse("{\"x\":1}"), NULL, &out));
	assert_string_equal(out.text, "<p>こんにちは &amp; ようこそ1</p>");
	assert_string_equal(text_of(LANGUAGE_EN, "hello"), "Hello & <welcome>");
}

TEST(template_refuses_an_unknown_page)
{
	files_rendered("a", "{}", LANGUAGE_JA);
	struct buffer out = {0};
	buffer_add(&out, "before");
	assert_false(template_page(LANGUAGE_JA, "test/nothing", NULL, NULL, &out));
	assert_false(template_alone(LANGUAGE_JA, "../etc/passwd", NULL, &out));
	assert_string_equal(out.text, "before");
}

TEST(template_keeps_the_old_when_the_new_is_wrong)
{
	const char *root = files_new();
	files_write(root, "test/page.html", HTML "old");
	assert_true(template_load(root, NULL));
	files_write(root, "test/page.html", HTML "{{#new}}");
	assert_non_null(files_complaint(root));
	struct buffer out = {0};
	assert_true(template_page(LANGUAGE_JA, "test/page", NULL, NULL, &out));
	assert_string_equal(out.text, "old");
	assert_true(text_known("hello"));
}

TEST(text_is_filled_and_stripped)
{
	files_rendered("a", "{}", LANGUAGE_JA);
	struct doc *values = doc_parse("{\"name\":\"{day}\",\"day\":\"4月1日\"}");
	assert_string_equal(text_filled(LANGUAGE_JA, "due", values), "{day}は4月1日まで");
	assert_string_equal(text_filled(LANGUAGE_EN, "due", values), "{day}: until 4月1日");
	assert_string_equal(text_of(LANGUAGE_EASY, "hello"), "今日は");
	assert_true(text_known("due"));
	assert_false(text_known("nothing"));
	assert_false(text_known(NULL));
	assert_string_equal(text_of(LANGUAGE_JA, "nothing"), "");
}
