/* The one number that rises with every change a visitor can see: what cached pages are compared with. */
#ifndef WORKFLOW_PUBLIC_VERSION_H
#define WORKFLOW_PUBLIC_VERSION_H

#include "adapters/db.h"

/* The number now. */
int64_t public_version(struct db *db);
/* Raises it, in the transaction of the change. */
void public_version_raise(struct db *db);

#endif
