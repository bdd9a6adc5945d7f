/* Performing a move: every question, then the change, the record and the notices, in the caller's transaction.
 * 案 and 施行 are in draft.c, buttons in move_list.c. */
#include "workflow/inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "workflow/ledger.h"
#include "workflow/public_version.h"

enum move_result moving_refuse(const char **refusal, const char *text_key)
{
	if (refusal)
		*refusal = text_key;
	return MOVE_REFUSED;
}

static void moving_fill(struct moving *moving, const struct move_order *order)
{
	moving->values = order->values ? order->values : doc_object();
	moving->reason = order->reason ? text_trim(order->reason) : "";
	moving->effective_on = order->effective_on == DAY_NONE ? day_today() : order->effective_on;
	moving->document_number = "";
	moving->due_on = DAY_NONE;
	moving->role = order->is_portal ? "portal"
	                                : viewer_role_in(moving->viewer, moving->subject.group_id, moving->subject.department_id);
}

static bool moving_find(struct moving *moving, const struct move_order *order)
{
	if (!case_find(moving->db, order->case_id, &moving->subject))
		return false;
	moving->machine = machine_find(moving->subject.kind);
	moving->move = move_find(moving->machine, order->move);
	return moving->move != NULL;
}

static enum move_result moving_guard(struct moving *moving, const char **refusal)
{
	const struct move *move = moving->move;
	if ((move->flags & (MOVE_REASON | MOVE_CORRECTS)) && text_empty(moving->reason))
		return moving_refuse(refusal, "refused_reason");
	const char *wrong = move->refuse ? move->refuse(moving) : NULL;
	return wrong ? moving_refuse(refusal, wrong) : MOVE_DONE;
}

enum move_result moving_begin(struct moving *moving, const struct move_order *order, const char **refusal)
{
	if (!moving_find(moving, order))
		return MOVE_UNKNOWN;
	moving_fill(moving, order);
	if (order->version >= 0 && order->version != moving->subject.version)
		return MOVE_STALE;
	if (!text_has_word(moving->move->from, moving->subject.state))
		return moving_refuse(refusal, "refused_state");
	if (!order->is_portal && !right_may(moving->db, moving->viewer, &moving->subject, moving->move))
		return MOVE_FORBIDDEN;
	return moving_guard(moving, refusal);
}

static const char *moving_to(const struct moving *moving)
{
	return *moving->move->to ? moving->move->to : moving->subject.state;
}

static char *number_next(const struct moving *moving)
{
	int year = day_fiscal_year(moving->effective_on);
	int64_t last = counter_next(moving->db, moving->machine->kind, year);
	return arena_text("%s%d-%04lld", moving->machine->letter, year, (long long)last);
}

static bool moving_is_public(const struct moving *moving)
{
	if (moving->move->flags & MOVE_HIDES)
		return false;
	return moving->subject.is_public || (moving->move->flags & MOVE_PUBLISHES);
}

static bool moving_write(const struct moving *moving)
{
	struct case_change change = {
		.id = moving->subject.id,
		.version = moving->subject.version,
		.state = moving_to(moving),
		.clocks = moving_clocks(moving, moving_to(moving)),
		.is_public = moving_is_public(moving),
		.number = moving->subject.number,
		.received_on = DAY_NONE,
	};
	if ((moving->move->flags & MOVE_NUMBERS) && !*change.number) {
		change.number = number_next(moving);
		change.received_on = moving->effective_on;
	}
	return case_update_state(moving->db, &change);
}

/* What the record says of the move. Titles and names stay out: only what was typed as the reason is free text. */
static struct doc *moving_content(const struct moving *moving, const struct case_file *after)
{
	struct doc *content = doc_object();
	const char *name = *after->number ? after->number : arena_text("%s/%lld", after->kind, (long long)after->id);
	doc_set_text(content, "case", name);
	doc_set_int(content, "case_id", after->id);
	doc_set_text(content, "kind", after->kind);
	doc_set_text(content, "move", moving->move->name);
	doc_set_text(content, "from", *moving->move->from ? moving->subject.state : "");
	doc_set_text(content, "to", after->state);
	doc_set_text(content, "role", moving->role);
	doc_set_text(content, "clause", moving->move->clause);
	doc_set_text(content, "effective_on", day_iso(moving->effective_on));
	if (*moving->reason)
		doc_set_text(content, "reason", moving->reason);
	if (*moving->document_number)
		doc_set_text(content, "document_number", moving->document_number);
	return content;
}

enum move_result moving_finish(struct moving *moving)
{
	const struct move *move = moving->move;
	struct case_file after;
	if (move->change)
		move->change(moving);
	if (!moving_write(moving) || !case_find(moving->db, moving->subject.id, &after))
		return MOVE_STALE;
	moving->ledger_number = ledger_append(moving->db, after.id, arena_text("%s.%s", moving->machine->kind, move->name),
	                                      (move->flags & MOVE_SHUT) != 0, moving_content(moving, &after));
	moving_tell(moving, &after);
	if (moving->subject.is_public || after.is_public)
		public_version_raise(moving->db);
	if (move->follow)
		move->follow(moving);
	move_after_run(moving);
	return MOVE_DONE;
}

enum move_result move_perform(struct db *db, const struct viewer *viewer, const struct move_order *order, const char **refusal)
{
	struct moving moving = {.db = db, .viewer = viewer};
	enum move_result result = moving_begin(&moving, order, refusal);
	if (result != MOVE_DONE)
		return result;
	if ((moving.move->flags & MOVE_BINDS) && !order->is_portal)
		return moving_refuse(refusal, "refused_binds");
	return moving_finish(&moving);
}

/* The opening move has no state before it and was asked for by the page: the row's guard alone is asked. */
static bool case_perform_open(struct moving *moving, const struct move_order *order)
{
	if (!moving_find(moving, order))
		return false;
	moving_fill(moving, order);
	return moving_guard(moving, NULL) == MOVE_DONE && moving_finish(moving) == MOVE_DONE;
}

int64_t case_open(struct db *db, const struct viewer *viewer, const struct machine *machine, const struct case_file *subject,
                  const struct doc *values)
{
	const struct move *move = move_find(machine, "open");
	if (!move || !machine_find(machine->kind)) {
		db_fail(db, "case_open: a machine without its move \"open\", or not registered");
		return 0;
	}
	struct case_file fresh = *subject;
	fresh.kind = machine->kind;
	fresh.state = move->to;
	if (!fresh.author_id)
		fresh.author_id = viewer->person_id;
	struct moving moving = {.db = db, .viewer = viewer};
	struct move_order order = {case_insert(db, &fresh), "open", -1, values, NULL, DAY_NONE, false};
	if (!case_perform_open(&moving, &order))
		db_fail(db, "case_open: the opening move was refused");
	return *db_fault(db) ? 0 : order.case_id;
}
