/* The addresses of search: method, pattern, who may enter, function. */
#include "features/search/search.h"

const struct feature feature_search = {"search", NULL, 0, NULL};
