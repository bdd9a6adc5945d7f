/* The public face of home: what later features may use. */
#ifndef FEATURES_HOME_H
#define FEATURES_HOME_H

#include "web/route.h"

extern const struct feature feature_home;

#endif
