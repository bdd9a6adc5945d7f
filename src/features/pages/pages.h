/* The public face of pages: texts that stay (about, privacy, help …), site map and open data. */
#ifndef FEATURES_PAGES_H
#define FEATURES_PAGES_H

#include "web/route.h"

extern const struct feature feature_pages;

#endif
