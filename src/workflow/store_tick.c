/* SQL of what time does: cases that near or pass their date. */
#include "workflow/inside.h"

/* "Soon" is told once a date, never on the day the turn began; "late" once after the date. */
struct doc *case_rows_due(struct db *db, int today, int until)
{
	return db_rows(db,
	               "SELECT id, CASE WHEN due_on < :today THEN 1 ELSE 0 END AS is_late"
	               " FROM cases"
	               " WHERE turn IN ('group', 'city', 'both') AND due_on > '' AND due_on <= :until"
	               " AND ((due_on >= :today AND reminded_on = '' AND turn_since_on < :today)"
	               "  OR (due_on < :today AND reminded_on <= due_on))"
	               " ORDER BY due_on, id"
	               " LIMIT 500",
	               DB(V_DAY("today", today), V_DAY("until", until)));
}

void case_update_reminded(struct db *db, int64_t id, int today)
{
	db_run(db, "UPDATE cases SET reminded_on = :today WHERE id = :id", DB(V_DAY("today", today), V_INT("id", id)));
}
