/* The worker processes there are, as their keeper sees them. Included by workers*.c alone. */
#ifndef COMMANDS_WORKERS_LIST_H
#define COMMANDS_WORKERS_LIST_H

#include "commands/workers.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { WORKERS_MOST = 256 };

struct worker {
	pid_t pid;       /* 0: a free place */
	int ready;       /* the pipe on which it reports; -1 once it did */
	int generation;  /* of the reload it was started for */
	int64_t started; /* milliseconds_now */
	bool is_ready;
	bool is_leaving;
};

struct workers_list {
	struct worker places[WORKERS_MOST];
};

/* Milliseconds of a clock that never jumps. */
int64_t milliseconds_now(void);

/* for (struct worker *w = workers_first(list); w; w = workers_next(list, w)); NULL at the end. One may be forgotten on the way. */
struct worker *workers_first(struct workers_list *list);
struct worker *workers_next(struct workers_list *list, const struct worker *worker);
/* The worker of that process; NULL if there is none. */
struct worker *workers_find(struct workers_list *list, pid_t pid);
/* One that serves and is older than `generation`; NULL if there is none. */
struct worker *workers_old(struct workers_list *list, int generation);

enum workers_kind {
	WORKERS_ALL,
	WORKERS_STARTING, /* not yet ready */
	WORKERS_CURRENT,  /* of `generation`, not leaving */
	WORKERS_READY,    /* of `generation`, ready, not leaving */
	WORKERS_OLD,      /* older than `generation`, not leaving */
};
int workers_count(const struct workers_list *list, enum workers_kind kind, int generation);

/* Forks one; false with errno. */
bool worker_start(struct workers_list *list, const struct workers_plan *plan, int generation);
/* Tells it to end after its request. */
void worker_leave(struct worker *worker);
/* Reads its pipe: true when it says that it is ready, false when it ended before. */
bool worker_reports(struct worker *worker);
void worker_forget(struct worker *worker);

#endif
