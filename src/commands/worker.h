/* One worker process: its stores, its templates, its loop. */
#ifndef COMMANDS_WORKER_H
#define COMMANDS_WORKER_H

/* Reads settings and templates anew, opens both connections, says so on `ready`, and answers requests until SIGTERM. The exit status. */
int worker_run(int socket, int ready);

#endif
