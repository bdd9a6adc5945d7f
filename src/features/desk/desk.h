/* The public face of desk: what later features may use. */
#ifndef FEATURES_DESK_H
#define FEATURES_DESK_H

#include "web/route.h"

extern const struct feature feature_desk;

#endif
