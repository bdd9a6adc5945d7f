/* The addresses of projects: method, pattern, who may enter, function. */
#include "features/projects/projects.h"

const struct feature feature_projects = {"projects", NULL, 0, NULL};
