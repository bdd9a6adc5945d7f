/* Twin of src/commands/store_schema.c. */
#include "commands/store_schema.h"

#include "commands/migrations.h"
#include "support/test.h"

static const char schema[] = "CREATE TABLE a (\n\tid INTEGER PRIMARY KEY,\n\tname TEXT\n) STRICT;\nCREATE INDEX a_name ON a (name);";

TEST(schema_is_made_with_its_version)
{
	struct db *db = db_open(":memory:", DB_WRITER);
	assert_int_equal(schema_version_find(db), 0);
	assert_true(schema_insert(db, schema));
	assert_int_equal(schema_version_find(db), SCHEMA_VERSION);
	assert_int_equal(doc_count(schema_list(db)), 2);
	db_close(db);
}

TEST(schema_comparison_forgives_white_space_and_nothing_else)
{
	struct db *db = db_open(":memory:", DB_WRITER);
	assert_true(schema_insert(db, schema));
	assert_string_equal(schema_compare(db, "CREATE TABLE a ( id INTEGER PRIMARY KEY,  name TEXT ) STRICT; CREATE INDEX a_name ON a (name);"), "");
	assert_string_equal(schema_compare(db, "CREATE TABLE a (\n\tid INTEGER PRIMARY KEY,\n\tname TEXT\n) STRICT;"), "index a_name is not as schema.sql says");
	assert_string_not_equal(schema_compare(db, "nonsense"), "");
	db_close(db);
}

TEST(schema_that_cannot_be_run_is_a_fault)
{
	struct db *db = db_open(":memory:", DB_WRITER);
	assert_false(schema_insert(db, "CREATE TABLE"));
	assert_string_not_equal(db_fault(db), "");
	db_close(db);
}
