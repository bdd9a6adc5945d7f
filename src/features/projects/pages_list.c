/* The public list of projects: searched, by state, area and department, page by page. */
#include "features/projects/pages.h"

#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/projects/forms.h"
#include "features/projects/store.h"
#include "http/url.h"

/* The query as the store wants it: what is no choice counts as not chosen. */
static struct project_filter filter_read(struct visit *visit, const struct doc *typed, const struct doc *errors)
{
	bool is_right = doc_count(errors) == 0;
	struct project_filter filter = {.state = is_right ? doc_text(typed, "state") : "", .area = is_right ? doc_text(typed, "area") : "",
	                                .department_id = is_right ? doc_int(typed, "department") : 0, .words = {"", "", ""},
	                                .before = visit_parameter(visit, "before"), .limit = PAGE_ROWS + 1};
	const char *words = unicode_fold(doc_text(typed, "q"));
	const char *word;
	int count = 0;
	for (int i = 0; (word = text_piece(words, ' ', i)) && count < 3; i++)
		if (*word)
			filter.words[count++] = word;
	return filter;
}

static char *path_without(const struct doc *typed, const char *left_out)
{
	const char *query = "";
	for (const struct field *field = project_filter_form.fields; field->name; field++)
		if (!text_equal(field->name, left_out) && !text_empty(doc_text(typed, field->name)))
			query = arena_text("%s%s%s=%s", query, *query ? "&" : "?", field->name, url_encode(doc_text(typed, field->name)));
	return arena_text("/projects%s", query);
}

static void chips_put(struct visit *visit, struct doc *document, const struct doc *typed)
{
	struct doc *chips = doc_array();
	for (const struct field *field = project_filter_form.fields; field->name; field++) {
		const char *words = form_value_words(visit, &project_filter_form, field, typed);
		if (text_empty(words))
			continue;
		struct doc *chip = doc_set_text(doc_set_text(doc_object(), "label", words), "label_key", "");
		doc_push(chips, doc_set_text(chip, "remove_path", path_without(typed, field->name)));
	}
	doc_set_bool(document, "has_chips", doc_count(chips) > 0);
	doc_set(document, "chips", chips);
	doc_set_text(document, "clear_path", "/projects");
}

static void list_frame(struct visit *visit, struct doc *document, const struct project_filter *filter, const struct doc *typed)
{
	int64_t count = project_count(visit->db, filter);
	struct doc *number = doc_set_text(doc_object(), "count", text_grouped(count > 1000 ? 1000 : count));
	doc_set_text(document, "count_words", text_filled(visit->language, count > 1000 ? "projects_count_many" : "projects_count", number));
	doc_set(document, "fields", form_fields(visit, &project_filter_form, typed, NULL));
	chips_put(visit, document, typed);
	bool is_narrowed = doc_bool(document, "has_chips");
	struct doc *empty = doc_set_text(doc_object(), "text_key", is_narrowed ? "projects_none_found" : "projects_none");
	doc_set_text(empty, "action_path", is_narrowed ? "/projects" : "/proposals");
	doc_set_text(empty, "action_key", is_narrowed ? "parts_chips_clear" : "projects_see_proposals");
	if (doc_bool(document, "is_empty"))
		doc_set(document, "empty", empty);
}

void project_list_page(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *typed = form_read(visit, &project_filter_form, errors);
	struct project_filter filter = filter_read(visit, typed, errors);
	struct doc *document = doc_object();
	page_pager(visit, document, project_list(visit->db, &filter), "before");
	visit->clause = "2-4";
	for (struct doc *row = doc_first(doc_get(document, "items")); row; row = doc_next(row))
		doc_remove(row, "before");
	if (visit->twin == TWIN_HTML) {
		for (struct doc *row = doc_first(doc_get(document, "items")); row; row = doc_next(row))
			doc_set_text(row, "state_tone", state_tone("projects", doc_text(row, "state")));
		list_frame(visit, document, &filter, typed);
	}
	page_show(visit, "projects/list", "projects_title", document);
}
