/* A case's history as one viewer may see it. */
#include "workflow/ledger.h"

#include "base/arena.h"
#include "base/text.h"
#include "workflow/inside.h"

#include <string.h>

char *move_past_key(const char *kind, const char *move)
{
	char *past = arena_text("past_%s_%s", kind, move);
	return text_known(past) ? past : arena_text("move_%s_%s", kind, move);
}

/* "proposals.submit" → "submit". */
static const char *move_name(const char *move)
{
	const char *dot = strchr(move, '.');
	return dot ? dot + 1 : move;
}

static void event_add_content(struct doc *event, const struct doc *content, const char *kind)
{
	const char *role = doc_text(content, "role");
	const char *to = doc_text(content, "to");
	doc_set_text(event, "effective_on", doc_text(content, "effective_on"));
	doc_set_text(event, "role_key", *role ? arena_text("role_%s", role) : "");
	doc_set_bool(event, "is_group", text_equal(role, "group"));
	doc_set_bool(event, "is_city", text_has_word("coordinator department admin", role));
	doc_set_text(event, "reason", doc_text(content, "reason"));
	doc_set_text(event, "clause", doc_text(content, "clause"));
	doc_set_text(event, "document_number", doc_text(content, "document_number"));
	doc_set_text(event, "from", doc_text(content, "from"));
	doc_set_text(event, "to", to);
	doc_set_text(event, "state_key", *to ? arena_text("state_%s_%s", kind, to) : "");
}

static struct doc *event_row(const struct doc *row)
{
	int64_t number = doc_int(row, "number");
	const char *kind = doc_text(row, "kind");
	const char *move = move_name(doc_text(row, "move"));
	struct doc *event = doc_object();
	doc_set_int(event, "number", number);
	doc_set_int(event, "at", doc_int(row, "at"));
	doc_set_int(event, "case_id", doc_int(row, "case_id"));
	doc_set_text(event, "kind", kind);
	doc_set_text(event, "move", move);
	doc_set_text(event, "text_key", move_past_key(kind, move));
	doc_set_text(event, "path", arena_text("/record?before=%lld#record-%lld", (long long)number + 1, (long long)number));
	event_add_content(event, doc_parse(doc_text(row, "content")), kind);
	return event;
}

static bool event_is_seen(const struct viewer *viewer, const struct doc *row)
{
	struct case_file subject = case_of(row);
	if (doc_bool(row, "is_shut"))
		subject.is_public = false;
	return case_may_see(viewer, &subject);
}

struct doc *ledger_timeline(struct db *db, const struct viewer *viewer, int64_t case_id, bool with_children)
{
	struct doc *events = doc_array();
	struct doc *rows = ledger_rows_case(db, case_id, with_children);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (event_is_seen(viewer, row))
			doc_push(events, event_row(row));
	return events;
}
