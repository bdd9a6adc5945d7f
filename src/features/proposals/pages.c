/* The pages of proposals: the public list, one proposal, a word in its dialogue. Starting and writing one: dossier.c. */
#include "features/proposals/pages.h"

#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/proposals/forms.h"
#include "features/proposals/moves.h"
#include "features/proposals/proposals.h"
#include "http/url.h"

/* The query as the store wants it: what is no choice counts as not chosen. */
static struct proposal_filter filter_read(struct visit *visit, const struct doc *typed, const struct doc *errors)
{
	bool is_right = doc_count(errors) == 0;
	struct proposal_filter filter = {.state = is_right ? doc_text(typed, "state") : "", .area = is_right ? doc_text(typed, "area") : "",
	                                 .form = is_right ? doc_text(typed, "form") : "", .before = visit_parameter(visit, "before"),
	                                 .limit = PAGE_ROWS + 1};
	const char *words = text_replace(unicode_fold(doc_text(typed, "q")), "　", " ");
	int count = 0;
	for (int i = 0; i < 3; i++)
		filter.words[i] = "";
	const char *word;
	for (int i = 0; (word = text_piece(words, ' ', i)) && count < 3; i++)
		if (*word)
			filter.words[count++] = word;
	return filter;
}

static char *path_without(const struct doc *typed, const char *left_out)
{
	static const char *const names[] = {"q", "state", "area", "form"};
	const char *query = "";
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!text_equal(names[i], left_out) && !text_empty(doc_text(typed, names[i])))
			query = arena_text("%s%s%s=%s", query, *query ? "&" : "?", names[i], url_encode(doc_text(typed, names[i])));
	return arena_text("/proposals%s", query);
}

static void chips_put(struct visit *visit, struct doc *document, const struct doc *typed)
{
	struct doc *chips = doc_array();
	for (const struct field *field = proposal_filter_form.fields; field->name; field++) {
		const char *words = form_value_words(visit, &proposal_filter_form, field, typed);
		if (text_empty(words))
			continue;
		struct doc *chip = doc_set_text(doc_set_text(doc_object(), "label", words), "label_key", "");
		doc_push(chips, doc_set_text(chip, "remove_path", path_without(typed, field->name)));
	}
	doc_set_bool(document, "has_chips", doc_count(chips) > 0);
	doc_set(document, "chips", chips);
	doc_set_text(document, "clear_path", "/proposals");
}

static void list_frame(struct visit *visit, struct doc *document, const struct proposal_filter *filter, const struct doc *typed)
{
	int64_t count = proposal_count(visit->db, filter);
	struct doc *number = doc_set_text(doc_object(), "count", text_grouped(count > 1000 ? 1000 : count));
	doc_set_text(document, "count_words", text_filled(visit->language, count > 1000 ? "proposals_count_many" : "proposals_count", number));
	doc_set(document, "fields", form_fields(visit, &proposal_filter_form, typed, NULL));
	chips_put(visit, document, typed);
	struct doc *empty = doc_set_text(doc_object(), "text_key", doc_bool(document, "has_chips") ? "proposals_none_found" : "proposals_none");
	doc_set_text(empty, "action_path", doc_bool(document, "has_chips") ? "/proposals" : "/proposals/new");
	doc_set_text(empty, "action_key", doc_bool(document, "has_chips") ? "parts_chips_clear" : "proposals_new");
	if (doc_bool(document, "is_empty"))
		doc_set(document, "empty", empty);
}

static void rows_dress(struct visit *visit, struct doc *rows)
{
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		const char *form = doc_text(row, "form");
		doc_set_text(row, "state_tone", state_tone("proposals", doc_text(row, "state")));
		doc_set_text(row, "form_key", *form ? arena_text("proposal_form_%s", form) : "");
		doc_set_text(row, "area_key", proposal_area_key(visit->db, doc_text(row, "area")));
		doc_set_bool(row, "is_from_city", text_equal(doc_text(row, "direction"), "city"));
	}
}

void proposal_list_page(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *typed = form_read(visit, &proposal_filter_form, errors);
	struct proposal_filter filter = filter_read(visit, typed, errors);
	struct doc *document = doc_object();
	page_pager(visit, document, proposal_list(visit->db, &filter), "before");
	visit->clause = "4-4-3";
	for (struct doc *row = doc_first(doc_get(document, "items")); row; row = doc_next(row))
		doc_remove(row, "before");
	if (visit->twin == TWIN_HTML) {
		rows_dress(visit, doc_get(document, "items"));
		list_frame(visit, document, &filter, typed);
	}
	page_show(visit, "proposals/list", "proposals_title", document);
}

/* The form of the dialogue, for who may write in it; NULL for others. */
static const struct form *post_form(struct visit *visit)
{
	const struct machine *machine = &proposals_machine;
	const struct move *post = move_find(machine, "post");
	if (!move_is_for(&visit->viewer, &visit->subject, post) || !text_has_word(post->from, visit->subject.state))
		return NULL;
	return text_equal(side_of(&visit->viewer, &visit->subject), "group") ? &proposal_post_form_group : &proposal_post_form_city;
}

static void proposal_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = proposal_document(visit);
	const struct form *form = visit->twin == TWIN_HTML ? post_form(visit) : NULL;
	page_crumb(visit, "/proposals", "proposals_title", NULL);
	visit->clause = "4-4-3";
	doc_set_bool(document, "may_post", form != NULL);
	if (!form) {
		page_show(visit, "proposals/show", NULL, document);
		return;
	}
	page_form(visit, &(struct form_page){.page = "proposals/show",
	                                     .action = arena_text("/proposals/%lld/posts", (long long)visit->subject.id),
	                                     .form = form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "proposals_post_send",
	                                     .document = document});
}

void proposal_page(struct visit *visit)
{
	proposal_show(visit, NULL, NULL);
}

void proposal_post_action(struct visit *visit)
{
	const struct form *form = post_form(visit);
	if (!form) {
		page_error(visit, 409, "cases_stale");
		return;
	}
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, form, errors);
	if (doc_count(errors)) {
		proposal_show(visit, values, errors);
		return;
	}
	struct move_order order = {.case_id = visit->subject.id, .move = "post", .version = -1, .values = values, .effective_on = DAY_NONE};
	if (move_perform(visit->db, &visit->viewer, &order, NULL) == MOVE_DONE)
		page_go(visit, arena_text("/proposals/%lld#dialogue", (long long)visit->subject.id), "proposals_post_sent");
	else
		page_error(visit, 409, "cases_stale");
}
