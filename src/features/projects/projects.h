/* The public face of projects: what later features may use. */
#ifndef FEATURES_PROJECTS_H
#define FEATURES_PROJECTS_H

#include "web/route.h"

extern const struct feature feature_projects;

#endif
