/* The public face of search: what later features may use. */
#ifndef FEATURES_SEARCH_H
#define FEATURES_SEARCH_H

#include "web/route.h"

extern const struct feature feature_search;

#endif
