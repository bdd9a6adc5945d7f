/* kyodo mail: what becomes of the outbox's rows after a talk with a server, and a second try under the same Message-ID. */
#include "support/portal.h"
#include "support/smtp.h"
#include "support/test.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "commands/commands.h"
#include "workflow/notice.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Runs `kyodo mail` on the portal's folder, its words unheard. */
static int mail_run(struct portal *portal)
{
	char data[300]; /* the command forgets the arena after each mail */
	snprintf(data, sizeof data, "%s", config("data"));
	fflush(stdout);
	int kept = dup(STDOUT_FILENO);
	assert_non_null(freopen("/dev/null", "w", stdout));
	config_set("data", portal->folder);
	int status = command_mail(0, NULL);
	config_set("data", data);
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	close(kept);
	return status;
}

static void mail_add(struct portal *portal, const char *email, int64_t person)
{
	outbox_insert(portal_store(portal), email, person, "件名", "本文");
	portal_done(portal);
}

static const char *state_of(struct portal *portal, const char *email)
{
	return portal_text(portal, arena_text("SELECT state FROM outbox WHERE email = '%s'", email));
}

TEST(each_mail_gets_its_own_end)
{
	struct portal *portal = portal_new();
	int64_t person = portal_person(portal, "gone@example.jp", "青木 花");
	mail_add(portal, "a@example.jp", 0);
	mail_add(portal, "later@example.jp", 0);
	mail_add(portal, "gone@example.jp", person);
	smtp_begin(test_folder());
	assert_int_equal(mail_run(portal), 1);
	smtp_end();
	assert_string_equal(state_of(portal, "a@example.jp"), "sent");
	assert_string_equal(state_of(portal, "later@example.jp"), "waiting");
	assert_string_equal(state_of(portal, "gone@example.jp"), "refused");
	assert_true(portal_int(portal, "SELECT email_refused_at FROM people") > 0);
	assert_true(portal_int(portal, "SELECT next_at FROM outbox WHERE email = 'later@example.jp'") > clock_now());
}

TEST(a_crash_of_the_server_loses_no_mail)
{
	struct portal *portal = portal_new();
	mail_add(portal, "crash@example.jp", 0);
	smtp_begin(test_folder());
	assert_int_equal(mail_run(portal), 1);
	assert_string_equal(state_of(portal, "crash@example.jp"), "waiting");
	clock_set(clock_iso(clock_now() + 120), 0);
	assert_int_equal(mail_run(portal), 1);
	const char *id = portal_text(portal, "SELECT message_id FROM outbox");
	assert_non_null(strstr(smtp_message(1), id));
	assert_non_null(strstr(smtp_message(2), id));
	smtp_end();
}

TEST(an_empty_outbox_is_nothing_to_do)
{
	struct portal *portal = portal_new();
	assert_int_equal(mail_run(portal), 0);
}
