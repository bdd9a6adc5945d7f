/* The statements about the schema as a whole. */
#include "commands/store_schema.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/config.h"
#include "commands/migrations.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

int schema_version_find(struct db *db)
{
	return (int)db_int(db, "PRAGMA user_version", DB_NONE);
}

void schema_version_update(struct db *db, int version)
{
	db_script(db, arena_text("PRAGMA user_version = %d", version));
}

bool schema_insert(struct db *db, const char *sql)
{
	if (!db_script(db, sql))
		return false;
	schema_version_update(db, SCHEMA_VERSION);
	return !*db_fault(db);
}

/* One blank for any run of white space, so that a re-indented schema.sql is still the same schema. */
static const char *text_even(const char *text)
{
	struct buffer out = {0};
	for (const char *at = text; *at; at++) {
		bool is_space = isspace((unsigned char)*at);
		if (!is_space)
			buffer_add_part(&out, at, 1);
		else if (!isspace((unsigned char)at[1]))
			buffer_add(&out, " ");
	}
	return buffer_text(&out);
}

struct doc *schema_list(struct db *db)
{
	struct doc *rows = db_rows(db,
	                           "SELECT type, name, sql\n"
	                           "FROM sqlite_schema\n"
	                           "WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'\n"
	                           "ORDER BY type, name",
	                           DB_NONE);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_set_text(row, "sql", text_even(doc_text(row, "sql")));
	return rows;
}

static const char *thing_name(const struct doc *row)
{
	return arena_text("%s %s", doc_text(row, "type"), doc_text(row, "name"));
}

/* Both are sorted: the smaller name of the first pair that differs is what is missing, or strange, or another. */
static char *difference(const struct doc *is, const struct doc *wanted)
{
	const struct doc *a = doc_first(is);
	const struct doc *b = doc_first(wanted);
	while (a && b && doc_equal(a, b)) {
		a = doc_next(a);
		b = doc_next(b);
	}
	if (!a && !b)
		return arena_copy("");
	const char *has = a ? thing_name(a) : "~";
	const char *needs = b ? thing_name(b) : "~";
	return arena_text("%s is not as schema.sql says", strcmp(has, needs) < 0 ? has : needs);
}

char *schema_compare(struct db *db, const char *sql)
{
	struct db *model = db_open(":memory:", DB_WRITER);
	if (!model)
		return arena_copy("no memory for a model of the schema");
	char *complaint = db_script(model, sql) ? difference(schema_list(db), schema_list(model)) : arena_copy(db_fault(model));
	db_close(model);
	return complaint;
}

char *schema_read(void)
{
	const char *path = arena_text("%s/schema.sql", config("root"));
	FILE *file = fopen(path, "re");
	if (!file) {
		fprintf(stderr, "kyodo: cannot read %s: %s\nKYODO_ROOT names the folder with templates and schema.sql.\n", path, strerror(errno));
		return NULL;
	}
	struct buffer text = {0};
	char part[8192];
	for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
		buffer_add_part(&text, part, got);
	fclose(file);
	return arena_copy(buffer_text(&text));
}
