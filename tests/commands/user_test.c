/* kyodo user: accounts and posts from the command line. */
#include "support/portal.h"
#include "support/test.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "commands/commands.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char printed[2000];

/* Runs `kyodo user …` on the portal's folder and keeps what it prints. The key is the test's. */
static int user_run(struct portal *portal, const char *const *words)
{
	char *argv[8];
	int argc = 0;
	while (words[argc] && argc < 8) {
		argv[argc] = arena_copy(words[argc]);
		argc++;
	}
	const char *data = arena_copy(config("data"));
	const char *out = arena_text("%s/printed", portal->folder);
	fflush(NULL);
	int kept = dup(STDOUT_FILENO), kept_errors = dup(STDERR_FILENO);
	assert_non_null(freopen(out, "w", stdout));
	dup2(STDOUT_FILENO, STDERR_FILENO);
	const char *key = arena_text("%s/secret.key", portal->folder);
	if (access(key, F_OK) != 0)
		assert_int_equal(symlink(arena_text("%s/secret.key", data), key), 0);
	config_set("data", portal->folder);
	int status = command_user(argc, argv);
	config_set("data", data);
	fflush(NULL);
	dup2(kept, STDOUT_FILENO);
	dup2(kept_errors, STDERR_FILENO);
	close(kept);
	close(kept_errors);
	FILE *file = fopen(out, "r");
	printed[fread(printed, 1, sizeof printed - 1, file)] = '\0';
	fclose(file);
	return status;
}

#define RUN(...) user_run(portal, (const char *const[]){__VA_ARGS__, NULL})

/* The path of the link on the first printed line. */
static const char *printed_path(const char *start)
{
	const char *at = strstr(printed, start);
	assert_non_null(at);
	return arena_copy_part(at, strcspn(at, "\n"));
}

TEST(an_account_is_added_and_opened_by_its_link)
{
	struct portal *portal = portal_new();
	assert_int_equal(RUN("add", "Kakari@Example.jp", "--role", "coordinator"), 0);
	assert_string_equal(portal_text(portal, "SELECT role FROM seats"), "coordinator");
	assert_int_equal(portal_int(portal, "SELECT is_coordinator FROM departments"), 1);
	struct browser *browser = browser_new(portal, 0);
	const char *path = printed_path("/invite/");
	assert_int_equal(browser_get(browser, path), 200);
	assert_int_equal(browser_post(browser, path, FIELDS("name", "係の人", "password", "midori kasa sangatsu")), 303);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_int_equal(RUN("add", "Kakari@example.jp", "--role", "admin"), 1);
	assert_non_null(strstr(printed, "has an account already"));
}

TEST(a_role_replaces_the_city_post_before)
{
	struct portal *portal = portal_new();
	portal_department(portal, "environment", "環境課", false);
	assert_int_equal(RUN("add", "a@example.jp", "--role", "admin"), 0);
	assert_int_equal(RUN("role", "a@example.jp", "staff:environment"), 0);
	const char *day = day_iso(day_today());
	const char *now = arena_text("SELECT group_concat(role) FROM seats WHERE until_on = '' OR until_on >= '%s'", day);
	assert_string_equal(portal_text(portal, now), "staff");
	assert_int_equal(RUN("role", "a@example.jp", "--role", "resident"), 0);
	assert_string_equal(portal_text(portal, now), "");
}

TEST(what_cannot_be_done_is_said_and_changes_nothing)
{
	struct portal *portal = portal_new();
	assert_int_equal(RUN("add", "a@example.jp", "--role", "king"), 1);
	assert_non_null(strstr(printed, "king is no role"));
	assert_int_equal(RUN("add", "a@example.jp", "--role", "staff:nowhere"), 1);
	assert_int_equal(RUN("role", "a@example.jp", "admin"), 1);
	assert_int_equal(RUN("reset", "a@example.jp"), 1);
	assert_int_equal(RUN("reset", "nonsense"), 2);
	assert_int_equal(RUN("add", "a@example.jp"), 2);
	assert_int_equal(RUN("paint", "a@example.jp"), 2);
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM people"), 0);
}

TEST(an_account_is_reset_and_closed)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "a@example.jp", "青木 花");
	assert_int_equal(RUN("reset", "a@example.jp"), 0);
	assert_int_equal(browser_get(browser_new(portal, 0), printed_path("/password/")), 200);
	struct browser *browser = browser_new(portal, person);
	assert_int_equal(browser_get(browser, "/account"), 200);
	assert_int_equal(RUN("disable", "a@example.jp"), 0);
	assert_int_equal(browser_get(browser, "/account"), 303);
}
