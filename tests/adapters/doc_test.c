/* Tests of documents: building, reading, printing. */
#include "support/test.h"

#include "adapters/doc.h"
#include "base/arena.h"

#include <string.h>

TEST(doc_reads_what_was_set)
{
	struct doc *group = doc_object();
	doc_set_text(group, "name", "みどりの会");
	doc_set_int(group, "members", 12);
	doc_set_bool(group, "is_open", true);
	assert_string_equal(doc_text(group, "name"), "みどりの会");
	assert_string_equal(doc_text(group, "members"), "12");
	assert_int_equal(doc_int(group, "members"), 12);
	assert_true(doc_bool(group, "is_open"));
	assert_true(doc_has(group, "name"));
	assert_false(doc_has(group, "nothing"));
}

TEST(doc_set_replaces_and_keeps_the_order)
{
	struct doc *doc = doc_object();
	doc_set_text(doc_set_text(doc, "a", "1"), "b", "2");
	doc_set_text(doc, "a", "3");
	assert_string_equal(doc_canonical(doc), "{\"a\":\"3\",\"b\":\"2\"}");
	doc_remove(doc, "a");
	doc_remove(doc, "a");
	assert_string_equal(doc_canonical(doc), "{\"b\":\"2\"}");
}

TEST(doc_copies_texts_and_keys)
{
	char key[] = "name", text[] = "before";
	struct doc *doc = doc_set_text(doc_object(), key, text);
	strcpy(key, "x");
	strcpy(text, "after");
	assert_string_equal(doc_text(doc, "name"), "before");
}

TEST(doc_accepts_null_everywhere)
{
	assert_null(doc_get(NULL, "a"));
	assert_string_equal(doc_text(NULL, "a"), "");
	assert_int_equal(doc_int(NULL, "a"), 0);
	assert_null(doc_set_text(NULL, "a", "b"));
	assert_null(doc_first(NULL));
	assert_null(doc_next(NULL));
	assert_int_equal(doc_count(NULL), 0);
	assert_string_equal(doc_key(NULL), "");
	assert_false(doc_is_shown(NULL));
	assert_null(doc_copy(NULL));
	assert_true(doc_equal(NULL, NULL));
	assert_null(doc_parse(NULL));
	doc_push(NULL, NULL);
	doc_remove(NULL, "a");
	struct doc *doc = doc_set_text(doc_object(), "a", NULL);
	assert_string_equal(doc_canonical(doc), "{\"a\":\"\"}");
	assert_string_equal(doc_json(NULL), "null");
}

TEST(doc_walks_children)
{
	struct doc *list = doc_array();
	doc_push_text(list, "one");
	doc_push_text(list, "two");
	char all[32] = "";
	for (struct doc *row = doc_first(list); row; row = doc_next(row))
		strcat(all, doc_value(row));
	assert_string_equal(all, "onetwo");
	assert_int_equal(doc_count(list), 2);
	struct doc *object = doc_set(doc_object(), "list", list);
	assert_string_equal(doc_key(doc_first(object)), "list");
	assert_string_equal(doc_key(doc_first(list)), "");
}

TEST(doc_numbers_are_whole_and_large)
{
	struct doc *doc = doc_object();
	doc_set_int(doc, "yen", 123456789012);
	doc_set_int(doc, "minus", -5);
	doc_set_text(doc, "typed", "42");
	doc_set_text(doc, "words", "42 yen");
	assert_int_equal(doc_int(doc, "yen"), 123456789012);
	assert_string_equal(doc_text(doc, "yen"), "123456789012");
	assert_int_equal(doc_int(doc, "minus"), -5);
	assert_int_equal(doc_int(doc, "typed"), 42);
	assert_int_equal(doc_int(doc, "words"), 0);
	assert_true(doc_is_number(doc_get(doc, "yen")));
	assert_false(doc_is_number(doc_get(doc, "typed")));
	assert_string_equal(doc_value(doc_parse("1.5")), "1.5");
}

TEST(doc_shows_what_is_not_empty)
{
	struct doc *doc = doc_parse("{\"t\":true,\"f\":false,\"n\":null,\"z\":0,\"o\":1,\"e\":\"\",\"s\":\"x\",\"a\":[],\"b\":[0],\"m\":{}}");
	const char *shown[] = {"t", "o", "s", "b"}, *hidden[] = {"f", "n", "z", "e", "a", "m", "missing"};
	for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
		assert_true(doc_is_shown(doc_get(doc, shown[i])));
	for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
		assert_false(doc_is_shown(doc_get(doc, hidden[i])));
	assert_true(doc_is_true(doc_get(doc, "t")));
	assert_false(doc_is_true(doc_get(doc, "o")));
	assert_false(doc_bool(doc, "b"));
}

TEST(doc_json_writes_for_programs)
{
	struct doc *doc = doc_object();
	doc_set_text(doc, "name", "<b>\"木\"\n");
	doc_set_int(doc, "created_at", 1775001600);
	doc_set_int(doc, "at", 1775001600);
	doc_set_int(doc, "closed_at", 0);
	doc_set_text(doc, "held_on", "");
	doc_set_text(doc, "parent_id", "");
	doc_set_text(doc, "note", "");
	doc_set_int(doc, "count", 0);
	assert_string_equal(doc_json(doc), "{\"name\":\"\\u003cb>\\\"木\\\"\\n\",\"created_at\":\"2026-04-01T09:00:00+09:00\",\"at\":\"2026-04-01T09:00:00+09:00\","
	                                   "\"closed_at\":null,\"held_on\":null,\"parent_id\":null,\"note\":\"\",\"count\":0}");
	assert_int_equal(doc_int(doc, "created_at"), 1775001600);
}

TEST(doc_canonical_sorts_all_keys)
{
	struct doc *doc = doc_parse(" { \"b\" : [ {\"z\":1, \"a\":2} , 3 ], \"a_at\": 1775001600, \"c\": {\"y\":{\"d\":null,\"b\":true}} } ");
	assert_string_equal(doc_canonical(doc), "{\"a_at\":1775001600,\"b\":[{\"a\":2,\"z\":1},3],\"c\":{\"y\":{\"b\":true,\"d\":null}}}");
	assert_string_equal(doc_canonical(doc_parse("{}")), "{}");
	assert_string_equal(doc_key(doc_first(doc)), "b");
}

TEST(doc_copy_is_apart)
{
	struct doc *doc = doc_parse("{\"a\":{\"b\":1}}");
	struct doc *copy = doc_copy(doc);
	assert_true(doc_equal(doc, copy));
	doc_set_int(doc_get(copy, "a"), "b", 2);
	assert_false(doc_equal(doc, copy));
	assert_int_equal(doc_int(doc_get(doc, "a"), "b"), 1);
}

TEST(doc_parse_refuses_what_is_not_json)
{
	const char *wrong[] = {"", "{", "{\"a\":1} x", "nothing", "[1,]"};
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		assert_null(doc_parse(wrong[i]));
	assert_non_null(doc_parse("[1]\n"));
}

TEST(doc_survives_many_nodes_and_a_reset)
{
	struct doc *list = doc_array();
	for (int i = 0; i < 20000; i++)
		doc_push(list, doc_set_int(doc_object(), "number", i));
	assert_int_equal(doc_count(list), 20000);
	arena_reset();
	assert_int_equal(doc_int(doc_set_int(doc_object(), "a", 7), "a"), 7);
}
