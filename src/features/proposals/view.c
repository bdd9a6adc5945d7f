/* What a proposal's page shows to whom: visitors the released version, the parties the newest sent one, its writers also their draft. */
#include "features/proposals/pages.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/proposals/moves.h"
#include "features/proposals/proposals.h"
#include "features/proposals/rules.h"
#include "workflow/setting.h"
#include "workflow/version.h"

const char *proposal_area_key(struct db *db, const char *area)
{
	int place = area_place(setting_text(db, "area_order"), area);
	return place ? arena_text("proposals_area_%d", place) : "";
}

struct doc *proposal_areas(struct db *db, const char *chosen)
{
	struct doc *areas = doc_array();
	for (const char *letter = "ABCDE"; *letter; letter++) {
		const char *name = arena_copy_part(letter, 1);
		struct doc *area = doc_set_text(doc_object(), "letter", name);
		doc_set_text(area, "label_key", proposal_area_key(db, name));
		doc_set_bool(area, "is_collaboration", *letter >= 'B' && *letter <= 'D');
		doc_set_bool(area, "is_chosen", text_equal(name, chosen));
		doc_push(areas, area);
	}
	return areas;
}

struct doc *proposal_roles(const struct doc *content)
{
	struct doc *roles = doc_array();
	for (struct doc *row = doc_first(doc_get(content, "roles")); row; row = doc_next(row)) {
		struct doc *role = doc_copy(row);
		doc_set_int(role, "cost", doc_int(row, "cost"));
		doc_set_text(role, "lead_key", *doc_text(row, "lead") ? arena_text("proposal_roles_lead_%s", doc_text(row, "lead")) : "side_group");
		doc_push(roles, role);
	}
	return roles;
}

static bool is_party(const struct visit *visit)
{
	const struct viewer *viewer = &visit->viewer;
	const struct case_file *subject = &visit->subject;
	return viewer->person_id && visit->twin == TWIN_HTML &&
	       (*side_of(viewer, subject) != '\0' || viewer->person_id == subject->author_id);
}

/* The version this viewer reads; NULL when nothing was sent or released that they may read. */
static struct doc *version_shown(struct visit *visit, const struct proposal *proposal)
{
	int64_t id = visit->subject.id;
	if (!is_party(visit))
		return proposal->released ? version_find_number(visit->db, id, "", proposal->released) : NULL;
	struct doc *kept = version_find_kept(visit->db, id, "");
	return kept || !proposal_dossier.may_write(visit) ? kept : version_find(visit->db, id, "");
}

static struct doc *money_rows(const struct doc *rows)
{
	struct doc *shown = doc_array();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *line = doc_set_text(doc_object(), "label", doc_text(row, "item"));
		doc_set_int(line, "amount", doc_int(row, "amount"));
		doc_set_text(line, "note", doc_text(row, "note"));
		doc_push(shown, doc_set_bool(line, "is_eligible", doc_bool(row, "eligible")));
	}
	return shown;
}

static void budget_put(struct visit *visit, struct doc *document, const struct doc *content)
{
	bool is_whole = is_party(visit) || !text_equal(doc_text(content, "openness"), "totals");
	const struct doc *income = doc_get(content, "income");
	const struct doc *expense = doc_get(content, "expense");
	doc_set(document, "income", is_whole ? money_rows(income) : doc_array());
	doc_set(document, "expense", is_whole ? money_rows(expense) : doc_array());
	doc_set_int(document, "income_total", grid_sum(income, "amount"));
	doc_set_int(document, "expense_total", grid_sum(expense, "amount"));
	doc_set_bool(document, "has_budget", doc_count(income) + doc_count(expense) > 0);
	doc_set_bool(document, "is_budget_closed", !is_whole);
}

