/* What the program's subcommands are called, and how each is used. */
#ifndef COMMANDS_USAGE_H
#define COMMANDS_USAGE_H

#include <stdio.h>

struct command {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *summary; /* one line */
	const char *usage;   /* the arguments' line and what they mean */
};

/* NULL if there is none of that name. */
const struct command *command_find(const char *name);

/* All subcommands, or one, explained. */
void usage_print(FILE *to);
void usage_print_command(const struct command *command, FILE *to);

/* Says on standard error what `argument` (NULL: a missing one) did wrong for the subcommand, and how it is used; 2. */
int usage_wrong(const char *name, const char *argument);

#endif
