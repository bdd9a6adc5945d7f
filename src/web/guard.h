/* The guard: who may enter a route, and the proof of will of a POST. Runs before any handler. */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include "web/visit.h"

/* Loads the {id}'s case and decides by the route's access; answers and returns false when the visit ends here. */
bool guard_enter(struct visit *visit);
/* Decides by the route's proof once the body is read; answers 403 and returns false when it is missing. */
bool guard_proof(struct visit *visit);

/* What is shown when somebody whose session has ended posts a form: a sign-in form that keeps what was typed. */
void guard_on_expired(void (*show)(struct visit *visit));

/* The masked csrf value for forms of this page; makes the form cookie for those not signed in. */
char *guard_csrf(struct visit *visit);

#endif
