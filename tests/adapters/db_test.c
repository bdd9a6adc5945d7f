/* The store: values in and out, faults, transactions between processes, copies and checks. */
#include "support/test.h"

#include "adapters/db.h"
#include "base/arena.h"
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char *const schema =
	"CREATE TABLE town (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER, on_day TEXT, more TEXT) STRICT;"
	"CREATE TABLE park (id INTEGER PRIMARY KEY, town_id INTEGER NOT NULL REFERENCES town (id)) STRICT;";

static struct db *memory_db(void)
{
	struct db *db = db_open(":memory:", DB_WRITER);
	assert_true(db_script(db, schema));
	return db;
}

static int64_t town_add(struct db *db, const char *name)
{
	return db_int(db, "INSERT INTO town (name, size) VALUES (:name, 3) RETURNING id", DB(V_TEXT("name", name)));
}

static int64_t town_count(struct db *db)
{
	return db_int(db, "SELECT count(*) FROM town", DB_NONE);
}

TEST(values_come_back_as_they_went_in)
{
	struct db *db = memory_db();
	assert_int_equal(town_add(db, "日野"), 1);
	assert_int_equal(town_add(db, "立川"), 2);
	struct doc *rows = db_rows(db, "SELECT id, name, more, 1.5 AS real FROM town ORDER BY id", DB_NONE);
	assert_int_equal(doc_count(rows), 2);
	assert_string_equal(doc_canonical(doc_first(rows)), "{\"id\":1,\"more\":\"\",\"name\":\"日野\",\"real\":\"1.5\"}");
	assert_true(doc_is_number(doc_get(doc_first(rows), "id")));
	assert_int_equal(db_run(db, "UPDATE town SET size = :size", DB(V_INT("size", 9))), 2);
	assert_int_equal(db_run(db, "DELETE FROM town WHERE id = :id", DB(V_INT("id", 77))), 0);
	assert_int_equal(db_run(db, "SELECT 1", DB_NONE), 0);
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(nothing_found_is_an_empty_answer)
{
	struct db *db = memory_db();
	assert_null(db_row(db, "SELECT * FROM town", DB_NONE));
	assert_int_equal(doc_count(db_rows(db, "SELECT * FROM town", DB_NONE)), 0);
	assert_int_equal(db_int(db, "SELECT id FROM town", DB_NONE), 0);
	assert_null(db_text(db, "SELECT name FROM town", DB_NONE));
	town_add(db, "日野");
	assert_string_equal(db_text(db, "SELECT more FROM town", DB_NONE), "");
	assert_string_equal(db_text(db, "SELECT size FROM town", DB_NONE), "3");
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(ids_and_days_may_be_none)
{
	struct db *db = memory_db();
	const char *sql = "SELECT (:a IS NULL) || (:b IS NULL) || (:c IS NULL) || (:d IS NULL) || (:e IS NULL) || :f";
	char *answer = db_text(
		db, sql, DB(V_ID("a", 0), V_ID("b", 5), V_DAY("c", DAY_NONE), V_DAY("d", 0), V_TEXT("e", NULL), V_DAY("f", 20544)));
	assert_string_equal(answer, "101012026-04-01");
	db_close(db);
}

TEST(a_document_fills_the_parameters_not_named)
{
	struct db *db = memory_db();
	struct doc *form = doc_object();
	doc_set_text(doc_set_text(form, "a", "x"), "b", "");
	doc_set_bool(doc_set_bool(form, "c", true), "d", false);
	doc_set(doc_set_int(doc_set_text(form, "e", "false"), "f", 12), "g", doc_parse("[1,{\"z\":1,\"a\":null}]"));
	doc_set(form, "h", doc_parse("null"));
	const char *sql = "SELECT :a || '|' || :b || '|' || typeof(:c) || :c || '|' || :d || '|' || :e || '|' || typeof(:f) || :f"
			  " || '|' || :g || '|' || (:h IS NULL) || '|' || (:missing IS NULL)";
	assert_string_equal(db_text(db, sql, DB(V_DOC(form))), "x||integer1|0|false|integer12|[1,{\"a\":null,\"z\":1}]|1|1");
	assert_string_equal(db_text(db, "SELECT :a || :f", DB(V_DOC(form), V_TEXT("a", "own"))), "own12");
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(bindings_do_not_stay)
{
	struct db *db = memory_db();
	const char *sql = "SELECT coalesce(:a, 'none')";
	assert_string_equal(db_text(db, sql, DB(V_TEXT("a", "x"))), "x");
	assert_string_equal(db_text(db, sql, DB(V_DOC(doc_object()))), "none");
	db_close(db);
}

TEST(a_missing_parameter_is_a_fault)
{
	struct db *db = memory_db();
	assert_int_equal(db_int(db, "SELECT :a + :forgotten", DB(V_INT("a", 1))), 0);
	assert_non_null(strstr(db_fault(db), ":forgotten"));
	db_rollback(db);
	assert_int_equal(db_int(db, "SELECT ?", DB(V_INT("a", 1))), 0);
	assert_non_null(strstr(db_fault(db), "no value"));
	db_close(db);
}

TEST(a_fault_sticks_until_the_rollback)
{
	struct db *db = memory_db();
	assert_true(db_begin(db, 0));
	town_add(db, "日野");
	assert_int_equal(town_add(db, "日野"), 0);
	assert_non_null(strstr(db_fault(db), "UNIQUE"));
	assert_int_equal(town_count(db), 0);
	assert_int_equal(doc_count(db_rows(db, "SELECT 1", DB_NONE)), 0);
	assert_null(db_row(db, "SELECT 1", DB_NONE));
	assert_null(db_text(db, "SELECT 1", DB_NONE));
	assert_int_equal(db_run(db, "DELETE FROM town", DB_NONE), 0);
	assert_false(db_script(db, "DELETE FROM town"));
	db_fail(db, "a later one");
	assert_non_null(strstr(db_fault(db), "UNIQUE"));
	assert_false(db_commit(db));
	db_rollback(db);
	assert_string_equal(db_fault(db), "");
	assert_int_equal(town_count(db), 0);
	db_close(db);
}

TEST(a_statement_is_exactly_one)
{
	struct db *db = memory_db();
	db_run(db, "DELETE FROM town; DELETE FROM park", DB_NONE);
	assert_non_null(strstr(db_fault(db), "one statement"));
	db_rollback(db);
	db_run(db, "", DB_NONE);
	assert_string_not_equal(db_fault(db), "");
	db_rollback(db);
	db_run(db, "DELETE FROM town;\n", DB_NONE);
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(double_quotes_are_names_not_texts)
{
	struct db *db = memory_db();
	db_text(db, "SELECT \"nothing\"", DB_NONE);
	assert_string_not_equal(db_fault(db), "");
	db_close(db);
}

TEST(foreign_keys_are_kept)
{
	struct db *db = memory_db();
	assert_int_equal(db_int(db, "INSERT INTO park (town_id) VALUES (5) RETURNING id", DB_NONE), 0);
	assert_non_null(strstr(db_fault(db), "FOREIGN KEY"));
	db_close(db);
}

TEST(more_texts_than_the_cache_holds)
{
	struct db *db = memory_db();
	for (int i = 0; i < 2500; i++)
		assert_int_equal(db_int(db, arena_text("SELECT %d", i), DB_NONE), i);
	assert_string_equal(db_fault(db), "");
	db_close(db);
}

TEST(a_part_can_be_undone_alone)
{
	struct db *db = memory_db();
	assert_true(db_begin(db, 0));
	db_savepoint(db);
	town_add(db, "日野");
	db_savepoint_keep(db);
	db_savepoint(db);
	town_add(db, "立川");
	town_add(db, "日野");
	assert_string_not_equal(db_fault(db), "");
	db_savepoint_undo(db);
	assert_string_equal(db_fault(db), "");
	town_add(db, "国立");
	assert_true(db_commit(db));
	assert_int_equal(town_count(db), 2);
	db_close(db);
}

TEST(an_earlier_fault_is_not_undone_by_a_part)
{
	struct db *db = memory_db();
	assert_true(db_begin(db, 0));
	db_fail(db, "before");
	db_savepoint(db);
	db_savepoint_undo(db);
	assert_string_equal(db_fault(db), "before");
	db_rollback(db);
	assert_true(db_begin(db, 0));
	db_savepoint(db);
	town_add(db, "日野");
	db_savepoint(db);
	db_fail(db, "inside");
	db_savepoint_keep(db);
	db_savepoint_undo(db);
	assert_string_equal(db_fault(db), "");
	assert_int_equal(town_count(db), 0);
	town_add(db, "立川");
	assert_true(db_commit(db));
	db_savepoint(db);
	assert_string_not_equal(db_fault(db), "");
	db_close(db);
}

TEST(a_commit_that_fails_says_so)
{
	struct db *db = memory_db();
	db_script(
		db,
		"CREATE TABLE bench (id INTEGER PRIMARY KEY, park_id INTEGER REFERENCES park (id) DEFERRABLE INITIALLY DEFERRED)");
	assert_true(db_begin(db, 0));
	db_run(db, "INSERT INTO bench (park_id) VALUES (4)", DB_NONE);
	assert_string_equal(db_fault(db), "");
	assert_false(db_commit(db));
	assert_string_not_equal(db_fault(db), "");
	assert_true(db_begin(db, 0));
	assert_false(db_begin(db, 0));
	assert_non_null(strstr(db_fault(db), "inside"));
	db_rollback(db);
	db_commit(db);
	assert_string_not_equal(db_fault(db), "");
	db_close(db);
}

static const char *file_path(const char *name)
{
	return arena_text("%s/%s", test_folder(), name);
}

TEST(a_reader_reads_and_cannot_write)
{
	const char *path = file_path("kyodo.db");
	assert_null(db_open(path, DB_READER));
	struct db *writer = db_open(path, DB_WRITER);
	assert_non_null(writer);
	assert_true(db_script(writer, schema));
	town_add(writer, "日野");
	struct db *reader = db_open(path, DB_READER);
	assert_true(db_begin(reader, 0));
	assert_int_equal(town_count(reader), 1);
	town_add(writer, "立川");
	assert_int_equal(town_count(reader), 1);
	assert_true(db_commit(reader));
	assert_int_equal(town_count(reader), 2);
	assert_int_equal(town_add(reader, "国立"), 0);
	assert_non_null(strstr(db_fault(reader), "readonly"));
	assert_string_equal(db_text(writer, "PRAGMA journal_mode", DB_NONE), "wal");
	assert_int_equal(db_int(writer, "PRAGMA synchronous", DB_NONE), 2);
	db_close(reader);
	db_close(writer);
}

TEST(a_new_store_is_its_owners_alone)
{
	const char *path = file_path("kyodo.db");
	db_close(db_open(path, DB_WRITER));
	struct stat file;
	assert_int_equal(stat(path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
}

TEST(what_is_no_store_is_refused)
{
	const char *path = file_path("kyodo.db");
	FILE *file = fopen(path, "w");
	for (int i = 0; i < 500; i++)
		fputs("this is no database. ", file);
	fclose(file);
	assert_null(db_open(path, DB_WRITER));
	assert_null(db_open(path, DB_READER));
	assert_null(db_open("/nowhere/at/all.db", DB_WRITER));
}

TEST(one_writer_at_a_time)
{
	const char *path = file_path("kyodo.db");
	struct db *first = db_open(path, DB_WRITER);
	struct db *second = db_open(path, DB_WRITER);
	db_script(first, schema);
	assert_true(db_begin(first, 100));
	assert_false(db_begin(second, 20));
	assert_string_equal(db_fault(second), "");
	town_add(first, "日野");
	assert_true(db_commit(first));
	assert_true(db_begin(second, 20));
	db_rollback(second);
	assert_true(db_begin(first, 20));
	db_rollback(first);
	assert_int_equal(town_count(second), 1);
	db_close(first);
	db_close(second);
}

static void writer_run(const char *path, int rows)
{
	struct db *db = db_open(path, DB_WRITER);
	for (int i = 0; i < rows; i++) {
		if (!db || !db_begin(db, 5000))
			_exit(1);
		town_add(db, arena_text("%d-%d", (int)getpid(), i));
		if (!db_commit(db))
			_exit(2);
	}
	_exit(0);
}

static void writers_wait(int count)
{
	for (int i = 0; i < count; i++) {
		int status = 1;
		wait(&status);
		assert_int_equal(status, 0);
	}
}

TEST(a_copy_is_whole_while_others_write)
{
	const char *path = file_path("kyodo.db");
	struct db *db = db_open(path, DB_WRITER);
	db_script(db, schema);
	db_begin(db, 100);
	for (int i = 0; i < 3000; i++)
		town_add(db, arena_text("%0500d", i));
	db_commit(db);
	db_close(db);
	for (int i = 0; i < 3; i++)
		if (fork() == 0)
			writer_run(path, 60);
	struct db *reader = db_open(path, DB_READER);
	const char *copy = arena_text("%s.copy", path);
	assert_true(db_backup(reader, copy));
	assert_true(db_backup(reader, copy));
	writers_wait(3);
	assert_int_equal(town_count(reader), 3180);
	struct db *restored = db_open(copy, DB_READER);
	assert_string_equal(db_check(restored), "");
	assert_true(town_count(restored) >= 3000);
	assert_false(db_backup(reader, "/nowhere/at/all"));
	db_close(restored);
	db_close(reader);
}

TEST(the_check_finds_orphans)
{
	struct db *db = memory_db();
	assert_string_equal(db_check(db), "");
	db_script(db, "PRAGMA foreign_keys = OFF; INSERT INTO park (town_id) VALUES (7)");
	assert_string_equal(db_check(db), "foreign key: park row 1 has no town");
	db_close(db);
}

static void plan_look(const char *sql, const char *plan, void *context)
{
	if (strcmp(sql, "SELECT name FROM town WHERE size = :plan_test") == 0 && strstr(plan, "SCAN town"))
		++*(int *)context;
	if (strcmp(sql, "SELECT name FROM town WHERE id = :plan_test") == 0 && strstr(plan, "SEARCH town"))
		++*(int *)context;
}

TEST(plans_of_all_texts_are_told)
{
	struct db *db = memory_db();
	db_text(db, "SELECT name FROM town WHERE size = :plan_test", DB(V_INT("plan_test", 1)));
	db_text(db, "SELECT name FROM town WHERE id = :plan_test", DB(V_INT("plan_test", 1)));
	db_text(db, "SELECT name FROM town WHERE id = :plan_test", DB(V_INT("plan_test", 2)));
	int found = 0;
	db_plans(db, plan_look, &found);
	assert_int_equal(found, 2);
	db_close(db);
}
