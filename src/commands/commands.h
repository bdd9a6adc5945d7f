/* The program's subcommands, one function each: argc and argv begin after the subcommand's name. Each returns the exit
 * status: 0 done, 1 failed (said on standard error with the fix), 2 usage. config_load has run. */
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

/* Each is explained by `kyodo SUBCOMMAND --help` (usage.c). */
int command_serve(int argc, char **argv);
int command_init(int argc, char **argv);
int command_migrate(int argc, char **argv);
int command_demo(int argc, char **argv);
int command_import(int argc, char **argv);
int command_user(int argc, char **argv);
int command_backup(int argc, char **argv);
int command_restore(int argc, char **argv);
int command_verify(int argc, char **argv);
int command_mail(int argc, char **argv);
int command_tick(int argc, char **argv);
int command_routes(int argc, char **argv);

#endif
