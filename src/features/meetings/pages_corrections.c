/* Corrections of the minutes: asked for by those who were there, taken or kept beside the text by the drafter. */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/agenda.h"
#include "features/meetings/forms.h"
#include "features/meetings/minutes.h"
#include "features/meetings/moves.h"
#include "features/meetings/store.h"

#include <string.h>

static const char *part_words(struct visit *visit, const char *part)
{
	if (!text_starts(part, "item_"))
		return text_of(visit->language, arena_text("minutes_%s", part));
	struct doc *row = agenda_item_row(visit->db, visit_id(visit, 0), text_number(part + strlen("item_")));
	struct doc *shown = item_shown(&visit->viewer, row, false);
	return arena_text("%s. %s", doc_text(shown, "number"), item_words(visit->language, shown));
}

static bool may_decide(struct visit *visit)
{
	const struct move *move = move_find(&minutes_machine, "take");
	return text_has_word(move->from, visit->subject.state) && move_is_for(&visit->viewer, &visit->subject, move) &&
	       minutes_is_drafter(visit->db, &visit->viewer, &visit->subject);
}

static struct doc *corrections_document(struct visit *visit)
{
	struct doc *document = meeting_document(visit);
	page_crumb(visit, meeting_path(visit, "/minutes"), "minutes_name", NULL);
	struct doc *rows = corrections_shown(visit, NULL, may_decide(visit));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_set_text(row, "part_words", part_words(visit, doc_text(row, "part")));
	doc_set_bool(document, "has_corrections", doc_count(rows) > 0);
	doc_set(document, "corrections", rows);
	doc_set_text(document, "minutes_path", meeting_path(visit, "/minutes"));
	doc_set_text(document, "due_on", visit->subject.due_on == DAY_NONE ? "" : day_iso(visit->subject.due_on));
	doc_set_bool(document, "may_propose", text_equal(visit->subject.state, "corrections"));
	return document;
}

static void corrections_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	page_form(visit, &(struct form_page){.page = "meetings/corrections",
	                                     .title_key = "correction_title",
	                                     .action = visit->path,
	                                     .form = &meetings_correction_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "correction_submit",
	                                     .document = corrections_document(visit)});
}

/* Only those who may read the minutes before they are out. */
static bool corrections_may(struct visit *visit)
{
	if (!minutes_enter(visit))
		return false;
	if (!minutes_may_read(visit))
		page_error(visit, 403, NULL);
	else if (!text_has_word("corrections confirming", visit->subject.state))
		page_error(visit, 409, "minutes_error_shut");
	return !visit->is_replied;
}

/* The wording to begin with: what stands there now. */
void minutes_corrections_page(struct visit *visit)
{
	if (!corrections_may(visit))
		return;
	const char *part = visit_parameter(visit, "part");
	struct doc *values = doc_set_text(doc_object(), "part", part);
	doc_set_text(values, "wording", doc_text(minutes_text(visit, true), part));
	corrections_show(visit, values, NULL);
}

static struct doc *proposal_values(struct visit *visit, struct doc *values)
{
	const struct viewer *viewer = &visit->viewer;
	int64_t group_id = viewer_group(viewer);
	int64_t department_id = viewer_department(viewer);
	bool is_city = department_id && viewer_has(viewer, ROLE_DEPARTMENT | ROLE_COORDINATOR);
	doc_set_int(values, "person_id", viewer->person_id);
	doc_set_text(values, "side", is_city ? "city" : group_id ? "group" : "resident");
	doc_set_int(values, "group_id", is_city ? 0 : group_id);
	return doc_set_int(values, "department_id", is_city ? department_id : 0);
}

void minutes_corrections_action(struct visit *visit)
{
	if (!corrections_may(visit))
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &meetings_correction_form, errors);
	if (doc_count(errors)) {
		corrections_show(visit, values, errors);
		return;
	}
	struct move_order order = {.case_id = visit->subject.id, .move = "propose", .version = -1, .values = proposal_values(visit, values),
	                           .effective_on = DAY_NONE, .is_portal = true};
	if (move_perform(visit->db, &visit->viewer, &order, NULL) == MOVE_DONE)
		page_go(visit, meeting_path(visit, "/minutes/corrections"), "correction_sent");
	else
		page_error(visit, 409, "minutes_error_shut");
}

/* The correction of the address, for its drafter; answers and returns NULL otherwise. */
static struct doc *correction_wanted(struct visit *visit)
{
	if (!corrections_may(visit))
		return NULL;
	struct doc *row = correction_row(visit->db, visit->subject.id, visit_id(visit, 1));
	if (!row)
		page_error(visit, 404, NULL);
	else if (!may_decide(visit))
		page_error(visit, 403, NULL);
	else if (!text_equal(doc_text(row, "state"), "open"))
		page_error(visit, 409, "minutes_refuse_decided");
	return visit->is_replied ? NULL : row;
}

static void correction_show(struct visit *visit, const struct doc *row, const struct doc *values, const struct doc *errors)
{
	struct doc *document = meeting_document(visit);
	const char *part = doc_text(row, "part");
	page_crumb(visit, meeting_path(visit, "/minutes"), "minutes_name", NULL);
	struct doc *change = doc_set_text(doc_object(), "label_key", "");
	doc_set_text(change, "label", part_words(visit, part));
	doc_set_text(change, "before", doc_text(minutes_text(visit, true), part));
	doc_set_text(change, "after", doc_text(row, "wording"));
	doc_set_bool(change, "is_added", false);
	doc_set_bool(change, "is_removed", false);
	struct doc *changes = doc_array();
	doc_push(changes, change);
	doc_set(document, "changes", changes);
	doc_set_text(document, "why", doc_text(row, "why"));
	page_form(visit, &(struct form_page){.page = "meetings/correction",
	                                     .title_key = "correction_decide_title",
	                                     .action = visit->path,
	                                     .form = &meetings_answer_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "correction_decide_submit",
	                                     .document = doc_set_text(document, "cancel_path", meeting_path(visit, "/minutes/corrections"))});
}

void minutes_correction_page(struct visit *visit)
{
	struct doc *row = correction_wanted(visit);
	if (row)
		correction_show(visit, row, doc_set_text(doc_object(), "wording", doc_text(row, "wording")), NULL);
}

void minutes_correction_action(struct visit *visit)
{
	struct doc *row = correction_wanted(visit);
	if (!row)
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &meetings_answer_form, errors);
	if (doc_count(errors)) {
		correction_show(visit, row, values, errors);
		return;
	}
	doc_set_int(values, "correction_id", doc_int(row, "id"));
	if (move_quiet(visit->db, &visit->viewer, visit->subject.id, doc_text(values, "decision"), values) == MOVE_DONE)
		page_go(visit, meeting_path(visit, "/minutes/corrections"), "correction_decided");
	else
		page_error(visit, 409, "minutes_error_shut");
}
