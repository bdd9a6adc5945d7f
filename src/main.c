/* The program's entrance: finds the subcommand, reads the settings, gives root's rights away, runs it. */
#include "adapters/doc.h"
#include "adapters/secret.h"
#include "base/config.h"
#include "base/text.h"
#include "commands/owner.h"
#include "commands/usage.h"

#include <stdio.h>
#include <sys/stat.h>

static bool help_is_wanted(int argc, char **argv)
{
	for (int i = 0; i < argc; i++)
		if (text_equal(argv[i], "--help") || text_equal(argv[i], "-h"))
			return true;
	return false;
}

static int command_run(const struct command *command, int argc, char **argv)
{
	if (!command->run) {
		fprintf(stderr, "kyodo: this build has no %s\n", command->name);
		return 1;
	}
	umask(027);
	doc_begin();
	secret_start();
	if (!config_load() || !owner_become())
		return 1;
	int status = command->run(argc, argv);
	if (fflush(stdout) == 0)
		return status;
	fputs("kyodo: the output could not be written\n", stderr);
	return 1;
}

int main(int argc, char **argv)
{
	const char *name = argc > 1 ? argv[1] : NULL;
	if (text_equal(name, "--version")) {
		puts("kyodo " KYODO_VERSION);
		return 0;
	}
	if (text_equal(name, "--help") || text_equal(name, "-h") || text_equal(name, "help")) {
		usage_print(stdout);
		return 0;
	}
	const struct command *command = command_find(name);
	if (!command) {
		if (name)
			fprintf(stderr, "kyodo: there is no subcommand %s\n\n", name);
		usage_print(stderr);
		return 2;
	}
	if (help_is_wanted(argc - 2, argv + 2)) {
		usage_print_command(command, stdout);
		return 0;
	}
	return command_run(command, argc - 2, argv + 2);
}
