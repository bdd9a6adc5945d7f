/* Twin of src/adapters/archive.c. */
#include "adapters/archive.h"

#include "base/arena.h"
#include "support/test.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void file_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "we");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static char *file_read(const char *path)
{
	char *text = arena_alloc(256);
	FILE *file = fopen(path, "re");
	assert_non_null(file);
	text[fread(text, 1, 255, file)] = '\0';
	fclose(file);
	return text;
}

TEST(archive_gives_back_what_was_packed)
{
	const char *from = test_folder();
	const char *to = test_folder();
	file_write(arena_text("%s/a", from), "first");
	file_write(arena_text("%s/b", from), "");
	const struct archive_item items[] = {{"a", arena_text("%s/a", from)}, {"files/資料/b", arena_text("%s/b", from)}};
	const char *tar = arena_text("%s/x.tar", from);
	assert_true(archive_pack(tar, items, 2));
	struct stat info;
	assert_int_equal(stat(tar, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0600);
	assert_true(archive_unpack(tar, to));
	assert_string_equal(file_read(arena_text("%s/a", to)), "first");
	assert_string_equal(file_read(arena_text("%s/files/資料/b", to)), "");
	assert_false(archive_unpack(tar, to)); /* never over what is there */
}

TEST(archive_packs_nothing_if_a_file_is_missing)
{
	const char *folder = test_folder();
	const struct archive_item item = {"a", arena_text("%s/missing", folder)};
	const char *tar = arena_text("%s/x.tar", folder);
	assert_false(archive_pack(tar, &item, 1));
	assert_int_not_equal(access(tar, F_OK), 0);
}

TEST(archive_refuses_names_that_climb)
{
	const char *from = test_folder();
	const char *to = test_folder();
	file_write(arena_text("%s/a", from), "x");
	const char *names[] = {"../evil", "/tmp/kyodo-evil", "a/../../evil"};
	for (int i = 0; i < 3; i++) {
		const struct archive_item item = {names[i], arena_text("%s/a", from)};
		const char *tar = arena_text("%s/%d.tar", from, i);
		assert_true(archive_pack(tar, &item, 1));
		assert_false(archive_unpack(tar, to));
	}
	assert_int_not_equal(access("/tmp/kyodo-evil", F_OK), 0);
}

TEST(archive_refuses_what_is_no_archive)
{
	const char *folder = test_folder();
	file_write(arena_text("%s/x.tar", folder), "this is no archive at all");
	assert_false(archive_unpack(arena_text("%s/x.tar", folder), folder));
	assert_false(archive_unpack(arena_text("%s/missing.tar", folder), folder));
}
