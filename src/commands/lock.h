/* DATA/serve.lock: held while the portal is served, so that nothing replaces its data meanwhile. */
#ifndef COMMANDS_LOCK_H
#define COMMANDS_LOCK_H

/* Takes the lock for as long as the process (and its children) live; waits up to `wait_ms`. The descriptor, or -1 with a message
 * on standard error. */
int lock_take(int wait_ms);

#endif
