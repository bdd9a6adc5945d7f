/* The settings of this process, read from the file and then from the environment; and the clock of DATA, which is one of them. */
#include "base/config.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct setting {
	const char *key;
	const char *standard;
	const char *value; /* NULL: the standard one */
};

/* The standard city is a fictional one, for demonstrations. */
static struct setting settings[] = {
	{"data", "var", NULL},
	{"environment", "development", NULL},
	{"city", "みどり野市", NULL},
	{"code", "132128", NULL},
	{"service", "協働ポータル Kyodo", NULL},
	{"section", "地域協働課", NULL},
	{"address", "〒191-0000 みどり野市本町1-6-2", NULL},
	{"phone", "042-000-0000", NULL},
	{"hours", "開庁日の午前8時30分から午後5時15分まで", NULL},
	{"email", "kyodo@city.example", NULL},
	{"base_url", "http://127.0.0.1:8080", NULL},
	{"smtp_url", "", NULL},
	{"smtp_user", "", NULL},
	{"smtp_password", "", NULL},
	{"mail_from", "kyodo@city.example", NULL},
	{"trusted_proxy", "", NULL},
	{"workers", "", NULL},
	{"root", ".", NULL},
};

enum { SETTINGS = sizeof settings / sizeof *settings };

/* Every value ever set, because a value lives as long as the process. */
struct kept {
	struct kept *next;
	char text[];
};

static struct kept *kept_values;

static const char *value_keep(const char *value)
{
	size_t size = strlen(value) + 1;
	struct kept *kept = malloc(sizeof *kept + size);
	if (!kept)
		abort(); /* out of memory, as in the arena */
	memcpy(kept->text, value, size);
	kept->next = kept_values;
	kept_values = kept;
	return kept->text;
}

/* The setting of `key` among `some`, or NULL. */
static struct setting *setting_find(struct setting *some, const char *key)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (text_equal(some[i].key, key))
			return &some[i];
	return NULL;
}

const char *config(const char *key)
{
	const struct setting *setting = setting_find(settings, key);
	if (!setting)
		return "";
	return setting->value ? setting->value : setting->standard;
}

void config_set(const char *key, const char *value)
{
	struct setting *setting = setting_find(settings, key);
	assert(setting);
	setting->value = value_keep(value);
}

char *config_data_path(const char *name)
{
	return arena_text("%s/%s", config("data"), name);
}

/* What is wrong with a value, or NULL. */
static const char *value_fault(const char *key, const char *value)
{
	if (!text_is_utf8(value, strlen(value)))
		return "is not UTF-8";
	bool is_known = text_equal(value, "development") || text_equal(value, "production");
	if (text_equal(key, "environment") && !is_known)
		return "must be development or production";
	if (text_equal(key, "data") && !*value)
		return "must name a folder";
	return NULL;
}

/* One line of the file into `fresh`; what is wrong with it, or NULL. */
static const char *line_read(struct setting *fresh, const char *line)
{
	char *text = text_trim(line);
	if (!*text || *text == '#')
		return NULL;
	char *equals = strchr(text, '=');
	if (!equals)
		return "has no \"=\"; write key = value";
	char *key = text_trim(arena_copy_part(text, (size_t)(equals - text)));
	char *value = text_trim(equals + 1);
	struct setting *setting = setting_find(fresh, key);
	if (!setting)
		return arena_text("names \"%s\", which is no setting", key);
	const char *fault = value_fault(key, value);
	if (fault)
		return arena_text("sets %s, which %s", key, fault);
	setting->value = value_keep(value);
	return NULL;
}

static bool lines_read(struct setting *fresh, FILE *file, const char *path)
{
	char *line = NULL;
	size_t room = 0;
	bool is_right = true;
	for (int number = 1; is_right && getline(&line, &room, file) >= 0; number++) {
		bool has_mark = number == 1 && text_starts(line, "\xEF\xBB\xBF");
		const char *fault = line_read(fresh, has_mark ? line + 3 : line);
		if (fault)
			fprintf(stderr, "kyodo: %s:%d: this line %s\n", path, number, fault);
		is_right = !fault;
	}
	free(line);
	return is_right;
}

