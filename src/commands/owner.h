/* Whose rights the program runs with. */
#ifndef COMMANDS_OWNER_H
#define COMMANDS_OWNER_H

#include <stdbool.h>

/* Started as root on a data directory of somebody else: becomes that owner for good. False with a message if it cannot. */
bool owner_become(void);

/* Root that stays root gives up every capability, where the program's files can still be read without them. */
void owner_drop_capabilities(void);

#endif
