/* What may stand in a template, and where: the house rules that ctemplate does not know. */
#ifndef ADAPTERS_TEMPLATE_LINT_H
#define ADAPTERS_TEMPLATE_LINT_H

#include "adapters/template_source.h"

/* Complains of a missing escaping mode, unknown texts, static files, inclusions and modifiers, and of markup where there
 * can be none (inside a tag, a title, a textarea, an option, a script, a style, an SVG). */
void lint_source(const struct sources *sources, const struct source *source, const struct catalogue *catalogue,
                 struct faults *faults);

/* Complains of templates that include themselves, directly or around a corner. */
void lint_circles(const struct sources *sources, struct faults *faults);

/* Complains of variables that ctemplate would print raw. `dump` is Template::DumpToString. */
void lint_dump(const struct source *source, const char *dump, struct faults *faults);

#endif
