/* The directory of groups, the coordinator's queue, and the rule of the disclosure level. */
#include "features/groups/pages.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/groups/forms.h"
#include "features/groups/groups.h"
#include "features/groups/rules.h"
#include "features/groups/store.h"
#include "http/url.h"

/* The address of the directory without one of its filters ("" for none of them left). */
static char *path_without(const struct doc *values, const char *left_out)
{
	struct buffer query = {0};
	for (const struct field *field = group_filter_form.fields; field->name; field++) {
		const char *value = doc_text(values, field->name);
		if (*value && !text_equal(field->name, left_out))
			buffer_addf(&query, "%s%s=%s", query.length ? "&" : "?", field->name, url_encode(value));
	}
	return arena_text("/groups%s", buffer_text(&query));
}

static struct doc *chips(struct visit *visit, const struct doc *values)
{
	struct doc *list = doc_array();
	for (const struct field *field = group_filter_form.fields; field->name; field++) {
		if (!*doc_text(values, field->name))
			continue;
		struct doc *chip = doc_object();
		doc_set_text(chip, "label_key", "");
		doc_set_text(chip, "label", form_value_words(visit, &group_filter_form, field, values));
		doc_set_text(chip, "remove_path", path_without(values, field->name));
		doc_push(list, chip);
	}
	return list;
}

static const char *count_words(struct visit *visit, int64_t count)
{
	struct doc *words = doc_set_text(doc_object(), "count", text_grouped(count > COUNT_MOST ? COUNT_MOST : count));
	return text_filled(visit->language, count > COUNT_MOST ? "groups_count_over" : "groups_count", words);
}

static void filters_show(struct visit *visit, struct doc *document, const struct doc *values, int64_t count)
{
	bool is_narrowed = *doc_text(values, "field") || *doc_text(values, "area") || *doc_text(values, "kind");
	struct doc *more = doc_set_bool(doc_object(), "is_open", is_narrowed);
	doc_set(document, "more", doc_set(more, "fields", form_fields(visit, &group_filter_more_form, values, NULL)));
	doc_set(document, "fields", form_fields(visit, &group_filter_short_form, values, NULL));
	struct doc *chosen = chips(visit, values);
	doc_set_bool(document, "has_chips", doc_count(chosen) > 0);
	doc_set(document, "chips", chosen);
	doc_set_text(document, "clear_path", "/groups");
	doc_set_text(document, "count_words", count_words(visit, count));
}

/* The plain names of a row's fields, for the page and for the table. */
static void field_names_set(struct visit *visit, struct doc *row)
{
	struct buffer names = {0};
	struct doc *field_keys = doc_array();
	const char *field;
	for (int i = 0; (field = text_piece(doc_text(row, "fields"), ' ', i)) && *field; i++) {
		const char *key = arena_text("field_%s", field);
		buffer_addf(&names, "%s%s", names.length ? "、" : "", text_of(visit->language, key));
		doc_push(field_keys, doc_set_text(doc_object(), "field_key", key));
	}
	doc_set_text(row, "field_names", buffer_text(&names));
	doc_set_text(row, "kind_name", text_of(visit->language, doc_text(row, "kind_key")));
	if (visit->twin != TWIN_HTML)
		return;
	doc_set(row, "field_keys", field_keys);
	doc_set_text(row, "state_tone", state_tone("groups", doc_text(row, "state")));
	doc_set_bool(row, "is_state_shown", !text_equal(doc_text(row, "state"), "registered"));
}

static void empty_set(struct doc *document, bool is_filtered)
{
	struct doc *empty = doc_set_text(doc_object(), "text_key", is_filtered ? "groups_none_found" : "groups_none");
	doc_set_text(empty, "action_path", is_filtered ? "/groups" : "/groups/new");
	doc_set_text(empty, "action_key", is_filtered ? "parts_chips_clear" : "groups_new");
	doc_set(document, "empty", doc_count(doc_get(document, "items")) ? doc_array() : empty);
}

void group_list_page(struct visit *visit)
{
	struct doc *values = form_read_draft(visit, &group_filter_form, doc_array());
	long long after = text_number(visit_parameter(visit, "before"));
	struct group_query query = {.words = doc_text(values, "q"),
	                            .fields = field_search(doc_text(values, "field"), doc_text(values, "theme")),
	                            .area = doc_text(values, "area"),
	                            .kind = doc_text(values, "kind"),
	                            .after_id = after > 0 ? after : 0};
	struct doc *document = doc_object();
	struct doc *rows = group_list(visit->db, &query);
	int64_t count = group_count(visit->db, &query);
	page_pager(visit, document, rows, "id");
	for (struct doc *row = doc_first(doc_get(document, "items")); row; row = doc_next(row))
		field_names_set(visit, row);
	doc_set_int(document, "count", count > COUNT_MOST ? COUNT_MOST : count);
	if (visit->twin == TWIN_HTML) {
		filters_show(visit, document, values, count);
		empty_set(document, doc_bool(document, "has_chips"));
	}
	visit->clause = "4-2-2";
	page_show(visit, "groups/index", "groups_title", document);
}

void group_queue_page(struct visit *visit)
{
	struct doc *document = doc_object();
	long long after = text_number(visit_parameter(visit, "before"));
	page_pager(visit, document, group_list_waiting(visit->db, after > 0 ? after : 0, PAGE_ROWS + 1), "id");
	page_crumb(visit, "/groups", "groups_title", NULL);
	page_show(visit, "groups/queue", "groups_queue_title", document);
}

static struct doc *fact_keys(const char *kind)
{
	struct doc *keys = doc_array();
	const char *fact;
	for (int i = 0; (fact = text_piece(disclosure_facts(kind), ' ', i)); i++)
		doc_push(keys, doc_set_text(doc_object(), "fact_key", arena_text("fact_%s", fact)));
	return keys;
}

void group_levels_page(struct visit *visit)
{
	struct doc *document = doc_object();
	struct doc *items = doc_array();
	const char *kind;
	for (int i = 0; (kind = text_piece(GROUP_KINDS, ' ', i)); i++) {
		struct doc *row = doc_set_text(doc_object(), "kind", kind);
		doc_set_text(row, "kind_key", arena_text("group_kind_%s", kind));
		doc_set_text(row, "facts", disclosure_facts(kind));
		doc_push(items, doc_set(row, "fact_keys", fact_keys(kind)));
	}
	doc_set(document, "items", items);
	visit->clause = "4-2-2";
	page_crumb(visit, "/groups", "groups_title", NULL);
	page_show(visit, "groups/levels", "groups_levels_title", document);
}
