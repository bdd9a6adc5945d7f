/* The addresses of departments: method, pattern, who may enter, function. */
#include "features/departments/departments.h"

const struct feature feature_departments = {"departments", NULL, 0, NULL};
