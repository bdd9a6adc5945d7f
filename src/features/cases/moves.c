/* A move's page: what it does, what is typed with it, one press; 案 for those that bind the city. */
#include "features/cases/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

enum { REASON_MOST = 1000 };

static const struct field reason_fields[] = {
	{.name = "reason", .kind = FIELD_LINES, .is_required = true, .most = REASON_MOST},
	{.name = NULL},
};
static const struct form reason_form = FORM("move", reason_fields);

static const struct field day_fields[] = {
	{.name = "effective_on", .kind = FIELD_DAY},
	{.name = NULL},
};

static void effective_check(struct visit *visit, const struct doc *values, struct doc *errors);
static const struct form day_form = {.name = "move", .fields = day_fields, .check = effective_check};

/* A move takes effect today or took effect before; nothing is dated ahead. */
static void effective_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int day = day_parse(doc_text(values, "effective_on"));
	if (day != DAY_NONE && day > day_today())
		form_error(visit, errors, &day_form, "effective_on", "cases_day_ahead", NULL);
}

/* A move whose own form has the field effective_on asks everybody for its day (締結日), others only the coordinator. */
static bool form_has_day(const struct form *form)
{
	for (const struct field *field = form ? form->fields : NULL; field && field->name; field++)
		if (text_equal(field->name, "effective_on"))
			return true;
	return false;
}

static bool day_is_asked(const struct visit *visit, const struct move *move)
{
	return !form_has_day(move->form) && viewer_has(&visit->viewer, ROLE_COORDINATOR) && (move->who & WHO_COORDINATOR) && !(move->flags & MOVE_BINDS);
}

/* The forms that a move's page shows, in order; ended by NULL. */
static void move_forms(const struct visit *visit, const struct move *move, const struct form *forms[4])
{
	int count = 0;
	if (move->form)
		forms[count++] = move->form;
	if (move->flags & (MOVE_REASON | MOVE_CORRECTS))
		forms[count++] = &reason_form;
	if (day_is_asked(visit, move))
		forms[count++] = &day_form;
	forms[count] = NULL;
}

static struct doc *move_document(struct visit *visit, const struct move *move)
{
	struct doc *document = doc_object();
	const char *key = arena_text("move_%s_%s", visit->subject.kind, move->name);
	const char *about = arena_text("%s_about", key);
	doc_set_text(document, "label_key", key);
	doc_set_text(document, "about_key", text_known(about) ? about : "");
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "case_path", case_path_of(&visit->subject));
	doc_set_bool(document, "is_binding", (move->flags & MOVE_BINDS) != 0);
	doc_set_text(document, "cancel_path", doc_text(document, "case_path"));
	page_crumb(visit, doc_text(document, "case_path"), NULL, visit->subject.title);
	visit->clause = move->clause;
	return document;
}

static void move_show(struct visit *visit, const struct move *move, const struct doc *values, const struct doc *errors)
{
	struct doc *document = move_document(visit, move);
	const struct form *forms[4];
	move_forms(visit, move, forms);
	struct form_page page = {.page = "web/move", .title_key = doc_text(document, "label_key"), .action = visit->path, .values = values,
	                         .errors = errors, .submit_key = move->flags & MOVE_BINDS ? "cases_draft_make" : doc_text(document, "label_key"),
	                         .document = document, .version = visit->subject.version};
	page.forms = forms;
	page_form(visit, &page);
}

/* The move named in the address, if the viewer may perform it now; answers and returns NULL otherwise. */
static const struct move *move_wanted(struct visit *visit)
{
	const struct machine *machine = machine_find(visit->subject.kind);
	const struct move *move = machine ? move_find(machine, visit_word(visit, 1)) : NULL;
	if (!move || (move->flags & MOVE_QUIET)) {
		page_error(visit, 404, NULL);
		return NULL;
	}
	if (!move_is_for(&visit->viewer, &visit->subject, move)) {
		page_error(visit, 403, NULL);
		return NULL;
	}
	return move;
}

void case_go_page(struct visit *visit)
{
	const char *path = doc_text(case_row(visit->db, visit->subject.id), "path");
	if (text_starts(path, "/cases/"))
		page_error(visit, 404, NULL);
	else
		page_go(visit, path, NULL);
}

void case_move_page(struct visit *visit)
{
	const struct move *move = move_wanted(visit);
	if (!move)
		return;
	if (!move_may(visit->db, &visit->viewer, &visit->subject, move))
		page_error(visit, 409, "cases_stale");
	else
		move_show(visit, move, NULL, NULL);
}

static struct doc *move_read(struct visit *visit, const struct move *move, struct doc *errors)
{
	struct doc *values = doc_object();
	const struct form *forms[4];
	move_forms(visit, move, forms);
	if (!forms[0])
		form_resumed(visit, errors);
	for (int i = 0; forms[i]; i++) {
		struct doc *some = form_read(visit, forms[i], errors);
		for (struct doc *value = doc_first(some); value; value = doc_next(value))
			doc_set(values, doc_key(value), doc_copy(value));
	}
	return values;
}

/* The case has moved on: the form again, with what was typed, for the case as it is now. */
static void stale_show(struct visit *visit, const struct move *move, const struct doc *values)
{
	if (!move_may(visit->db, &visit->viewer, &visit->subject, move)) {
		page_error(visit, 409, "cases_stale");
		return;
	}
	struct doc *errors = doc_array();
	form_error(visit, errors, &reason_form, "", "cases_stale", NULL);
	visit->must_undo = true;
	visit->page_status = 409;
	move_show(visit, move, values, errors);
}

static void move_refused(struct visit *visit, const struct move *move, enum move_result result, const struct doc *values, const char *refusal)
{
	if (result == MOVE_STALE) {
		stale_show(visit, move, values);
	} else if (result == MOVE_FORBIDDEN) {
		page_error(visit, 403, NULL);
	} else {
		struct doc *errors = doc_array();
		form_error(visit, errors, &reason_form, "", refusal ? refusal : "cases_stale", NULL);
		visit->must_undo = true;
		move_show(visit, move, values, errors);
	}
}

void case_move_action(struct visit *visit)
{
	const struct move *move = move_wanted(visit);
	if (!move)
		return;
	struct doc *errors = doc_array();
	struct doc *values = move_read(visit, move, errors);
	if (doc_count(errors)) {
		move_show(visit, move, values, errors);
		return;
	}
	const char *refusal = NULL;
	int64_t draft = 0;
	struct move_order order = {.case_id = visit->subject.id, .move = move->name, .values = values,
	                           .version = text_number(request_field(visit->request, "version")),
	                           .reason = doc_text(values, "reason"), .effective_on = day_parse(doc_text(values, "effective_on"))};
	enum move_result result = move->flags & MOVE_BINDS ? move_draft(visit->db, &visit->viewer, &order, &draft, &refusal)
	                                                   : move_perform(visit->db, &visit->viewer, &order, &refusal);
	if (result != MOVE_DONE)
		move_refused(visit, move, result, values, refusal);
	else if (draft)
		page_go(visit, arena_text("/drafts/%lld", (long long)draft), "cases_draft_made");
	else
		page_go(visit, case_path_of(&visit->subject), "cases_move_done");
}