/* The file named by KYODO_CONF, which must be there, or DATA/kyodo.conf, which may be. */
static bool file_read(struct setting *fresh)
{
	const char *named = getenv("KYODO_CONF");
	const char *data = getenv("KYODO_DATA");
	bool is_named = named && *named;
	const char *folder = data && *data ? data : setting_find(fresh, "data")->standard;
	const char *path = is_named ? named : arena_text("%s/kyodo.conf", folder);
	FILE *file = fopen(path, "re");
	if (!file && errno == ENOENT && !is_named)
		return true;
	if (!file) {
		fprintf(stderr, "kyodo: cannot read the settings in %s: %s\n", path, strerror(errno));
		return false;
	}
	bool is_right = lines_read(fresh, file, path);
	fclose(file);
	return is_right;
}

/* KYODO_BASE_URL for base_url. */
static char *environment_name(const char *key)
{
	char *name = arena_text("KYODO_%s", key);
	for (char *at = name; *at; at++)
		*at = (char)toupper((unsigned char)*at);
	return name;
}

static bool environment_read(struct setting *fresh)
{
	for (size_t i = 0; i < SETTINGS; i++) {
		char *name = environment_name(fresh[i].key);
		const char *value = getenv(name);
		if (!value || (!*value && text_equal(fresh[i].key, "data")))
			continue;
		const char *fault = value_fault(fresh[i].key, value);
		if (fault) {
			fprintf(stderr, "kyodo: the variable %s %s\n", name, fault);
			return false;
		}
		fresh[i].value = value_keep(value);
	}
	return true;
}

/* The real instant at which `now` was true for the first process of this DATA, from DATA/clock-anchor: "1775001600 2026-…".
 * Whoever finds none, or one of another `now`, writes it; the lock makes that one process. -1 with errno on failure. */
static int64_t anchor_at(int anchor, const char *now)
{
	char held[128] = "";
	long long at = 0;
	char text[100] = "";
	if (flock(anchor, LOCK_EX) != 0 || pread(anchor, held, sizeof held - 1, 0) < 0)
		return -1;
	if (sscanf(held, "%lld %99s", &at, text) == 2 && at > 0 && text_equal(text, now))
		return at;
	at = (long long)time(NULL);
	char *line = arena_text("%lld %s\n", at, now);
	if (ftruncate(anchor, 0) != 0 || pwrite(anchor, line, strlen(line), 0) < 0)
		return -1;
	return at;
}

/* Gives a file that root made to the owner of DATA, so that the workers can open it. */
static void file_give(int file, const char *folder)
{
	struct stat owner;
	bool is_given = geteuid() != 0 || stat(folder, &owner) != 0 || fchown(file, owner.st_uid, owner.st_gid) == 0;
	if (!is_given)
		fprintf(stderr, "kyodo: cannot give clock-anchor to the owner of %s: %s\n", folder, strerror(errno));
}

/* Sets the clock to `now` on the anchor of DATA; without a DATA yet, from this moment on. */
static bool clock_share(const char *now)
{
	const char *path = config_data_path("clock-anchor");
	int anchor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (anchor < 0 && errno == ENOENT)
		return clock_set(now, 0);
	int64_t at = -1;
	if (anchor >= 0) {
		file_give(anchor, config("data"));
		at = anchor_at(anchor, now);
	}
	if (at < 0)
		fprintf(stderr, "kyodo: cannot share the clock in %s: %s\n", path, strerror(errno));
	if (anchor >= 0)
		close(anchor);
	return at >= 0 && clock_set(now, at);
}

static bool clock_load(void)
{
	const char *now = getenv("KYODO_NOW");
	if (!now || !*now)
		return true;
	if (text_equal(config("environment"), "production")) {
		fputs("kyodo: KYODO_NOW is set, but environment = production: a real portal runs on real time; unset it\n", stderr);
		return false;
	}
	if (!clock_set(now, 0)) {
		fprintf(stderr, "kyodo: KYODO_NOW must be like 2026-04-01T09:00:00+09:00, not %s\n", now);
		return false;
	}
	return clock_share(now);
}

bool config_load(void)
{
	struct setting fresh[SETTINGS];
	memcpy(fresh, settings, sizeof fresh);
	for (size_t i = 0; i < SETTINGS; i++)
		fresh[i].value = NULL;
	if (!file_read(fresh) || !environment_read(fresh))
		return false;
	memcpy(settings, fresh, sizeof fresh);
	return clock_load();
}
