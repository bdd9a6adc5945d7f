/* One section of a dossier: shown, saved (by button and by itself), and what happens when somebody else saved meanwhile. */
#include "features/cases/dossier.h"

#include "base/arena.h"
#include "base/text.h"

static void section_neighbours(struct visit *visit, struct doc *document, int place)
{
	const struct section *sections = visit_dossier(visit)->sections;
	const char *previous = place ? dossier_path(visit, arena_text("/edit/%s", sections[place - 1].name)) : "";
	const char *next = sections[place + 1].name ? dossier_path(visit, arena_text("/edit/%s", sections[place + 1].name)) : "";
	doc_set_text(document, "previous", previous);
	doc_set_text(document, "next", next);
	doc_set_int(document, "section_number", place + 1);
}

static int64_t saves_now(struct visit *visit)
{
	struct doc *version = version_find(visit->db, visit->subject.id, visit_dossier(visit)->part);
	return doc_bool(version, "is_draft") ? doc_int(version, "saves") : 0;
}

static struct doc *section_document(struct visit *visit, const struct section *section, int place, const struct doc *content)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *document = dossier_document(visit);
	section_neighbours(visit, document, place);
	page_crumb(visit, dossier_path(visit, "/edit"), doc_text(document, "kind_key"), NULL);
	const char *key = section_key(dossier, section);
	const char *lead = arena_text("%s_lead", key);
	doc_set_text(document, "title_key", key);
	doc_set_text(document, "lead_key", text_known(lead) ? lead : "");
	doc_set_text(document, "base_version", arena_text("%lld", (long long)saves_now(visit)));
	struct doc *extra = section->fill ? section->fill(visit, content) : NULL;
	for (struct doc *part = doc_first(extra); part; part = doc_next(part))
		doc_set(document, doc_key(part), doc_copy(part));
	return document;
}

static void section_show(struct visit *visit, const struct section *section, int place, const struct doc *content, const struct doc *errors)
{
	struct doc *document = section_document(visit, section, place, content);
	doc_set(document, "notes", dossier_notes(visit));
	page_form(visit, &(struct form_page){.page = "cases/section",
	                                     .title_key = doc_text(document, "title_key"),
	                                     .action = visit->path,
	                                     .form = section->form,
	                                     .values = content,
	                                     .errors = errors,
	                                     .document = document});
}

void dossier_section_page(struct visit *visit)
{
	int place = 0;
	const struct section *section = section_find(visit, &place);
	if (!section) {
		page_error(visit, 404, NULL);
		return;
	}
	if (!dossier_may_write(visit))
		return;
	struct doc *content = dossier_content(visit, visit_dossier(visit));
	struct doc *errors = doc_array();
	if (*visit_parameter(visit, "check"))
		form_check(visit, section->form, content, errors);
	section_show(visit, section, place, content, errors);
}

/* Somebody saved since: both texts side by side, what was typed still in the fields. */
static void conflict_show(struct visit *visit, const struct section *section, const struct doc *typed)
{
	struct doc *document = dossier_document(visit);
	struct doc *theirs = version_find(visit->db, visit->subject.id, visit_dossier(visit)->part);
	doc_set(document, "changes", form_changes(visit, section->form, doc_get(theirs, "content"), typed));
	doc_set_text(document, "role_key", "cases_conflict_who");
	doc_set_int(document, "at", doc_int(theirs, "saved_at"));
	doc_set_text(document, "base_version", arena_text("%lld", (long long)saves_now(visit)));
	visit->page_status = 409;
	visit->must_undo = true;
	page_form(visit, &(struct form_page){.page = "cases/conflict",
	                                     .title_key = "cases_conflict",
	                                     .action = visit->path,
	                                     .form = section->form,
	                                     .values = typed,
	                                     .document = document});
}

static bool section_save(struct visit *visit, const struct section *section, const struct doc *typed)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *content = dossier_content(visit, dossier);
	for (const struct field *field = section->form->fields; field->name; field++)
		if (doc_get(typed, field->name))
			doc_set(content, field->name, doc_copy(doc_get(typed, field->name)));
	int64_t seen = text_number(request_field(visit->request, "base_version"));
	int64_t now = saves_now(visit);
	if (seen >= 0 && seen != now)
		return false;
	if (!version_save(visit->db, &visit->viewer, visit->subject.id, dossier->part, content, now ? now : -1))
		return false;
	if (dossier->saved)
		dossier->saved(visit, content);
	return true;
}

static void autosave_reply(struct visit *visit)
{
	page_text(visit, "application/json; charset=utf-8",
	          arena_text("{\"base_version\":\"%lld\"}", (long long)saves_now(visit)), NULL);
}

static void section_saved_go(struct visit *visit, int place)
{
	const struct section *sections = visit_dossier(visit)->sections;
	bool stays = *visit_field(visit, "_save") || text_equal(visit_field(visit, "next"), "stay");
	const char *next = sections[place + 1].name;
	if (stays)
		page_go(visit, dossier_path(visit, "/edit"), "cases_saved");
	else if (next)
		page_go(visit, dossier_path(visit, arena_text("/edit/%s", next)), NULL);
	else
		page_go(visit, dossier_path(visit, "/edit"), NULL);
}

void dossier_section_action(struct visit *visit)
{
	int place = 0;
	const struct section *section = section_find(visit, &place);
	if (!section) {
		page_error(visit, 404, NULL);
		return;
	}
	if (!dossier_may_write(visit))
		return;
	struct doc *errors = doc_array();
	struct doc *typed = form_read_draft(visit, section->form, errors);
	bool is_automatic = *visit_field(visit, "_autosave") != '\0';
	bool shows_again = !is_automatic && (*visit_field(visit, "_add") || *visit_field(visit, "_remove") || *visit_field(visit, "_again"));
	if (*visit_field(visit, "_remove"))
		form_rows_changed(visit, section->form, typed);
	if (!section_save(visit, section, typed)) {
		conflict_show(visit, section, typed);
		return;
	}
	if (*visit_field(visit, "_add"))
		form_rows_changed(visit, section->form, typed);
	if (is_automatic)
		autosave_reply(visit);
	else if (shows_again || doc_count(errors))
		section_show(visit, section, place, typed, errors);
	else
		section_saved_go(visit, place);
}
