/* The addresses of home: method, pattern, who may enter, function. */
#include "features/home/home.h"

const struct feature feature_home = {"home", NULL, 0, NULL};
