/* The interface texts of all languages, by key. Lives outside the arena until the catalogue after the next is used. */
#ifndef ADAPTERS_TEXT_CATALOGUE_H
#define ADAPTERS_TEXT_CATALOGUE_H

#include "adapters/template.h"
#include "adapters/template_fault.h"

/* `markup` has ruby and entities, `plain` neither; variables and blanks stand in both as written. */
struct text {
	char *key;
	char *file;
	char *markup[LANGUAGES];
	char *plain[LANGUAGES];
	bool has_blanks;
};

struct catalogue;

/* An empty catalogue; freed by catalogue_free unless it was put to use. */
struct catalogue *catalogue_new(void);
void catalogue_free(struct catalogue *catalogue);

/* Adds the texts of one texts.json (`file` is its name below templates/). */
void catalogue_add(struct catalogue *catalogue, const char *file, const char *json, struct faults *faults);

/* To be called once, after the last catalogue_add; complains of keys that stand twice. */
void catalogue_index(struct catalogue *catalogue, struct faults *faults);

/* NULL if there is no such key, or no index yet. */
const struct text *catalogue_find(const struct catalogue *catalogue, const char *key);

/* From now on text_of answers from `catalogue`. The one in use until now stays valid until the next catalogue_use. */
void catalogue_use(struct catalogue *catalogue);

/* The text in the catalogue in use; NULL if there is none. */
const struct text *text_find(const char *key);

#endif
