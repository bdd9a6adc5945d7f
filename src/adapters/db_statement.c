/* Prepared statements: found by their text, prepared once a handle, and their parameters filled from named values. */
#include "adapters/db_inside.h"

#include "base/arena.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct statement {
	struct statement *next;
	sqlite3_stmt *handle;
	uint64_t hash;
	char *sql;
};

static uint64_t text_hash(const char *text)
{
	uint64_t hash = 14695981039346656037u;
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 1099511628211u;
	return hash ^ hash >> 29;
}

void statements_forget(struct db *db)
{
	for (int slot = 0; slot < STATEMENT_SLOTS; slot++)
		while (db->slots[slot]) {
			struct statement *statement = db->slots[slot];
			db->slots[slot] = statement->next;
			sqlite3_finalize(statement->handle);
			free(statement->sql);
			free(statement);
		}
	db->statements = 0;
}

static bool rest_is_empty(const char *rest)
{
	while (isspace((unsigned char)*rest) || *rest == ';')
		rest++;
	return !*rest;
}

static sqlite3_stmt *handle_prepare(struct db *db, const char *sql)
{
	sqlite3_stmt *handle = NULL;
	const char *rest = "";
	if (sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &rest) != SQLITE_OK)
		fault_take(db, sql);
	else if (!handle || !rest_is_empty(rest))
		fault_set(db, "not exactly one statement", sql);
	if (!fault_is_set(db))
		return handle;
	sqlite3_finalize(handle);
	return NULL;
}

/* Texts made at run time could fill the memory: past a limit all are forgotten (none is running between two calls). */
static void statement_keep(struct db *db, const char *sql, uint64_t hash, sqlite3_stmt *handle)
{
	if (db->statements >= MOST_STATEMENTS)
		statements_forget(db);
	struct statement *statement = calloc(1, sizeof *statement);
	if (!statement || !(statement->sql = strdup(sql)))
		abort();
	statement->handle = handle;
	statement->hash = hash;
	statement->next = db->slots[hash % STATEMENT_SLOTS];
	db->slots[hash % STATEMENT_SLOTS] = statement;
	db->statements++;
	text_remember(sql);
}

static sqlite3_stmt *statement_find(struct db *db, const char *sql)
{
	uint64_t hash = text_hash(sql);
	for (struct statement *known = db->slots[hash % STATEMENT_SLOTS]; known; known = known->next)
		if (known->hash == hash && strcmp(known->sql, sql) == 0)
			return known->handle;
	sqlite3_stmt *handle = handle_prepare(db, sql);
	if (handle)
		statement_keep(db, sql, hash, handle);
	return handle;
}

static int text_bind(sqlite3_stmt *statement, int index, const char *text)
{
	return text ? sqlite3_bind_text(statement, index, text, -1, SQLITE_STATIC) : sqlite3_bind_null(statement, index);
}

/* false and null have no question of their own: their JSON tells them from texts. */
static int scalar_bind(sqlite3_stmt *statement, int index, const struct doc *scalar)
{
	const char *text = doc_value(scalar);
	const char *json = *text && strcmp(text, "false") != 0 ? "" : doc_canonical(scalar);
	if (strcmp(json, "false") == 0)
		return sqlite3_bind_int64(statement, index, 0);
	return text_bind(statement, index, strcmp(json, "null") == 0 ? NULL : text);
}

/* Texts live in the arena, longer than the statement runs. */
static int node_bind(sqlite3_stmt *statement, int index, const struct doc *node)
{
	if (doc_is_object(node) || doc_is_array(node))
		return text_bind(statement, index, doc_canonical(node));
	if (doc_is_number(node))
		return sqlite3_bind_int64(statement, index, doc_number(node));
	if (doc_is_true(node))
		return sqlite3_bind_int64(statement, index, 1);
	return scalar_bind(statement, index, node);
}

static int value_bind(sqlite3_stmt *statement, int index, const struct db_value *value)
{
	if (value->kind == DB_INT)
		return sqlite3_bind_int64(statement, index, value->number);
	return text_bind(statement, index, value->kind == DB_TEXT ? value->text : NULL);
}

/* True when one of the values says what `name` is; a document says it of every name. */
static bool parameter_bind(sqlite3_stmt *statement, int index, const char *name, const struct db_value *values)
{
	bool has_document = false;
	for (const struct db_value *value = values; value->kind != DB_END; value++) {
		if (value->kind == DB_DOC)
			has_document = true;
		else if (strcmp(value->name, name) == 0)
			return value_bind(statement, index, value) == SQLITE_OK;
	}
	for (const struct db_value *value = values; value->kind != DB_END; value++)
		if (value->kind == DB_DOC && doc_has(value->doc, name))
			return node_bind(statement, index, doc_get(value->doc, name)) == SQLITE_OK;
	return has_document; /* unbound is NULL */
}

static bool parameters_bind(struct db *db, sqlite3_stmt *statement, const struct db_value *values)
{
	for (int index = sqlite3_bind_parameter_count(statement); index > 0; index--) {
		const char *name = sqlite3_bind_parameter_name(statement, index);
		if (name && parameter_bind(statement, index, name + 1, values ? values : DB_NONE))
			continue;
		fault_set(db, arena_text("no value for parameter %s", name ? name : "?"), sqlite3_sql(statement));
		return false;
	}
	return true;
}

sqlite3_stmt *statement_begin(struct db *db, const char *sql, const struct db_value *values)
{
	if (fault_is_set(db))
		return NULL;
	sqlite3_stmt *statement = statement_find(db, sql);
	if (!statement || parameters_bind(db, statement, values))
		return statement;
	sqlite3_clear_bindings(statement);
	return NULL;
}

bool statement_step(struct db *db, sqlite3_stmt *statement)
{
	int code = sqlite3_step(statement);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		fault_take(db, sqlite3_sql(statement));
	return code == SQLITE_ROW;
}

void statement_end(struct db *db, sqlite3_stmt *statement)
{
	if (!statement)
		return;
	while (!sqlite3_stmt_readonly(statement) && sqlite3_stmt_busy(statement))
		statement_step(db, statement);
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
}
