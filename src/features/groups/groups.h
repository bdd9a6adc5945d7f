/* The public face of groups: what later features may use. */
#ifndef FEATURES_GROUPS_H
#define FEATURES_GROUPS_H

#include "web/route.h"

extern const struct feature feature_groups;

#endif
