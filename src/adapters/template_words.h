/* The modifiers of templates ({{d:x-day}}): how a value becomes words. Pure texts in and out; template.cc connects them. */
#ifndef ADAPTERS_TEMPLATE_WORDS_H
#define ADAPTERS_TEMPLATE_WORDS_H

#include "adapters/template.h"

/* How the page at hand is written. `is_plain`: a .txt template, where nothing is markup and nothing escaped. */
struct manner {
	enum language language;
	bool is_plain;
	const char *page;
	const char *argument; /* what follows the modifier's "="; "" without */
	void (*missing)(const char *page, const char *name); /* told of a text key that is not there, as "T_key" */
};

struct modifier {
	const char *name;   /* "x-day"; with an argument "x-label=" */
	bool is_markup;     /* writes elements: only between tags */
	void (*write)(struct buffer *out, const char *value, const struct manner *manner);
};

/* All modifiers; the last one has no name. */
extern const struct modifier modifiers[];

/* The modifier in a variable's marker ("d:x-day"); NULL if it has none of ours. */
const struct modifier *words_modifier(const char *marker);

/* What is wrong with a variable's marker (not a name, an unknown modifier); NULL if nothing is. */
const char *words_fault(const char *marker);

#endif
