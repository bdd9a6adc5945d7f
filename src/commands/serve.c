/* kyodo serve: takes the data directory, listens on its socket and keeps the workers. */
#include "commands/commands.h"

#include "adapters/fcgi.h"
#include "base/config.h"
#include "base/log.h"
#include "base/text.h"
#include "commands/lock.h"
#include "commands/owner.h"
#include "commands/usage.h"
#include "commands/worker.h"
#include "commands/workers.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { LOCK_MS = 3000, WORKERS_LEAST = 2, WORKERS_LIMIT = 64, FIRST_PASSED = 3 };

/* The settings' number, else one a core; never a single one, so that a slow request does not stop the portal. */
static int workers_wanted(void)
{
	long long wanted = text_number(config("workers"));
	if (wanted <= 0)
		wanted = sysconf(_SC_NPROCESSORS_ONLN);
	if (wanted < WORKERS_LEAST)
		return WORKERS_LEAST;
	return wanted > WORKERS_LIMIT ? WORKERS_LIMIT : (int)wanted;
}

/* The file appears when the portal answers: scripts wait for it. */
static void served_note(void)
{
	log_line("info", "serving on %s", config_data_path("kyodo.sock"));
	FILE *file = fopen(config_data_path("serve.pid"), "we");
	if (!file)
		return;
	fprintf(file, "%d\n", (int)getpid());
	fclose(file);
}

/* A socket that systemd passed (its unit keeps it over a restart of the program), or -1. */
static int socket_passed(void)
{
	const char *pid = getenv("LISTEN_PID");
	const char *count = getenv("LISTEN_FDS");
	if (!pid || !count || text_number(pid) != getpid() || text_number(count) < 1)
		return -1;
	fcntl(FIRST_PASSED, F_SETFD, FD_CLOEXEC);
	fcntl(FIRST_PASSED, F_SETFL, fcntl(FIRST_PASSED, F_GETFL) | O_NONBLOCK);
	return FIRST_PASSED;
}

static int socket_serve(int socket)
{
	owner_drop_capabilities();
	return workers_keep(&(struct workers_plan){
		.socket = socket, .count = workers_wanted(), .work = worker_run, .served = served_note});
}

int command_serve(int argc, char **argv)
{
	if (argc > 0)
		return usage_wrong("serve", argv[0]);
	if (access(config_data_path("kyodo.db"), R_OK) != 0) {
		fprintf(stderr, "kyodo: there is no database in %s. Make one: kyodo init\n", config("data"));
		return 1;
	}
	int lock = lock_take(LOCK_MS);
	int passed = socket_passed();
	int socket = lock < 0 ? -1 : passed >= 0 ? passed : fcgi_listen(config_data_path("kyodo.sock"));
	if (socket < 0)
		return 1;
	unlink(config_data_path("serve.pid"));
	int status = socket_serve(socket);
	unlink(config_data_path("serve.pid"));
	if (passed < 0)
		unlink(config_data_path("kyodo.sock"));
	close(lock);
	return status;
}
