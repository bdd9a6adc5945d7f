/* What dossier pages have in common: names, paths, contents, who may write. */
#include "features/cases/dossier.h"

#include "base/arena.h"
#include "base/text.h"

const struct dossier *visit_dossier(const struct visit *visit)
{
	return visit->route->data;
}

char *dossier_path(struct visit *visit, const char *rest)
{
	return arena_text("%s/%lld%s", visit_dossier(visit)->path, (long long)visit->subject.id, rest);
}

char *section_key(const struct dossier *dossier, const struct section *section)
{
	return arena_text("dossier_%s_%s", dossier->name, section->name);
}

const struct section *section_find(const struct visit *visit, int *place)
{
	const struct section *sections = visit_dossier(visit)->sections;
	for (int i = 0; sections[i].name; i++)
		if (text_equal(sections[i].name, visit_word(visit, 1))) {
			*place = i;
			return &sections[i];
		}
	return NULL;
}

int section_count(const struct dossier *dossier)
{
	int count = 0;
	while (dossier->sections[count].name)
		count++;
	return count;
}

bool dossier_may_write(struct visit *visit)
{
	if (visit_dossier(visit)->may_write(visit))
		return true;
	page_error(visit, 403, "cases_not_writable");
	return false;
}

struct doc *dossier_document(struct visit *visit)
{
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *document = doc_object();
	const char *case_at = case_path(dossier->kind, visit->subject.id);
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "case_path", case_at);
	doc_set_text(document, "tasks_path", dossier_path(visit, "/edit"));
	doc_set_text(document, "versions_path", dossier_path(visit, "/versions"));
	doc_set_text(document, "kind_key", arena_text("dossier_%s_title", dossier->name));
	doc_set_int(document, "section_count", section_count(dossier));
	page_crumb(visit, case_at, NULL, visit->subject.title);
	return document;
}

struct doc *dossier_content(struct visit *visit, const struct dossier *dossier)
{
	struct doc *version = version_find(visit->db, visit->subject.id, dossier->part);
	struct doc *content = doc_get(version, "content");
	return content ? doc_copy(content) : doc_object();
}

/* A part beside the case's own text was sent back when its notes are no older than what was sent. */
static bool notes_stand(struct visit *visit, const struct doc *notes)
{
	const char *part = visit_dossier(visit)->part;
	if (!*part)
		return text_equal(visit->subject.state, "returned");
	struct doc *sent = version_find_kept(visit->db, visit->subject.id, part);
	return sent && doc_int(notes, "saved_at") >= doc_int(sent, "saved_at");
}

struct doc *dossier_notes(struct visit *visit)
{
	struct doc *version = version_find(visit->db, visit->subject.id, "notes");
	struct doc *content = version && notes_stand(visit, version) ? doc_get(version, "content") : NULL;
	return content ? doc_copy(content) : doc_object();
}

void dossier_check(struct visit *visit, const struct dossier *dossier, const struct doc *content, struct doc *errors)
{
	for (const struct section *section = dossier->sections; section->name; section++)
		form_check(visit, section->form, content, errors);
}

/* How far a section is: nothing written, something missing, complete. */
static const char *section_state(struct visit *visit, const struct section *section, const struct doc *content)
{
	struct doc *errors = doc_array();
	form_check(visit, section->form, content, errors);
	bool is_begun = false;
	for (const struct field *field = section->form->fields; field->name; field++)
		is_begun = is_begun || (doc_is_shown(doc_get(content, field->name)) && !text_empty(doc_text(content, field->name))) ||
		           doc_count(doc_get(content, field->name)) > 0;
	return !is_begun ? "todo" : doc_count(errors) ? "begun" : "filled";
}

static void section_state_set(struct doc *row, const char *state)
{
	doc_set_text(row, "state_key", arena_text("cases_section_%s", state));
	doc_set_text(row, "state_tone", text_equal(state, "filled") ? "neutral" : text_equal(state, "begun") ? "wait" : "active");
	doc_set_bool(row, "is_filled", text_equal(state, "filled"));
}

struct doc *dossier_summary(struct visit *visit, const struct dossier *dossier, const struct doc *content, bool with_links)
{
	struct doc *sections = doc_array();
	for (const struct section *section = dossier->sections; section->name; section++) {
		struct doc *row = doc_object();
		const char *path = arena_text("%s/%lld/edit/%s", dossier->path, (long long)visit->subject.id, section->name);
		doc_set_text(row, "name", section->name);
		doc_set_text(row, "label_key", section_key(dossier, section));
		doc_set_text(row, "title_key", section_key(dossier, section));
		doc_set_text(row, "path", path);
		section_state_set(row, section_state(visit, section, content));
		doc_set(row, "summary", form_summary(visit, section->form, content, with_links ? path : NULL));
		doc_push(sections, row);
	}
	return sections;
}

void dossier_tasks_page(struct visit *visit)
{
	if (!dossier_may_write(visit))
		return;
	const struct dossier *dossier = visit_dossier(visit);
	struct doc *document = dossier_document(visit);
	struct doc *tasks = dossier_summary(visit, dossier, dossier_content(visit, dossier), false);
	int done = 0, number = 0;
	for (struct doc *task = doc_first(tasks); task; task = doc_next(task)) {
		doc_set_int(task, "number", ++number);
		done += doc_bool(task, "is_filled");
	}
	doc_set(document, "tasks", tasks);
	doc_set_int(document, "done_count", done);
	doc_set_text(document, "due_on", doc_text(case_row(visit->db, visit->subject.id), "due_on"));
	doc_set_text(document, "check_path", dossier_path(visit, "/check"));
	const char *lead = arena_text("dossier_%s_tasks_%s", dossier->name, visit->subject.state);
	doc_set_text(document, "lead_key", text_known(lead) ? lead : "cases_tasks_lead");
	doc_set(document, "errors", doc_array());
	page_show(visit, "cases/tasks", doc_text(document, "kind_key"), document);
}

static void needs_fill(struct doc *document, const char *name)
{
	struct doc *needs = doc_array();
	for (int i = 1; text_known(arena_text("dossier_%s_need_%d", name, i)); i++)
		doc_push(needs, doc_set_text(doc_object(), "label_key", arena_text("dossier_%s_need_%d", name, i)));
	doc_set(document, "needs", needs);
}

void dossier_start_show(struct visit *visit, const struct dossier *dossier, const char *action, const struct form *form,
                        const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_object();
	static const char *const parts[] = {"title", "lead", "who", "time", "after"};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		doc_set_text(document, arena_text("%s_key", parts[i]), arena_text("dossier_%s_%s", dossier->name, parts[i]));
	needs_fill(document, dossier->name);
	page_form(visit, &(struct form_page){.page = "cases/start",
	                                     .title_key = arena_text("dossier_%s_title", dossier->name),
	                                     .action = action,
	                                     .form = form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = arena_text("dossier_%s_start", dossier->name),
	                                     .document = document});
}
