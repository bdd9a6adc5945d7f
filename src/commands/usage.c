/* The one table of subcommands and their help. */
#include "commands/usage.h"

#include "base/text.h"
#include "commands/commands.h"

#include <stddef.h>

static const struct command commands[] = {
	{"serve", command_serve, "answer requests on DATA/kyodo.sock (behind a web server)",
	 "serve\n\nStarts the workers. SIGTERM ends them after their last request; SIGHUP reloads templates and settings;\n"
	 "a worker that dies is replaced. Settings: workers, data, root.\n"},
	{"init", command_init, "make an empty database from schema.sql", "init\n\nMakes the data directory, its key and kyodo.db. Refuses one that exists.\n"},
	{"migrate", command_migrate, "bring the database to this version's schema",
	 "migrate\n\nTakes a backup into the data directory first, then changes the schema in one transaction. Stop the portal before.\n"},
	{"demo", command_demo, "fill an empty database with the demonstration city",
	 "demo [--scale N]\n\nDeterministic data and the demonstration accounts. N multiplies the amount.\n"},
	{"import", command_import, "read groups or holidays from a public CSV file",
	 "import groups|holidays FILE [--apply] [--skip-bad] [--city NAME]\n\nWithout --apply nothing is changed: every bad row is named by line and column.\n"
	 "groups is the Cabinet Office's file of NPO corporations, holidays its file of national holidays; both as they are published.\n"
	 "  --apply      write the rows\n  --skip-bad   write the good rows even if there are bad ones\n"
	 "  --city NAME  only corporations whose address or authority names NAME\n"},
	{"user", command_user, "add, change or stop an account",
	 "user add EMAIL --role ROLE\nuser role EMAIL --role ROLE\nuser reset EMAIL\nuser disable EMAIL\n\nPrints a link that works once; passwords are never arguments.\n"},
	{"backup", command_backup, "write a verified copy of everything but the key to FILE",
	 "backup FILE\n\nWorks while the portal runs: a tar of the database, the files and kyodo.conf, with a manifest of hashes.\n"
	 "Keep DATA/secret.key in another place.\n"},
	{"restore", command_restore, "put a backup's data into the data directory",
	 "restore FILE\n\nRefused while the portal runs. Checks the backup first; what was there before is kept beside it.\n"},
	{"verify", command_verify, "check file, foreign keys, schema and ledger", "verify [--schema]\n\nChanges nothing.\n  --schema  only compare the schema\n"},
	{"mail", command_mail, "deliver the outbox", "mail [--loop]\n\nOnce, or with --loop until it is told to stop. Without an SMTP server mails go to DATA/mail.\n"},
	{"tick", command_tick, "do what is due: deadlines, renewals, digests, draws", "tick\n\nSafe to run twice, or late.\n"},
	{"routes", command_routes, "list every address and who may enter", "routes [--json]\n\nNeeds no database.\n"},
};

enum { COMMANDS = sizeof commands / sizeof *commands };

const struct command *command_find(const char *name)
{
	for (size_t i = 0; i < COMMANDS; i++)
		if (text_equal(commands[i].name, name))
			return &commands[i];
	return NULL;
}

void usage_print(FILE *to)
{
	fputs("Usage: kyodo SUBCOMMAND [ARGUMENT…]\n\n", to);
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(to, "  %-10s %s\n", commands[i].name, commands[i].summary);
	fputs("\nkyodo SUBCOMMAND --help explains each; kyodo --version tells the version.\n"
	      "KYODO_DATA is the data directory (var); its kyodo.conf holds the settings, each overridable by KYODO_<KEY>.\n"
	      "Exit status: 0 done, 1 failed, 2 wrong usage.\n",
	      to);
}

void usage_print_command(const struct command *command, FILE *to)
{
	fprintf(to, "Usage: kyodo %s", command->usage);
}

int usage_wrong(const char *name, const char *argument)
{
	if (argument)
		fprintf(stderr, "kyodo %s: not understood: %s\n", name, argument);
	else
		fprintf(stderr, "kyodo %s: something is missing\n", name);
	usage_print_command(command_find(name), stderr);
	return 2;
}
