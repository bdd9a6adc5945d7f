/* kyodo mail: delivers the outbox, once or until it is told to stop. A mail is claimed in one transaction and marked in another, so that no
 * lock is held while a server is slow; a mail whose mark is lost is sent again under the same Message-ID. */
#include "commands/commands.h"

#include "adapters/db.h"
#include "adapters/mail.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/log.h"
#include "base/text.h"
#include "commands/usage.h"
#include "workflow/notice.h"

#include <signal.h>
#include <stdio.h>
#include <time.h>

enum { PAUSE_SECONDS = 2, PAUSE_UNREACHABLE_SECONDS = 30, TURN_WAIT_MS = 10000 };

static volatile sig_atomic_t is_stopping;

struct count {
	int sent;
	int waiting;
	int refused;
};

static void stop_note(int signal_number)
{
	(void)signal_number;
	is_stopping = 1;
}

static struct doc *claim(struct db *db)
{
	if (!db_begin(db, TURN_WAIT_MS))
		return NULL;
	struct doc *row = outbox_claim(db);
	return db_commit(db) ? row : NULL;
}

static void mark(struct db *db, int64_t id, enum mail_result result, const char *answer)
{
	if (!db_begin(db, TURN_WAIT_MS))
		return;
	if (result == MAIL_SENT)
		outbox_update_sent(db, id, answer);
	else if (result == MAIL_REFUSED)
		outbox_update_refused(db, id, answer);
	else
		outbox_update_retry(db, id, answer);
	db_commit(db);
}

/* The log names the mail by its number only. */
static void result_log(int64_t id, enum mail_result result)
{
	static const char *const words[] = {[MAIL_SENT] = "sent", [MAIL_RETRY] = "to be tried again", [MAIL_REFUSED] = "refused"};
	log_line(result == MAIL_SENT ? "info" : "warning", "mail %lld %s", (long long)id, words[result]);
}

static enum mail_result deliver(struct db *db, const struct doc *row)
{
	struct mail mail = {
		.id = doc_int(row, "id"),
		.email = doc_text(row, "email"),
		.subject = doc_text(row, "subject"),
		.body = doc_text(row, "body"),
		.message_id = doc_text(row, "message_id"),
		.at = clock_now(),
	};
	const char *answer = "";
	enum mail_result result = mail_send(&mail, &answer);
	mark(db, mail.id, result, answer);
	result_log(mail.id, result);
	return result;
}

/* Everything that is due; stops at the first sign that no server can be reached. */
static struct count deliver_due(struct db *db)
{
	struct count count = {0};
	struct doc *row;
	while (!is_stopping && (row = claim(db))) {
		enum mail_result result = deliver(db, row);
		count.sent += result == MAIL_SENT;
		count.waiting += result == MAIL_RETRY;
		count.refused += result == MAIL_REFUSED;
		arena_reset();
		if (result == MAIL_RETRY && mail_is_unreachable())
			break;
	}
	mail_close();
	return count;
}

static void deliver_for_ever(struct db *db)
{
	struct sigaction action = {.sa_handler = stop_note};
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	while (!is_stopping) {
		struct count count = deliver_due(db);
		bool is_down = count.waiting && mail_is_unreachable();
		nanosleep(&(struct timespec){.tv_sec = is_down ? PAUSE_UNREACHABLE_SECONDS : PAUSE_SECONDS}, NULL);
	}
}

static int deliver_once(struct db *db)
{
	struct count count = deliver_due(db);
	printf("%d sent, %d to be tried again, %d refused\n", count.sent, count.waiting, count.refused);
	if (count.sent && !*config("smtp_url"))
		printf("There is no smtp_url: the mails are in %s.\n", config_data_path("mail"));
	return count.waiting ? 1 : 0;
}

int command_mail(int argc, char **argv)
{
	bool is_loop = argc == 1 && text_equal(argv[0], "--loop");
	if (argc > 0 && !is_loop)
		return usage_wrong("mail", argv[0]);
	struct db *db = db_open(config_data_path("kyodo.db"), DB_WRITER);
	if (!db) {
		fprintf(stderr, "kyodo: there is no database in %s. Make one: kyodo init\n", config("data"));
		return 1;
	}
	signal(SIGPIPE, SIG_IGN);
	int status = 0;
	if (is_loop)
		deliver_for_ever(db);
	else
		status = deliver_once(db);
	db_close(db);
	return status;
}
