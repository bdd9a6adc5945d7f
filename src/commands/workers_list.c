/* Starting, counting and finding worker processes. When to do so is decided in workers.c. */
#include "commands/workers_list.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

int64_t milliseconds_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static struct worker *place_from(struct workers_list *list, size_t index)
{
	for (; index < WORKERS_MOST; index++)
		if (list->places[index].pid)
			return &list->places[index];
	return NULL;
}

struct worker *workers_first(struct workers_list *list)
{
	return place_from(list, 0);
}

struct worker *workers_next(struct workers_list *list, const struct worker *worker)
{
	return place_from(list, (size_t)(worker - list->places) + 1);
}

struct worker *workers_find(struct workers_list *list, pid_t pid)
{
	for (struct worker *worker = workers_first(list); worker; worker = workers_next(list, worker))
		if (worker->pid == pid)
			return worker;
	return NULL;
}

static bool worker_is(const struct worker *worker, enum workers_kind kind, int generation)
{
	bool is_current = worker->generation == generation && !worker->is_leaving;
	switch (kind) {
	case WORKERS_STARTING:
		return !worker->is_ready && !worker->is_leaving;
	case WORKERS_CURRENT:
		return is_current;
	case WORKERS_READY:
		return is_current && worker->is_ready;
	case WORKERS_OLD:
		return worker->generation < generation && !worker->is_leaving;
	default:
		return true;
	}
}

int workers_count(const struct workers_list *list, enum workers_kind kind, int generation)
{
	int count = 0;
	for (size_t i = 0; i < WORKERS_MOST; i++)
		count += list->places[i].pid && worker_is(&list->places[i], kind, generation);
	return count;
}

struct worker *workers_old(struct workers_list *list, int generation)
{
	for (struct worker *worker = workers_first(list); worker; worker = workers_next(list, worker))
		if (worker_is(worker, WORKERS_OLD, generation))
			return worker;
	return NULL;
}

/* In the child: only SIGTERM counts (the terminal's Ctrl-C is for the keeper), and it comes also when the keeper dies. */
static void child_run(const struct workers_plan *plan, int ready, pid_t keeper)
{
	sigset_t open_again;
	sigemptyset(&open_again);
	sigaddset(&open_again, SIGINT);
	sigaddset(&open_again, SIGHUP);
	sigaddset(&open_again, SIGCHLD);
	signal(SIGINT, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	sigprocmask(SIG_UNBLOCK, &open_again, NULL);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	exit(getppid() == keeper ? plan->work(plan->socket, ready) : 1);
}

static struct worker *place_free(struct workers_list *list)
{
	for (size_t i = 0; i < WORKERS_MOST; i++)
		if (!list->places[i].pid)
			return &list->places[i];
	return NULL;
}

bool worker_start(struct workers_list *list, const struct workers_plan *plan, int generation)
{
	struct worker *place = place_free(list);
	pid_t keeper = getpid();
	int ends[2];
	if (!place || pipe2(ends, O_CLOEXEC) != 0)
		return false;
	pid_t pid = fork();
	if (pid == 0) {
		close(ends[0]);
		child_run(plan, ends[1], keeper);
	}
	close(ends[1]);
	if (pid < 0) {
		close(ends[0]);
		return false;
	}
	*place = (struct worker){.pid = pid, .ready = ends[0], .generation = generation, .started = milliseconds_now()};
	return true;
}

void worker_leave(struct worker *worker)
{
	worker->is_leaving = true;
	kill(worker->pid, SIGTERM);
}

bool worker_reports(struct worker *worker)
{
	char byte;
	bool is_ready = read(worker->ready, &byte, 1) == 1;
	close(worker->ready);
	worker->ready = -1;
	return is_ready;
}

void worker_forget(struct worker *worker)
{
	if (worker->ready >= 0)
		close(worker->ready);
	*worker = (struct worker){0};
}
