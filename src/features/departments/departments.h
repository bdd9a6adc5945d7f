/* The public face of departments: what later features may use. */
#ifndef FEATURES_DEPARTMENTS_H
#define FEATURES_DEPARTMENTS_H

#include "web/route.h"

extern const struct feature feature_departments;

#endif
