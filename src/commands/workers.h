/* The processes that answer: started, replaced when they die, renewed one by one on SIGHUP, drained on SIGTERM.
 * The process that keeps them holds no database and no templates. */
#ifndef COMMANDS_WORKERS_H
#define COMMANDS_WORKERS_H

/* What a worker is: `work` runs in each child with the shared socket; it writes one byte to `ready` and closes it as soon as it can answer,
 * then serves until SIGTERM, and returns the exit status. `served` runs once in the keeper, when the first worker is ready. */
struct workers_plan {
	int socket;
	int count;
	int (*work)(int socket, int ready);
	void (*served)(void);
};

/* Keeps `count` workers until SIGTERM or SIGINT, then drains them. 0; 1 if the very first never became ready. */
int workers_keep(const struct workers_plan *plan);

#endif
