/* The handler of the search page. */
#ifndef FEATURES_SEARCH_PAGES_H
#define FEATURES_SEARCH_PAGES_H

#include "web/page.h"

void search_page(struct visit *visit);

#endif
