/* The addresses of admin: method, pattern, who may enter, function. */
#include "features/admin/admin.h"

const struct feature feature_admin = {"admin", NULL, 0, NULL};
