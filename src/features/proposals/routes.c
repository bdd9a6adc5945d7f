/* The addresses of proposals: method, pattern, who may enter, function. */
#include "features/proposals/proposals.h"

const struct feature feature_proposals = {"proposals", NULL, 0, NULL};
