/* The public face of record: what later features may use. */
#ifndef FEATURES_RECORD_H
#define FEATURES_RECORD_H

#include "web/route.h"

extern const struct feature feature_record;

#endif
