/* What proposals add to earlier pages: the public ones of a group and of a department; and to an invitation its dialogues. */
#include "features/proposals/pages.h"

#include "base/arena.h"
#include "base/text.h"

enum { PANEL_ROWS = 10 };

static struct doc *panel_of(struct doc *rows, const char *title_key)
{
	struct doc *items = doc_array();
	for (struct doc *row = doc_first(rows); row && doc_count(items) < PANEL_ROWS; row = doc_next(row)) {
		struct doc *item = doc_set_text(doc_object(), "path", doc_text(row, "path"));
		doc_set_text(item, "title", doc_text(row, "title"));
		doc_set_text(item, "state_key", doc_text(row, "state_key"));
		doc_set_text(item, "state_tone", state_tone("proposals", doc_text(row, "state")));
		doc_push(items, doc_set_text(item, "note", doc_text(row, "number")));
	}
	if (doc_count(items) == 0)
		return NULL;
	struct doc *panel = doc_set_text(doc_object(), "title_key", title_key);
	doc_set_text(panel, "more_path", "/proposals");
	doc_set_text(panel, "more_key", "proposals_title");
	doc_set_text(panel, "empty_key", "");
	return doc_set(panel, "items", items);
}

struct doc *proposal_department_panel(struct visit *visit, struct doc *document)
{
	return panel_of(case_list_department(visit->db, doc_int(document, "id"), "proposals", true), "proposals_panel_department");
}

struct doc *proposal_group_panel(struct visit *visit, struct doc *document)
{
	(void)document;
	return panel_of(case_list_group(visit->db, visit->subject.id, "proposals", true), "proposals_panel_group");
}

/* The dialogues that grew from an invitation: those the viewer is a party of, and the published ones. */
struct doc *proposal_dialogue_panel(struct visit *visit, struct doc *document)
{
	if (!doc_bool(document, "is_invitation"))
		return NULL;
	struct doc *seen = doc_array();
	struct doc *rows = case_list_children(visit->db, visit->subject.id, "proposals", false);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct case_file child;
		if (case_find(visit->db, doc_int(row, "id"), &child) && case_may_see(&visit->viewer, &child))
			doc_push(seen, doc_copy(row));
	}
	return panel_of(seen, "proposals_panel_dialogues");
}
