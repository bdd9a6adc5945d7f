/* The minutes: reading them, and writing the draft. Corrections have a file of their own; moves happen on the pages of cases. */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/agenda.h"
#include "features/meetings/forms.h"
#include "features/meetings/minutes.h"
#include "features/meetings/rules.h"
#include "features/meetings/store.h"
#include "workflow/ledger.h"
#include "workflow/move.h"
#include "workflow/version.h"

enum { ITEM_MOST = 4000 };

bool minutes_may_read(struct visit *visit)
{
	const struct viewer *viewer = &visit->viewer;
	int64_t meeting_id = visit_id(visit, 0);
	struct case_file meeting;
	if (!viewer->person_id || !case_find(visit->db, meeting_id, &meeting))
		return false;
	if (viewer_has(viewer, ROLE_COORDINATOR) || viewer_in_group(viewer, meeting.group_id) ||
	    viewer_in_department(viewer, meeting.department_id))
		return true;
	if (text_equal(doc_text(signup_of_viewer(visit), "state"), "in"))
		return true;
	struct doc *rows = agenda_item_list(visit->db, meeting_id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (item_is_of(viewer, row))
			return true;
	return false;
}

bool minutes_enter(struct visit *visit)
{
	struct case_file minutes;
	int64_t id = minutes_find(visit->db, visit_id(visit, 0));
	if (!id || !case_find(visit->db, id, &minutes) || (!minutes.is_public && !minutes_may_read(visit))) {
		page_error(visit, 404, "minutes_not_yet");
		return false;
	}
	visit->subject = minutes;
	return true;
}

struct doc *minutes_text(struct visit *visit, bool is_kept)
{
	struct doc *version = is_kept ? version_find_kept(visit->db, visit->subject.id, "") : version_find(visit->db, visit->subject.id, "");
	struct doc *content = doc_get(version, "content");
	return content ? doc_copy(content) : doc_object();
}

/* Who asked for a correction is shown as a side with its name, never as a person. */
struct doc *corrections_shown(struct visit *visit, const char *part, bool may_decide)
{
	struct doc *shown = doc_array();
	struct doc *rows = correction_list(visit->db, visit->subject.id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		const char *state = doc_text(row, "state");
		if (part && !text_equal(part, doc_text(row, "part")))
			continue;
		doc_remove(row, "person_id");
		const char *side = doc_text(row, "side");
		doc_set_text(row, "by_name", text_equal(side, "group") ? doc_text(row, "group_name") : doc_text(row, "department_name"));
		doc_set_text(row, "by_key", text_equal(side, "resident") ? "minutes_by_attendee" : "");
		doc_set_text(row, "state_key", arena_text("correction_state_%s", state));
		doc_set_bool(row, "is_kept", text_equal(state, "kept"));
		doc_set_bool(row, "is_open", text_equal(state, "open"));
		bool is_decidable = may_decide && text_equal(state, "open");
		doc_set_text(row, "decide_path", is_decidable ? meeting_path(visit, arena_text("/minutes/corrections/%s", doc_text(row, "id"))) : "");
		doc_push(shown, doc_copy(row));
	}
	return shown;
}

/* Once the minutes are out, only what stays beside the text is shown: 付記 and points left open. */
static struct doc *corrections_beside(struct visit *visit, const char *part)
{
	struct doc *beside = doc_array();
	struct doc *rows = corrections_shown(visit, part, false);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (doc_bool(row, "is_kept") || (visit->subject.is_public && doc_bool(row, "is_open")))
			doc_push(beside, doc_copy(row));
	return beside;
}

static void part_push(struct visit *visit, struct doc *parts, const struct doc *content, const char *name)
{
	struct doc *part = doc_set_text(doc_object(), "name", name);
	doc_set_text(part, "title_key", arena_text("minutes_%s", name));
	doc_set_text(part, "text", doc_text(content, name));
	doc_push(parts, doc_set(part, "notes", corrections_beside(visit, name)));
}

static void text_fill(struct visit *visit, struct doc *document, const struct doc *content)
{
	struct doc *items = doc_array();
	struct doc *rows = agenda_shown(visit->db, &visit->viewer, visit_id(visit, 0), true);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		const char *name = arena_text("item_%s", doc_text(row, "id"));
		if (doc_bool(row, "is_refused"))
			continue;
		doc_set_text(row, "text", doc_text(content, name));
		doc_set(row, "notes", corrections_beside(visit, name));
		doc_push(items, doc_copy(row));
	}
	struct doc *first = doc_array(), *last = doc_array();
	part_push(visit, first, content, "attendance");
	part_push(visit, first, content, "summary");
	part_push(visit, last, content, "decisions");
	doc_set(document, "first_parts", first);
	doc_set(document, "items_said", items);
	doc_set(document, "last_parts", last);
}

