/* Which moves a viewer may make now: the buttons of a case's page. Performs nothing. */
#include "workflow/inside.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

bool move_may(struct db *db, const struct viewer *viewer, const struct case_file *subject, const struct move *move)
{
	if (!text_has_word(move->from, subject->state) || !right_may(db, viewer, subject, move))
		return false;
	struct moving moving = {
		.db = db,
		.viewer = viewer,
		.machine = machine_find(subject->kind),
		.move = move,
		.subject = *subject,
		.values = doc_object(),
		.reason = "",
		.effective_on = day_today(),
		.document_number = "",
		.role = viewer_role_in(viewer, subject->group_id, subject->department_id),
		.due_on = DAY_NONE,
	};
	return !move->refuse || !move->refuse(&moving);
}

static struct doc *button_row(const struct case_file *subject, const struct move *move, bool is_main)
{
	struct doc *row = doc_object();
	doc_set_text(row, "name", move->name);
	doc_set_text(row, "path", arena_text("/cases/%lld/%s", (long long)subject->id, move->name));
	doc_set_text(row, "label_key", arena_text("move_%s_%s", subject->kind, move->name));
	doc_set_text(row, "about_key", arena_text("move_%s_%s_about", subject->kind, move->name));
	doc_set_bool(row, "is_main", is_main);
	doc_set_bool(row, "is_second", (move->flags & MOVE_SECOND) != 0);
	doc_set_bool(row, "is_binding", (move->flags & MOVE_BINDS) != 0);
	return row;
}

static bool button_is_shown(struct db *db, const struct viewer *viewer, const struct case_file *subject, const struct move *move)
{
	if ((move->flags & MOVE_QUIET) || !move_may(db, viewer, subject, move))
		return false;
	return !(move->flags & MOVE_BINDS) || !draft_is_open(db, subject, move->name);
}

struct doc *move_list_open(struct db *db, const struct viewer *viewer, const struct case_file *subject)
{
	struct doc *first = doc_array();
	struct doc *second = doc_array();
	const struct machine *machine = machine_find(subject->kind);
	for (int i = 0; machine && i < machine->move_count; i++) {
		const struct move *move = &machine->moves[i];
		if (!button_is_shown(db, viewer, subject, move))
			continue;
		bool is_second = (move->flags & MOVE_SECOND) != 0;
		bool is_main = !is_second && doc_count(first) == 0;
		doc_push(is_second ? second : first, button_row(subject, move, is_main));
	}
	for (struct doc *row = doc_first(second); row; row = doc_next(row))
		doc_push(first, doc_copy(row));
	return first;
}
