/* The first page, its four doors, how pages look, and whether they help. */
#include "features/home/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/home/forms.h"
#include "features/home/store.h"
#include "identity/session.h"
#include "web/cookie.h"
#include "workflow/case_file.h"

enum { NEWS_ROWS = 6, YEAR_SECONDS = 365 * 24 * 60 * 60, FEEDBACK_MOST = 10, FEEDBACK_WINDOW = 3600 };

static const char *const doors[] = {"join", "tell", "help", "ask"};

static struct doc *door_list(void)
{
	struct doc *list = doc_array();
	for (size_t i = 0; i < sizeof doors / sizeof *doors; i++) {
		struct doc *door = doc_object();
		doc_set_text(door, "path", arena_text("/doors/%s", doors[i]));
		doc_set_text(door, "label_key", arena_text("home_door_%s", doors[i]));
		doc_set_text(door, "text_key", arena_text("home_door_%s_short", doors[i]));
		doc_push(list, door);
	}
	return list;
}

static struct doc *news_list(struct visit *visit)
{
	struct doc *news = case_list_public(visit->db, "", "", NEWS_ROWS);
	for (struct doc *row = doc_first(news); row; row = doc_next(row)) {
		doc_set_text(row, "kind_key", arena_text("home_kind_%s", doc_text(row, "kind")));
		doc_set_text(row, "state_tone", state_tone(doc_text(row, "kind"), doc_text(row, "state")));
	}
	return news;
}

void home_page(struct visit *visit)
{
	struct doc *document = doc_object();
	doc_set(document, "doors", door_list());
	doc_set(document, "counts", home_counts(visit->db));
	struct doc *news = news_list(visit);
	doc_set_bool(document, "has_news", doc_count(news) > 0);
	doc_set(document, "news", news);
	page_show(visit, "home/home", "home_title", document);
}

/* A door's page: what one can do today, step by step, and the paper and phone way. */
void home_door_page(struct visit *visit)
{
	const char *name = visit_word(visit, 0);
	bool is_door = false;
	for (size_t i = 0; i < sizeof doors / sizeof *doors; i++)
		is_door = is_door || text_equal(doors[i], name);
	if (!is_door) {
		page_error(visit, 404, NULL);
		return;
	}
	struct doc *document = doc_object();
	struct doc *ways = doc_array();
	for (int i = 1; text_known(arena_text("home_door_%s_%d", name, i)); i++) {
		struct doc *way = doc_set_text(doc_object(), "label_key", arena_text("home_door_%s_%d", name, i));
		const char *path_key = arena_text("home_door_%s_%d_path", name, i);
		doc_push(ways, doc_set_text(way, "path", text_known(path_key) ? text_of(LANGUAGE_JA, path_key) : ""));
	}
	doc_set(document, "ways", ways);
	doc_set_text(document, "title_key", arena_text("home_door_%s", name));
	doc_set_text(document, "lead_key", arena_text("home_door_%s_lead", name));
	page_show(visit, "home/door", doc_text(document, "title_key"), document);
}

void home_health_page(struct visit *visit)
{
	int64_t schema = home_schema_version(visit->db);
	visit->page_status = schema ? 200 : 503;
	page_text(visit, "application/json; charset=utf-8",
	          arena_text("{\"status\":\"%s\",\"version\":\"%s\",\"schema\":%lld}\n", schema ? "ok" : "down", KYODO_VERSION, (long long)schema),
	          NULL);
}

static struct doc *display_values(struct visit *visit)
{
	const char *cookie = request_cookie(visit->request, "kyodo_display");
	const char *theme = text_piece(cookie, '.', 0);
	const char *size = text_piece(cookie, '.', 1);
	struct doc *values = doc_object();
	doc_set_text(values, "theme", theme && *theme ? theme : "auto");
	doc_set_text(values, "size", size ? size : "100");
	return values;
}

static void display_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "lead_key", "display_lead");
	page_form(visit, &(struct form_page){.title_key = "display_title", .action = "/display", .form = &display_form, .values = values,
	                                     .errors = errors, .submit_key = "display_save", .document = document});
}

void display_page(struct visit *visit)
{
	display_show(visit, display_values(visit), NULL);
}

void display_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &display_form, errors);
	if (doc_count(errors)) {
		display_show(visit, values, errors);
		return;
	}
	const char *value = arena_text("%s.%s.0", doc_text(values, "theme"), doc_text(values, "size"));
	cookie_set(visit, "kyodo_display", value, YEAR_SECONDS);
	page_go(visit, "/display", "display_saved");
}

static void feedback_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_set_text(doc_object(), "lead_key", "feedback_lead");
	page_form(visit, &(struct form_page){.title_key = "feedback_title", .action = "/feedback", .form = &feedback_form, .values = values,
	                                     .errors = errors, .submit_key = "web_submit", .document = document});
}

void feedback_page(struct visit *visit)
{
	feedback_show(visit, doc_set_text(doc_object(), "page", text_cut(visit_parameter(visit, "page"), 200)), NULL);
}

void feedback_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &feedback_form, errors);
	if (doc_count(errors)) {
		feedback_show(visit, values, errors);
		return;
	}
	if (!attempt_allowed(visit->db, "feedback", visit->request->address, FEEDBACK_MOST, FEEDBACK_WINDOW)) {
		page_error(visit, 429, NULL);
		return;
	}
	feedback_insert(visit->db, doc_text(values, "page"), doc_text(values, "answer"), doc_text(values, "text"));
	page_message(visit, "feedback_thanks", "/", "errors_home");
}