/* Notes appended after publication: the reasons of the move "note". */
static void notes_fill(struct doc *document)
{
	struct doc *notes = doc_array();
	for (struct doc *event = doc_first(doc_get(document, "timeline")); event; event = doc_next(event)) {
		if (!text_equal(doc_text(event, "move"), "note") || !text_equal(doc_text(event, "kind"), "minutes"))
			continue;
		struct doc *note = doc_set_text(doc_object(), "on", doc_text(event, "effective_on"));
		doc_set_text(note, "role_key", doc_text(event, "role_key"));
		doc_push(notes, doc_set_text(note, "text", doc_text(event, "reason")));
	}
	doc_set_bool(document, "has_later_notes", doc_count(notes) > 0);
	doc_set(document, "later_notes", notes);
}

static void confirmers_fill(struct visit *visit, struct doc *document)
{
	struct doc *row = minutes_row(visit->db, visit->subject.id);
	doc_set_text(document, "group_confirmed_on", doc_text(row, "group_confirmed_on"));
	doc_set_text(document, "city_confirmed_on", doc_text(row, "city_confirmed_on"));
	doc_set_bool(document, "is_unconfirmed", text_equal(visit->subject.state, "unconfirmed"));
	bool has_confirming = text_has_word("confirming published unconfirmed", visit->subject.state);
	doc_set_bool(document, "has_confirming", has_confirming);
	doc_set_int(document, "open_count", correction_count_open(visit->db, visit->subject.id));
}

static void promises_fill(struct visit *visit, struct doc *document, const struct doc *content)
{
	struct doc *promises = promises_shown(visit, promise_list(visit->db, visit_id(visit, 0)));
	struct doc *drafted = doc_array();
	for (struct doc *row = doc_first(doc_get(content, "promises")); row; row = doc_next(row)) {
		struct doc *promise = doc_set_text(doc_object(), "title", doc_text(row, "what"));
		doc_push(drafted, doc_set_text(promise, "by_on", doc_text(row, "due")));
	}
	doc_set_bool(document, "has_promises", doc_count(promises) > 0);
	doc_set(document, "promises", promises);
	doc_set_bool(document, "has_drafted", doc_count(drafted) > 0);
	doc_set(document, "drafted", drafted);
}

bool minutes_may_write(const struct visit *visit)
{
	return text_equal(visit->subject.state, "drafting") && minutes_may_draft(&visit->viewer, &visit->subject, day_today());
}

static void paths_fill(struct visit *visit, struct doc *document)
{
	bool may_correct = visit->viewer.person_id && text_equal(visit->subject.state, "corrections") && minutes_may_read(visit);
	bool may_see = text_has_word("corrections confirming", visit->subject.state) && visit->viewer.person_id && minutes_may_read(visit);
	doc_set_text(document, "edit_path", minutes_may_write(visit) ? meeting_path(visit, "/minutes/edit") : "");
	doc_set_text(document, "corrections_path", may_see ? meeting_path(visit, "/minutes/corrections") : "");
	doc_set_bool(document, "may_correct", may_correct);
}

void minutes_page(struct visit *visit)
{
	struct doc *document = meeting_document(visit);
	if (!minutes_enter(visit))
		return;
	struct doc *content = minutes_text(visit, visit->subject.is_public);
	doc_set_bool(document, "is_empty", doc_count(content) == 0);
	doc_set_text(document, "title", visit->subject.title);
	page_case(visit, document);
	doc_set(document, "timeline", ledger_timeline(visit->db, &visit->viewer, visit->subject.id, false));
	text_fill(visit, document, content);
	promises_fill(visit, document, content);
	confirmers_fill(visit, document);
	notes_fill(document);
	paths_fill(visit, document);
	doc_set_bool(document, "is_out", visit->subject.is_public);
	doc_set_int(document, "updated_at", doc_int(doc_get(document, "case"), "changed_at"));
	doc_set_int(document, "page_id", visit->subject.id);
	page_show(visit, "meetings/minutes", NULL, document);
}

