/* The addresses of desk: method, pattern, who may enter, function. */
#include "features/desk/desk.h"

const struct feature feature_desk = {"desk", NULL, 0, NULL};
