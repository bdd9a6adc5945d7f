/* The machine of groups. */
#ifndef FEATURES_GROUPS_MOVES_H
#define FEATURES_GROUPS_MOVES_H

#include "workflow/move.h"

extern const struct machine group_machine;

#endif
