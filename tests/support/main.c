/* Runs the registered tests, each file in a process of its own, and ends with "N passed, N failed". */
#include "support/test.h"

#include "adapters/doc.h"
#include "base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
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

/* The tests of one file run in a process of their own, so that no file's settings, clock or texts reach another's. */
static int file_run(const char *file, int argc, char **argv)
{
	static struct CMUnitTest wanted[MOST_TESTS];
	size_t number = 0;
	for (size_t i = 0; i < count; i++)
		if (strcmp(files[i], file) == 0 && test_is_wanted(i, argc, argv))
			wanted[number++] = tests[i];
	if (number == 0)
		return 0;
	doc_begin();
	int failed = _cmocka_run_group_tests(file, wanted, number, NULL, NULL);
	folders_remove();
	fflush(stdout);
	return failed < 0 ? 1 : failed;
}

struct child {
	pid_t pid;
	const char *file;
	FILE *output;
};

static struct child child_start(const char *file, int argc, char **argv)
{
	struct child child = {.file = file, .output = tmpfile()};
	fflush(stdout);
	child.pid = fork();
	if (child.pid != 0)
		return child;
	dup2(fileno(child.output), STDOUT_FILENO);
	dup2(fileno(child.output), STDERR_FILENO);
	int failed = file_run(file, argc, argv);
	exit(failed > 100 ? 100 : failed);
}

static size_t wanted_count(const char *file, int argc, char **argv)
{
	size_t number = 0;
	for (size_t i = 0; i < count; i++)
		number += strcmp(files[i], file) == 0 && test_is_wanted(i, argc, argv);
	return number;
}

/* What the child printed, without the access log, and how many of its tests failed (all, if it died). */
static size_t child_end(const struct child *child, int status, size_t number)
{
	char line[8192];
	rewind(child->output);
	while (fgets(line, sizeof line, child->output))
		if (!strstr(line, "\"level\":\"access\""))
			fputs(line, stdout);
	fclose(child->output);
	if (WIFEXITED(status) && WEXITSTATUS(status) <= 100)
		return (size_t)WEXITSTATUS(status);
	printf("not ok - %s ended by signal %d\n", child->file, WIFSIGNALED(status) ? WTERMSIG(status) : 0);
	return number;
}

enum { CHILDREN = 2 };

struct running {
	struct child children[CHILDREN];
	int count;
	size_t passed;
	size_t failed;
	int argc;
	char **argv;
};

static void child_wait(struct running *running)
{
	int status;
	pid_t pid = wait(&status);
	for (int i = 0; i < running->count; i++) {
		if (running->children[i].pid != pid)
			continue;
		size_t number = wanted_count(running->children[i].file, running->argc, running->argv);
		size_t failed = child_end(&running->children[i], status, number);
		running->failed += failed;
		running->passed += number - failed;
		running->children[i] = running->children[--running->count];
		return;
	}
}

int main(int argc, char **argv)
{
	struct running running = {.argc = argc, .argv = argv};
	if (!getenv("CMOCKA_MESSAGE_OUTPUT"))
		setenv("CMOCKA_MESSAGE_OUTPUT", "TAP", 1);
	for (size_t i = 0; i < count; i++) {
		if ((i && strcmp(files[i], files[i - 1]) == 0) || wanted_count(files[i], argc, argv) == 0)
			continue;
		if (running.count == CHILDREN)
			child_wait(&running);
		running.children[running.count++] = child_start(files[i], argc, argv);
	}
	while (running.count)
		child_wait(&running);
	printf("%zu passed, %zu failed\n", running.passed, running.failed);
	return running.failed || !running.passed ? 1 : 0;
}
