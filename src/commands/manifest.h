/* The list inside a backup: what it is of, and each file's hash. Text, a line each:
 * "kyodo-backup 1", "version …", "schema N", "made ISO", then "SHA-256 SIZE NAME" a file. */
#ifndef COMMANDS_MANIFEST_H
#define COMMANDS_MANIFEST_H

#include "adapters/archive.h"

/* The manifest of the items, or NULL with a message on standard error when one cannot be read. */
char *manifest_text(const struct archive_item *items, size_t count, int schema);

/* "" if `folder` holds exactly the files that its file "manifest" names, with their contents; else the first complaint. */
char *manifest_check(const char *folder);

/* The schema number in the folder's manifest; -1 if it says none. */
int manifest_schema(const char *folder);

#endif
