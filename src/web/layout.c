/* Fills the outer document of templates/layout.html. */
#include "web/layout.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"
#include "web/cookie.h"
#include "web/guard.h"
#include "web/route.h"
#include "workflow/notice.h"
#include "workflow/setting.h"

static void layout_city(struct doc *layout)
{
	static const char *const keys[] = {"city", "service", "section", "address", "phone", "hours", "email", "environment"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		doc_set_text(layout, keys[i], config(keys[i]));
	doc_set_text(layout, "today_on", day_iso(day_today()));
}

static void layout_language(struct visit *visit, struct doc *layout)
{
	doc_set_text(layout, "lang", visit->language == LANGUAGE_EN ? "en" : "ja");
	doc_set_bool(layout, "is_ja", visit->language == LANGUAGE_JA);
	doc_set_bool(layout, "is_easy", visit->language == LANGUAGE_EASY);
	doc_set_bool(layout, "is_en", visit->language == LANGUAGE_EN);
	doc_set_text(layout, "base", visit->base);
	doc_set_text(layout, "path", visit->path);
	bool is_get = visit->request->method != METHOD_POST;
	doc_set_text(layout, "path_query", is_get && *visit->request->query ? arena_text("?%s", visit->request->query) : "");
}

static void layout_viewer(struct visit *visit, struct doc *layout)
{
	const struct viewer *viewer = &visit->viewer;
	bool signed_in = viewer->person_id != 0;
	doc_set_bool(layout, "signed_in", signed_in);
	doc_set_text(layout, "viewer_name", signed_in ? viewer->name : "");
	doc_set_int(layout, "unread", signed_in ? notice_count_unread(visit->db, viewer->person_id) : 0);
	doc_set_bool(layout, "is_staff", viewer_has(viewer, ROLE_COORDINATOR | ROLE_DEPARTMENT));
	doc_set_bool(layout, "is_coordinator", viewer_has(viewer, ROLE_COORDINATOR));
	doc_set_bool(layout, "is_admin", viewer_has(viewer, ROLE_ADMIN));
	doc_set_bool(layout, "is_group_member", viewer_has(viewer, ROLE_MEMBER));
	doc_set_text(layout, "csrf", signed_in ? guard_csrf(visit) : "");
}

/* The display cookie: "dark.125.1": colours, text size, furigana. */
static void layout_display(struct visit *visit, struct doc *layout)
{
	const char *cookie = request_cookie(visit->request, "kyodo_display");
	const char *theme = text_piece(cookie, '.', 0);
	const char *size = text_piece(cookie, '.', 1);
	bool has_theme = text_equal(theme, "light") || text_equal(theme, "dark");
	bool has_size = text_equal(size, "125") || text_equal(size, "150");
	doc_set_text(layout, "theme", has_theme ? theme : "");
	doc_set_text(layout, "text_size", has_size ? size : "100");
	doc_set_bool(layout, "furigana", text_equal(text_piece(cookie, '.', 2), "1"));
}

static void layout_flash(struct visit *visit, struct doc *layout)
{
	const char *key = request_cookie(visit->request, "kyodo_flash");
	if (!*key || !text_known(key) || visit->request->method == METHOD_POST)
		return;
	doc_set(layout, "flash", doc_set_text(doc_object(), "key", key));
	cookie_set(visit, "kyodo_flash", "", 0);
}

struct doc *layout_document(struct visit *visit, const char *title, bool has_errors)
{
	struct doc *layout = doc_object();
	doc_set_text(layout, "title_text", title);
	doc_set_bool(layout, "has_errors", has_errors);
	doc_set_bool(layout, "is_demo", text_equal(setting_text(visit->db, "is_demo"), "1"));
	doc_set_bool(layout, "is_home", text_equal(visit->path, "/"));
	bool is_public = visit->request->method != METHOD_POST && visit->route && (visit->route->twins & HAS_JSON);
	doc_set_bool(layout, "is_public_page", is_public);
	doc_set_text(layout, "clause", visit->clause ? visit->clause : "");
	layout_city(layout);
	layout_language(visit, layout);
	layout_viewer(visit, layout);
	layout_display(visit, layout);
	layout_flash(visit, layout);
	doc_set(layout, "crumbs", visit->crumbs ? visit->crumbs : doc_array());
	return layout;
}
