/* How an agreement begins (with the agreed proposal) and ends by itself (on its last day), and what it says. */
#include "features/agreements/agreements.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/agreements/moves.h"
#include "features/agreements/store.h"
#include "workflow/version.h"

struct doc *agreement_content(struct db *db, int64_t agreement_id)
{
	struct doc *content = doc_get(version_find_kept(db, agreement_id, ""), "content");
	return content ? doc_copy(content) : NULL;
}

struct doc *agreement_roles(const struct doc *content)
{
	struct doc *roles = doc_array();
	for (struct doc *row = doc_first(doc_get(content, "roles")); row; row = doc_next(row)) {
		struct doc *role = doc_copy(row);
		const char *lead = doc_text(row, "lead");
		doc_set_text(role, "lead_key", *lead ? arena_text("agreement_roles_lead_%s", lead) : "");
		doc_push(roles, role);
	}
	return roles;
}

/* The clauses that begin with a plain text of ours, for both sides to change. */
static const char *const clauses[] = {"cost", "information", "openness", "results", "personal_data", "change", "exit"};

/* What the proposal says already is not typed again. */
static struct doc *content_from_proposal(const struct doc *proposal)
{
	struct doc *content = doc_object();
	doc_set_text(content, "purpose", doc_text(proposal, "shared_goal"));
	doc_set_text(content, "starts_on", doc_text(proposal, "starts_on"));
	doc_set_text(content, "ends_on", doc_text(proposal, "ends_on"));
	doc_set(content, "roles", doc_has(proposal, "roles") ? doc_copy(doc_get(proposal, "roles")) : doc_array());
	doc_set_text(content, "money", "own");
	for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
		doc_set_text(content, clauses[i], text_of(LANGUAGE_JA, arena_text("agreement_default_%s", clauses[i])));
	return content;
}

void agreement_open_after_proposal(struct moving *moving)
{
	struct case_file proposal;
	if (!case_find(moving->db, moving->subject.id, &proposal))
		return;
	struct doc *said = doc_get(version_find_kept(moving->db, proposal.id, ""), "content");
	const char *about = *doc_text(said, "title") ? doc_text(said, "title") : proposal.title;
	const char *title = text_filled(LANGUAGE_JA, "agreements_title_of", doc_set_text(doc_object(), "title", about));
	struct case_file subject = {.title = title, .group_id = proposal.group_id, .department_id = proposal.department_id, .parent_id = proposal.id};
	int64_t id = case_open(moving->db, moving->viewer, &agreements_machine, &subject, NULL);
	if (!id)
		return;
	case_update_title(moving->db, id, subject.title, doc_text(said, "summary"));
	version_save(moving->db, moving->viewer, id, "", content_from_proposal(said), -1);
}

void agreement_tick(struct db *db)
{
	struct viewer portal = viewer_nobody();
	struct doc *over = agreement_list_over(db, day_today());
	for (struct doc *row = doc_first(over); row; row = doc_next(row))
		move_perform(db, &portal,
		             &(struct move_order){.case_id = doc_int(row, "id"), .move = "expire", .version = -1, .effective_on = DAY_NONE, .is_portal = true},
		             NULL);
}
