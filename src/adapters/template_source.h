/* The template files as read from disk, and their texts filled in for one language. Parses no more than {{markers}}. */
#ifndef ADAPTERS_TEMPLATE_SOURCE_H
#define ADAPTERS_TEMPLATE_SOURCE_H

#include "adapters/text_catalogue.h"

/* What a file is, by the end of its name: pages and parts (.html), feeds (.xml), mail and other plain texts (.txt). */
enum source_kind { SOURCE_HTML, SOURCE_XML, SOURCE_TXT };

struct source {
	char *name; /* below templates/: "groups/show.html" */
	char *text;
	enum source_kind kind;
	int visit;  /* for the search for inclusions in a circle: 0 new, 1 under way, 2 done */
};

/* All in the arena. `manifest` is a text, a line `name address` each; NULL: none. */
struct sources {
	struct source *items;
	size_t count;
	const char *manifest;
};

/* Reads every template below `root`/templates, and its texts into `catalogue` (indexed afterwards). */
struct sources sources_read(const char *root, const char *manifest, struct catalogue *catalogue, struct faults *faults);

/* NULL if there is none of that name. */
struct source *source_find(const struct sources *sources, const char *name);

/* A marker in a template: `start` at its {{, `end` behind its }}, `inner` what stands between (a copy). */
struct marker {
	const char *start;
	const char *end;
	char *inner;
};

/* The next marker at or behind `text`; false if there is none. */
bool marker_next(const char *text, struct marker *marker);

/* The name of the file that {{>name}} in a template of `kind` includes: parts_timeline → parts/timeline.html. */
char *include_file(const char *name, enum source_kind kind);

/* The address of the static file `name`; NULL if a manifest does not have it. */
const char *static_address(const struct sources *sources, const char *name);

/* The template with {{T_…}}, {{A_…}} and {{S_…}} filled in. Unknown ones are left out (lint_source names them). */
char *source_filled(const struct sources *sources, const struct source *source, const struct catalogue *catalogue,
                    enum language language);

#endif
