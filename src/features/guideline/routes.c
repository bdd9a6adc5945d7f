/* The addresses of guideline: method, pattern, who may enter, function. */
#include "features/guideline/guideline.h"

const struct feature feature_guideline = {"guideline", NULL, 0, NULL};
