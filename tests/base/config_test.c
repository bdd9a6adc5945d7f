/* Settings from file and environment, and the one clock of a DATA. */
#include "support/test.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void file_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static const char *file_text(const char *path)
{
	static char text[256];
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	return text;
}

/* Loads the settings of a DATA with this kyodo.conf; what it says on standard error goes to `said`. */
static bool load(const char *data, const char *conf, const char **said)
{
	setenv("KYODO_DATA", data, 1);
	if (conf)
		file_write(arena_text("%s/kyodo.conf", data), conf);
	const char *path = arena_text("%s/said", data);
	int kept = dup(STDERR_FILENO);
	int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	dup2(file, STDERR_FILENO);
	bool is_loaded = config_load();
	dup2(kept, STDERR_FILENO);
	close(file);
	close(kept);
	unsetenv("KYODO_DATA");
	*said = file_text(path);
	return is_loaded;
}

/* The variables and settings as they were before a test. */
static char *now_before;
static char *data_before;

static void environment_clear(void)
{
	now_before = getenv("KYODO_NOW") ? strdup(getenv("KYODO_NOW")) : NULL;
	data_before = strdup(config("data"));
	unsetenv("KYODO_NOW");
	unsetenv("KYODO_CONF");
}

static void environment_restore(void)
{
	unsetenv("KYODO_NOW");
	unsetenv("KYODO_CONF");
	unsetenv("KYODO_BASE_URL");
	unsetenv("KYODO_ENVIRONMENT");
	config_load();
	config_set("data", data_before);
	if (now_before)
		setenv("KYODO_NOW", now_before, 1);
	free(now_before);
	free(data_before);
}

TEST(config_has_defaults_without_a_file)
{
	const char *said;
	environment_clear();
	assert_true(load(test_folder(), NULL, &said));
	assert_string_equal(said, "");
	assert_string_equal(config("city"), "みどり野市");
	assert_string_equal(config("environment"), "development");
	assert_string_equal(config("smtp_url"), "");
	assert_string_equal(config("nothing"), "");
	environment_restore();
	assert_string_equal(config("root"), getenv("KYODO_ROOT") ? getenv("KYODO_ROOT") : ".");
}

TEST(config_reads_the_file_then_the_environment)
{
	const char *said;
	const char *data = test_folder();
	environment_clear();
	setenv("KYODO_BASE_URL", "https://kyodo.example", 1);
	assert_true(load(data, "\xEF\xBB\xBF# 設定\r\n\r\n city =  日野市 \r\nbase_url=http://x.example\nsmtp_password = a=b # c\n",
	                 &said));
	assert_string_equal(config("city"), "日野市");
	assert_string_equal(config("base_url"), "https://kyodo.example");
	assert_string_equal(config("smtp_password"), "a=b # c");
	assert_string_equal(config("data"), data);
	assert_string_equal(config_data_path("kyodo.db"), arena_text("%s/kyodo.db", data));
	environment_restore();
	assert_string_equal(config("city"), "みどり野市");
}

TEST(config_names_the_line_that_is_wrong)
{
	const char *said;
	const char *data = test_folder();
	environment_clear();
	config_set("city", "前の市");
	assert_false(load(data, "city = A\nctiy = B\n", &said));
	assert_non_null(strstr(said, "kyodo.conf:2:"));
	assert_non_null(strstr(said, "ctiy"));
	assert_string_equal(config("city"), "前の市"); /* nothing is half changed */
	assert_false(load(data, "city\n", &said));
	assert_non_null(strstr(said, "kyodo.conf:1:"));
	assert_false(load(data, "\n\nenvironment = test\n", &said));
	assert_non_null(strstr(said, "kyodo.conf:3:"));
	assert_false(load(data, "city = \x93\xFA\x96\xEC\n", &said));
	assert_non_null(strstr(said, "UTF-8"));
	environment_restore();
}

TEST(config_wants_the_file_that_is_named)
{
	const char *said;
	const char *data = test_folder();
	environment_clear();
	setenv("KYODO_CONF", arena_text("%s/else.conf", data), 1);
	assert_false(load(data, NULL, &said));
	assert_non_null(strstr(said, "else.conf"));
	file_write(arena_text("%s/else.conf", data), "city = 別の市\n");
	assert_true(load(data, "city = A\n", &said));
	assert_string_equal(config("city"), "別の市");
	environment_restore();
}

TEST(config_values_live_on)
{
	environment_clear();
	config_set("city", "一");
	const char *first = config("city");
	config_set("city", "二");
	assert_string_equal(first, "一");
	assert_string_equal(config("city"), "二");
	environment_restore();
}

TEST(clock_of_production_is_real)
{
	const char *said;
	environment_clear();
	setenv("KYODO_NOW", "2026-04-01T09:00:00+09:00", 1);
	assert_false(load(test_folder(), "environment = production\n", &said));
	assert_non_null(strstr(said, "KYODO_NOW"));
	setenv("KYODO_NOW", "tomorrow", 1);
	assert_false(load(test_folder(), NULL, &said));
	assert_non_null(strstr(said, "tomorrow"));
	environment_restore();
}

TEST(clock_is_one_for_all_processes_of_a_data)
{
	const char *said;
	const char *data = test_folder();
	const char *anchor = arena_text("%s/clock-anchor", data);
	environment_clear();
	setenv("KYODO_NOW", "2026-04-01T09:00:00+09:00", 1);
	file_write(anchor, arena_text("%lld 2026-04-01T09:00:00+09:00\n", (long long)time(NULL) - 600));
	assert_true(load(data, NULL, &said));
	assert_in_range(clock_now() - clock_at(day_make(2026, 4, 1), 9, 10), 0, 2);
	environment_restore();
}

TEST(clock_anchor_of_another_time_is_replaced)
{
	const char *said;
	const char *data = test_folder();
	const char *anchor = arena_text("%s/clock-anchor", data);
	environment_clear();
	setenv("KYODO_NOW", "2026-04-01T09:00:00+09:00", 1);
	assert_true(load(data, NULL, &said));
	assert_non_null(strstr(file_text(anchor), " 2026-04-01T09:00:00+09:00\n"));
	setenv("KYODO_NOW", "2027-01-04T08:30:00+09:00", 1);
	file_write(anchor, "12345 2026-04-01T09:00:00+09:00 and more than the new line\n");
	assert_true(load(data, NULL, &said));
	assert_non_null(strstr(file_text(anchor), " 2027-01-04T08:30:00+09:00\n"));
	assert_in_range(clock_now() - clock_at(day_make(2027, 1, 4), 8, 30), 0, 2);
	environment_restore();
}

TEST(clock_without_a_data_folder_starts_now)
{
	environment_clear();
	setenv("KYODO_DATA", "/nonexistent/kyodo", 1);
	setenv("KYODO_NOW", "2026-04-01T09:00:00+09:00", 1);
	assert_true(config_load());
	assert_in_range(clock_now() - clock_at(day_make(2026, 4, 1), 9, 0), 0, 2);
	unsetenv("KYODO_DATA");
	environment_restore();
}
