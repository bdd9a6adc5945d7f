/* The agenda: new items by both sides, the co-chairs' answer, and the results after the meeting. */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/agenda.h"
#include "features/meetings/forms.h"
#include "features/meetings/moves.h"
#include "features/meetings/rules.h"
#include "features/meetings/store.h"

enum { NOTE_MOST = 600 };

static bool may_move(struct visit *visit, const char *name)
{
	const struct move *move = move_find(&meetings_machine, name);
	if (!move_is_for(&visit->viewer, &visit->subject, move))
		page_error(visit, 403, NULL);
	else if (!move_may(visit->db, &visit->viewer, &visit->subject, move))
		page_error(visit, text_has_word(move->from, visit->subject.state) ? 403 : 409,
		           text_equal(name, "add_item") ? "agenda_error_closed" : NULL);
	return !visit->is_replied;
}

static void agenda_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = meeting_document(visit);
	doc_set_text(document, "lead_key", "agenda_lead");
	page_form(visit, &(struct form_page){.title_key = "agenda_title_new",
	                                     .action = visit->path,
	                                     .form = &meetings_item_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "agenda_submit",
	                                     .document = doc_set_text(document, "cancel_path", meeting_path(visit, ""))});
}

void meeting_agenda_page(struct visit *visit)
{
	if (!may_move(visit, "add_item"))
		return;
	struct doc *posts = own_posts(visit);
	struct doc *values = doc_object();
	doc_set_text(values, "by", doc_count(posts) == 1 ? doc_text(doc_first(posts), "value") : "");
	doc_set_text(values, "case", visit_parameter(visit, "case"));
	agenda_show(visit, values, NULL);
}

static struct doc *item_values(const struct doc *typed)
{
	struct doc *values = doc_object();
	doc_set_int(values, "case_id", doc_int(typed, "case"));
	doc_set_text(values, "title", doc_text(typed, "title"));
	doc_set_text(values, "note", doc_text(typed, "note"));
	doc_set_int(values, "group_id", post_id(doc_text(typed, "by"), 'g'));
	doc_set_int(values, "department_id", post_id(doc_text(typed, "by"), 'd'));
	return doc_set_text(values, "state", "proposed");
}

void meeting_agenda_action(struct visit *visit)
{
	if (!may_move(visit, "add_item"))
		return;
	struct doc *errors = doc_array();
	struct doc *typed = form_read(visit, &meetings_item_form, errors);
	struct doc *values = item_values(typed);
	int64_t case_id = doc_int(values, "case_id");
	if (!doc_count(errors) && case_id && agenda_item_exists(visit->db, visit->subject.id, case_id))
		form_error(visit, errors, &meetings_item_form, "case", "agenda_refuse_twice", NULL);
	if (doc_count(errors))
		agenda_show(visit, typed, errors);
	else if (move_quiet(visit->db, &visit->viewer, visit->subject.id, "add_item", values) != MOVE_DONE)
		page_error(visit, 409, "agenda_error_closed");
	else
		page_go(visit, meeting_path(visit, ""), "agenda_added");
}

/* The item of the address; answers 404 and returns NULL when it is not on this agenda. */
static struct doc *item_wanted(struct visit *visit)
{
	struct doc *row = agenda_item_row(visit->db, visit->subject.id, visit_id(visit, 1));
	if (!row)
		page_error(visit, 404, NULL);
	return row;
}

static void item_show(struct visit *visit, const struct doc *row, const struct doc *values, const struct doc *errors)
{
	struct doc *document = meeting_document(visit);
	doc_set(document, "item", item_shown(&visit->viewer, row, true));
	page_form(visit, &(struct form_page){.page = "meetings/item",
	                                     .title_key = "agenda_decide_title",
	                                     .action = visit->path,
	                                     .form = &meetings_decide_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "agenda_decide_submit",
	                                     .document = doc_set_text(document, "cancel_path", meeting_path(visit, ""))});
}

void meeting_item_page(struct visit *visit)
{
	struct doc *row = may_move(visit, "accept_item") ? item_wanted(visit) : NULL;
	if (row)
		item_show(visit, row, NULL, NULL);
}

void meeting_item_action(struct visit *visit)
{
	struct doc *row = may_move(visit, "accept_item") ? item_wanted(visit) : NULL;
	if (!row)
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &meetings_decide_form, errors);
	if (doc_count(errors)) {
		item_show(visit, row, values, errors);
		return;
	}
	doc_set_int(values, "item_id", doc_int(row, "id"));
	bool is_refused = text_equal(doc_text(values, "decision"), "refuse");
	if (!is_refused)
		doc_set_text(values, "reason", "");
	move_quiet(visit->db, &visit->viewer, visit->subject.id, is_refused ? "refuse_item" : "accept_item", values);
	page_go(visit, meeting_path(visit, ""), is_refused ? "agenda_refused" : "agenda_accepted");
}

