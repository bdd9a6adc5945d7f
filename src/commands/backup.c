/* kyodo backup: the database's online copy, the files and the settings in one tar with a manifest, read back before it counts. */
#include "commands/backup.h"

#include "adapters/db.h"
#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"
#include "commands/commands.h"
#include "commands/manifest.h"
#include "commands/store_schema.h"
#include "commands/usage.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEEPEST = 16 };

/* The items so far; the room doubles like a buffer's. */
struct items {
	struct archive_item *list;
	size_t count;
	size_t room;
};

char *folder_begin(const char *name)
{
	char *folder = config_data_path(arena_text("%s-XXXXXX", name));
	if (mkdtemp(folder))
		return folder;
	fprintf(stderr, "kyodo: cannot make a folder in %s: %s\n", config("data"), strerror(errno));
	return NULL;
}

static int entry_remove(const char *path, const struct stat *info, int kind, struct FTW *where)
{
	(void)info;
	(void)kind;
	(void)where;
	return remove(path);
}

void folder_end(const char *folder)
{
	nftw(folder, entry_remove, DEEPEST, FTW_DEPTH | FTW_PHYS);
}

static void item_add(struct items *items, const char *name, const char *path)
{
	if (items->count == items->room) {
		size_t room = items->room ? items->room * 2 : 16;
		struct archive_item *list = arena_alloc(room * sizeof *list);
		if (items->count)
			memcpy(list, items->list, items->count * sizeof *list);
		items->list = list;
		items->room = room;
	}
	items->list[items->count++] = (struct archive_item){name, path};
}

static void files_add(struct items *items, const char *name);

/* One thing below DATA: a plain file, or a folder with what is in it. Others are left out. */
static void entry_add(struct items *items, const char *name)
{
	struct stat info;
	if (lstat(config_data_path(name), &info) != 0)
		return;
	if (S_ISDIR(info.st_mode))
		files_add(items, name);
	else if (S_ISREG(info.st_mode))
		item_add(items, name, config_data_path(name));
}

static void files_add(struct items *items, const char *name)
{
	DIR *folder = opendir(config_data_path(name));
	const struct dirent *entry;
	while (folder && (entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			entry_add(items, arena_text("%s/%s", name, entry->d_name));
	if (folder)
		closedir(folder);
}

static bool text_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "wxe");
	bool is_written = file && fputs(text, file) >= 0;
	return file && fclose(file) == 0 && is_written;
}

/* The database's copy comes first: files written after it belong to a later state and do no harm. */
static bool items_collect(struct items *items, const char *folder)
{
	struct db *db = db_open(config_data_path("kyodo.db"), DB_READER);
	const char *copy = arena_text("%s/kyodo.db", folder);
	int schema = db ? schema_version_find(db) : 0;
	bool is_copied = db && db_backup(db, copy);
	db_close(db);
	if (!is_copied)
		return false;
	item_add(items, "kyodo.db", copy);
	if (access(config_data_path("kyodo.conf"), R_OK) == 0)
		item_add(items, "kyodo.conf", config_data_path("kyodo.conf"));
	files_add(items, "files");
	const char *manifest = arena_text("%s/manifest", folder);
	const char *text = manifest_text(items->list, items->count, schema);
	if (!text || !text_write(manifest, text))
		return false;
	item_add(items, "manifest", manifest);
	return true;
}

/* Read back into a folder of its own and compared. */
static bool archive_is_good(const char *path, const char *folder)
{
	const char *back = arena_text("%s/back", folder);
	const char *complaint = "it cannot be read back";
	if (mkdir(back, 0700) == 0 && archive_unpack(path, back))
		complaint = manifest_check(back);
	if (*complaint)
		fprintf(stderr, "kyodo: the backup is not good: %s\n", complaint);
	return !*complaint;
}

static bool backup_write(const char *path, const char *folder)
{
	struct items items = {0};
	const char *part = arena_text("%s.part", path);
	unlink(part);
	if (!items_collect(&items, folder) || !archive_pack(part, items.list, items.count))
		return false;
	if (archive_is_good(part, folder) && rename(part, path) == 0)
		return true;
	unlink(part);
	return false;
}

bool backup_make(const char *path)
{
	if (access(path, F_OK) == 0) {
		fprintf(stderr, "kyodo: %s exists already. Choose another name.\n", path);
		return false;
	}
	const char *folder = folder_begin("backup");
	if (!folder)
		return false;
	bool is_made = backup_write(path, folder);
	folder_end(folder);
	if (!is_made)
		fprintf(stderr, "kyodo: no backup was written to %s\n", path);
	return is_made;
}

int command_backup(int argc, char **argv)
{
	if (argc != 1 || text_starts(argv[0], "-"))
		return usage_wrong("backup", argc ? argv[argc - 1] : NULL);
	if (!backup_make(argv[0]))
		return 1;
	printf("A verified backup is in %s.\nThe key is not in it: keep a copy of %s in another place.\n", argv[0],
	       config_data_path("secret.key"));
	return 0;
}
