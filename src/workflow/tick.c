/* The engine's part of kyodo tick (reminders, old sessions and submissions), and the list of the features' parts. */
#include "workflow/tick.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "identity/session.h"
#include "workflow/inside.h"
#include "workflow/setting.h"

#include <assert.h>

enum { PARTS_MOST = 64, REMIND_DAYS = 3, SUBMISSION_SECONDS = 7 * 24 * 3600 };

static void (*parts[PARTS_MOST])(struct db *db);
static int part_count;

void tick_register(void (*each)(struct db *db))
{
	for (int i = 0; i < part_count; i++)
		if (parts[i] == each)
			return;
	assert(part_count < PARTS_MOST);
	parts[part_count++] = each;
}

/* A case of no group is its author's; one of no department the coordinators'. */
static void remind_group(struct db *db, const struct case_file *subject, const struct telling *telling)
{
	if (subject->group_id)
		notice_insert_group(db, subject->group_id, telling);
	else
		notice_insert(db, subject->author_id, telling);
}

static void remind_city(struct db *db, const struct case_file *subject, const struct telling *telling)
{
	if (subject->department_id)
		notice_insert_department(db, subject->department_id, telling);
	else
		notice_insert_coordinators(db, telling);
}

static struct doc *remind_values(const struct case_file *subject)
{
	struct doc *values = doc_object();
	doc_set_text(values, "title", subject->title);
	doc_set_text(values, "number", subject->number);
	doc_set_text(values, "turn", subject->turn);
	doc_set_text(values, "due_on", day_iso(subject->due_on));
	return values;
}

/* Before the date the side that holds the case is told, after it the other side too. */
static void case_remind(struct db *db, const struct case_file *subject, bool is_late)
{
	struct telling telling = {
		.case_id = subject->id,
		.text_key = is_late ? "notice_reminder_late" : "notice_reminder_soon",
		.values = remind_values(subject),
		.path = machine_path(subject->kind, subject->id, subject->parent_id),
	};
	if (is_late || !text_equal(subject->turn, "city"))
		remind_group(db, subject, &telling);
	if (is_late || !text_equal(subject->turn, "group"))
		remind_city(db, subject, &telling);
	case_update_reminded(db, subject->id, day_today());
}

static void tick_remind(struct db *db)
{
	int today = day_today();
	struct doc *rows = case_rows_due(db, today, today + REMIND_DAYS);
	struct case_file subject;
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		if (case_find(db, doc_int(row, "id"), &subject))
			case_remind(db, &subject, doc_bool(row, "is_late"));
}

static void tick_delete_old(struct db *db)
{
	session_delete_old(db);
	submission_delete_old(db, clock_now() - SUBMISSION_SECONDS);
}

static bool part_run(struct db *db, void (*part)(struct db *db))
{
	db_savepoint(db);
	part(db);
	if (!*db_fault(db)) {
		db_savepoint_keep(db);
		return true;
	}
	log_line("error", "tick: a part was undone: %s", db_fault(db));
	db_savepoint_undo(db);
	return false;
}

bool tick_run(struct db *db)
{
	open_days_load(db);
	bool is_done = part_run(db, tick_delete_old);
	for (int i = 0; i < part_count; i++)
		is_done = part_run(db, parts[i]) && is_done;
	return part_run(db, tick_remind) && is_done;
}
