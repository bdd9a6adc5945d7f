/* Tests of what template_load refuses, one fault at a time. */
#include "support/test.h"

#include "adapters/template_files.h"

#include "base/arena.h"

#include <stdio.h>
#include <string.h>

static void assert_complaint(const char *name, const char *text, const char *words)
{
	const char *root = files_new();
	files_write(root, name, text);
	const char *complaint = files_complaint(root);
	if (!words) {
		assert_null(complaint);
		return;
	}
	assert_non_null(complaint);
	if (!strstr(complaint, words))
		fail_msg("%s: wanted “%s”, got “%s”", text, words, complaint);
}

static void assert_refused(const char *page, const char *words)
{
	assert_complaint("test/page.html", arena_text("%s%s", HTML, page), words);
}

TEST(lint_accepts_a_right_page)
{
	assert_refused("<p class=\"{{c}}\">{{! a note }}{{x:x-br}}</p><svg><text>{{A_hello}}</text></svg>", NULL);
}

TEST(lint_wants_the_escaping_mode)
{
	assert_complaint("test/page.html", "<p>{{x}}</p>", "templates/test/page.html:1: does not begin with");
	assert_complaint("test/page.html", "\n" HTML, "test/page.html:1: does not begin with");
	assert_complaint("test/page.html", "{{%AUTOESCAPE context=\"XML\"}}", "does not begin with");
	assert_complaint("test/a.txt", HTML, "a plain text has no escaping mode");
}

TEST(lint_names_unknown_texts_and_files)
{
	assert_refused("\n<p>{{T_nothing}}</p>", "templates/test/page.html:3: {{T_nothing}}: no such text");
	assert_refused("<p title=\"{{A_nothing}}\"></p>", "{{A_nothing}}: no such text");
	assert_refused("{{>parts_nothing}}", "{{>parts_nothing}}: there is no parts/nothing.html");
	assert_refused("<p>{{T_due}}</p>", "this text has blanks");
}

TEST(lint_wants_all_languages)
{
	assert_complaint("test/texts.json", "{\n\"a\": {\"ja\": \"あ\", \"en\": \"a\"}}", "templates/test/texts.json:2: a: no text in easy");
	assert_complaint("test/texts.json", "{\"a\": {\"easy\": \"あ\", \"en\": \"a\"}}", "a: no text in ja");
	assert_complaint("test/texts.json", "{\"a\": {\"ja\": \"あ\", \"easy\": \"あ\", \"en\": \"\"}}", "a: no text in en");
	assert_complaint("test/texts.json", "{", "not a JSON object");
}

TEST(lint_refuses_a_key_twice)
{
	assert_complaint("test/texts.json", "{\"hello\": {\"ja\": \"あ\", \"easy\": \"あ\", \"en\": \"a\"}}", "hello: this key already stands in");
	assert_complaint("test/texts.json",
	                 "{\"a\": {\"ja\": \"あ\", \"easy\": \"あ\", \"en\": \"a\"}, \"a\": {\"ja\": \"あ\", \"easy\": \"あ\", \"en\": \"a\"}}",
	                 "a: this key already stands in test/texts.json");
}

TEST(lint_wants_readings_in_easy)
{
	const char *text = "{\"a\": {\"ja\": \"漢\", \"easy\": \"%s\", \"en\": \"a\"}}";
	assert_complaint("test/texts.json", arena_text(text, "これは漢字です"), "a: a kanji without reading in easy: 漢字です");
	assert_complaint("test/texts.json", arena_text(text, "{漢字|かんじ}と {{a_kanji}}"), NULL);
	assert_complaint("test/texts.json", arena_text(text, "{漢字|かんじ"), "a: a stray brace in easy");
	assert_complaint("test/texts.json", arena_text(text, "{{a:x-nothing}}"), "an unknown modifier");
}

TEST(lint_refuses_raw_variables)
{
	assert_refused("<p>{{x:none}}</p>", "an unknown modifier");
	assert_refused("<p>{{x:x-unknown}}</p>", "{{x:x-unknown}}: an unknown modifier");
	assert_refused("<p>{{x:x-n:x-n}}</p>", "only one modifier");
	assert_refused("{{=<% %>=}}", "only at the start");
}

TEST(lint_refuses_markup_where_there_is_none)
{
	assert_refused("<p title=\"{{T_hello}}\"></p>", "{{T_hello}}: markup inside a tag: use A_");
	assert_refused("<title>{{T_hello}}</title>", "markup inside <title>: use A_");
	assert_refused("<select><option value=\"1\">{{T_hello}}</option></select>", "markup inside <option>");
	assert_refused("<svg><text>{{T_hello}}</text></svg>", "markup inside <svg>");
	assert_refused("<p title=\"{{d:x-day}}\"></p>", "{{d:x-day}}: markup inside a tag");
	assert_refused("<textarea>{{x:x-br}}</textarea>", "markup inside <textarea>");
	assert_refused("<p class=\"{{>parts_a}}\"></p>", "an inclusion only between tags");
	assert_refused("<title>{{A_hello}}</title><p>{{T_hello}}</p><svg></svg><p>{{T_hello}}</p>", NULL);
}

TEST(lint_refuses_unguarded_attributes)
{
	assert_refused("<button formaction=\"{{x}}\"></button>", "{{x}}: no variable in this attribute");
	assert_refused("<svg><use xlink:href=\"{{x}}\"/></svg>", "no variable in this attribute");
	assert_refused("<img srcset=\"{{x}}\">", "no variable in this attribute");
	assert_refused("<a class=\"{{c}}\" href=\"{{x}}\">a</a>", NULL);
}

TEST(lint_refuses_circles)
{
	const char *root = files_new();
	files_write(root, "parts/a.html", HTML "{{>parts_b}}");
	files_write(root, "parts/b.html", HTML "{{>parts_a}}");
	assert_non_null(strstr(files_complaint(root), "includes itself"));
	assert_refused("{{>BODY}}", "only layout.html includes the page");
}

TEST(lint_names_the_file_of_a_syntax_error)
{
	assert_refused("{{#open}}", "templates/test/page.html: ");
	assert_refused("<a href={{x}}>a</a>", "templates/test/page.html: ");
	assert_refused("{{#a}}{{/b}}", "templates/test/page.html: ");
}

TEST(lint_names_every_fault_at_once)
{
	const char *root = files_new();
	files_write(root, "test/a.html", HTML "{{T_one}}");
	files_write(root, "test/b.html", HTML "{{T_two}}{{>parts_three}}");
	const char *complaint = files_complaint(root);
	assert_non_null(strstr(complaint, "T_one"));
	assert_non_null(strstr(complaint, "T_two"));
	assert_non_null(strstr(complaint, "parts/three.html"));
}

TEST(lint_wants_the_folder)
{
	assert_non_null(strstr(files_complaint(test_folder()), "cannot be read"));
}
