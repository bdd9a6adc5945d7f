/* The lock of a served data directory: flock, so the kernel releases it when the last holder ends. */
#include "commands/lock.h"

#include "base/config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

enum { STEP_MS = 20 };

static bool lock_try(int file, int wait_ms)
{
	for (int waited = 0; flock(file, LOCK_EX | LOCK_NB) != 0; waited += STEP_MS) {
		if (waited >= wait_ms)
			return false;
		nanosleep(&(struct timespec){.tv_nsec = STEP_MS * 1000000L}, NULL);
	}
	return true;
}

int lock_take(int wait_ms)
{
	const char *path = config_data_path("serve.lock");
	int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (file < 0) {
		fprintf(stderr, "kyodo: cannot open %s: %s\nIs %s the data directory, and yours?\n", path, strerror(errno), config("data"));
		return -1;
	}
	if (lock_try(file, wait_ms))
		return file;
	fprintf(stderr, "kyodo: %s is in use by a running portal. Stop it first (its process is in %s).\n", config("data"),
	        config_data_path("serve.pid"));
	close(file);
	return -1;
}
