/* Walks the templates' folders, and fills in texts and addresses before ctemplate sees a file. */
#include "adapters/template_source.h"

#include "adapters/text_ruby.h"
#include "base/arena.h"
#include "base/text.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MOST_SOURCES = 2000 };

/* NULL if the file cannot be read. */
static char *file_read(const char *path)
{
	FILE *file = fopen(path, "r");
	if (!file)
		return NULL;
	struct buffer buffer = {0};
	char part[8192];
	size_t length;
	while ((length = fread(part, 1, sizeof part, file)) > 0)
		buffer_add_part(&buffer, part, length);
	fclose(file);
	return arena_copy(buffer_text(&buffer));
}

struct reading {
	const char *folder; /* root/templates */
	struct sources *sources;
	struct catalogue *catalogue;
	struct faults *faults;
};

static void source_add(struct sources *sources, const char *name, char *text, enum source_kind kind)
{
	if (sources->count < MOST_SOURCES)
		sources->items[sources->count++] = (struct source){arena_copy(name), text, kind, 0};
}

static void file_take(const struct reading *reading, const char *name)
{
	bool is_texts = text_equal(name, "texts.json") || text_ends(name, "/texts.json");
	enum source_kind kind = text_ends(name, ".xml") ? SOURCE_XML : text_ends(name, ".txt") ? SOURCE_TXT : SOURCE_HTML;
	if (!is_texts && kind == SOURCE_HTML && !text_ends(name, ".html"))
		return;
	char *text = file_read(arena_text("%s/%s", reading->folder, name));
	if (!text)
		fault_add(reading->faults, name, 0, "cannot be read");
	else if (is_texts)
		catalogue_add(reading->catalogue, name, text, reading->faults);
	else
		source_add(reading->sources, name, text, kind);
}

static int entry_is_seen(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* Reads a folder's files in the order of their names; goes down once. */
static void folder_read(const struct reading *reading, const char *prefix, bool deeper)
{
	struct dirent **entries;
	int count = scandir(arena_text("%s/%s", reading->folder, prefix), &entries, entry_is_seen, alphasort);
	if (count < 0) {
		if (deeper)
			fault_add(reading->faults, prefix, 0, "the folder %s cannot be read", reading->folder);
		return;
	}
	for (int i = 0; i < count; i++) {
		char *name = arena_text("%s%s", prefix, entries[i]->d_name);
		if (strchr(entries[i]->d_name, '.'))
			file_take(reading, name);
		else if (deeper)
			folder_read(reading, arena_text("%s/", name), false);
		free(entries[i]);
	}
	free(entries);
}

struct sources sources_read(const char *root, const char *manifest, struct catalogue *catalogue, struct faults *faults)
{
	struct sources sources = {.items = arena_alloc(MOST_SOURCES * sizeof(struct source)), .manifest = manifest};
	if (manifest && access(manifest, R_OK) == 0)
		sources.manifest = file_read(manifest);
	struct reading reading = {arena_text("%s/templates", root), &sources, catalogue, faults};
	folder_read(&reading, "", true);
	catalogue_index(catalogue, faults);
	return sources;
}

struct source *source_find(const struct sources *sources, const char *name)
{
	for (size_t i = 0; i < sources->count; i++)
		if (strcmp(sources->items[i].name, name) == 0)
			return &sources->items[i];
	return NULL;
}

bool marker_next(const char *text, struct marker *marker)
{
	marker->start = strstr(text, "{{");
	const char *end = marker->start ? strstr(marker->start, "}}") : NULL;
	if (!end)
		return false;
	while (strncmp(marker->start + 1, "{{", 2) == 0)
		marker->start++;
	marker->end = end + 2;
	marker->inner = arena_copy_part(marker->start + 2, (size_t)(end - marker->start - 2));
	return true;
}

char *include_file(const char *name, enum source_kind kind)
{
	static const char *const endings[] = {[SOURCE_HTML] = "html", [SOURCE_XML] = "xml", [SOURCE_TXT] = "txt"};
	const char *line = strchr(name, '_');
	if (!line)
		return arena_text("%s.%s", name, endings[kind]);
	return arena_text("%.*s/%s.%s", (int)(line - name), name, line + 1, endings[kind]);
}

const char *static_address(const struct sources *sources, const char *name)
{
	if (!sources->manifest)
		return arena_text("/static/%s", name);
	size_t length = strlen(name);
	for (const char *line = sources->manifest; line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
		if (strncmp(line, name, length) == 0 && line[length] == ' ')
			return arena_copy_part(line + length + 1, strcspn(line + length + 1, " \r\n"));
	return NULL;
}

static void text_fill(struct buffer *out, const struct text *text, const struct source *source, const char *marker,
                      enum language language)
{
	if (source->kind == SOURCE_TXT)
		buffer_add(out, text->plain[language]);
	else if (marker[0] == 'T' && source->kind == SOURCE_HTML)
		buffer_add(out, text->markup[language]);
	else
		ruby_plain(out, text->plain[language], true);
}

/* An inclusion that is indented would have all its lines indented, also those inside a textarea. */
static void indentation_drop(struct buffer *out)
{
	size_t length = out->length;
	while (length && (out->text[length - 1] == ' ' || out->text[length - 1] == '\t'))
		length--;
	if (out->text && (!length || out->text[length - 1] == '\n')) {
		out->text[length] = '\0';
		out->length = length;
	}
}

/* Whether nothing but white space stands on the marker's line in a plain text: then the line goes with the marker. */
static bool marker_is_alone(const struct source *source, const struct marker *marker)
{
	if (source->kind != SOURCE_TXT || !strchr("#/!", marker->inner[0]))
		return false;
	const char *before = marker->start;
	while (before > source->text && (before[-1] == ' ' || before[-1] == '\t'))
		before--;
	return (before == source->text || before[-1] == '\n') && *marker->end == '\n';
}

/* Writes what stands for the marker; returns where to go on. */
static const char *marker_fill(struct buffer *out, const struct sources *sources, const struct source *source,
                               const struct marker *marker, const char *text)
{
	bool alone = marker_is_alone(source, marker);
	if (marker->inner[0] == '>' || alone)
		indentation_drop(out);
	if (text)
		buffer_add(out, text);
	else if (text_starts(marker->inner, "S_"))
		buffer_add(out, static_address(sources, marker->inner + 2) ?: "");
	else
		buffer_add_part(out, marker->start, (size_t)(marker->end - marker->start));
	return marker->end + alone;
}

char *source_filled(const struct sources *sources, const struct source *source, const struct catalogue *catalogue,
                    enum language language)
{
	struct buffer out = {0};
	struct marker marker;
	const char *rest = source->text;
	while (marker_next(rest, &marker)) {
		buffer_add_part(&out, rest, (size_t)(marker.start - rest));
		struct buffer text = {0};
		bool is_text = text_starts(marker.inner, "T_") || text_starts(marker.inner, "A_");
		const struct text *found = is_text ? catalogue_find(catalogue, marker.inner + 2) : NULL;
		if (found)
			text_fill(&text, found, source, marker.inner, language);
		rest = marker_fill(&out, sources, source, &marker, is_text ? buffer_text(&text) : NULL);
	}
	buffer_add(&out, rest);
	return out.text;
}
