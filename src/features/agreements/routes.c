/* The addresses of agreements: method, pattern, who may enter, function. */
#include "features/agreements/agreements.h"

const struct feature feature_agreements = {"agreements", NULL, 0, NULL};
