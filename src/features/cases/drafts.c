/* 案: the printable 起案資料, carrying it out with the day of decision and the document's number, or dropping it. */
#include "features/cases/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

#include <assert.h>

static void decided_check(struct visit *visit, const struct doc *values, struct doc *errors);

static const struct field execute_fields[] = {
	{.name = "decided_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "document_number", .kind = FIELD_TEXT, .is_required = true, .most = 60},
	{.name = NULL},
};
static const struct form execute_form = {.name = "draft", .fields = execute_fields, .check = decided_check};

static void decided_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int day = day_parse(doc_text(values, "decided_on"));
	if (day != DAY_NONE && day > day_today())
		form_error(visit, errors, &execute_form, "decided_on", "cases_day_ahead", NULL);
}

/* The draft and its case; answers 404 and returns NULL when there is none that the viewer may see. */
static struct doc *draft_wanted(struct visit *visit)
{
	struct doc *draft = draft_row(visit->db, visit_id(visit, 0));
	if (!draft || !case_find(visit->db, doc_int(draft, "case_id"), &visit->subject) ||
	    !case_may_see(&visit->viewer, &visit->subject)) {
		page_error(visit, 404, NULL);
		return NULL;
	}
	return draft;
}

enum { TEXTS_MOST = 16 };

static struct {
	const char *kind;
	const struct dossier *(*decided)(const char *move);
} texts[TEXTS_MOST];
static int text_count;

void draft_text_register(const char *kind, const struct dossier *(*decided)(const char *move))
{
	assert(text_count < TEXTS_MOST);
	texts[text_count].kind = kind;
	texts[text_count++].decided = decided;
}

/* The text to be decided on, section by section; empty where the kind has none, and once it was carried out (it may have changed since). */
static struct doc *draft_sections(struct visit *visit, const struct doc *draft)
{
	const struct dossier *dossier = NULL;
	for (int i = 0; i < text_count && text_equal(doc_text(draft, "state"), "open"); i++)
		if (text_equal(texts[i].kind, visit->subject.kind))
			dossier = texts[i].decided(doc_text(draft, "move"));
	struct doc *version = dossier ? version_find_kept(visit->db, visit->subject.id, dossier->part) : NULL;
	return version ? dossier_summary(visit, dossier, doc_get(version, "content"), false) : doc_array();
}

static struct doc *draft_typed(struct visit *visit, const struct doc *draft)
{
	const struct machine *machine = machine_find(visit->subject.kind);
	const struct move *move = machine ? move_find(machine, doc_text(draft, "move")) : NULL;
	return move && move->form ? form_summary(visit, move->form, doc_get(draft, "values"), NULL) : doc_array();
}

static void draft_show(struct visit *visit, struct doc *draft, const struct doc *values, const struct doc *errors)
{
	const char *key = arena_text("move_%s_%s", visit->subject.kind, doc_text(draft, "move"));
	doc_set_text(draft, "label_key", key);
	doc_set_text(draft, "case_path", case_path_of(&visit->subject));
	doc_set(draft, "summary", draft_typed(visit, draft));
	doc_set_bool(draft, "has_summary", doc_count(doc_get(draft, "summary")) > 0);
	doc_set(draft, "case", case_row(visit->db, visit->subject.id));
	doc_set(draft, "sections", draft_sections(visit, draft));
	bool is_open = text_equal(doc_text(draft, "state"), "open");
	doc_set_bool(draft, "is_open", is_open);
	doc_set_bool(draft, "may_execute", is_open && viewer_has(&visit->viewer, ROLE_COORDINATOR));
	doc_set_bool(draft, "is_done", text_equal(doc_text(draft, "state"), "done"));
	doc_set_text(draft, "drop_path", arena_text("/drafts/%lld/drop", (long long)doc_int(draft, "id")));
	page_crumb(visit, doc_text(draft, "case_path"), NULL, visit->subject.title);
	page_form(visit, &(struct form_page){.page = "cases/draft",
	                                     .title_key = "cases_draft",
	                                     .action = arena_text("/drafts/%lld", (long long)doc_int(draft, "id")),
	                                     .form = &execute_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "cases_draft_execute",
	                                     .document = draft});
}

void draft_page(struct visit *visit)
{
	struct doc *draft = draft_wanted(visit);
	if (draft)
		draft_show(visit, draft, doc_set_text(doc_object(), "decided_on", day_iso(day_today())), NULL);
}

void draft_execute_action(struct visit *visit)
{
	struct doc *draft = draft_wanted(visit);
	if (!draft)
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &execute_form, errors);
	if (doc_count(errors)) {
		draft_show(visit, draft, values, errors);
		return;
	}
	const char *refusal = NULL;
	enum move_result result = move_execute(visit->db, &visit->viewer, doc_int(draft, "id"), day_parse(doc_text(values, "decided_on")),
	                                       doc_text(values, "document_number"), &refusal);
	if (result == MOVE_DONE)
		page_go(visit, case_path_of(&visit->subject), "cases_draft_executed");
	else if (result == MOVE_FORBIDDEN)
		page_error(visit, 403, NULL);
	else
		page_error(visit, 409, refusal ? refusal : "cases_draft_stale");
}

void draft_drop_action(struct visit *visit)
{
	struct doc *draft = draft_wanted(visit);
	if (!draft)
		return;
	if (!text_equal(doc_text(draft, "state"), "open")) {
		page_error(visit, 409, "cases_draft_stale");
		return;
	}
	draft_drop(visit->db, doc_int(draft, "id"));
	page_go(visit, case_path_of(&visit->subject), "cases_draft_dropped");
}
