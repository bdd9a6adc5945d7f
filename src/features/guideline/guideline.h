/* The public face of guideline: what later features may use. */
#ifndef FEATURES_GUIDELINE_H
#define FEATURES_GUIDELINE_H

#include "web/route.h"

extern const struct feature feature_guideline;

#endif
