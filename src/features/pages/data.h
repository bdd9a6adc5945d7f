/* What the portal offers as data, from the table of routes. */
#ifndef FEATURES_PAGES_DATA_H
#define FEATURES_PAGES_DATA_H

#include "adapters/doc.h"

/* Every page with a twin that a visitor may read: [{path, label_key ("" without), has_place ({id} in it), formats: [{name, path}]}]. */
struct doc *data_list(void);
/* The description of the JSON twins, OpenAPI 3.0. `base` is the portal's address, `title` its name. */
struct doc *data_description(const char *base, const char *title);

#endif
