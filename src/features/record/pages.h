/* The handlers of the public record. */
#ifndef FEATURES_RECORD_PAGES_H
#define FEATURES_RECORD_PAGES_H

#include "web/page.h"

void record_page(struct visit *visit);

#endif