/* Results: a choice and a note an item, all on one page. Choices are drawn here, because their number is the agenda's. */
static struct doc *result_choices(const struct doc *item, const char *chosen)
{
	static const char *const words[] = {"go", "take", "continue", "drop"};
	struct doc *choices = doc_array();
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct doc *choice = doc_set_text(doc_object(), "value", words[i]);
		doc_set_text(choice, "item_id", doc_text(item, "id"));
		doc_set_text(choice, "id", arena_text("f_result_%s_%s", doc_text(item, "id"), words[i]));
		doc_set_text(choice, "label_key", arena_text("agenda_result_%s", words[i]));
		doc_set_text(choice, "hint_key", arena_text("agenda_result_%s_hint", words[i]));
		doc_set_bool(choice, "is_chosen", text_equal(words[i], chosen));
		doc_push(choices, choice);
	}
	return choices;
}

static struct doc *results_rows(struct visit *visit, bool is_typed)
{
	struct doc *rows = doc_array();
	struct doc *items = agenda_shown(visit->db, &visit->viewer, visit->subject.id, true);
	for (struct doc *item = doc_first(items); item; item = doc_next(item)) {
		if (doc_bool(item, "is_refused"))
			continue;
		struct doc *row = doc_copy(item);
		const char *id = doc_text(item, "id");
		if (is_typed) {
			doc_set_text(row, "result", visit_field(visit, arena_text("result_%s", id)));
			doc_set_text(row, "result_note", visit_field(visit, arena_text("note_%s", id)));
		}
		doc_set(row, "choices", result_choices(item, doc_text(row, "result")));
		doc_push(rows, row);
	}
	return rows;
}

static void results_show(struct visit *visit, struct doc *rows, const struct doc *errors)
{
	struct doc *document = meeting_document(visit);
	doc_set_bool(document, "has_rows", doc_count(rows) > 0);
	doc_set(document, "rows", rows);
	page_form(visit, &(struct form_page){.page = "meetings/results",
	                                     .title_key = "agenda_results_title",
	                                     .action = visit->path,
	                                     .errors = errors,
	                                     .submit_key = "agenda_results_submit",
	                                     .document = doc_set_text(document, "cancel_path", meeting_path(visit, ""))});
}

void meeting_results_page(struct visit *visit)
{
	if (may_move(visit, "results"))
		results_show(visit, results_rows(visit, false), NULL);
}

static void result_error(struct visit *visit, struct doc *errors, const struct doc *row, const char *field, const char *key)
{
	struct doc *error = doc_set_text(doc_object(), "field", arena_text("%s_%s", field, doc_text(row, "id")));
	struct doc *values = doc_set_text(doc_object(), "label", doc_text(row, "number"));
	doc_push(errors, doc_set_text(error, "message", text_filled(visit->language, key, values)));
}

static void results_check(struct visit *visit, struct doc *rows, struct doc *errors)
{
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		const char *result = doc_text(row, "result");
		if (*result && !result_is_known(result))
			result_error(visit, errors, row, "result", "agenda_error_result");
		else if (!*result && *doc_text(row, "result_note"))
			result_error(visit, errors, row, "result", "agenda_error_result");
		if (text_length(doc_text(row, "result_note")) > NOTE_MOST)
			result_error(visit, errors, row, "note", "agenda_error_note");
	}
}

/* Only what is new: a case's timeline does not hear the same result twice. */
static struct doc *results_new(struct visit *visit, const struct doc *rows)
{
	struct doc *changed = doc_array();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *had = agenda_item_row(visit->db, visit->subject.id, doc_int(row, "id"));
		bool is_same = text_equal(doc_text(had, "result"), doc_text(row, "result")) &&
		               text_equal(doc_text(had, "result_note"), doc_text(row, "result_note"));
		if (is_same)
			continue;
		struct doc *result = doc_set_int(doc_object(), "id", doc_int(row, "id"));
		doc_set_text(result, "result", doc_text(row, "result"));
		doc_push(changed, doc_set_text(result, "note", doc_text(row, "result_note")));
	}
	return changed;
}

void meeting_results_action(struct visit *visit)
{
	if (!may_move(visit, "results"))
		return;
	struct doc *errors = doc_array();
	struct doc *rows = results_rows(visit, true);
	results_check(visit, rows, errors);
	if (doc_count(errors)) {
		results_show(visit, rows, errors);
		return;
	}
	struct doc *changed = results_new(visit, rows);
	if (doc_count(changed))
		move_quiet(visit->db, &visit->viewer, visit->subject.id, "results", doc_set(doc_object(), "results", changed));
	page_go(visit, meeting_path(visit, ""), "agenda_results_saved");
}
