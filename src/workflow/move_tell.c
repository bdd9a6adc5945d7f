/* Whom a move tells: its row's audiences, whoever acted, and after a correction everybody who was told before. */
#include "workflow/inside.h"

#include "base/arena.h"
#include "base/clock.h"

static struct doc *telling_values(const struct moving *moving, const struct case_file *after)
{
	struct doc *values = doc_object();
	doc_set_text(values, "title", after->title);
	doc_set_text(values, "number", after->number);
	doc_set_text(values, "reason", moving->reason);
	doc_set_text(values, "turn", after->turn);
	doc_set_text(values, "due_on", day_iso(after->due_on));
	doc_set_text(values, "document_number", moving->document_number);
	return values;
}

static void tell_people(struct db *db, const struct doc *people, const struct telling *telling)
{
	for (struct doc *row = doc_first(people); row; row = doc_next(row))
		notice_insert(db, doc_int(row, "person_id"), telling);
}

void moving_tell(const struct moving *moving, const struct case_file *after)
{
	struct telling telling = {
		.case_id = after->id,
		.ledger_number = moving->ledger_number,
		.text_key = arena_text("notice_%s_%s", moving->machine->kind, moving->move->name),
		.values = telling_values(moving, after),
		.path = machine_path(after->kind, after->id, after->parent_id),
	};
	unsigned tell = moving->move->tell;
	struct db *db = moving->db;
	if (tell & TELL_GROUP)
		notice_insert_group(db, after->group_id, &telling);
	if (tell & TELL_DEPARTMENT)
		notice_insert_department(db, after->department_id, &telling);
	if (tell & TELL_COORDINATOR)
		notice_insert_coordinators(db, &telling);
	if (tell & TELL_AUTHOR)
		notice_insert(db, after->author_id, &telling);
	if (moving->move->flags & MOVE_CORRECTS)
		tell_people(db, people_told(db, after->id), &telling);
	notice_insert(db, moving->viewer->person_id, &telling);
}
