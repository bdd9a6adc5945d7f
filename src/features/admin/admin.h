/* The public face of admin: what later features may use. */
#ifndef FEATURES_ADMIN_H
#define FEATURES_ADMIN_H

#include "web/route.h"

extern const struct feature feature_admin;

#endif
