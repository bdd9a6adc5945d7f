/* The public face of meetings: what later features may use. */
#ifndef FEATURES_MEETINGS_H
#define FEATURES_MEETINGS_H

#include "web/route.h"

extern const struct feature feature_meetings;

#endif
