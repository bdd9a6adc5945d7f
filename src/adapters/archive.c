/* libarchive's tar in GNU's form (long names, names as plain bytes, any size), written and read with checks against names that
 * climb. */
#include "adapters/archive.h"

#include "base/arena.h"
#include "base/log.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PART = 64 * 1024 };

static bool complain(const char *path, const char *why)
{
	log_line("error", "archive: %s: %s", path, why ? why : "unknown");
	return false;
}

static bool content_pack(struct archive *archive, int file)
{
	static char part[PART];
	ssize_t got;
	while ((got = read(file, part, sizeof part)) > 0)
		if (archive_write_data(archive, part, (size_t)got) != got)
			return false;
	return got == 0;
}

static bool item_pack(struct archive *archive, const struct archive_item *item)
{
	struct stat info;
	int file = open(item->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (file < 0 || fstat(file, &info) != 0 || !S_ISREG(info.st_mode)) {
		if (file >= 0)
			close(file);
		return complain(item->path, "cannot be read");
	}
	struct archive_entry *entry = archive_entry_new();
	archive_entry_set_pathname(entry, item->name);
	archive_entry_set_filetype(entry, AE_IFREG);
	archive_entry_set_perm(entry, 0600);
	archive_entry_set_size(entry, info.st_size);
	archive_entry_set_mtime(entry, info.st_mtime, 0);
	bool is_packed = archive_write_header(archive, entry) == ARCHIVE_OK && content_pack(archive, file) &&
	                 archive_write_finish_entry(archive) == ARCHIVE_OK;
	archive_entry_free(entry);
	close(file);
	return is_packed || complain(item->name, archive_error_string(archive));
}

static bool items_pack(struct archive *archive, int file, const struct archive_item *items, size_t count)
{
	archive_write_set_format_gnutar(archive);
	if (archive_write_open_fd(archive, file) != ARCHIVE_OK)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!item_pack(archive, &items[i]))
			return false;
	return archive_write_close(archive) == ARCHIVE_OK;
}

bool archive_pack(const char *path, const struct archive_item *items, size_t count)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file < 0)
		return complain(path, strerror(errno));
	struct archive *archive = archive_write_new();
	bool is_packed = items_pack(archive, file, items, count);
	if (!is_packed)
		complain(path, archive_error_string(archive));
	archive_write_free(archive);
	is_packed = fsync(file) == 0 && is_packed;
	close(file);
	if (!is_packed)
		unlink(path);
	return is_packed;
}

static bool entry_copy(struct archive *archive, struct archive *disk)
{
	const void *part;
	size_t size;
	la_int64_t offset;
	int code;
	while ((code = archive_read_data_block(archive, &part, &size, &offset)) == ARCHIVE_OK)
		if (archive_write_data_block(disk, part, size, offset) != ARCHIVE_OK)
			return false;
	return code == ARCHIVE_EOF && archive_write_finish_entry(disk) == ARCHIVE_OK;
}

/* Only "name" and "folder/name": nothing absolute, nothing with "..", no links, no devices. */
static bool entry_is_plain(struct archive_entry *entry)
{
	const char *name = archive_entry_pathname(entry);
	return name && *name && *name != '/' && !strstr(name, "..") && archive_entry_filetype(entry) == AE_IFREG &&
	       !archive_entry_hardlink(entry);
}

static bool entry_unpack(struct archive *archive, struct archive *disk, struct archive_entry *entry, const char *folder)
{
	const char *name = archive_entry_pathname(entry);
	if (!entry_is_plain(entry))
		return complain(name ? name : "?", "is no plain file inside the archive");
	archive_entry_set_pathname(entry, arena_text("%s/%s", folder, name));
	archive_entry_set_perm(entry, 0600);
	return (archive_write_header(disk, entry) == ARCHIVE_OK && entry_copy(archive, disk)) || complain(folder, archive_error_string(disk));
}

static bool entries_unpack(struct archive *archive, struct archive *disk, const char *folder)
{
	struct archive_entry *entry;
	int code;
	while ((code = archive_read_next_header(archive, &entry)) == ARCHIVE_OK)
		if (!entry_unpack(archive, disk, entry, folder))
			return false;
	return code == ARCHIVE_EOF || complain(folder, archive_error_string(archive));
}

bool archive_unpack(const char *path, const char *folder)
{
	struct archive *archive = archive_read_new();
	struct archive *disk = archive_write_disk_new();
	archive_read_support_format_tar(archive);
	archive_write_disk_set_options(disk, ARCHIVE_EXTRACT_SECURE_NODOTDOT | ARCHIVE_EXTRACT_NO_OVERWRITE);
	bool is_done = archive_read_open_filename(archive, path, PART) == ARCHIVE_OK;
	if (!is_done)
		complain(path, archive_error_string(archive));
	is_done = is_done && entries_unpack(archive, disk, folder);
	archive_read_free(archive);
	archive_write_free(disk);
	return is_done;
}
