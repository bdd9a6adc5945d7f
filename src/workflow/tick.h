/* What time does: reminders of the engine, and whatever features register. Safe to run twice or late. */
#ifndef WORKFLOW_TICK_H
#define WORKFLOW_TICK_H

#include "adapters/db.h"

/* Registers a feature's part (once a process, from its start function). It must do nothing when run again. */
void tick_register(void (*each)(struct db *db));
/* Runs the engine's part and all registered ones in the caller's transaction. A part that fails is undone alone and logged; false then. */
bool tick_run(struct db *db);

#endif
