/* The buffer: grows, stays terminated. */
#include "support/test.h"

#include "base/buffer.h"

#include <string.h>

TEST(buffer_starts_empty)
{
	struct buffer buffer = {0};
	assert_string_equal(buffer_text(&buffer), "");
}

TEST(buffer_adds_texts_parts_and_formats)
{
	struct buffer buffer = {0};
	buffer_add(&buffer, "市民");
	buffer_add_part(&buffer, "と行政", 3);
	buffer_addf(&buffer, "%s%d", "市", 12);
	assert_string_equal(buffer_text(&buffer), "市民と市12");
	assert_int_equal(buffer.length, strlen("市民と市12"));
}

TEST(buffer_grows_far)
{
	struct buffer buffer = {0};
	for (int i = 0; i < 20000; i++)
		buffer_addf(&buffer, "%05d", i);
	assert_int_equal(buffer.length, 100000);
	assert_string_equal(buffer.text + 99990, "1999819999");
}

TEST(buffer_takes_bytes_as_they_are)
{
	struct buffer buffer = {0};
	buffer_add_part(&buffer, "a\0b", 3);
	buffer_add(&buffer, "");
	assert_int_equal(buffer.length, 3);
	assert_memory_equal(buffer.text, "a\0b", 4);
}
