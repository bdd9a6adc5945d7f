/* The document around every page: city, viewer, languages, display settings, crumbs, flash. */
#ifndef WEB_LAYOUT_H
#define WEB_LAYOUT_H

#include "web/visit.h"

struct doc *layout_document(struct visit *visit, const char *title, bool has_errors);

#endif
