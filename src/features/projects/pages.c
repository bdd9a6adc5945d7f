/* The page of a project: one address for the whole way from the proposal to the evaluation. Its reports: pages_reports.c. */
#include "features/projects/pages.h"

#include "adapters/calendar.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"
#include "features/agreements/agreements.h"
#include "features/projects/chart.h"
#include "features/projects/forms.h"
#include "features/projects/projects.h"
#include "features/projects/reports.h"
#include "features/projects/rules.h"
#include "features/projects/store.h"
#include "features/proposals/proposals.h"
#include "workflow/move.h"

enum { LOG_SHOWN = 5 };

bool project_may(struct visit *visit, const char *move)
{
	return move_may(visit->db, &visit->viewer, &visit->subject, move_find(machine_find("projects"), move));
}

/* The way of the whole thread, each step with the day it was done: read from the timeline. */
static void steps_fill(struct visit *visit, struct doc *document)
{
	static const struct {
		const char *kind;
		const char *move;
	} ends[] = {{"proposals", "finalize"}, {"agreements", "conclude"}, {"projects", "report"}, {"projects", "accept"}, {"projects", "finish"}};
	struct doc *steps = doc_array();
	int now = project_step(visit->subject.state);
	for (int i = 0; i < 5; i++) {
		const char *on = "";
		struct doc *timeline = doc_get(document, "timeline");
		for (struct doc *event = doc_first(timeline); event && i < now; event = doc_next(event))
			if (text_equal(doc_text(event, "kind"), ends[i].kind) && text_equal(doc_text(event, "move"), ends[i].move))
				on = doc_text(event, "effective_on");
		struct doc *step = doc_set_text(doc_object(), "label_key", arena_text("projects_step_%d", i + 1));
		doc_set_bool(step, "is_done", i < now);
		doc_set_bool(step, "is_now", i == now && !text_equal(visit->subject.state, "terminated"));
		doc_push(steps, doc_set_text(step, "on", on));
	}
	doc_set(document, "steps", steps);
}

