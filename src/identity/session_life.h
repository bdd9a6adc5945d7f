/* What makes a session one: its hash and how long it lives unused. For identity's own files. */
#ifndef IDENTITY_SESSION_LIFE_H
#define IDENTITY_SESSION_LIFE_H

#include "adapters/doc.h"

enum { SESSION_IDLE = 24 * 3600, SESSION_IDLE_SHORT = 30 * 60 };

/* The keyed hash of a cookie's token, as sessions are stored. */
char *session_hash_of(const char *token);
/* Whether a session_row was used lately enough; false for NULL. */
bool session_is_live(const struct doc *row);

#endif
