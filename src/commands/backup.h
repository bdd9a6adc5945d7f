/* Making a backup, for the subcommands that need one. */
#ifndef COMMANDS_BACKUP_H
#define COMMANDS_BACKUP_H

#include <stdbool.h>

/* Writes a verified backup of the data directory to `path` (new). False with a message on standard error. */
bool backup_make(const char *path);

/* A new empty folder DATA/<name>-XXXXXX; NULL with a message. And its removal with all that is in it. */
char *folder_begin(const char *name);
void folder_end(const char *folder);

#endif
