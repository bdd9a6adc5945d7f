/* The public face of agreements: what later features may use. */
#ifndef FEATURES_AGREEMENTS_H
#define FEATURES_AGREEMENTS_H

#include "web/route.h"

extern const struct feature feature_agreements;

#endif
