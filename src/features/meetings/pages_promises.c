/* Promises: of one meeting, of all, and how many were kept, by side. A promise's buttons are its case's moves. */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/meetings/store.h"
#include "workflow/move.h"

static struct case_file promise_case(const struct doc *row)
{
	return (struct case_file){
		.id = doc_int(row, "id"),
		.kind = "promises",
		.state = doc_text(row, "state"),
		.version = doc_int(row, "version"),
		.group_id = doc_int(row, "group_id"),
		.department_id = doc_int(row, "department_id"),
		.is_public = doc_bool(row, "is_public"),
	};
}

static struct doc *promise_shown(struct visit *visit, const struct doc *row, const struct case_file *subject)
{
	struct doc *shown = doc_object();
	bool is_group = text_equal(doc_text(row, "side"), "group");
	doc_set_int(shown, "id", subject->id);
	doc_set_text(shown, "title", doc_text(row, "title"));
	doc_set_text(shown, "side", doc_text(row, "side"));
	doc_set_bool(shown, "is_group", is_group);
	doc_set_text(shown, "by_name", is_group ? doc_text(row, "group_name") : doc_text(row, "department_name"));
	doc_set_text(shown, "by_on", doc_text(row, "by_on"));
	doc_set_text(shown, "state", subject->state);
	doc_set_text(shown, "state_key", arena_text("state_promises_%s", subject->state));
	doc_set_text(shown, "state_tone", text_equal(subject->state, "overdue") ? "stop" : state_tone("promises", subject->state));
	doc_set_text(shown, "meeting_title", doc_text(row, "meeting_title"));
	doc_set_text(shown, "path", arena_text("/meetings/%s/promises#promise-%s", doc_text(row, "meeting_id"), doc_text(row, "id")));
	doc_set_text(shown, "place_key", arena_text("%s.%s", doc_text(row, "changed_at"), doc_text(row, "id")));
	struct doc *actions = doc_array();
	if (visit->viewer.person_id && visit->twin == TWIN_HTML)
		actions = move_list_open(visit->db, &visit->viewer, subject);
	doc_set_bool(shown, "has_actions", doc_count(actions) > 0);
	return doc_set(shown, "actions", actions);
}

struct doc *promises_shown(struct visit *visit, const struct doc *rows)
{
	struct doc *shown = doc_array();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct case_file subject = promise_case(row);
		if (case_may_see(&visit->viewer, &subject))
			doc_push(shown, promise_shown(visit, row, &subject));
	}
	return shown;
}

static struct doc *rate_of(const struct doc *rows, const char *side)
{
	struct doc *rate = doc_set_text(doc_object(), "side", side);
	int64_t total = 0, kept = 0;
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (text_equal(doc_text(row, "side"), side))
			total = doc_int(row, "total"), kept = doc_int(row, "kept");
	doc_set_bool(rate, "is_group", text_equal(side, "group"));
	doc_set_text(rate, "side_key", arena_text("promises_rate_%s", side));
	doc_set_int(rate, "total", total);
	doc_set_int(rate, "kept", kept);
	return doc_set_int(rate, "percent", total ? kept * 100 / total : 0);
}

struct doc *promises_rates(struct visit *visit)
{
	struct doc *rates = doc_array();
	struct doc *rows = promise_rates(visit->db);
	if (!doc_count(rows))
		return rates;
	doc_push(rates, rate_of(rows, "group"));
	doc_push(rates, rate_of(rows, "city"));
	return rates;
}

void promises_page(struct visit *visit)
{
	struct doc *document = meeting_document(visit);
	struct doc *promises = promises_shown(visit, promise_list(visit->db, visit->subject.id));
	doc_set_bool(document, "has_promises", doc_count(promises) > 0);
	doc_set(document, "promises", promises);
	page_show(visit, "meetings/promises", "promises_title", document);
}

void promises_all_page(struct visit *visit)
{
	struct doc *document = doc_object();
	visit->clause = "4-4-3";
	page_crumb(visit, "/meetings", "meetings_title", NULL);
	struct doc *rows = promise_list_public(visit->db, visit_parameter(visit, "before"), PAGE_ROWS + 1);
	page_pager(visit, document, promises_shown(visit, rows), "place_key");
	doc_set(document, "rates", promises_rates(visit));
	doc_set_bool(document, "has_rates", doc_count(doc_get(document, "rates")) > 0);
	page_show(visit, "meetings/promises_all", "promises_all_title", document);
}
