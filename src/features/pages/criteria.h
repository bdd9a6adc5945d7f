/* The criteria of JIS X 8341-3:2016 (WCAG 2.0) at levels A and AA, and what was found when they were checked. */
#ifndef FEATURES_PAGES_CRITERIA_H
#define FEATURES_PAGES_CRITERIA_H

#include "adapters/doc.h"

/* [{number, level, name_key, how_key, result_key}], in the standard's order. */
struct doc *criteria_list(void);

#endif
