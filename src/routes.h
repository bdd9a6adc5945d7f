/* The list of all features, in the order that says who may use whom. */
#ifndef ROUTES_H
#define ROUTES_H

#include <stdbool.h>

/* Prints every route as text or JSON: method, path, access. Needs no database. */
void routes_print(bool is_json);

#endif
