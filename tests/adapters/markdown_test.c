/* Tests of Markdown: what it makes of people's texts, and what it keeps out. */
#include "support/test.h"

#include "adapters/markdown.h"

#include <string.h>

static void assert_html(const char *text, const char *html)
{
	assert_string_equal(markdown_html(text), html);
}

TEST(markdown_writes_blocks)
{
	assert_html("こんにちは", "<p>こんにちは</p>\n");
	assert_html("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
	assert_html("", "");
	assert_html(NULL, "");
}

TEST(markdown_headings_begin_at_h3)
{
	assert_html("# a", "<h3>a</h3>\n");
	assert_html("###### a", "<h3>a</h3>\n");
	assert_html("## a\n### b\n## c", "<h3>a</h3>\n<h4>b</h4>\n<h3>c</h3>\n");
	assert_html("# a\n#### b", "<h3>a</h3>\n<h4>b</h4>\n");
	assert_html("# a\n## b\n### c\n#### d\n##### e", "<h3>a</h3>\n<h4>b</h4>\n<h5>c</h5>\n<h6>d</h6>\n<h6>e</h6>\n");
}

TEST(markdown_keeps_line_breaks)
{
	assert_html("a\nb", "<p>a<br />\nb</p>\n");
}

TEST(markdown_links_carry_rel)
{
	assert_html("[a](https://example.jp/)", "<p><a rel=\"nofollow ugc\" href=\"https://example.jp/\">a</a></p>\n");
}

TEST(markdown_refuses_scripts)
{
	assert_html("[a](javascript:alert(1))", "<p><a rel=\"nofollow ugc\" href=\"\">a</a></p>\n");
	assert_html("[a](JaVaScRiPt:alert(1))", "<p><a rel=\"nofollow ugc\" href=\"\">a</a></p>\n");
	assert_null(strstr(markdown_html("<script>alert(1)</script>"), "<script"));
	assert_null(strstr(markdown_html("a <img src=x onerror=alert(1)> b"), "<img"));
}

TEST(markdown_shows_html_as_text)
{
	assert_html("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
	assert_non_null(strstr(markdown_html("<div>\nx\n</div>"), "&lt;div&gt;"));
	assert_non_null(strstr(markdown_html("> <div>\n\nafter"), "after"));
}

TEST(markdown_turns_images_into_links)
{
	assert_html("![会場](https://example.jp/a.png)", "<p><a rel=\"nofollow ugc\" href=\"https://example.jp/a.png\">会場</a></p>\n");
	assert_html("![a](data:image/png;base64,AAAA)", "<p><a rel=\"nofollow ugc\" href=\"data:image/png;base64,AAAA\">a</a></p>\n");
}

TEST(markdown_emphasis_works_with_brackets)
{
	assert_html("これは**「強調」**です", "<p>これは<strong>「強調」</strong>です</p>\n");
	assert_html("**「強調」**です", "<p><strong>「強調」</strong>です</p>\n");
	assert_html("**注意。**読んでください", "<p><strong>注意。</strong>読んでください</p>\n");
	assert_html("あ**強調**「引用」**次**。", "<p>あ<strong>強調</strong>「引用」<strong>次</strong>。</p>\n");
	assert_html("あ*（斜体）*い", "<p>あ<em>（斜体）</em>い</p>\n");
}

TEST(markdown_leaves_plain_stars)
{
	assert_html("5 * 3 * 2", "<p>5 * 3 * 2</p>\n");
	assert_html("\\*a\\*", "<p>*a*</p>\n");
	assert_html("`**「a」**`", "<p><code>**「a」**</code></p>\n");
}

TEST(markdown_survives_broken_bytes)
{
	assert_non_null(markdown_html("a\xE3\x81"));
	assert_non_null(markdown_html("**\xF0**\xE3"));
}
