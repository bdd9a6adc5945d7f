/* The keeper of the workers: one loop over signals and the pipes on which new workers report ready. What the workers are doing
 * is told by workers_list.c; what a worker does is worker.c's. */
#include "commands/workers.h"

#include "base/log.h"
#include "commands/workers_list.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PAUSE_LEAST_MS = 100, PAUSE_MOST_MS = 10000, LIVED_MS = 1000, DRAIN_MS = 35000, WAIT_MS = 1000 };

struct keeper {
	const struct workers_plan *plan;
	struct workers_list list;
	int signals;
	int generation;     /* raised by each reload */
	int pause_ms;       /* how long the next start waits after a failed one */
	int64_t not_before; /* when the next start may be */
	int64_t kill_at;    /* when draining ends; 0 while serving */
	bool has_served;
	bool has_failed;
	bool reload_is_wanted;
};

static int signals_open(void)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGHUP);
	sigaddset(&set, SIGCHLD);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGPIPE, SIG_IGN);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void drain_begin(struct keeper *keeper)
{
	if (keeper->kill_at)
		return;
	keeper->kill_at = milliseconds_now() + DRAIN_MS;
	for (struct worker *worker = workers_first(&keeper->list); worker; worker = workers_next(&keeper->list, worker))
		worker_leave(worker);
}

static void drain_end(struct keeper *keeper)
{
	if (!keeper->kill_at || milliseconds_now() < keeper->kill_at)
		return;
	for (struct worker *worker = workers_first(&keeper->list); worker; worker = workers_next(&keeper->list, worker))
		kill(worker->pid, SIGKILL);
}

static bool reload_is_running(const struct keeper *keeper)
{
	return workers_count(&keeper->list, WORKERS_OLD, keeper->generation) > 0;
}

static void reload_begin(struct keeper *keeper)
{
	bool is_busy = reload_is_running(keeper) || workers_count(&keeper->list, WORKERS_STARTING, 0) > 0;
	if (!keeper->reload_is_wanted || is_busy)
		return;
	log_line("info", "reloading: a new worker is started");
	keeper->reload_is_wanted = false;
	keeper->generation++;
}

/* The old workers become the current ones again. */
static void reload_give_up(struct keeper *keeper)
{
	log_line("error", "reload failed: the new worker did not start, the old ones stay");
	for (struct worker *worker = workers_first(&keeper->list); worker; worker = workers_next(&keeper->list, worker))
		worker->generation = keeper->generation;
}

/* A worker more than planned only while a reload exchanges them; a single one until the first was ready. */
static bool worker_is_wanted(const struct keeper *keeper)
{
	const struct workers_list *list = &keeper->list;
	int current = workers_count(list, WORKERS_CURRENT, keeper->generation);
	bool one_by_one = !keeper->has_served || reload_is_running(keeper);
	if (keeper->kill_at || current >= keeper->plan->count || milliseconds_now() < keeper->not_before)
		return false;
	return !one_by_one || workers_count(list, WORKERS_STARTING, 0) == 0;
}

static void workers_fill(struct keeper *keeper)
{
	reload_begin(keeper);
	while (worker_is_wanted(keeper))
		if (!worker_start(&keeper->list, keeper->plan, keeper->generation)) {
			log_line("error", "no new process: %s", strerror(errno));
			keeper->not_before = milliseconds_now() + PAUSE_MOST_MS;
		}
}

static void pause_raise(struct keeper *keeper)
{
	keeper->pause_ms = keeper->pause_ms ? keeper->pause_ms * 2 : PAUSE_LEAST_MS;
	if (keeper->pause_ms > PAUSE_MOST_MS)
		keeper->pause_ms = PAUSE_MOST_MS;
	keeper->not_before = milliseconds_now() + keeper->pause_ms;
}

static void start_failed(struct keeper *keeper)
{
	if (!keeper->has_served) {
		keeper->has_failed = true;
		drain_begin(keeper);
	} else if (reload_is_running(keeper)) {
		reload_give_up(keeper);
	} else {
		pause_raise(keeper);
	}
}

static void death_log(const struct worker *worker, int status)
{
	if (WIFSIGNALED(status))
		log_line("error", "worker %d was ended by signal %d (%s)", (int)worker->pid, WTERMSIG(status), strsignal(WTERMSIG(status)));
	else
		log_line("error", "worker %d ended with status %d", (int)worker->pid, WEXITSTATUS(status));
}

static void worker_died(struct keeper *keeper, const struct worker *worker, int status)
{
	if (keeper->kill_at || worker->is_leaving)
		return;
	death_log(worker, status);
	if (!worker->is_ready)
		start_failed(keeper);
	else if (milliseconds_now() - worker->started < LIVED_MS)
		pause_raise(keeper);
	else
		keeper->pause_ms = 0;
}

static void workers_reap(struct keeper *keeper)
{
	int status;
	for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
		struct worker *worker = workers_find(&keeper->list, pid);
		if (!worker)
			continue;
		struct worker dead = *worker;
		worker_forget(worker);
		worker_died(keeper, &dead, status);
	}
}

/* Each new worker sends an old one away; the last sends all that are left. */
static void worker_ready(struct keeper *keeper, struct worker *worker)
{
	worker->is_ready = true;
	keeper->pause_ms = 0;
	if (worker->is_leaving)
		return;
	if (!keeper->has_served && keeper->plan->served)
		keeper->plan->served();
	keeper->has_served = true;
	bool is_last = workers_count(&keeper->list, WORKERS_READY, keeper->generation) >= keeper->plan->count;
	struct worker *old;
	while ((old = workers_old(&keeper->list, keeper->generation))) {
		worker_leave(old);
		if (!is_last)
			return;
	}
}

static void signals_take(struct keeper *keeper)
{
	struct signalfd_siginfo info;
	while (read(keeper->signals, &info, sizeof info) == sizeof info) {
		if (info.ssi_signo == SIGHUP)
			keeper->reload_is_wanted = keeper->has_served;
		else if (info.ssi_signo != SIGCHLD)
			drain_begin(keeper);
	}
	workers_reap(keeper);
}

static void keeper_wait(struct keeper *keeper)
{
	struct pollfd polled[1 + WORKERS_MOST] = {{.fd = keeper->signals, .events = POLLIN}};
	struct worker *asked[1 + WORKERS_MOST] = {NULL};
	nfds_t count = 1;
	for (struct worker *worker = workers_first(&keeper->list); worker; worker = workers_next(&keeper->list, worker)) {
		if (worker->ready < 0)
			continue;
		asked[count] = worker;
		polled[count++] = (struct pollfd){.fd = worker->ready, .events = POLLIN};
	}
	poll(polled, count, keeper->pause_ms || keeper->kill_at ? PAUSE_LEAST_MS : WAIT_MS);
	for (nfds_t i = 1; i < count; i++)
		if (polled[i].revents && worker_reports(asked[i]))
			worker_ready(keeper, asked[i]);
	signals_take(keeper);
}

int workers_keep(const struct workers_plan *plan)
{
	struct keeper keeper = {.plan = plan, .signals = signals_open(), .generation = 1};
	while (!keeper.kill_at || workers_count(&keeper.list, WORKERS_ALL, 0) > 0) {
		workers_fill(&keeper);
		keeper_wait(&keeper);
		drain_end(&keeper);
	}
	close(keeper.signals);
	return keeper.has_failed ? 1 : 0;
}