static void facts_fill(struct visit *visit, struct doc *document, const struct doc *content)
{
	struct doc *row = project_row(visit->db, visit->subject.id);
	const char *way = doc_text(row, "ended_way"), *form = doc_text(content, "form"), *area = doc_text(content, "area");
	static const char *const texts[] = {"goal", "problem", "contents", "starts_on", "ends_on", "area"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		doc_set_text(document, texts[i], doc_text(content, texts[i]));
	doc_set_text(document, "started_on", doc_text(row, "started_on"));
	doc_set_text(document, "ended_way_key", *way ? arena_text("project_terminate_way_%s", way) : "");
	doc_set_text(document, "form_key", *form ? arena_text("proposal_form_%s", form) : "");
	doc_set_text(document, "area_key", *area ? proposal_area_key(visit->db, area) : "");
	struct doc *roles = agreement_roles(content);
	doc_set_bool(document, "has_roles", doc_count(roles) > 0);
	doc_set(document, "roles", roles);
	struct doc *indicators = doc_get(content, "indicators");
	doc_set_bool(document, "has_indicators", doc_count(indicators) > 0);
	doc_set(document, "indicators", indicators ? doc_copy(indicators) : doc_array());
}

static void milestones_fill(struct visit *visit, struct doc *document, const struct doc *content)
{
	struct doc *milestones = milestone_list(visit->db, visit->subject.id);
	bool may = visit->twin == TWIN_HTML && project_may(visit, "milestone");
	int number = 0;
	for (struct doc *row = doc_first(milestones); row; row = doc_next(row)) {
		bool is_done = *doc_text(row, "done_on") != '\0';
		const char *at = arena_text("/projects/%lld/milestones/%s", (long long)visit->subject.id, doc_text(row, "id"));
		doc_set_int(row, "number", ++number);
		doc_set_text(row, "side_key", arena_text("project_milestone_side_%s", doc_text(row, "side")));
		doc_set_bool(row, "is_done", is_done);
		doc_set_bool(row, "is_late", !is_done && day_parse(doc_text(row, "due_on")) < day_today());
		if (visit->twin != TWIN_HTML)
			continue;
		doc_set_text(row, "done_path", may && !is_done ? arena_text("%s/done", at) : "");
		doc_set_text(row, "moved_path", may && !is_done ? arena_text("%s/moved", at) : "");
	}
	if (visit->twin == TWIN_HTML) {
		struct doc *gantt = project_gantt(visit, content, milestones);
		doc_set_bool(document, "has_gantt", gantt != NULL);
		doc_set(document, "gantt", gantt ? gantt : doc_object());
		doc_set_text(document, "milestone_new_path", may ? arena_text("/projects/%lld/milestones/new", (long long)visit->subject.id) : "");
	}
	doc_set_bool(document, "has_milestones", number > 0);
	doc_set(document, "milestones", milestones);
}

static void log_fill(struct visit *visit, struct doc *document)
{
	struct doc *rows = log_list(visit->db, visit->subject.id, 0, LOG_SHOWN + 1);
	struct doc *shown = doc_array();
	int count = 0;
	for (struct doc *row = doc_first(rows); row && count < LOG_SHOWN; row = doc_next(row), count++) {
		doc_push(shown, doc_set_text(doc_copy(row), "side_key", arena_text("side_%s", doc_text(row, "side"))));
	}
	const char *path = arena_text("/projects/%lld/log", (long long)visit->subject.id);
	doc_set_bool(document, "has_log", count > 0);
	doc_set(document, "log", shown);
	doc_set_text(document, "log_path", doc_count(rows) > LOG_SHOWN ? path : "");
	if (visit->twin == TWIN_HTML)
		doc_set_text(document, "log_new_path", project_may(visit, "log") ? arena_text("%s/new", path) : "");
}

/* Where it came from, as far as the viewer may see it. */
static void thread_fill(struct visit *visit, struct doc *document)
{
	struct case_file agreement = {0}, proposal = {0};
	bool has_agreement = visit->subject.parent_id && case_find(visit->db, visit->subject.parent_id, &agreement) &&
	                     case_may_see(&visit->viewer, &agreement);
	bool has_proposal = agreement.parent_id && case_find(visit->db, agreement.parent_id, &proposal) && case_may_see(&visit->viewer, &proposal);
	doc_set_text(document, "agreement_path", has_agreement ? case_path_of(&agreement) : "");
	doc_set_text(document, "agreement_title", has_agreement ? agreement.title : "");
	doc_set_text(document, "proposal_path", has_proposal ? case_path_of(&proposal) : "");
	doc_set_text(document, "proposal_title", has_proposal ? proposal.title : "");
}

/* The milestones as days of a calendar: from 9 to 10 in the morning, because a programme wants hours. */
static void calendar_show(struct visit *visit)
{
	enum { EVENTS_MOST = 200, HOUR = 9 };
	struct calendar_event *events = arena_alloc(EVENTS_MOST * sizeof *events);
	struct doc *rows = milestone_list(visit->db, visit->subject.id);
	int count = 0;
	for (struct doc *row = doc_first(rows); row && count < EVENTS_MOST; row = doc_next(row)) {
		int day = day_parse(doc_text(row, *doc_text(row, "done_on") ? "done_on" : "due_on"));
		if (day == DAY_NONE)
			continue;
		events[count++] = (struct calendar_event){
			.uid = arena_text("milestone-%s@%s", doc_text(row, "id"), config("code")), .title = doc_text(row, "title"), .place = "",
			.about = visit->subject.title,
			.url = arena_text("%s%s", config("base_url"), case_path("projects", visit->subject.id)),
			.begins_at = clock_at(day, HOUR, 0), .ends_at = clock_at(day, HOUR + 1, 0), .changed_at = clock_now(),
			.sequence = visit->subject.version};
	}
	page_text(visit, "text/calendar; charset=utf-8", calendar_text(visit->subject.title, events, count), "project.ics");
}

void project_page(struct visit *visit)
{
	if (visit->twin == TWIN_ICS) {
		calendar_show(visit);
		return;
	}
	struct doc *document = doc_object();
	struct doc *content = project_content(visit->db, visit->subject.id);
	page_case(visit, document);
	steps_fill(visit, document);
	facts_fill(visit, document, content);
	milestones_fill(visit, document, content);
	log_fill(visit, document);
	thread_fill(visit, document);
	project_reports_fill(visit, document, content);
	page_crumb(visit, "/projects", "projects_title", NULL);
	visit->clause = "2-4";
	page_show(visit, "projects/show", NULL, document);
}
