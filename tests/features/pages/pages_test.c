/* Pages that stay: complete in three languages, their links lead somewhere, open data lists what the routes offer. */
#include "support/portal.h"

#include "adapters/doc.h"
#include "adapters/template.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/pages/data.h"
#include "web/route.h"

#include <string.h>

static const char *const paths[] = {"/about", "/accessibility", "/accessibility/results", "/privacy", "/help", "/sitemap", "/opendata"};

enum { PATHS = sizeof paths / sizeof *paths };

TEST(pages_are_there_in_three_languages_and_as_json)
{
	struct browser *browser = browser_new(portal_new(), 0);
	for (int i = 0; i < PATHS; i++) {
		assert_int_equal(browser_get(browser, paths[i]), 200);
		assert_false(browser_shows(browser, "sheet_"));
		assert_int_equal(browser_get(browser, arena_text("/easy%s", paths[i])), 200);
		assert_true(browser_shows(browser, "<ruby>"));
		assert_int_equal(browser_get(browser, arena_text("/en%s", paths[i])), 200);
		assert_false(browser_shows(browser, "sheet_"));
		assert_int_equal(browser_get(browser, arena_text("%s.json", paths[i])), 200);
		assert_non_null(doc_parse(browser_body(browser)));
	}
}

TEST(pages_name_the_office_and_link_only_what_exists)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/accessibility"), 200);
	assert_true(browser_shows(browser, "地域協働課"));
	assert_int_equal(browser_get(browser, "/sitemap.json"), 200);
	struct doc *sections = doc_get(doc_parse(browser_body(browser)), "sections");
	for (struct doc *section = doc_first(sections); section; section = doc_next(section))
		for (struct doc *link = doc_first(doc_get(section, "links")); link; link = doc_next(link)) {
			int status = browser_get(browser, doc_text(link, "path"));
			assert_true(status == 200 || status == 303);
			assert_true(*doc_text(link, "label") != '\0');
		}
}

TEST(the_privacy_page_names_every_cookie)
{
	static const char *const cookies[] = {"kyodo：", "kyodo_form：", "kyodo_flash：", "kyodo_display：", "kyodo_known："};
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/privacy"), 200);
	for (size_t i = 0; i < sizeof cookies / sizeof *cookies; i++)
		assert_true(browser_shows(browser, cookies[i]));
}

/* What is listed as open data is there for a visitor, in every format it names. */
TEST(open_data_is_really_there)
{
	struct browser *browser = browser_new(portal_new(), 0);
	int count = 0;
	for (struct doc *row = doc_first(data_list()); row; row = doc_next(row)) {
		if (!*doc_text(row, "label_key"))
			fail_msg("%s has no words: add path_… to templates/pages/texts.json", doc_text(row, "path"));
		if (doc_bool(row, "has_place"))
			continue;
		for (struct doc *format = doc_first(doc_get(row, "formats")); format; format = doc_next(format), count++)
			assert_int_equal(browser_get(browser, doc_text(format, "path")), 200);
	}
	assert_true(count > 10);
}

TEST(the_description_is_made_from_the_routes)
{
	struct browser *browser = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(browser, "/opendata/openapi.json"), 200);
	struct doc *description = doc_parse(browser_body(browser));
	assert_string_equal(doc_text(description, "openapi"), "3.0.3");
	struct doc *described = doc_get(description, "paths");
	assert_true(doc_has(described, "/guideline.json"));
	assert_true(doc_has(described, "/index.json"));
	assert_true(doc_has(described, "/proposals/{id}.json"));
	assert_false(doc_has(described, "/desk.json"));
	for (struct doc *path = doc_first(described); path; path = doc_next(path))
		assert_true(*doc_text(doc_get(path, "get"), "summary") != '\0');
	assert_int_equal(browser_get(browser, "/opendata/openapi"), 303);
	assert_string_equal(browser_location(browser), "/opendata");
}
