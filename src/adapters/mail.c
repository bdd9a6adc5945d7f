/* The way of a mail to the server: libcurl's SMTP. What stands in it: mail_message.c. Only `kyodo mail` links to the network. */
#include "adapters/mail.h"

#include "base/arena.h"
#include "base/config.h"
#include "base/text.h"

#include <curl/curl.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { CONNECT_SECONDS = 15, SEND_SECONDS = 90, ANSWER_MOST = 300 };

static CURL *connection;
static bool is_unreachable;

/* One conversation: what is still to be sent, the last command, the last answer. */
struct talk {
	const char *message;
	size_t sent;
	size_t length;
	char command[16];
	char answer[ANSWER_MOST];
	bool is_over; /* QUIT was said: what follows tells nothing */
};

static size_t message_read(char *buffer, size_t size, size_t count, void *context)
{
	struct talk *talk = context;
	size_t left = talk->length - talk->sent;
	size_t part = size * count < left ? size * count : left;
	memcpy(buffer, talk->message + talk->sent, part);
	talk->sent += part;
	return part;
}

static void line_keep(char *to, size_t room, const char *line, size_t length)
{
	size_t part = length < room - 1 ? length : room - 1;
	memcpy(to, line, part);
	to[part] = '\0';
	to[strcspn(to, "\r\n")] = '\0';
}

/* libcurl tells what goes over the wire only to a debug function. */
static int wire_follow(CURL *handle, curl_infotype type, char *text, size_t length, void *context)
{
	struct talk *talk = context;
	(void)handle;
	if (type == CURLINFO_HEADER_OUT && length >= 4 && strncmp(text, "QUIT", 4) == 0)
		talk->is_over = true;
	else if (type == CURLINFO_HEADER_OUT)
		line_keep(talk->command, sizeof talk->command, text, length);
	else if (type == CURLINFO_HEADER_IN && !talk->is_over)
		line_keep(talk->answer, sizeof talk->answer, text, length);
	return 0;
}

static bool connection_open(void)
{
	if (!connection) {
		curl_global_init(CURL_GLOBAL_DEFAULT);
		connection = curl_easy_init();
	}
	if (connection)
		curl_easy_reset(connection);
	return connection != NULL;
}

void mail_close(void)
{
	if (connection)
		curl_easy_cleanup(connection);
	connection = NULL;
}

/* A relay on this machine needs no TLS, and its certificate is seldom one that anybody signed. */
static long tls_wanted(void)
{
	const char *host = strstr(config("smtp_url"), "//");
	host = host ? host + 2 : config("smtp_url");
	if (text_starts(host, "localhost") || text_starts(host, "127.") || text_starts(host, "[::1]"))
		return CURLUSESSL_NONE;
	return *config("smtp_user") ? CURLUSESSL_ALL : CURLUSESSL_TRY;
}

static void connection_set(struct talk *talk, struct curl_slist *to)
{
	curl_easy_setopt(connection, CURLOPT_URL, config("smtp_url"));
	curl_easy_setopt(connection, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(connection, CURLOPT_PROXY, "");
	curl_easy_setopt(connection, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(connection, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
	curl_easy_setopt(connection, CURLOPT_TIMEOUT, (long)SEND_SECONDS);
	curl_easy_setopt(connection, CURLOPT_USE_SSL, tls_wanted());
	if (*config("smtp_user")) {
		curl_easy_setopt(connection, CURLOPT_USERNAME, config("smtp_user"));
		curl_easy_setopt(connection, CURLOPT_PASSWORD, config("smtp_password"));
	}
	curl_easy_setopt(connection, CURLOPT_MAIL_FROM, arena_text("<%s>", mail_sender()));
	curl_easy_setopt(connection, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(connection, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(connection, CURLOPT_READFUNCTION, message_read);
	curl_easy_setopt(connection, CURLOPT_READDATA, talk);
	curl_easy_setopt(connection, CURLOPT_VERBOSE, 1L);
	curl_easy_setopt(connection, CURLOPT_DEBUGFUNCTION, wire_follow);
	curl_easy_setopt(connection, CURLOPT_DEBUGDATA, talk);
}

/* A refusal for good is a 5xx to RCPT that is about the address: not a full box (552), not the server's policy (5.7.x: a relay that is set up
 * wrongly must not strike everybody off). */
static bool is_refused(const struct talk *talk)
{
	return talk->answer[0] == '5' && strncmp(talk->command, "RCPT", 4) == 0 && strncmp(talk->answer, "552", 3) != 0 &&
	       !strstr(talk->answer, " 5.7.");
}

static enum mail_result smtp_send(const struct mail *mail, const char **answer)
{
	struct talk talk = {.message = mail_message(mail, MAIL_FOR_SERVER)};
	char fault[CURL_ERROR_SIZE] = "";
	talk.length = strlen(talk.message);
	struct curl_slist *to = curl_slist_append(NULL, arena_text("<%s>", mail->email));
	if (!connection_open())
		return MAIL_RETRY;
	connection_set(&talk, to);
	curl_easy_setopt(connection, CURLOPT_ERRORBUFFER, fault);
	CURLcode code = curl_easy_perform(connection);
	curl_easy_setopt(connection, CURLOPT_ERRORBUFFER, NULL);
	curl_slist_free_all(to);
	is_unreachable = code != CURLE_OK && !*talk.answer;
	if (code == CURLE_OK || talk.answer[0] == '4' || talk.answer[0] == '5')
		*answer = arena_copy(talk.answer);
	else
		*answer = arena_copy(*fault ? fault : curl_easy_strerror(code));
	if (code == CURLE_OK)
		return MAIL_SENT;
	return is_refused(&talk) ? MAIL_REFUSED : MAIL_RETRY;
}

static bool file_write(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	if (!file)
		return false;
	bool is_written = fputs(text, file) >= 0;
	return fclose(file) == 0 && is_written;
}

/* Under its name stands only a whole mail. */
static enum mail_result file_send(const struct mail *mail, const char **answer)
{
	const char *folder = config_data_path("mail");
	const char *path = arena_text("%s/%lld.eml", folder, (long long)mail->id);
	const char *part = arena_text("%s.part", path);
	bool has_folder = mkdir(folder, 0750) == 0 || errno == EEXIST;
	if (has_folder && file_write(part, mail_message(mail, MAIL_AS_FILE)) && rename(part, path) == 0) {
		*answer = arena_text("written to %s", path);
		return MAIL_SENT;
	}
	*answer = arena_text("cannot write %s: %s", path, strerror(errno));
	is_unreachable = true;
	return MAIL_RETRY;
}

enum mail_result mail_send(const struct mail *mail, const char **answer)
{
	*answer = "";
	is_unreachable = false;
	if (!mail_is_address(mail->email)) {
		*answer = "not an address that mail can be sent to";
		return MAIL_REFUSED;
	}
	return *config("smtp_url") ? smtp_send(mail, answer) : file_send(mail, answer);
}

bool mail_is_unreachable(void)
{
	return is_unreachable;
}
