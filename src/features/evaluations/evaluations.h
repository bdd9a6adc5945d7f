/* The public face of evaluations: what later features may use. */
#ifndef FEATURES_EVALUATIONS_H
#define FEATURES_EVALUATIONS_H

#include "web/route.h"

extern const struct feature feature_evaluations;

#endif
