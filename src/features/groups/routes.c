/* The addresses of groups: method, pattern, who may enter, function. */
#include "features/groups/groups.h"

const struct feature feature_groups = {"groups", NULL, 0, NULL};