static struct doc *edit_rows(struct visit *visit, const struct doc *values)
{
	struct doc *rows = doc_array();
	struct doc *items = agenda_shown(visit->db, &visit->viewer, visit_id(visit, 0), true);
	for (struct doc *item = doc_first(items); item; item = doc_next(item)) {
		if (doc_bool(item, "is_refused"))
			continue;
		doc_set_text(item, "text", doc_text(values, arena_text("item_%s", doc_text(item, "id"))));
		doc_push(rows, doc_copy(item));
	}
	return rows;
}

static void edit_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	struct doc *document = meeting_document(visit);
	page_crumb(visit, meeting_path(visit, "/minutes"), "minutes_name", NULL);
	struct doc *opened = promises_shown(visit, promise_list(visit->db, visit_id(visit, 0)));
	doc_set(document, "rows", edit_rows(visit, values));
	doc_set_bool(document, "has_promises", doc_count(opened) > 0);
	doc_set(document, "promises", opened);
	doc_set_int(document, "base_version", doc_int(version_find(visit->db, visit->subject.id, ""), "saves"));
	page_form(visit, &(struct form_page){.page = "meetings/minutes_edit",
	                                     .title_key = "minutes_edit_title",
	                                     .action = visit->path,
	                                     .form = &meetings_minutes_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "minutes_edit_submit",
	                                     .document = doc_set_text(document, "cancel_path", meeting_path(visit, "/minutes"))});
}

static bool edit_may(struct visit *visit)
{
	if (!minutes_enter(visit))
		return false;
	if (!minutes_may_write(visit))
		page_error(visit, text_equal(visit->subject.state, "drafting") ? 403 : 409, "minutes_error_shut");
	return !visit->is_replied;
}

/* Before anything was written the draft begins with who came and what the results say. */
static struct doc *edit_values(struct visit *visit)
{
	struct doc *values = minutes_text(visit, false);
	if (doc_count(values))
		return values;
	struct doc *meeting = meeting_row(visit->db, visit_id(visit, 0));
	doc_set_text(values, "attendance", text_filled(LANGUAGE_JA, "minutes_attendance_first", meeting));
	struct doc *items = agenda_item_list(visit->db, visit_id(visit, 0));
	for (struct doc *item = doc_first(items); item; item = doc_next(item))
		doc_set_text(values, arena_text("item_%s", doc_text(item, "id")), doc_text(item, "result_note"));
	return values;
}

void minutes_edit_page(struct visit *visit)
{
	if (edit_may(visit))
		edit_show(visit, edit_values(visit), NULL);
}

static struct doc *edit_read(struct visit *visit, struct doc *errors)
{
	struct doc *values = form_read(visit, &meetings_minutes_form, errors);
	struct doc *items = agenda_item_list(visit->db, visit_id(visit, 0));
	for (struct doc *item = doc_first(items); item; item = doc_next(item)) {
		const char *name = arena_text("item_%s", doc_text(item, "id"));
		const char *text = visit_field(visit, name);
		if (text_length(text) > ITEM_MOST)
			form_error(visit, errors, &meetings_minutes_form, name, "minutes_error_long", doc_set_text(doc_object(), "label", doc_text(item, "number")));
		if (!text_equal(doc_text(item, "state"), "refused"))
			doc_set_text(values, name, text);
	}
	return values;
}

void minutes_edit_action(struct visit *visit)
{
	if (!edit_may(visit))
		return;
	struct doc *errors = doc_array();
	struct doc *values = edit_read(visit, errors);
	if (form_rows_changed(visit, &meetings_minutes_form, values)) {
		edit_show(visit, values, NULL);
		return;
	}
	int64_t seen = text_number(visit_field(visit, "base_version"));
	bool had = version_find(visit->db, visit->subject.id, "") != NULL;
	if (!doc_count(errors) && !version_save(visit->db, &visit->viewer, visit->subject.id, "", values, had ? seen : -1))
		form_error(visit, errors, &meetings_minutes_form, "", "minutes_error_stale", NULL);
	if (doc_count(errors))
		edit_show(visit, values, errors);
	else
		page_go(visit, meeting_path(visit, "/minutes"), "minutes_saved");
}
