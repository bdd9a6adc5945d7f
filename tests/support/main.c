/* Runs the registered tests, forgets each one's memory, and ends with "N passed, N failed". */
#include "support/test.h"

#include "adapters/doc.h"
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_TESTS = 4000 };

static struct CMUnitTest tests[MOST_TESTS];
static const char *files[MOST_TESTS];
static size_t count;
static char folders[256][64];
static size_t folder_count;

static int test_forget(void **state)
{
	(void)state;
	arena_reset();
	return 0;
}

void test_register(const char *file, const char *name, void (*run)(void **state))
{
	if (count == MOST_TESTS)
		abort();
	files[count] = file;
	tests[count++] = (struct CMUnitTest){.name = name, .test_func = run, .teardown_func = test_forget};
}

const char *test_root(void)
{
	const char *root = getenv("KYODO_ROOT");
	return root ? root : ".";
}

const char *test_folder(void)
{
	char *folder = folders[folder_count++ % 256];
	strcpy(folder, "/tmp/kyodo-test-XXXXXX");
	return mkdtemp(folder);
}

static void folders_remove(void)
{
	char command[128];
	for (size_t i = 0; i < folder_count && i < 256; i++) {
		snprintf(command, sizeof command, "rm -rf %s", folders[i]);
		if (system(command) != 0)
			fprintf(stderr, "could not remove %s\n", folders[i]);
	}
}

static int test_is_wanted(size_t index, int argc, char **argv)
{
	char whole[512];
	snprintf(whole, sizeof whole, "%s:%s", files[index], tests[index].name);
	for (int i = 1; i < argc; i++)
		if (strstr(whole, argv[i]))
			return 1;
	return argc == 1;
}

int main(int argc, char **argv)
{
	static struct CMUnitTest wanted[MOST_TESTS];
	size_t number = 0;
	for (size_t i = 0; i < count; i++)
		if (test_is_wanted(i, argc, argv))
			wanted[number++] = tests[i];
	doc_begin();
	if (!getenv("CMOCKA_MESSAGE_OUTPUT"))
		setenv("CMOCKA_MESSAGE_OUTPUT", "TAP", 1);
	int failed = _cmocka_run_group_tests("kyodo", wanted, number, NULL, NULL);
	folders_remove();
	fflush(stdout);
	printf("%zu passed, %d failed\n", number - (size_t)(failed < 0 ? 0 : failed), failed);
	return failed || !number ? 1 : 0;
}
