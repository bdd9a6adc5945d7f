/* The public face of proposals: what later features may use. */
#ifndef FEATURES_PROPOSALS_H
#define FEATURES_PROPOSALS_H

#include "web/route.h"

extern const struct feature feature_proposals;

#endif
