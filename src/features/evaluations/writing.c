/* Writing one text over days, by several people of a side or of both: shown, saved by button and by itself, both texts shown when somebody
 * else saved meanwhile. The same steps as a dossier's section, for texts that are no dossier. */
#include "features/evaluations/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "workflow/move.h"
#include "workflow/version.h"

static struct doc *writing_version(struct visit *visit, const struct writing *writing)
{
	return writing_find(visit->db, &visit->viewer, &visit->subject, writing->part);
}

static int64_t saves_now(struct visit *visit, const struct writing *writing)
{
	struct doc *version = writing_version(visit, writing);
	return doc_bool(version, "is_draft") ? doc_int(version, "saves") : 0;
}

struct doc *writing_content(struct visit *visit, const struct writing *writing)
{
	struct doc *content = doc_get(writing_version(visit, writing), "content");
	return content ? doc_copy(content) : doc_object();
}

static struct doc *writing_document(struct visit *visit, const struct writing *writing)
{
	struct doc *document = doc_object();
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "case_path", evaluation_path(visit, ""));
	doc_set_text(document, "lead_key", writing->lead_key);
	doc_set_text(document, "banner_key", writing->banner_key);
	doc_set_text(document, "quote", "");
	doc_set_bool(document, "autosave", true);
	doc_set_text(document, "base_version", arena_text("%lld", (long long)saves_now(visit, writing)));
	doc_set(document, "gaps", doc_array());
	doc_set_bool(document, "has_gaps", false);
	doc_set_bool(document, "shows_gaps", writing->shows_gaps);
	if (writing->shows_gaps)
		evaluation_gaps_put(visit, document);
	return document;
}

void writing_show(struct visit *visit, const struct writing *writing, const struct doc *values, const struct doc *errors)
{
	page_form(visit, &(struct form_page){.page = "evaluations/write",
	                                     .title_key = writing->title_key,
	                                     .action = evaluation_path(visit, writing->rest),
	                                     .form = writing->form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = writing->submit_key,
	                                     .document = writing_document(visit, writing)});
}

static void conflict_show(struct visit *visit, const struct writing *writing, const struct doc *typed)
{
	struct doc *document = writing_document(visit, writing);
	struct doc *theirs = writing_version(visit, writing);
	doc_set(document, "changes", form_changes(visit, writing->form, doc_get(theirs, "content"), typed));
	doc_set_text(document, "role_key", "cases_conflict_who");
	doc_set_int(document, "at", doc_int(theirs, "saved_at"));
	visit->page_status = 409;
	visit->must_undo = true;
	page_form(visit, &(struct form_page){.page = "cases/conflict",
	                                     .title_key = "cases_conflict",
	                                     .action = evaluation_path(visit, writing->rest),
	                                     .form = writing->form,
	                                     .values = typed,
	                                     .document = document});
}

static bool writing_save(struct visit *visit, const struct writing *writing, const struct doc *typed)
{
	int64_t seen = text_number(request_field(visit->request, "base_version"));
	int64_t now = saves_now(visit, writing);
	if (seen >= 0 && seen != now)
		return false;
	struct doc *content = writing_content(visit, writing);
	for (struct doc *value = doc_first(typed); value; value = doc_next(value))
		doc_set(content, doc_key(value), doc_copy(value));
	return version_save(visit->db, &visit->viewer, visit->subject.id, writing->part, content, now ? now : -1);
}

static void autosave_reply(struct visit *visit, const struct writing *writing)
{
	const char *body = arena_text("{\"base_version\":\"%lld\"}", (long long)saves_now(visit, writing));
	page_text(visit, "application/json; charset=utf-8", body, NULL);
}

bool writing_take(struct visit *visit, const struct writing *writing)
{
	struct doc *errors = doc_array();
	struct doc *typed = form_read_draft(visit, writing->form, errors);
	bool is_automatic = *visit_field(visit, "_autosave") != '\0';
	bool has_rows_changed = !is_automatic && (*visit_field(visit, "_add") || *visit_field(visit, "_remove"));
	if (*visit_field(visit, "_remove"))
		form_rows_changed(visit, writing->form, typed);
	if (!writing_save(visit, writing, typed)) {
		conflict_show(visit, writing, typed);
		return false;
	}
	if (*visit_field(visit, "_add"))
		form_rows_changed(visit, writing->form, typed);
	bool is_kept = *visit_field(visit, "_save") != '\0';
	if (!is_automatic && !has_rows_changed && !is_kept && !doc_count(errors))
		form_check(visit, writing->form, typed, errors);
	if (is_automatic)
		autosave_reply(visit, writing);
	else if (has_rows_changed || doc_count(errors))
		writing_show(visit, writing, typed, errors);
	else if (is_kept)
		page_go(visit, evaluation_path(visit, ""), "cases_saved");
	return !visit->is_replied;
}

void writing_send(struct visit *visit, const struct writing *writing, const char *move, const char *flash_key)
{
	version_keep(visit->db, visit->subject.id, writing->part);
	struct move_order order = {.case_id = visit->subject.id, .move = move, .version = -1, .effective_on = DAY_NONE};
	enum move_result result = move_perform(visit->db, &visit->viewer, &order, NULL);
	if (result == MOVE_DONE)
		page_go(visit, evaluation_path(visit, ""), flash_key);
	else if (result == MOVE_FORBIDDEN)
		page_error(visit, 403, "cases_not_submitter");
	else
		page_error(visit, 409, "cases_stale");
}
