/* What time does to meetings: needs are forgotten, promises run late, minutes go on without those who do not answer. */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "features/meetings/store.h"
#include "workflow/move.h"
#include "workflow/notice.h"
#include "workflow/setting.h"

enum { NEEDS_DAYS = 30, ASKED_SECONDS = 7 * 24 * 60 * 60 };

static void perform_each(struct db *db, const struct doc *rows, const char *move)
{
	struct viewer nobody = viewer_nobody();
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct move_order order = {.case_id = doc_int(row, "id"), .move = move, .version = -1, .effective_on = DAY_NONE, .is_portal = true};
		move_perform(db, &nobody, &order, NULL);
	}
}

/* Both sides hear of it a while before the engine's own reminder, so that there is time to move the day. */
static void promises_remind(struct db *db)
{
	struct doc *rows = promise_list_near(db, day_today() + (int)setting_int(db, "promise_remind_days"));
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		struct doc *values = doc_set_text(doc_object(), "title", doc_text(row, "title"));
		struct telling telling = {
			.case_id = doc_int(row, "id"),
			.text_key = "notice_promises_near",
			.values = doc_set_text(values, "due_on", doc_text(row, "by_on")),
			.path = arena_text("/meetings/%s/promises", doc_text(row, "meeting_id")),
		};
		notice_insert_group(db, doc_int(row, "group_id"), &telling);
		notice_insert_department(db, doc_int(row, "department_id"), &telling);
		promise_update_reminded(db, doc_int(row, "id"));
	}
}

void meetings_tick(struct db *db)
{
	int today = day_today();
	signup_delete_needs(db, today - NEEDS_DAYS);
	signup_delete_asked(db, clock_now() - ASKED_SECONDS);
	perform_each(db, promise_list_late(db, today), "overdue");
	promises_remind(db);
	perform_each(db, minutes_list_due(db, "confirming", today), "publish_unconfirmed");
	perform_each(db, minutes_list_due(db, "corrections", today), "ask");
	struct doc *open = meeting_list_open(db);
	for (struct doc *row = doc_first(open); row; row = doc_next(row)) {
		agenda_item_insert_promises(db, doc_int(row, "id"));
		agenda_item_insert_unled(db, doc_int(row, "id"));
	}
}
