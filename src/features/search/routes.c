/* The address of search. */
#include "features/search/pages.h"
#include "features/search/search.h"

static const struct route routes[] = {
	{"GET", "/search", ACCESS_ALL, search_page, .twins = HAS_JSON | HAS_CSV},
};

const struct feature feature_search = {"search", routes, sizeof routes / sizeof *routes, NULL};
