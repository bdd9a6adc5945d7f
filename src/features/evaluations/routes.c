/* The addresses of evaluations: method, pattern, who may enter, function. */
#include "features/evaluations/evaluations.h"

const struct feature feature_evaluations = {"evaluations", NULL, 0, NULL};
