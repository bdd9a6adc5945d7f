/* The reports on a project's page. Everybody reads the interim report once the department added its view, and the final one once it
 * was accepted (of a terminated project: once it was handed in); the parties read what was handed in. */
#include "features/projects/reports.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/text.h"
#include "features/projects/chart.h"
#include "features/projects/forms.h"
#include "features/projects/pages.h"
#include "features/projects/projects.h"
#include "features/projects/rules.h"
#include "workflow/version.h"

static bool viewer_is_party(const struct visit *visit)
{
	return *project_side(&visit->viewer, &visit->subject) || viewer_has(&visit->viewer, ROLE_COORDINATOR);
}

static void interim_fill(struct visit *visit, struct doc *document, bool is_party)
{
	struct doc *view = doc_get(version_find_kept(visit->db, visit->subject.id, "interim_view"), "content");
	struct doc *newest = version_find_kept(visit->db, visit->subject.id, "interim");
	int64_t viewed = doc_int(view, "number");
	struct doc *shown = is_party ? newest : viewed ? version_find_number(visit->db, visit->subject.id, "interim", viewed) : NULL;
	bool has_view = shown && doc_int(shown, "number") == viewed;
	struct doc *content = doc_get(shown, "content");
	struct doc *interim = doc_object();
	if (shown) {
		doc_set_int(interim, "at", doc_int(shown, "saved_at"));
		doc_set(interim, "progress", doc_has(content, "progress") ? doc_copy(doc_get(content, "progress")) : doc_array());
		doc_set_text(interim, "well", doc_text(content, "well"));
		doc_set_text(interim, "adjust", doc_text(content, "adjust"));
		doc_set_text(interim, "view", has_view ? doc_text(view, "view") : "");
	}
	doc_set_bool(document, "has_interim", shown != NULL);
	doc_set(document, "interim", interim);
}

/* Where both sides agreed that of the money visitors see the totals only, they see one row. */
static struct doc *costs_shown(struct visit *visit, const struct doc *report, bool is_whole)
{
	struct doc *costs = doc_get(report, "costs");
	if (is_whole || !doc_count(costs))
		return costs ? doc_copy(costs) : doc_array();
	struct doc *row = doc_set_text(doc_object(), "item", text_of(visit->language, "projects_costs_total"));
	doc_set_int(row, "budget", project_sum(costs, "budget"));
	doc_set_int(row, "spent", project_sum(costs, "spent"));
	struct doc *rows = doc_array();
	doc_push(rows, doc_set_text(row, "note", ""));
	return rows;
}

static void final_fill(struct visit *visit, struct doc *document, const struct doc *content, bool is_party)
{
	struct doc *kept = version_find_kept(visit->db, visit->subject.id, "final");
	bool is_public = project_report_is_public(visit->subject.state);
	bool is_shown = kept && (is_public || is_party);
	struct doc *final = is_shown ? doc_copy(doc_get(kept, "content")) : doc_object();
	struct doc *bars = NULL;
	if (is_shown) {
		struct doc *costs = costs_shown(visit, final, is_party || !text_equal(doc_text(content, "openness"), "totals"));
		bars = visit->twin == TWIN_HTML ? project_cost_bars(visit, costs) : NULL;
		doc_set(final, "costs", costs);
		doc_set_bool(final, "is_released", is_public);
		doc_set_bool(final, "is_partial", text_equal(visit->subject.state, "terminated"));
	}
	doc_set_bool(document, "has_final", is_shown);
	doc_set(document, "final", final);
	if (visit->twin == TWIN_HTML) {
		doc_set_bool(document, "has_bars", bars != NULL);
		doc_set(document, "bars", bars ? bars : doc_object());
	}
}

static void action_add(struct doc *actions, const char *path, const char *key, bool is_main)
{
	struct doc *action = doc_set_text(doc_set_text(doc_object(), "path", path), "label_key", key);
	doc_set_bool(doc_set_bool(action, "is_main", is_main), "is_second", false);
	doc_push(actions, action);
}

/* Writing stands before the moves. */
static void actions_fill(struct visit *visit, struct doc *document)
{
	struct doc *actions = doc_array();
	long long id = visit->subject.id;
	bool is_due = !text_equal(visit->subject.state, "running");
	if (project_may(visit, "log"))
		action_add(actions, arena_text("/projects/%lld/log/new", id), "projects_log_new", false);
	if (project_interim_dossier.may_write(visit))
		action_add(actions, arena_text("/projects/interim/%lld/edit", id), "projects_write_interim", false);
	if (project_final_dossier.may_write(visit))
		action_add(actions, arena_text("/projects/final/%lld/edit", id), "projects_write_final", is_due);
	if (project_may(visit, "return_report"))
		action_add(actions, arena_text("/projects/final/%lld/notes", id), "projects_return_report", false);
	if (!doc_count(actions))
		return;
	for (struct doc *action = doc_first(doc_get(document, "actions")); action; action = doc_next(action))
		doc_push(actions, doc_copy(action));
	doc_set(document, "actions", actions);
	doc_set_bool(document, "has_actions", true);
}

/* What to do next, in words, for either side. */
static const char *next_key(const struct visit *visit)
{
	const char *side = project_side(&visit->viewer, &visit->subject);
	const char *plain = arena_text("projects_next_%s", visit->subject.state);
	const char *by_side = arena_text("%s_%s", plain, side);
	if (!*side)
		return "";
	return text_known(by_side) ? by_side : text_known(plain) ? plain : "";
}

void project_reports_fill(struct visit *visit, struct doc *document, const struct doc *content)
{
	bool is_party = viewer_is_party(visit);
	interim_fill(visit, document, is_party);
	final_fill(visit, document, content, is_party);
	if (visit->twin != TWIN_HTML)
		return;
	doc_set_text(document, "next_key", next_key(visit));
	if (visit->viewer.person_id)
		actions_fill(visit, document);
}
