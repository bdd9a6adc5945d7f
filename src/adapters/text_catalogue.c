/* Reads texts.json files, checks every text, and finds texts by key. Knows nothing of templates. */
#define _GNU_SOURCE /* hsearch_r */
#include "adapters/text_catalogue.h"

#include "adapters/template_words.h"
#include "adapters/text_ruby.h"
#include "base/arena.h"
#include "base/log.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct catalogue {
	struct text *texts;
	size_t count;
	size_t room;
	struct hsearch_data index;
	bool indexed;
};

static const char *const language_names[LANGUAGES] = {"ja", "easy", "en"};
static struct catalogue *current;
static struct catalogue *previous;

static void *memory_or_end(void *memory)
{
	if (!memory)
		abort();
	return memory;
}

struct catalogue *catalogue_new(void)
{
	return memory_or_end(calloc(1, sizeof(struct catalogue)));
}

void catalogue_free(struct catalogue *catalogue)
{
	if (!catalogue)
		return;
	if (catalogue->indexed)
		hdestroy_r(&catalogue->index);
	for (size_t i = 0; i < catalogue->count; i++) {
		struct text *text = &catalogue->texts[i];
		free(text->key);
		free(text->file);
		for (int language = 0; language < LANGUAGES; language++) {
			free(text->markup[language]);
			free(text->plain[language]);
		}
	}
	free(catalogue->texts);
	free(catalogue);
}

static struct text *text_add(struct catalogue *catalogue)
{
	if (catalogue->count == catalogue->room) {
		catalogue->room = catalogue->room ? catalogue->room * 2 : 256;
		catalogue->texts = memory_or_end(realloc(catalogue->texts, catalogue->room * sizeof *catalogue->texts));
	}
	struct text *text = &catalogue->texts[catalogue->count++];
	memset(text, 0, sizeof *text);
	return text;
}

/* Where a fault is named: a key in a file. */
struct spot {
	const char *file;
	const char *json;
	const char *key;
	struct faults *faults;
};

static int spot_line(const struct spot *spot)
{
	const char *place = strstr(spot->json, arena_text("\"%s\"", spot->key));
	return place ? fault_line(spot->json, place) : 0;
}

static void marker_check(const struct spot *spot, const struct piece *piece)
{
	char *marker = arena_copy_part(piece->inner, piece->inner_length);
	const char *wrong = words_fault(marker);
	if (wrong)
		fault_add(spot->faults, spot->file, spot_line(spot), "%s: {{%s}}: %s", spot->key, marker, wrong);
}

static void source_check(const struct spot *spot, enum language language, const char *source, struct text *text)
{
	const char *bare = language == LANGUAGE_EASY ? ruby_bare_kanji(source) : NULL;
	if (bare)
		fault_add(spot->faults, spot->file, spot_line(spot), "%s: a kanji without reading in easy: %.24s", spot->key, bare);
	for (struct piece piece = piece_at(source); piece.length; piece = piece_at(piece.start + piece.length)) {
		if (piece.kind == PIECE_STRAY)
			fault_add(spot->faults, spot->file, spot_line(spot), "%s: a stray brace in %s", spot->key,
			          language_names[language]);
		if (piece.kind == PIECE_MARKER)
			marker_check(spot, &piece);
		text->has_blanks |= piece.kind == PIECE_BLANK;
	}
}

static void language_read(const struct spot *spot, enum language language, const struct doc *entry, struct text *text)
{
	const char *source = doc_text(entry, language_names[language]);
	if (!*source)
		fault_add(spot->faults, spot->file, spot_line(spot), "%s: no text in %s", spot->key, language_names[language]);
	source_check(spot, language, source, text);
	struct buffer markup = {0}, plain = {0};
	ruby_markup(&markup, source);
	ruby_plain(&plain, source, false);
	text->markup[language] = memory_or_end(strdup(buffer_text(&markup)));
	text->plain[language] = memory_or_end(strdup(buffer_text(&plain)));
}

void catalogue_add(struct catalogue *catalogue, const char *file, const char *json, struct faults *faults)
{
	struct doc *entries = doc_parse(json);
	if (!doc_is_object(entries)) {
		fault_add(faults, file, 0, "not a JSON object");
		return;
	}
	for (struct doc *entry = doc_first(entries); entry; entry = doc_next(entry)) {
		struct spot spot = {file, json, doc_key(entry), faults};
		if (spot.key[strspn(spot.key, "abcdefghijklmnopqrstuvwxyz0123456789_")])
			fault_add(faults, file, spot_line(&spot), "%s: a key is made of a-z, 0-9 and _", spot.key);
		struct text *text = text_add(catalogue);
		text->key = memory_or_end(strdup(spot.key));
		text->file = memory_or_end(strdup(file));
		for (int language = 0; language < LANGUAGES; language++)
			language_read(&spot, (enum language)language, entry, text);
	}
}

void catalogue_index(struct catalogue *catalogue, struct faults *faults)
{
	if (!hcreate_r(catalogue->count * 2 + 1, &catalogue->index))
		abort();
	catalogue->indexed = true;
	for (size_t i = 0; i < catalogue->count; i++) {
		struct text *text = &catalogue->texts[i];
		const struct text *first = catalogue_find(catalogue, text->key);
		if (first)
			fault_add(faults, text->file, 0, "%s: this key already stands in %s", text->key, first->file);
		ENTRY *entry;
		hsearch_r((ENTRY){.key = text->key, .data = text}, ENTER, &entry, &catalogue->index);
	}
}

const struct text *catalogue_find(const struct catalogue *catalogue, const char *key)
{
	ENTRY *entry;
	if (!catalogue || !catalogue->indexed)
		return NULL;
	int found = hsearch_r((ENTRY){.key = (char *)key}, FIND, &entry, (struct hsearch_data *)&catalogue->index);
	return found ? entry->data : NULL;
}

void catalogue_use(struct catalogue *catalogue)
{
	catalogue_free(previous);
	previous = current;
	current = catalogue;
}

const struct text *text_find(const char *key)
{
	return catalogue_find(current, key);
}

bool text_known(const char *key)
{
	return key && text_find(key);
}

const char *text_of(enum language language, const char *key)
{
	const struct text *text = key ? text_find(key) : NULL;
	if (!text)
		log_line("warning", "no text for the key %s", key ? key : "(null)");
	return text ? text->plain[language] : "";
}

char *text_filled(enum language language, const char *key, const struct doc *values)
{
	struct buffer out = {0};
	const char *source = text_of(language, key);
	for (struct piece piece = piece_at(source); piece.length; piece = piece_at(piece.start + piece.length)) {
		if (piece.kind == PIECE_BLANK)
			buffer_add(&out, doc_text(values, arena_copy_part(piece.inner, piece.inner_length)));
		else
			buffer_add_part(&out, piece.start, piece.length);
	}
	return arena_copy(buffer_text(&out));
}
