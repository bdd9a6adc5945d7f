/* Writing and checking a backup's manifest. */
#include "commands/manifest.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static char *content_hash(int file, size_t size)
{
	if (size == 0)
		return secret_sha256_hex("", 0);
	void *content = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
	if (content == MAP_FAILED)
		return NULL;
	char *hash = secret_sha256_hex(content, size);
	munmap(content, size);
	return hash;
}

/* "SHA-256 SIZE" of a file; NULL with errno. */
static char *file_print(const char *path)
{
	struct stat info;
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (file < 0)
		return NULL;
	char *hash = fstat(file, &info) == 0 ? content_hash(file, (size_t)info.st_size) : NULL;
	close(file);
	return hash ? arena_text("%s %lld", hash, (long long)info.st_size) : NULL;
}

char *manifest_text(const struct archive_item *items, size_t count, int schema)
{
	struct buffer out = {0};
	buffer_addf(&out, "kyodo-backup 1\nversion %s\nschema %d\nmade %s\n", KYODO_VERSION, schema, clock_iso(clock_now()));
	for (size_t i = 0; i < count; i++) {
		const char *print = file_print(items[i].path);
		if (!print) {
			fprintf(stderr, "kyodo: cannot read %s: %s\n", items[i].path, strerror(errno));
			return NULL;
		}
		buffer_addf(&out, "%s %s\n", print, items[i].name);
	}
	return out.text;
}

static char *manifest_read(const char *folder)
{
	FILE *file = fopen(arena_text("%s/manifest", folder), "re");
	struct buffer text = {0};
	char part[4096];
	if (!file)
		return NULL;
	for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
		buffer_add_part(&text, part, got);
	fclose(file);
	return arena_copy(buffer_text(&text));
}

/* "" or what is wrong with the file of a line "SHA-256 SIZE NAME". */
static char *line_check(const char *folder, const char *line)
{
	const char *size = strchr(line, ' ');
	const char *name = size ? strchr(size + 1, ' ') : NULL;
	if (!name)
		return arena_text("the manifest has an unknown line: %s", line);
	const char *print = file_print(arena_text("%s/%s", folder, name + 1));
	if (!print)
		return arena_text("%s is missing", name + 1);
	bool is_same = text_equal(print, arena_copy_part(line, (size_t)(name - line)));
	return is_same ? arena_copy("") : arena_text("%s is not what the manifest says", name + 1);
}

static bool line_is_heading(const char *line)
{
	return !*line || text_starts(line, "kyodo-backup ") || text_starts(line, "version ") || text_starts(line, "schema ") ||
	       text_starts(line, "made ");
}

char *manifest_check(const char *folder)
{
	const char *text = manifest_read(folder);
	if (!text || !text_starts(text, "kyodo-backup 1\n"))
		return arena_copy("this is no backup of Kyodo");
	bool has_database = false;
	for (int i = 0; text_piece(text, '\n', i); i++) {
		const char *line = text_piece(text, '\n', i);
		char *complaint = line_is_heading(line) ? "" : line_check(folder, line);
		if (*complaint)
			return complaint;
		has_database = has_database || text_ends(line, " kyodo.db");
	}
	return arena_copy(has_database ? "" : "there is no kyodo.db in it");
}

int manifest_schema(const char *folder)
{
	const char *text = manifest_read(folder);
	const char *line = text ? strstr(text, "\nschema ") : NULL;
	return line ? (int)text_number(arena_copy_part(line + 8, strcspn(line + 8, "\n"))) : -1;
}
