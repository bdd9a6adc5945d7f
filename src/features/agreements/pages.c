/* The page of an agreement: the text as a document of two equal sides, how far it is, who confirmed what, its history. */
#include "features/agreements/pages.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/agreements/agreements.h"
#include "features/agreements/forms.h"
#include "features/agreements/store.h"
#include "workflow/version.h"

enum { FINGERPRINT_SHOWN = 12 };

static const char *const clauses[] = {"purpose", "period", "roles", "cost", "information", "openness", "results", "personal_data", "change", "exit"};

/* The clauses in their order: {number, label_key, text} and what the two drawn ones need. */
static struct doc *clause_rows(const struct doc *content)
{
	struct doc *rows = doc_array();
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++) {
		struct doc *row = doc_object();
		bool is_period = text_equal(clauses[i], "period"), is_roles = text_equal(clauses[i], "roles");
		doc_set_int(row, "number", (int64_t)i + 1);
		doc_set_text(row, "name", clauses[i]);
		doc_set_text(row, "label_key", arena_text("dossier_agreement_%s", clauses[i]));
		doc_set_text(row, "text", is_period || is_roles ? "" : doc_text(content, clauses[i]));
		doc_set_bool(row, "is_period", is_period);
		doc_set_bool(row, "is_roles", is_roles);
		doc_set_text(row, "starts_on", is_period ? doc_text(content, "starts_on") : "");
		doc_set_text(row, "ends_on", is_period ? doc_text(content, "ends_on") : "");
		doc_set(row, "roles", is_roles ? agreement_roles(content) : doc_array());
		const char *money = text_equal(clauses[i], "cost") ? doc_text(content, "money") : "";
		doc_set_text(row, "money_key", *money ? arena_text("agreement_money_%s", money) : "");
		doc_push(rows, row);
	}
	return rows;
}

static struct doc *confirmation_of(const struct doc *rows, const char *side)
{
	struct doc *shown = doc_object();
	doc_set_text(shown, "side", side);
	doc_set_text(shown, "side_key", arena_text("side_%s", side));
	doc_set_bool(shown, "is_confirmed", false);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		if (!text_equal(doc_text(row, "side"), side))
			continue;
		doc_set_bool(shown, "is_confirmed", true);
		doc_set_text(shown, "role_key", arena_text("role_%s", doc_text(row, "role")));
		doc_set_int(shown, "at", doc_int(row, "at"));
		doc_set_int(shown, "number", doc_int(row, "number"));
		doc_set_text(shown, "fingerprint", doc_text(row, "fingerprint"));
		doc_set_text(shown, "fingerprint_short", text_cut(doc_text(row, "fingerprint"), FINGERPRINT_SHOWN));
	}
	return shown;
}

/* Which confirmations are of interest in this state: of the text, of a change, of ending it together. */
static const char *confirmation_purpose(struct visit *visit)
{
	if (text_equal(visit->subject.state, "changing"))
		return "next";
	struct confirmed ending = agreement_confirmation_count(visit->db, visit->subject.id, "end");
	return ending.group || ending.city ? "end" : "text";
}

static void confirmations_fill(struct visit *visit, struct doc *document)
{
	const char *purpose = confirmation_purpose(visit);
	struct doc *rows = agreement_confirmation_list(visit->db, visit->subject.id, purpose);
	struct doc *both = doc_array();
	doc_push(both, confirmation_of(rows, "group"));
	doc_push(both, confirmation_of(rows, "city"));
	doc_set(document, "confirmations", both);
	doc_set_text(document, "confirmations_key", arena_text("agreements_confirmations_%s", purpose));
	doc_set_bool(document, "has_confirmations", !text_has_word("draft withdrawn", visit->subject.state));
}

static void facts_fill(struct visit *visit, struct doc *document)
{
	struct doc *facts = agreement_row(visit->db, visit->subject.id);
	const char *way = doc_text(facts, "way");
	if (facts)
		doc_set_text(facts, "way_key", *way ? arena_text("agreement_conclude_way_%s", way) : "");
	doc_set(document, "facts", facts ? facts : doc_object());
	doc_set_bool(document, "has_facts", *doc_text(facts, "decided_on") != '\0');
	doc_set_bool(document, "is_concluded", *doc_text(facts, "concluded_on") != '\0');
}

/* What is shown as the text: the newest that was handed over or confirmed; to its writers, before that, the draft. */
static void text_fill(struct visit *visit, struct doc *document)
{
	struct doc *kept = version_find_kept(visit->db, visit->subject.id, "");
	struct doc *shown = kept ? kept : version_find(visit->db, visit->subject.id, "");
	doc_set(document, "clauses", clause_rows(doc_get(shown, "content")));
	doc_set_bool(document, "is_kept", kept != NULL);
	doc_set_int(document, "text_number", kept ? doc_int(kept, "number") : 0);
	doc_set_text(document, "fingerprint", kept ? doc_text(kept, "fingerprint") : "");
	doc_set_text(document, "fingerprint_short", kept ? text_cut(doc_text(kept, "fingerprint"), FINGERPRINT_SHOWN) : "");
}

