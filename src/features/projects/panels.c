/* Projects on other features' pages. All projects are public. */
#include "features/projects/pages.h"

#include "base/text.h"

static struct doc *panel_of(const struct doc *rows, const char *title_key, const char *empty_key)
{
	struct doc *items = doc_array();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *item = doc_set_text(doc_object(), "path", doc_text(row, "path"));
		doc_set_text(item, "title", doc_text(row, "title"));
		doc_set_text(item, "state_key", doc_text(row, "state_key"));
		doc_set_text(item, "state_tone", state_tone("projects", doc_text(row, "state")));
		doc_push(items, doc_set_text(item, "note", doc_text(row, "summary")));
	}
	struct doc *panel = doc_set_text(doc_object(), "title_key", title_key);
	doc_set_text(panel, "empty_key", empty_key);
	doc_set_text(panel, "more_path", "");
	doc_set_text(panel, "more_key", "");
	return doc_set(panel, "items", items);
}

/* The project of a proposal lies two steps below it. */
struct doc *project_panel_proposal(struct visit *visit, struct doc *document)
{
	(void)document;
	struct doc *agreement = doc_first(case_list_children(visit->db, visit->subject.id, "agreements", false));
	struct doc *rows = agreement ? case_list_children(visit->db, doc_int(agreement, "id"), "projects", true) : NULL;
	return doc_count(rows) ? panel_of(rows, "projects_panel", "projects_none") : NULL;
}

struct doc *project_panel_group(struct visit *visit, struct doc *document)
{
	(void)document;
	if (!visit->subject.id)
		return NULL;
	return panel_of(case_list_group(visit->db, visit->subject.id, "projects", true), "projects_panel", "projects_panel_none");
}

/* A department is no case: its id is in the address. */
struct doc *project_panel_department(struct visit *visit, struct doc *document)
{
	(void)document;
	return panel_of(case_list_department(visit->db, visit_id(visit, 0), "projects", true), "projects_panel", "projects_panel_none");
}
