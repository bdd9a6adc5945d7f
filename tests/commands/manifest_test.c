/* Twin of src/commands/manifest.c. */
#include "commands/manifest.h"

#include "base/arena.h"
#include "support/test.h"

#include <stdio.h>

static void file_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "we");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

/* A folder with kyodo.db and its manifest. */
static const char *folder_make(void)
{
	const char *folder = test_folder();
	const struct archive_item item = {"kyodo.db", arena_text("%s/kyodo.db", folder)};
	file_write(item.path, "data");
	file_write(arena_text("%s/manifest", folder), manifest_text(&item, 1, 7));
	return folder;
}

TEST(manifest_of_untouched_files_holds)
{
	const char *folder = folder_make();
	assert_string_equal(manifest_check(folder), "");
	assert_int_equal(manifest_schema(folder), 7);
}

TEST(manifest_tells_a_changed_file)
{
	const char *folder = folder_make();
	file_write(arena_text("%s/kyodo.db", folder), "dada");
	assert_string_equal(manifest_check(folder), "kyodo.db is not what the manifest says");
}

TEST(manifest_tells_a_missing_file)
{
	const char *folder = folder_make();
	remove(arena_text("%s/kyodo.db", folder));
	assert_string_equal(manifest_check(folder), "kyodo.db is missing");
}

TEST(manifest_of_something_else_is_refused)
{
	const char *folder = test_folder();
	assert_string_not_equal(manifest_check(folder), "");
	file_write(arena_text("%s/manifest", folder), "kyodo-backup 1\nschema 1\n");
	assert_string_equal(manifest_check(folder), "there is no kyodo.db in it");
	assert_int_equal(manifest_schema(test_folder()), -1);
}
