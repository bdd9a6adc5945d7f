/* The arena: zeroed, aligned, forgotten at once. */
#include "support/test.h"

#include "base/arena.h"

#include <string.h>

TEST(arena_gives_zeroed_and_aligned_memory)
{
	for (size_t size = 1; size < 100; size += 7) {
		char *memory = arena_alloc(size);
		assert_int_equal((uintptr_t)memory % 16, 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(memory[i], 0);
		memset(memory, 0xFF, size);
	}
}

TEST(arena_zeroes_again_what_it_kept)
{
	memset(arena_alloc(5000), 0xFF, 5000);
	arena_reset();
	char *memory = arena_alloc(5000);
	for (int i = 0; i < 5000; i++)
		assert_int_equal(memory[i], 0);
}

TEST(arena_copies)
{
	assert_string_equal(arena_copy("協働"), "協働");
	assert_string_equal(arena_copy(NULL), "");
	assert_string_equal(arena_copy_part("協働の窓口", 6), "協働");
	assert_string_equal(arena_copy_part(NULL, 0), "");
}

TEST(arena_formats_texts_of_any_length)
{
	assert_string_equal(arena_text("%d件の%s", 3, "提案"), "3件の提案");
	assert_int_equal(strlen(arena_text("%100000d", 1)), 100000);
}

TEST(arena_gives_more_than_a_block)
{
	char *large = arena_alloc(3 * 1024 * 1024);
	large[3 * 1024 * 1024 - 1] = 'x';
	assert_true(arena_owns(large + 100));
	arena_reset();
	assert_int_equal(arena_used(), 0);
}

TEST(arena_knows_its_own)
{
	char stranger;
	assert_true(arena_owns(arena_alloc(8)));
	assert_false(arena_owns(&stranger));
}

TEST(arena_counts_what_it_gave)
{
	size_t before = arena_used();
	arena_alloc(100);
	assert_true(arena_used() - before >= 100);
}
