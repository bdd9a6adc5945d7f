/* What every case's page shows: state, whose turn, the viewer's buttons, the timeline; and paging by key. */
#include "web/page.h"

#include "base/arena.h"
#include "base/text.h"
#include "http/url.h"
#include "workflow/ledger.h"
#include "workflow/move.h"

const char *state_tone(const char *kind, const char *state)
{
	static const char *const good = "registered agreed both_views concluded adopted running published final confirmed held kept";
	static const char *const stop = "refused declined ineligible withdrawn cancelled revoked terminated dropped";
	if (text_has_word(good, state))
		return "good";
	if (text_has_word(stop, state))
		return "stop";
	if (text_has_word("draft planned preparing open", state))
		return "neutral";
	if (text_has_word("returned", state))
		return "wait";
	const struct machine *machine = machine_find(kind);
	return machine && machine_is_closed(machine, state) ? "done" : "active";
}

enum { EVENTS_SHOWN = 8 };

/* A long timeline folds: {history: {timeline: the newest}, history_early: {timeline: those before, count}}. */
void page_history(struct doc *document)
{
	const struct doc *timeline = doc_get(document, "timeline");
	struct doc *early = doc_array();
	struct doc *late = doc_array();
	int left = doc_count(timeline);
	bool folds = left > EVENTS_SHOWN + 2;
	for (struct doc *event = doc_first(timeline); event; event = doc_next(event), left--)
		doc_push(folds && left > EVENTS_SHOWN ? early : late, doc_copy(event));
	int count = doc_count(early);
	doc_set_bool(document, "has_history_early", count > 0);
	doc_set(document, "history_early", doc_set_int(doc_set(doc_object(), "timeline", early), "count", count));
	doc_set(document, "history", doc_set(doc_object(), "timeline", late));
}

void page_case(struct visit *visit, struct doc *document)
{
	const struct case_file *subject = &visit->subject;
	struct doc *row = case_row(visit->db, subject->id);
	doc_set_text(document, "state_key", doc_text(row, "state_key"));
	doc_set_text(document, "state_tone", state_tone(subject->kind, subject->state));
	doc_set_text(document, "turn", subject->turn);
	doc_set_text(document, "turn_key", arena_text("turn_%s", subject->turn));
	doc_set_bool(document, "is_turn_shown", !text_equal(subject->turn, "none"));
	doc_set_text(document, "turn_since_on", doc_text(row, "turn_since_on"));
	doc_set_text(document, "due_on", doc_text(row, "due_on"));
	doc_set_bool(document, "is_overdue", doc_bool(row, "is_overdue"));
	doc_set_text(document, "number", subject->number);
	if (!doc_has(document, "title"))
		doc_set_text(document, "title", subject->title);
	doc_set(document, "case", row);
	struct doc *actions = doc_array();
	if (visit->viewer.person_id && visit->twin == TWIN_HTML)
		actions = move_list_open(visit->db, &visit->viewer, subject);
	doc_set_bool(document, "has_actions", doc_count(actions) > 0);
	doc_set(document, "actions", actions);
	doc_set(document, "timeline", ledger_timeline(visit->db, &visit->viewer, subject->id, true));
	if (visit->twin == TWIN_HTML)
		page_history(document);
}

static char *page_path_next(struct visit *visit, const char *next, int64_t page_number)
{
	struct buffer query = {0};
	const struct pairs *parameters = &visit->request->parameters;
	for (size_t i = 0; i < parameters->count; i++) {
		const char *name = parameters->list[i].name;
		if (text_equal(name, "before") || text_equal(name, "page"))
			continue;
		buffer_addf(&query, "%s=%s&", url_encode(name), url_encode(parameters->list[i].value));
	}
	return arena_text("%s?%sbefore=%s&page=%lld", visit->path, buffer_text(&query), url_encode(next), (long long)page_number);
}

void page_pager(struct visit *visit, struct doc *document, struct doc *items, const char *key)
{
	struct doc *kept = doc_array();
	const char *next = "";
	int count = 0;
	for (struct doc *row = doc_first(items); row; row = doc_next(row)) {
		if (count++ == PAGE_ROWS)
			break;
		doc_push(kept, doc_copy(row));
		next = doc_text(row, key);
	}
	bool has_next = count > PAGE_ROWS;
	long long page_number = text_number(visit_parameter(visit, "page"));
	page_number = page_number > 1 && *visit_parameter(visit, "before") ? page_number : 1;
	doc_set(document, "items", kept);
	doc_set_text(document, "next", has_next ? page_path_next(visit, next, page_number + 1) : "");
	doc_set_text(document, "previous", page_number > 1 ? visit->path : "");
	doc_set_int(document, "page_number", page_number);
	doc_set_bool(document, "has_pager", has_next || page_number > 1);
	doc_set_bool(document, "is_empty", doc_count(kept) == 0);
}
