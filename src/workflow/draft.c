/* Moves that bind the city: 案 (prepared) and 施行 (carried out with the day of decision and the document's number). */
#include "workflow/inside.h"

#include "base/clock.h"
#include "base/text.h"
#include "workflow/setting.h"

enum move_result move_draft(struct db *db, const struct viewer *viewer, const struct move_order *order, int64_t *draft_id,
                            const char **refusal)
{
	struct moving moving = {.db = db, .viewer = viewer};
	enum move_result result = moving_begin(&moving, order, refusal);
	if (result != MOVE_DONE)
		return result;
	if (!(moving.move->flags & MOVE_BINDS))
		return moving_refuse(refusal, "refused_not_binding");
	if (draft_is_open(db, &moving.subject, moving.move->name))
		return moving_refuse(refusal, "refused_draft_open");
	draft_drop_move(db, moving.subject.id, moving.move->name);
	int64_t id = draft_insert(db, &moving);
	if (draft_id)
		*draft_id = id;
	return MOVE_DONE;
}

static bool may_execute(struct db *db, const struct viewer *viewer, const struct case_file *subject)
{
	if (viewer_has(viewer, ROLE_COORDINATOR))
		return true;
	return setting_int(db, "department_executes") && subject->department_id &&
	       viewer_in_department(viewer, subject->department_id);
}

static enum move_result execute_begin(struct moving *moving, const struct doc *draft, const char **refusal)
{
	struct move_order order = {
		.case_id = doc_int(draft, "case_id"),
		.move = doc_text(draft, "move"),
		.version = doc_int(draft, "case_version"),
		.values = doc_get(draft, "values"),
		.reason = doc_text(draft, "reason"),
		.effective_on = moving->effective_on,
		.is_portal = true,
	};
	enum move_result result = moving_begin(moving, &order, refusal);
	moving->role = viewer_role_in(moving->viewer, moving->subject.group_id, moving->subject.department_id);
	return result;
}

enum move_result move_execute(struct db *db, const struct viewer *viewer, int64_t draft_id, int decided_on,
                              const char *document_number, const char **refusal)
{
	struct case_file subject;
	struct doc *draft = draft_row(db, draft_id);
	if (!draft || !case_find(db, doc_int(draft, "case_id"), &subject))
		return MOVE_UNKNOWN;
	if (!may_execute(db, viewer, &subject))
		return MOVE_FORBIDDEN;
	if (!text_equal(doc_text(draft, "state"), "open"))
		return moving_refuse(refusal, "refused_draft_closed");
	if (decided_on == DAY_NONE || decided_on > day_today())
		return moving_refuse(refusal, "refused_decided_on");
	struct moving moving = {.db = db, .viewer = viewer, .effective_on = decided_on};
	enum move_result result = execute_begin(&moving, draft, refusal);
	if (result != MOVE_DONE)
		return result;
	moving.document_number = document_number ? text_trim(document_number) : "";
	draft_update_done(db, draft_id, decided_on, moving.document_number);
	return moving_finish(&moving);
}
