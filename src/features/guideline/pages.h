/* The handler of the guideline's page. */
#ifndef FEATURES_GUIDELINE_PAGES_H
#define FEATURES_GUIDELINE_PAGES_H

#include "web/page.h"

void guideline_page(struct visit *visit);

#endif