static void content_put(struct visit *visit, struct doc *document, const struct doc *content)
{
	static const char *const texts[] = {"title",    "summary",   "partners", "shared_problem", "shared_goal",
	                                    "contents", "starts_on", "ends_on",  "form",           "area",       "lessons"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		doc_set_text(document, texts[i], doc_text(content, texts[i]));
	const char *form = doc_text(content, "form"), *area = doc_text(content, "area");
	doc_set_text(document, "form_key", *form ? arena_text("proposal_form_%s", form) : "");
	doc_set_text(document, "area_key", proposal_area_key(visit->db, area));
	doc_set(document, "areas", proposal_areas(visit->db, area));
	int place = area_place(setting_text(visit->db, "area_order"), area);
	doc_set_bool(document, "is_citizens_alone", place == 1);
	doc_set_bool(document, "is_city_alone", place == 5);
	doc_set(document, "roles", proposal_roles(content));
	doc_set_bool(document, "has_roles", doc_count(doc_get(content, "roles")) > 0);
	struct doc *indicators = doc_get(content, "indicators");
	doc_set(document, "indicators", indicators ? doc_copy(indicators) : doc_array());
	doc_set_bool(document, "has_indicators", doc_count(indicators) > 0);
	budget_put(visit, document, content);
}

/* Named steps of each way through; a step is done once the timeline has reached it. */
static const char *steps_of(const struct proposal *proposal)
{
	if (text_equal(proposal->audience, "all"))
		return "draft checking invited closed";
	if (text_equal(proposal->direction, "city"))
		return "draft checking invited dialogue agreed final";
	return "draft checking coordinating dialogue agreed final";
}

static const char *reached_on(const struct doc *timeline, const char *state, int64_t case_id)
{
	const char *on = "";
	for (struct doc *event = doc_first(timeline); event; event = doc_next(event))
		if (doc_int(event, "case_id") == case_id && text_equal(doc_text(event, "to"), state) && !*on)
			on = doc_text(event, "effective_on");
	return on;
}

static void step_push(struct doc *steps, const char *state, const char *on, int where)
{
	struct doc *step = doc_set_text(doc_object(), "label_key", arena_text("state_proposals_%s", state));
	doc_set_bool(step, "is_done", where < 0);
	doc_set_bool(step, "is_now", where == 0);
	doc_push(steps, doc_set_text(step, "on", where <= 0 ? on : ""));
}

/* Which step a state stands at; a state beside the way (returned, declined …) is shown as a step of its own. */
static void steps_put(struct visit *visit, struct doc *document, const struct proposal *proposal)
{
	const char *names = steps_of(proposal);
	const char *state = visit->subject.state;
	const struct doc *timeline = doc_get(document, "timeline");
	struct doc *steps = doc_array();
	bool is_on_way = text_has_word(names, state);
	int where = -1;
	const char *name;
	for (int i = 0; (name = text_piece(names, ' ', i)); i++) {
		const char *on = reached_on(timeline, name, visit->subject.id);
		if (text_equal(name, state))
			where = 0;
		else if (where == 0 || (!is_on_way && !*on))
			where = 1;
		if (where == 1 && !is_on_way && doc_count(steps) == i)
			step_push(steps, state, reached_on(timeline, state, visit->subject.id), 0);
		if (is_on_way || where < 1)
			step_push(steps, name, on, where);
	}
	doc_set(document, "steps", steps);
}

static void posts_put(struct visit *visit, struct doc *document, bool may_read)
{
	struct doc *posts = may_read ? post_list(visit->db, visit->subject.id) : doc_array();
	for (struct doc *post = doc_first(posts); post; post = doc_next(post)) {
		doc_set_bool(post, "is_group", text_equal(doc_text(post, "side"), "group"));
		doc_set_bool(post, "is_city", text_equal(doc_text(post, "side"), "city"));
		doc_set_text(post, "side_key", arena_text("side_%s", doc_text(post, "side")));
		doc_set_text(post, "kind_key", arena_text("proposal_post_kind_%s", doc_text(post, "kind")));
	}
	doc_set_bool(document, "has_posts", doc_count(posts) > 0);
	doc_set(document, "posts", posts);
}

static void agreement_put(struct visit *visit, struct doc *document, const struct proposal *proposal)
{
	const char *now = fingerprint_now(visit->db, visit->subject.id);
	const char *state = visit->subject.state;
	bool is_over = text_has_word("final both_views", state);
	bool may_read = is_party(visit) || text_equal(state, "final");
	doc_set_bool(document, "is_agreeing", may_read && text_has_word("dialogue agreed", state));
	doc_set_bool(document, "has_group_agreed", is_agreed_to(proposal->group_agreed, now));
	doc_set_bool(document, "has_city_agreed", is_agreed_to(proposal->city_agreed, now));
	doc_set_text(document, "group_view", may_read && (is_over || is_party(visit)) ? proposal->group_view : "");
	doc_set_text(document, "city_view", may_read && (is_over || is_party(visit)) ? proposal->city_view : "");
	doc_set_bool(document, "has_views", *doc_text(document, "group_view") || *doc_text(document, "city_view"));
	posts_put(visit, document, may_read);
}

static void action_push(struct doc *actions, const char *path, const char *label_key, bool is_main)
{
	struct doc *action = doc_set_text(doc_set_text(doc_object(), "path", path), "label_key", label_key);
	doc_set_text(action, "name", "");
	doc_set_text(action, "about_key", "");
	doc_set_bool(action, "is_second", false);
	doc_set_bool(action, "is_binding", false);
	doc_push(actions, doc_set_bool(action, "is_main", is_main));
}

static void actions_copy(struct doc *actions, const struct doc *moves, bool is_second)
{
	for (struct doc *move = doc_first(moves); move; move = doc_next(move))
		if (doc_bool(move, "is_second") == is_second)
			doc_push(actions, doc_copy(move));
}

/* Buttons that are pages of the dossier stand before those of the moves. */
static void actions_put(struct visit *visit, struct doc *document)
{
	if (visit->twin != TWIN_HTML || !visit->viewer.person_id)
		return;
	struct doc *actions = doc_array();
	const char *state = visit->subject.state;
	bool is_dialogue = text_equal(state, "dialogue");
	bool may_write = proposal_dossier.may_write(visit);
	if (may_write && !is_dialogue)
		action_push(actions, arena_text("/proposals/%lld/edit", (long long)visit->subject.id), "proposals_write_on", true);
	struct doc *moves = doc_get(document, "actions");
	actions_copy(actions, moves, false);
	if (may_write && is_dialogue)
		action_push(actions, arena_text("/proposals/%lld/edit", (long long)visit->subject.id), "proposals_write_version", false);
	if (text_equal(state, "checking") && viewer_has(&visit->viewer, ROLE_COORDINATOR))
		action_push(actions, arena_text("/proposals/%lld/notes", (long long)visit->subject.id), "move_proposals_return", false);
	actions_copy(actions, moves, true);
	doc_set_bool(document, "has_actions", doc_count(actions) > 0);
	doc_set(document, "actions", actions);
}

/* What the viewer's side does next, in a sentence; for visitors only where there is something for them to do. */
static void next_put(struct visit *visit, struct doc *document)
{
	const struct case_file *subject = &visit->subject;
	const char *side = is_party(visit) ? side_of(&visit->viewer, subject) : "visitor";
	bool is_desk = text_equal(side, "city") && !viewer_in_department(&visit->viewer, subject->department_id);
	const char *key = arena_text("proposals_next_%s_%s", subject->state, is_desk ? "desk" : *side ? side : "group");
	const char *plain = arena_text("proposals_next_%s", subject->state);
	bool is_shown = text_known(key) || (is_party(visit) && text_known(plain));
	doc_set_text(document, "next_key", is_shown && visit->twin == TWIN_HTML ? text_known(key) ? key : plain : "");
}

/* What was said stands in the dialogue above; the timeline tells the steps. */
static void timeline_thin(struct doc *document)
{
	struct doc *steps = doc_array();
	for (struct doc *event = doc_first(doc_get(document, "timeline")); event; event = doc_next(event))
		if (!text_equal(doc_text(event, "move"), "post"))
			doc_push(steps, doc_copy(event));
	doc_set(document, "timeline", steps);
}

static void sides_put(struct visit *visit, struct doc *document, const struct proposal *proposal)
{
	const struct doc *row = doc_get(document, "case");
	struct case_file asked = {0};
	bool may_read = is_party(visit) || text_equal(visit->subject.state, "final");
	bool is_asked = may_read && proposal->asked_group_id && case_find(visit->db, proposal->asked_group_id, &asked);
	doc_set_text(document, "group_name", *doc_text(row, "group_name") ? doc_text(row, "group_name") : is_asked ? asked.title : "");
	doc_set_int(document, "group_id", doc_int(row, "group_id"));
	doc_set_text(document, "department_name", doc_text(row, "department_name"));
	doc_set_int(document, "department_id", doc_int(row, "department_id"));
	doc_set_text(document, "related", proposal->related);
	doc_set_text(document, "direction", proposal->direction);
	doc_set_bool(document, "is_invitation", text_equal(proposal->audience, "all"));
	doc_set_bool(document, "is_from_city", text_equal(proposal->direction, "city"));
	doc_set_text(document, "asked_reason", may_read ? proposal->asked_reason : "");
}

struct doc *proposal_document(struct visit *visit)
{
	struct doc *document = doc_object();
	struct proposal proposal = proposal_find(visit->db, visit->subject.id);
	struct doc *version = version_shown(visit, &proposal);
	page_case(visit, document);
	content_put(visit, document, doc_get(version, "content"));
	if (!*doc_text(document, "title"))
		doc_set_text(document, "title", visit->subject.title);
	doc_set_bool(document, "has_content", version != NULL);
	doc_set_int(document, "version_number", doc_int(version, "number"));
	doc_set_bool(document, "is_party", is_party(visit));
	doc_set_bool(document, "is_final", text_equal(visit->subject.state, "final"));
	doc_set_bool(document, "is_own_draft", doc_bool(version, "is_draft"));
	doc_set_text(document, "versions_path", arena_text("/proposals/%lld/versions", (long long)visit->subject.id));
	doc_set_bool(document, "has_versions", is_party(visit) && version_find_kept(visit->db, visit->subject.id, ""));
	doc_set_int(document, "updated_at", doc_int(doc_get(document, "case"), "changed_at"));
	timeline_thin(document);
	next_put(visit, document);
	sides_put(visit, document, &proposal);
	agreement_put(visit, document, &proposal);
	steps_put(visit, document, &proposal);
	actions_put(visit, document);
	return document;
}
