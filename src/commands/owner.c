/* Root gives its rights away: to the owner of the data directory, or at least its capabilities. */
#include "commands/owner.h"

#include "base/arena.h"
#include "base/config.h"
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

bool owner_become(void)
{
	struct stat data;
	if (geteuid() != 0 || stat(config("data"), &data) != 0 || data.st_uid == 0)
		return true;
	if (setgroups(1, &data.st_gid) == 0 && setgid(data.st_gid) == 0 && setuid(data.st_uid) == 0 && setuid(0) != 0)
		return true;
	fprintf(stderr, "kyodo: cannot become the owner of %s: %s\nRun it as that user.\n", config("data"), strerror(errno));
	return false;
}

static bool capabilities_set(const struct __user_cap_data_struct *sets)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	return syscall(SYS_capset, &header, sets) == 0;
}

static bool capabilities_get(struct __user_cap_data_struct *sets)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	return syscall(SYS_capget, &header, sets) == 0;
}

static bool file_is_open_to_us(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file >= 0)
		close(file);
	return file >= 0;
}

/* First only the effective set goes: that can be taken back when root turns out to live on its right to read everything. */
void owner_drop_capabilities(void)
{
	struct __user_cap_data_struct before[2];
	struct __user_cap_data_struct less[2];
	if (geteuid() != 0 || !capabilities_get(before))
		return;
	memcpy(less, before, sizeof less);
	less[0].effective = less[1].effective = 0;
	bool can_read = capabilities_set(less) && file_is_open_to_us(arena_text("%s/schema.sql", config("root"))) &&
	                file_is_open_to_us(arena_text("%s/templates", config("root"))) && file_is_open_to_us(config_data_path("kyodo.db"));
	if (!can_read) {
		capabilities_set(before);
		log_line("warning", "capabilities are kept: without them root may not read the program's own files");
		return;
	}
	struct __user_cap_data_struct none[2] = {0};
	if (!capabilities_set(none) || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		log_line("warning", "capabilities could not be dropped: %s", strerror(errno));
}
