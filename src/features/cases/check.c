/* The end of a dossier: the check page, submission, the done page; versions and their differences. */
#include "features/cases/dossier.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

static const char *submit_name(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	return dossier->submitting ? dossier->submitting(visit) : dossier->submit;
}

/* What is declared was declared at the first submission; later versions of the same text need it no more. */
static const struct form *declaration_form(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	return text_equal(submit_name(visit), dossier->submit) ? dossier->declaration : NULL;
}

/* The section where an error is corrected; NULL for what stands on the check page itself. */
static const struct section *error_section(const struct dossier *dossier, const char *field)
{
	const char *name = text_piece(field, '-', 0);
	for (const struct section *section = dossier->sections; section->name; section++)
		for (const struct field *one = section->form->fields; one->name; one++)
			if (text_equal(one->name, name))
				return section;
	return NULL;
}

/* Each error leads to its field in its section, where it is said again. */
static void errors_lead(struct visit *visit, const struct doc *errors)
{
	for (struct doc *error = doc_first(errors); error; error = doc_next(error)) {
		const char *field = doc_text(error, "field");
		const struct section *section = error_section(visit_dossier(visit), field);
		if (section)
			doc_set_text(error, "href", dossier_path(visit, arena_text("/edit/%s?check=1#f_%s", section->name, field)));
	}
}

static void check_show(struct visit *visit, const struct doc *errors, const struct doc *declared)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *document = dossier_document(visit);
	errors_lead(visit, errors);
	doc_set(document, "sections", dossier_summary(visit, dossier, dossier_content(visit, dossier), true));
	page_crumb(visit, dossier_path(visit, "/edit"), doc_text(document, "kind_key"), NULL);
	page_form(visit, &(struct form_page){.page = "cases/check",
	                                     .title_key = "cases_check",
	                                     .action = visit->path,
	                                     .form = declaration_form(visit),
	                                     .values = declared,
	                                     .errors = errors,
	                                     .submit_key = arena_text("move_%s_%s", dossier->kind, submit_name(visit)),
	                                     .document = document,
	                                     .version = visit->subject.version});
}

void dossier_check_page(struct visit *visit)
{
	if (dossier_may_write(visit))
		check_show(visit, NULL, NULL);
}

static void submission_refused(struct visit *visit, enum move_result result, const char *refusal)
{
	if (result == MOVE_STALE) {
		page_error(visit, 409, "cases_stale");
	} else if (result == MOVE_FORBIDDEN) {
		page_error(visit, 403, "cases_not_submitter");
	} else {
		struct doc *errors = doc_array();
		form_error(visit, errors, visit_dossier(visit)->sections[0].form, "", refusal ? refusal : "errors_409_text", NULL);
		visit->must_undo = true;
		check_show(visit, errors, NULL);
	}
}

static void submission_done(struct visit *visit, const char *move)
{
	const struct dossier *dossier = visit_dossier(visit);
	if (text_equal(move, dossier->submit))
		page_go(visit, dossier_path(visit, "/done"), NULL);
	else
		page_go(visit, case_path(dossier->kind, visit->subject.id), "cases_move_done");
}

void dossier_check_action(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	if (!dossier_may_write(visit))
		return;
	struct doc *errors = doc_array();
	struct doc *content = dossier_content(visit, dossier);
	const struct form *declaration = declaration_form(visit);
	struct doc *declared = declaration ? form_read(visit, declaration, errors) : NULL;
	dossier_check(visit, dossier, content, errors);
	if (doc_count(errors)) {
		check_show(visit, errors, declared);
		return;
	}
	version_keep(visit->db, visit->subject.id, dossier->part);
	const char *refusal = NULL;
	struct move_order order = {.case_id = visit->subject.id, .move = submit_name(visit), .values = content,
	                           .version = text_number(request_field(visit->request, "version")), .effective_on = DAY_NONE};
	enum move_result result = move_perform(visit->db, &visit->viewer, &order, &refusal);
	if (result == MOVE_DONE)
		submission_done(visit, order.move);
	else
		submission_refused(visit, result, refusal);
}

void dossier_done_page(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *document = dossier_document(visit);
	struct doc *steps = doc_array();
	for (int i = 1; text_known(arena_text("dossier_%s_next_%d", dossier->name, i)); i++) {
		struct doc *step = doc_set_text(doc_object(), "label_key", arena_text("dossier_%s_next_%d", dossier->name, i));
		doc_push(steps, doc_set_text(step, "on", ""));
	}
	doc_set(document, "steps", steps);
	doc_set_text(document, "title_key", arena_text("dossier_%s_done", dossier->name));
	doc_set_text(document, "number", visit->subject.number);
	doc_set_text(document, "due_on", doc_text(case_row(visit->db, visit->subject.id), "due_on"));
	page_show(visit, "cases/done", doc_text(document, "title_key"), document);
}

void dossier_versions_page(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *document = dossier_document(visit);
	struct doc *versions = version_list(visit->db, visit->subject.id, dossier->part);
	bool is_first = true;
	for (struct doc *version = doc_first(versions); version; version = doc_next(version)) {
		int64_t number = doc_int(version, "number");
		doc_set_int(version, "at", doc_int(version, "saved_at"));
		doc_set_text(version, "role_key", arena_text("side_%s", *doc_text(version, "side") ? doc_text(version, "side") : "group"));
		doc_set_bool(version, "is_now", is_first);
		doc_set_text(version, "note", "");
		doc_set_text(version, "path", "");
		doc_set_text(version, "changes_path", dossier_path(visit, arena_text("/versions/%lld", (long long)number)));
		is_first = false;
	}
	doc_set_bool(document, "has_versions", !is_first);
	doc_set(document, "versions", versions);
	page_show(visit, "cases/versions", "cases_versions", document);
}

/* What the named version changed against the one before it (the first: everything is new). */
void dossier_changes_page(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	int64_t number = visit_id(visit, 1);
	struct doc *after = version_find_number(visit->db, visit->subject.id, dossier->part, number);
	if (!after || doc_bool(after, "is_draft")) {
		page_error(visit, 404, NULL);
		return;
	}
	struct doc *before = version_find_number(visit->db, visit->subject.id, dossier->part, number - 1);
	struct doc *changes = doc_array();
	for (const struct section *section = dossier->sections; section->name; section++) {
		struct doc *some = form_changes(visit, section->form, doc_get(before, "content"), doc_get(after, "content"));
		for (struct doc *change = doc_first(some); change; change = doc_next(change))
			doc_push(changes, doc_copy(change));
	}
	struct doc *document = dossier_document(visit);
	doc_set_bool(document, "has_changes", doc_count(changes) > 0);
	doc_set(document, "changes", changes);
	doc_set_int(document, "number", number);
	page_crumb(visit, dossier_path(visit, "/versions"), "cases_versions", NULL);
	page_show(visit, "cases/changes", "cases_changes", document);
}
