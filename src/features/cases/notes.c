/* 補正のお願い: every field with room for a note, all points sent at once. */
#include "features/cases/dossier.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"

enum { NOTE_MOST = 600 };

static struct doc *note_rows(struct visit *visit, const struct doc *notes)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *content = dossier_content(visit, dossier);
	struct doc *rows = doc_array();
	for (const struct section *section = dossier->sections; section->name; section++) {
		struct doc *summary = form_summary(visit, section->form, content, NULL);
		for (struct doc *line = doc_first(summary); line; line = doc_next(line)) {
			struct doc *row = doc_copy(line);
			doc_set_text(row, "note", doc_text(notes, doc_text(line, "name")));
			doc_set_text(row, "section_key", section_key(dossier, section));
			doc_push(rows, row);
		}
	}
	return rows;
}

static void notes_show(struct visit *visit, const struct doc *notes, const struct doc *errors)
{
	struct doc *document = dossier_document(visit);
	struct doc *rows = note_rows(visit, notes);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_set_bool(row, "has_note_error", doc_count(errors) > 0 && row == doc_first(rows));
	doc_set(document, "rows", rows);
	doc_set_text(document, "note_error", doc_text(doc_first(errors), "message"));
	doc_set(document, "summary", doc_array());
	page_form(visit, &(struct form_page){.page = "cases/notes",
	                                     .title_key = "cases_notes",
	                                     .action = visit->path,
	                                     .errors = errors,
	                                     .submit_key = "cases_notes_send",
	                                     .document = document,
	                                     .version = visit->subject.version});
}

static bool notes_may(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	const struct move *move = dossier->returning ? move_find(machine_find(dossier->kind), dossier->returning) : NULL;
	if (!move)
		page_error(visit, 404, NULL);
	else if (!move_is_for(&visit->viewer, &visit->subject, move))
		page_error(visit, 403, NULL);
	else if (!move_may(visit->db, &visit->viewer, &visit->subject, move))
		page_error(visit, 409, "cases_stale");
	return !visit->is_replied;
}

void dossier_notes_page(struct visit *visit)
{
	if (notes_may(visit))
		notes_show(visit, doc_object(), NULL);
}

/* The notes typed, and the reason that the timeline and the mail carry: a line a field. */
static struct doc *notes_read(struct visit *visit, struct buffer *reason)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *notes = doc_object();
	for (const struct section *section = dossier->sections; section->name; section++)
		for (const struct field *field = section->form->fields; field->name; field++) {
			const char *note = text_cut(visit_field(visit, arena_text("note_%s", field->name)), NOTE_MOST);
			if (!*note)
				continue;
			const char *label = text_of(LANGUAGE_JA, arena_text("%s_%s", section->form->name, field->name));
			doc_set_text(notes, field->name, note);
			buffer_addf(reason, "%s%s: %s", reason->length ? "\n" : "", label, note);
		}
	return notes;
}

void dossier_notes_action(struct visit *visit)
{
	if (!notes_may(visit))
		return;
	struct buffer reason = {0};
	struct doc *notes = notes_read(visit, &reason);
	if (!doc_count(notes)) {
		struct doc *errors = doc_array();
		const char *first = visit_dossier(visit)->sections[0].form->fields[0].name;
		form_error(visit, errors, visit_dossier(visit)->sections[0].form, arena_text("note_%s", first), "cases_notes_none", NULL);
		notes_show(visit, notes, errors);
		return;
	}
	version_save(visit->db, &visit->viewer, visit->subject.id, "notes", notes, -1);
	version_keep(visit->db, visit->subject.id, "notes");
	struct move_order order = {.case_id = visit->subject.id, .move = visit_dossier(visit)->returning, .values = notes,
	                           .version = text_number(request_field(visit->request, "version")),
	                           .reason = buffer_text(&reason), .effective_on = DAY_NONE};
	if (move_perform(visit->db, &visit->viewer, &order, NULL) == MOVE_DONE)
		page_go(visit, case_path_of(&visit->subject), "cases_notes_sent");
	else
		page_error(visit, 409, "cases_stale");
}
