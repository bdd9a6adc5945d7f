/* The server's side of SMTP, one conversation after the other. */
#include "support/smtp.h"
#include "support/test.h"

#include "base/arena.h"
#include "base/config.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t server;
static char folder_path[200];

static const struct {
	const char *start;
	const char *at_rcpt;
	const char *at_end;
} behaviours[] = {
	{"gone@", "550 5.1.1 No such user", NULL}, {"full@", "552 5.2.2 Mailbox full", NULL}, {"later@", "450 4.2.1 Try later", NULL},
	{"relay@", "554 5.7.1 Relay access denied", NULL}, {"crash@", "250 ok", ""}, {"spam@", "250 ok", "554 5.6.0 Refused"},
	{"", "250 2.1.5 ok", "250 2.0.0 taken as 42"},
};

static int behaviour_of(const char *rcpt)
{
	int i = 0;
	while (!strstr(rcpt, behaviours[i].start))
		i++;
	return i;
}

static void message_keep(FILE *in, int number)
{
	char path[300], line[2000];
	snprintf(path, sizeof path, "%s/%d", folder_path, number);
	FILE *file = fopen(path, "w");
	while (fgets(line, sizeof line, in) && strcmp(line, ".\r\n") != 0)
		fputs(*line == '.' ? line + 1 : line, file);
	fclose(file);
}

static void conversation(int client, int *number)
{
	FILE *in = fdopen(client, "r"), *out = fdopen(dup(client), "w");
	char line[2000];
	int how = 0;
	fputs("220 test ESMTP\r\n", out);
	while (fflush(out) == 0 && fgets(line, sizeof line, in)) {
		const char *answer = "250 ok";
		if (strncmp(line, "EHLO", 4) == 0)
			answer = "250-test\r\n250 SIZE 1000000";
		if (strncmp(line, "RCPT", 4) == 0)
			answer = behaviours[how = behaviour_of(line)].at_rcpt;
		if (strncmp(line, "QUIT", 4) == 0)
			break;
		if (strncmp(line, "DATA", 4) == 0) {
			fputs("354 go on\r\n", out);
			fflush(out);
			message_keep(in, ++*number);
			answer = behaviours[how].at_end;
			if (!*answer)
				break;
		}
		fprintf(out, "%s\r\n", answer);
	}
	fclose(out);
	fclose(in);
}

void smtp_begin(const char *folder)
{
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof address;
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	assert_int_equal(bind(listener, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(listen(listener, 8), 0);
	getsockname(listener, (struct sockaddr *)&address, &length);
	snprintf(folder_path, sizeof folder_path, "%s", folder);
	fflush(NULL);
	server = fork();
	if (server == 0) {
		alarm(20);
		for (int number = 0;;)
			conversation(accept(listener, NULL, NULL), &number);
	}
	close(listener);
	config_set("smtp_url", arena_text("smtp://127.0.0.1:%d", ntohs(address.sin_port)));
}

void smtp_end(void)
{
	kill(server, SIGKILL);
	waitpid(server, NULL, 0);
	config_set("smtp_url", "");
}

const char *smtp_message(int nth)
{
	FILE *file = fopen(arena_text("%s/%d", folder_path, nth), "r");
	if (!file)
		return "";
	char *text = arena_alloc(100000);
	text[fread(text, 1, 99999, file)] = '\0';
	fclose(file);
	return text;
}
