/* What of an item is public, and where its result goes. SQL: store_items.c. */
#include "features/meetings/agenda.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/store.h"

static struct case_file item_case(const struct doc *row)
{
	return (struct case_file){
		.id = doc_int(row, "case_id"),
		.kind = doc_text(row, "case_kind"),
		.state = doc_text(row, "case_state"),
		.group_id = doc_int(row, "case_group_id"),
		.department_id = doc_int(row, "case_department_id"),
		.author_id = doc_int(row, "case_author_id"),
		.parent_id = doc_int(row, "case_parent_id"),
		.is_public = doc_bool(row, "case_public"),
	};
}

/* The proposer's own words are public; the case's title only where the case is, or to those who may see it. */
static void title_put(struct doc *shown, const struct viewer *viewer, const struct doc *row)
{
	struct case_file subject = item_case(row);
	bool may_see = subject.id && case_may_see(viewer, &subject);
	bool is_promise = text_equal(subject.kind, "promises");
	const char *title = doc_text(row, "title");
	if (may_see && (!*title || !subject.is_public))
		title = doc_text(row, "case_title");
	doc_set_text(shown, "title", title);
	doc_set_text(shown, "title_key", *title ? "" : is_promise ? "agenda_closed_promise" : "agenda_closed_case");
	doc_set_text(shown, "path", may_see ? case_path_of(&subject) : "");
	doc_set_bool(shown, "is_promise", is_promise);
}

static void proposer_put(struct doc *shown, const struct doc *row)
{
	bool is_group = doc_int(row, "group_id") != 0;
	bool is_city = !is_group && doc_int(row, "department_id") != 0;
	doc_set_int(shown, "group_id", doc_int(row, "group_id"));
	doc_set_int(shown, "department_id", doc_int(row, "department_id"));
	doc_set_text(shown, "by_name", is_group ? doc_text(row, "group_name") : doc_text(row, "department_name"));
	doc_set_bool(shown, "is_group", is_group);
	doc_set_bool(shown, "is_city", is_city);
	doc_set_bool(shown, "is_portal", !is_group && !is_city);
}

struct doc *item_shown(const struct viewer *viewer, const struct doc *row, bool with_notes)
{
	struct doc *shown = doc_object();
	const char *result = doc_text(row, "result");
	const char *state = doc_text(row, "state");
	doc_set_int(shown, "id", doc_int(row, "id"));
	doc_set_int(shown, "number", doc_int(row, "number"));
	title_put(shown, viewer, row);
	doc_set_text(shown, "note", doc_text(row, "note"));
	proposer_put(shown, row);
	doc_set_text(shown, "state", state);
	doc_set_bool(shown, "is_proposed", text_equal(state, "proposed"));
	doc_set_bool(shown, "is_refused", text_equal(state, "refused"));
	doc_set_text(shown, "reason", doc_text(row, "reason"));
	doc_set_text(shown, "result", result);
	doc_set_text(shown, "result_key", *result ? arena_text("agenda_result_%s", result) : "");
	doc_set_text(shown, "result_note", with_notes ? doc_text(row, "result_note") : "");
	return shown;
}

struct doc *agenda_shown(struct db *db, const struct viewer *viewer, int64_t meeting_id, bool with_notes)
{
	struct doc *items = doc_array();
	struct doc *rows = agenda_item_list(db, meeting_id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_push(items, item_shown(viewer, row, with_notes));
	return items;
}

const char *item_words(enum language language, const struct doc *shown)
{
	const char *key = doc_text(shown, "title_key");
	return *key ? text_of(language, key) : doc_text(shown, "title");
}

bool item_is_of(const struct viewer *viewer, const struct doc *row)
{
	return viewer_in_group(viewer, doc_int(row, "group_id")) || viewer_in_department(viewer, doc_int(row, "department_id")) ||
	       viewer_in_group(viewer, doc_int(row, "case_group_id")) || viewer_in_department(viewer, doc_int(row, "case_department_id"));
}

static const struct move *move_discussed(const char *kind)
{
	const struct machine *machine = machine_find(kind);
	const struct move *move = machine ? move_find(machine, "discussed") : NULL;
	return move && (move->flags & MOVE_QUIET) ? move : NULL;
}

void item_resolve(const struct moving *moving, const struct doc *item, const char *result, const char *note)
{
	struct db *db = moving->db;
	agenda_item_update_result(db, doc_int(item, "id"), result, note);
	const char *kind = doc_text(item, "case_kind");
	if (!*result || !move_discussed(kind))
		return;
	struct doc *meeting = meeting_row(db, moving->subject.id);
	const char *words = text_of(LANGUAGE_JA, arena_text("agenda_result_%s", result));
	struct doc *values = doc_object();
	doc_set_text(values, "result", result);
	doc_set_text(values, "note", note);
	doc_set_int(values, "meeting", moving->subject.id);
	struct move_order order = {
		.case_id = doc_int(item, "case_id"),
		.move = "discussed",
		.version = -1,
		.values = values,
		.reason = arena_text("%s：%s%s%s", moving->subject.title, words, *note ? "\n" : "", note),
		.effective_on = day_parse(doc_text(meeting, "day_on")),
		.is_portal = true,
	};
	move_perform(db, moving->viewer, &order, NULL);
}

static void choices_add(struct doc *choices, const struct doc *rows)
{
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		const char *kind = doc_text(row, "kind");
		const struct move *move = move_discussed(kind);
		const char *value = doc_text(row, "id");
		bool is_there = false;
		for (struct doc *choice = doc_first(choices); choice; choice = doc_next(choice))
			is_there = is_there || text_equal(doc_text(choice, "value"), value);
		if (!move || is_there || !text_has_word(move->from, doc_text(row, "state")))
			continue;
		struct doc *choice = doc_set_text(doc_object(), "value", value);
		doc_push(choices, doc_set_text(choice, "label", doc_text(row, "title")));
	}
}

/* The coordinator looks after every case: all that may be discussed now. */
static void choices_add_all(struct db *db, struct doc *choices)
{
	const struct machine *machine;
	for (int n = 0; (machine = machine_nth(n)); n++) {
		const struct move *move = move_discussed(machine->kind);
		const char *state;
		for (int i = 0; move && (state = text_piece(move->from, ' ', i)); i++) {
			struct doc *rows = agenda_item_list_cases(db, machine->kind, state);
			for (struct doc *row = doc_first(rows); row; row = doc_next(row))
				doc_set_text(row, "kind", machine->kind);
			choices_add(choices, rows);
		}
	}
}

struct doc *agenda_choices(struct db *db, const struct viewer *viewer)
{
	struct doc *choices = doc_array();
	for (int i = 0; i < viewer->seat_count; i++) {
		const struct seat *seat = &viewer->seats[i];
		if (seat->group_id)
			choices_add(choices, case_list_group(db, seat->group_id, "", false));
		if (seat->department_id)
			choices_add(choices, case_list_department(db, seat->department_id, "", false));
	}
	if (viewer_has(viewer, ROLE_COORDINATOR))
		choices_add_all(db, choices);
	return choices;
}
