/* SQL of settings and of the days the city opens or closes. */
#include "workflow/inside.h"

#include "base/clock.h"

char *setting_row(struct db *db, const char *key)
{
	return db_text(db, "SELECT value FROM settings WHERE key = :key", DB(V_TEXT("key", key)));
}

void setting_row_update(struct db *db, const char *key, const char *value)
{
	db_run(db,
	       "INSERT INTO settings (key, value, changed_at)"
	       " VALUES (:key, :value, :now)"
	       " ON CONFLICT (key) DO UPDATE SET value = :value, changed_at = :now",
	       DB(V_TEXT("key", key), V_TEXT("value", value), V_INT("now", clock_now())));
}

struct doc *open_day_rows(struct db *db)
{
	return db_rows(db, "SELECT day_on, is_open, name FROM open_days WHERE day_on > '' ORDER BY day_on LIMIT 5000", DB_NONE);
}

void open_day_row_update(struct db *db, int day, bool is_open, const char *name)
{
	db_run(db,
	       "INSERT INTO open_days (day_on, is_open, name)"
	       " VALUES (:day, :is_open, :name)"
	       " ON CONFLICT (day_on) DO UPDATE SET is_open = :is_open, name = :name",
	       DB(V_DAY("day", day), V_INT("is_open", is_open), V_TEXT("name", name ? name : "")));
}
