/* Templates written for one test: a small city of files in a folder of its own. */
#ifndef TESTS_ADAPTERS_TEMPLATE_FILES_H
#define TESTS_ADAPTERS_TEMPLATE_FILES_H

#include "adapters/template.h"

#define HTML "{{%AUTOESCAPE context=\"HTML\"}}\n"

/* A new folder with a layout.html that is only {{>BODY}}, and texts in parts/texts.json. */
const char *files_new(void);

/* Writes `root`/templates/`name`, making its folder. */
void files_write(const char *root, const char *name, const char *text);

/* Writes a page test/page.html (with the escaping mode before it), loads, and renders it in `language`. */
const char *files_rendered(const char *page, const char *document, enum language language);

/* What template_load of `root` says on standard error; NULL if it succeeds. */
const char *files_complaint(const char *root);

#endif
