/* How a project begins (with the concluded agreement), follows its changes and is closed; what it is and what it reported. */
#include "features/projects/projects.h"

#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/agreements/agreements.h"
#include "features/projects/moves.h"
#include "features/projects/rules.h"
#include "features/projects/store.h"
#include "workflow/version.h"

struct doc *project_content(struct db *db, int64_t project_id)
{
	struct doc *content = doc_get(version_find_kept(db, project_id, ""), "content");
	return content ? doc_copy(content) : doc_object();
}

struct doc *project_report(struct db *db, const struct case_file *project)
{
	struct doc *kept = project_report_is_public(project->state) ? version_find_kept(db, project->id, "final") : NULL;
	return kept ? doc_copy(doc_get(kept, "content")) : NULL;
}

int64_t project_budget(struct db *db, int64_t project_id)
{
	return project_sum(doc_get(project_content(db, project_id), "expense"), "amount");
}

void project_finish(struct db *db, const struct viewer *viewer, int64_t project_id)
{
	struct case_file project;
	if (!case_find(db, project_id, &project) || !text_equal(project.state, "evaluating"))
		return;
	move_perform(db, viewer,
	             &(struct move_order){.case_id = project_id, .move = "finish", .version = -1, .effective_on = DAY_NONE, .is_portal = true}, NULL);
}

static void content_take(struct doc *content, const struct doc *from, const char *const *names)
{
	for (int i = 0; names[i]; i++)
		if (doc_has(from, names[i]))
			doc_set(content, names[i], doc_copy(doc_get(from, names[i])));
}

/* What the agreement says goes before what the proposal said. */
static struct doc *content_of(const struct doc *proposal, const struct doc *agreement)
{
	struct doc *content = doc_object();
	doc_set_text(content, "goal", *doc_text(agreement, "purpose") ? doc_text(agreement, "purpose") : doc_text(proposal, "shared_goal"));
	doc_set_text(content, "problem", doc_text(proposal, "shared_problem"));
	content_take(content, proposal, (const char *const[]){"contents", "area", "form", "openness", "indicators", "income", "expense", "starts_on", "ends_on", "roles", NULL});
	content_take(content, agreement, (const char *const[]){"starts_on", "ends_on", "roles", NULL});
	return content;
}

/* What the list and the search find it by. */
static void words_write(struct db *db, int64_t id, const struct doc *content)
{
	struct case_file project;
	if (!case_find(db, id, &project))
		return;
	struct doc *row = case_row(db, id);
	const char *names = arena_text("%s\n%s\n%s", project.title, doc_text(row, "group_name"), doc_text(row, "department_name"));
	const char *body = arena_text("%s\n%s\n%s\n%s", doc_text(row, "summary"), doc_text(content, "goal"), doc_text(content, "problem"),
	                              doc_text(content, "contents"));
	project_insert(db, id, content, unicode_fold(arena_text("%s\n%s\n%s", names, project.number, body)));
	case_update_words(db, id, names, body);
}

void project_open_after_agreement(struct moving *moving)
{
	struct case_file agreement, proposal = {0};
	if (!case_find(moving->db, moving->subject.id, &agreement))
		return;
	if (agreement.parent_id)
		case_find(moving->db, agreement.parent_id, &proposal);
	struct doc *proposed = doc_get(version_find_kept(moving->db, proposal.id, ""), "content");
	struct doc *content = content_of(proposed, agreement_content(moving->db, agreement.id));
	struct case_file subject = {.title = proposal.id ? proposal.title : agreement.title, .group_id = agreement.group_id,
	                            .department_id = agreement.department_id, .parent_id = agreement.id};
	int64_t id = case_open(moving->db, moving->viewer, &projects_machine, &subject, content);
	if (!id)
		return;
	case_update_title(moving->db, id, subject.title, doc_text(proposed, "summary"));
	words_write(moving->db, id, content);
}

void project_follow_agreement(struct moving *moving)
{
	struct doc *agreed = agreement_content(moving->db, moving->subject.id);
	struct doc *projects = case_list_children(moving->db, moving->subject.id, "projects", false);
	for (struct doc *row = doc_first(projects); row; row = doc_next(row)) {
		int64_t id = doc_int(row, "id");
		struct doc *content = project_content(moving->db, id);
		doc_set_text(content, "goal", doc_text(agreed, "purpose"));
		content_take(content, agreed, (const char *const[]){"starts_on", "ends_on", "roles", NULL});
		version_save(moving->db, moving->viewer, id, "", content, -1);
		version_keep(moving->db, id, "");
		words_write(moving->db, id, content);
	}
}