/* What a change that is under way would change: for the parties alone. */
static void change_fill(struct visit *visit, struct doc *document, bool is_party)
{
	struct doc *changes = doc_array();
	struct doc *next = version_find_kept(visit->db, visit->subject.id, "next");
	bool is_offered = is_party && next && text_equal(visit->subject.state, "changing") && !text_equal(visit->subject.turn, "both");
	struct doc *now = is_offered ? agreement_content(visit->db, visit->subject.id) : NULL;
	for (const struct section *section = agreement_dossier.sections; is_offered && section->name; section++) {
		struct doc *some = form_changes(visit, section->form, now, doc_get(next, "content"));
		for (struct doc *change = doc_first(some); change; change = doc_next(change))
			doc_push(changes, doc_copy(change));
	}
	doc_set_bool(document, "has_changes", is_offered);
	doc_set(document, "changes", changes);
}

/* Writing stands before the moves: it is what the turn is for. */
static void edit_offer(struct visit *visit, struct doc *document, const char *path)
{
	const char *state = visit->subject.state;
	const char *key = text_equal(state, "draft") ? "agreements_edit" : text_equal(state, "changing") ? "agreements_edit_change" : "agreements_counter";
	struct doc *actions = doc_array();
	struct doc *edit = doc_set_text(doc_set_text(doc_object(), "path", path), "label_key", key);
	doc_set_bool(edit, "is_main", text_has_word("draft changing", state));
	doc_push(actions, doc_set_bool(edit, "is_second", false));
	for (struct doc *action = doc_first(doc_get(document, "actions")); action; action = doc_next(action))
		doc_push(actions, doc_copy(action));
	doc_set(document, "actions", actions);
	doc_set_bool(document, "has_actions", true);
}

static void links_fill(struct visit *visit, struct doc *document, bool is_party)
{
	char *at = case_path("agreements", visit->subject.id);
	bool may_write = is_party && agreement_dossier.may_write(visit);
	bool may_change = is_party && agreement_change_dossier.may_write(visit);
	const char *edit = may_write ? arena_text("%s/edit", at) : may_change ? arena_text("/agreements/change/%lld/edit", (long long)visit->subject.id) : "";
	if (*edit)
		edit_offer(visit, document, edit);
	doc_set_text(document, "versions_path", is_party ? arena_text("%s/versions", at) : "");
	struct case_file proposal = {0};
	bool is_seen = visit->subject.parent_id && case_find(visit->db, visit->subject.parent_id, &proposal) && case_may_see(&visit->viewer, &proposal);
	doc_set_text(document, "proposal_path", is_seen ? case_path_of(&proposal) : "");
	doc_set_text(document, "proposal_title", is_seen ? proposal.title : "");
	struct doc *project = doc_first(case_list_children(visit->db, visit->subject.id, "projects", true));
	doc_set_text(document, "project_path", doc_text(project, "path"));
	doc_set_text(document, "project_title", doc_text(project, "title"));
}

/* What to do next, in words, for either side: by the state and the side, or by whether it is this side's turn. */
static const char *next_key(const struct visit *visit, const char *side)
{
	const char *state = visit->subject.state, *turn = visit->subject.turn;
	if (!*side || visit->twin != TWIN_HTML)
		return "";
	const char *by_side = arena_text("agreements_next_%s_%s", state, side);
	bool is_mine = text_equal(turn, side) || text_equal(turn, "both");
	const char *by_turn = arena_text("agreements_next_%s_%s", state, is_mine ? "mine" : "theirs");
	const char *plain = arena_text("agreements_next_%s", state);
	return text_known(by_side) ? by_side : text_known(by_turn) ? by_turn : text_known(plain) ? plain : "";
}

void agreement_page(struct visit *visit)
{
	struct doc *document = doc_object();
	const char *side = agreement_side(&visit->viewer, &visit->subject);
	bool is_party = *side || viewer_has(&visit->viewer, ROLE_COORDINATOR);
	page_case(visit, document);
	text_fill(visit, document);
	confirmations_fill(visit, document);
	facts_fill(visit, document);
	change_fill(visit, document, is_party);
	links_fill(visit, document, is_party);
	if (visit->twin == TWIN_HTML)
		doc_set_text(document, "next_key", next_key(visit, side));
	if (*doc_text(document, "proposal_path"))
		page_crumb(visit, doc_text(document, "proposal_path"), NULL, doc_text(document, "proposal_title"));
	visit->clause = "2-4";
	page_show(visit, "agreements/show", NULL, document);
}

/* The viewer sees what is not public yet only as a party of that very case. */
static struct doc *panel_items(struct visit *visit, struct doc *rows)
{
	struct doc *items = doc_array();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct case_file subject;
		if (!case_find(visit->db, doc_int(row, "id"), &subject) || !case_may_see(&visit->viewer, &subject))
			continue;
		struct doc *item = doc_object();
		doc_set_text(item, "path", doc_text(row, "path"));
		doc_set_text(item, "title", doc_text(row, "title"));
		doc_set_text(item, "state_key", doc_text(row, "state_key"));
		doc_set_text(item, "state_tone", state_tone("agreements", doc_text(row, "state")));
		doc_set_text(item, "note", "");
		doc_push(items, item);
	}
	return items;
}

struct doc *agreement_panel(struct visit *visit, struct doc *document)
{
	(void)document;
	struct doc *items = panel_items(visit, case_list_children(visit->db, visit->subject.id, "agreements", false));
	if (!doc_count(items))
		return NULL;
	struct doc *panel = doc_set_text(doc_object(), "title_key", "agreements_panel");
	static const char *const empty[] = {"more_path", "more_key", "empty_key"};
	for (size_t i = 0; i < sizeof empty / sizeof *empty; i++)
		doc_set_text(panel, empty[i], "");
	return doc_set(panel, "items", items);
}
