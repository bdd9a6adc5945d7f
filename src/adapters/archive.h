/* Archives: packing named files into one tar and taking them out again. No other file knows libarchive. */
#ifndef ADAPTERS_ARCHIVE_H
#define ADAPTERS_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

/* A file to pack: its name inside (relative, with '/'), and where it is. */
struct archive_item {
	const char *name;
	const char *path;
};

/* Writes a tar of the items to `path` (new, 0600, on the disk when this returns). False with a log line; then there is no file. */
bool archive_pack(const char *path, const struct archive_item *items, size_t count);

/* Takes every file out into `folder` (existing). Only plain files with names inside it: anything else is refused. False with a log line. */
bool archive_unpack(const char *path, const char *folder);

#endif
