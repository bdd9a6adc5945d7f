/* Asking and changing: rows become documents, single answers become numbers and texts. */
#include "adapters/db_inside.h"

#include "base/arena.h"
#include "base/clock.h"

struct db_value db_day(const char *name, int day)
{
	return V_TEXT(name, day == DAY_NONE ? NULL : day_iso(day));
}

static const char *column_text(sqlite3_stmt *statement, int column)
{
	const char *text = (const char *)sqlite3_column_text(statement, column);
	return text ? text : "";
}

static struct doc *row_document(sqlite3_stmt *statement)
{
	struct doc *row = doc_object();
	int columns = sqlite3_column_count(statement);
	for (int column = 0; column < columns; column++) {
		const char *name = sqlite3_column_name(statement, column);
		if (sqlite3_column_type(statement, column) == SQLITE_INTEGER)
			doc_set_int(row, name, sqlite3_column_int64(statement, column));
		else
			doc_set_text(row, name, column_text(statement, column));
	}
	return row;
}

struct doc *db_rows(struct db *db, const char *sql, const struct db_value *values)
{
	struct doc *rows = doc_array();
	sqlite3_stmt *statement = statement_begin(db, sql, values);
	while (statement && statement_step(db, statement))
		doc_push(rows, row_document(statement));
	statement_end(db, statement);
	return fault_is_set(db) ? doc_array() : rows;
}

struct doc *db_row(struct db *db, const char *sql, const struct db_value *values)
{
	struct doc *row = NULL;
	sqlite3_stmt *statement = statement_begin(db, sql, values);
	if (statement && statement_step(db, statement))
		row = row_document(statement);
	statement_end(db, statement);
	return fault_is_set(db) ? NULL : row;
}

int64_t db_int(struct db *db, const char *sql, const struct db_value *values)
{
	int64_t number = 0;
	sqlite3_stmt *statement = statement_begin(db, sql, values);
	if (statement && statement_step(db, statement))
		number = sqlite3_column_int64(statement, 0);
	statement_end(db, statement);
	return fault_is_set(db) ? 0 : number;
}

char *db_text(struct db *db, const char *sql, const struct db_value *values)
{
	char *text = NULL;
	sqlite3_stmt *statement = statement_begin(db, sql, values);
	if (statement && statement_step(db, statement))
		text = arena_copy(column_text(statement, 0));
	statement_end(db, statement);
	return fault_is_set(db) ? NULL : text;
}

/* SQLite's own count is that of the last change, also after a statement that changed nothing: compare the totals. */
int64_t db_run(struct db *db, const char *sql, const struct db_value *values)
{
	int64_t before = sqlite3_total_changes64(db->handle);
	sqlite3_stmt *statement = statement_begin(db, sql, values);
	if (statement)
		statement_step(db, statement);
	statement_end(db, statement);
	if (fault_is_set(db) || sqlite3_total_changes64(db->handle) == before)
		return 0;
	return sqlite3_changes64(db->handle);
}
