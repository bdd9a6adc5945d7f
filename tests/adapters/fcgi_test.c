/* Twin of src/adapters/fcgi.c: a worker in a child process, and a front server of a few lines that speaks FastCGI to it. */
#include "adapters/fcgi.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/config.h"
#include "support/test.h"

#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BEGIN = 1, PARAMS = 4, STDIN = 5, STDOUT = 6 };

static char *socket_path;
static pid_t worker;

static void echo(struct request *request, struct response *response)
{
	response->status = strcmp(request->path, "/new") == 0 ? 201 : 200;
	response_header(response, "X-Id", request->id);
	buffer_addf(&response->body, "%d %s q=%s from %s tls=%d cookie=%s body=%zu", (int)request->method, request->path,
	            request_parameter(request, "q"), request->address, request->is_tls, request_cookie(request, "k"),
	            request->body_length);
}

static void worker_begin(void)
{
	socket_path = arena_text("%s/s", test_folder());
	int listener = fcgi_listen(socket_path);
	assert_true(listener >= 0);
	worker = fork();
	if (worker == 0)
		_exit(fcgi_serve(listener, echo, NULL));
	close(listener);
}

static int worker_end(void)
{
	int status = -1;
	kill(worker, SIGTERM);
	waitpid(worker, &status, 0);
	return status;
}

static void record_add(struct buffer *out, int type, const char *content, size_t length)
{
	const char head[8] = {1, (char)type, 0, 1, (char)(length >> 8), (char)(length & 0xff), 0, 0};
	buffer_add_part(out, head, sizeof head);
	buffer_add_part(out, content, length);
}

static void parameter_add(struct buffer *out, const char *name, const char *value)
{
	const char lengths[2] = {(char)strlen(name), (char)strlen(value)};
	buffer_add_part(out, lengths, 2);
	buffer_add(out, name);
	buffer_add(out, value);
}

/* The content of the answer's records of standard output. */
static char *answer_read(int file)
{
	struct buffer all = {0};
	struct buffer out = {0};
	char part[4096];
	ssize_t got;
	while ((got = read(file, part, sizeof part)) > 0)
		buffer_add_part(&all, part, (size_t)got);
	for (size_t at = 0; at + 8 <= all.length;) {
		const unsigned char *head = (const unsigned char *)all.text + at;
		size_t length = (size_t)head[4] * 256 + head[5];
		if (head[1] == STDOUT)
			buffer_add_part(&out, all.text + at + 8, length);
		at += 8 + length + head[6];
	}
	return arena_copy(buffer_text(&out));
}

/* `parameters` are names and values in turn, NULL at the end. */
static char *ask(const char *const *parameters, const char *body, size_t length)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	struct buffer out = {0};
	struct buffer pairs = {0};
	strcpy(address.sun_path, socket_path);
	for (; *parameters; parameters += 2)
		parameter_add(&pairs, parameters[0], parameters[1]);
	record_add(&out, BEGIN, "\0\1\0\0\0\0\0\0", 8);
	record_add(&out, PARAMS, pairs.text, pairs.length);
	record_add(&out, PARAMS, "", 0);
	if (length)
		record_add(&out, STDIN, body, length);
	record_add(&out, STDIN, "", 0);
	int file = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(connect(file, (struct sockaddr *)&address, sizeof address), 0);
	assert_int_equal(write(file, out.text, out.length), (ssize_t)out.length);
	char *answer = answer_read(file);
	close(file);
	return answer;
}

static char *get(const char *uri)
{
	return ask((const char *const[]){"REQUEST_METHOD", "GET", "REQUEST_URI", uri, "REMOTE_ADDR", "192.0.2.7", "HTTP_COOKIE", "k=v", NULL},
	           NULL, 0);
}

TEST(fcgi_hands_a_request_on_and_sends_the_answer)
{
	worker_begin();
	char *answer = get("/new?q=%E5%B8%82");
	assert_non_null(strstr(answer, "Status: 201 Created\r\n"));
	assert_non_null(strstr(answer, "\r\n\r\n0 /new q=市 from 192.0.2.7 tls=0 cookie=v body=0"));
	char *again = get("/new");
	assert_string_not_equal(strstr(answer, "X-Id: "), strstr(again, "X-Id: "));
	assert_int_equal(worker_end(), 0);
}

TEST(fcgi_believes_only_the_trusted_proxy)
{
	config_set("trusted_proxy", "192.0.2.1 192.0.2.2");
	worker_begin();
	const char *forwarded[] = {"REQUEST_METHOD", "GET", "REQUEST_URI", "/", "REMOTE_ADDR", "192.0.2.1", "HTTP_X_FORWARDED_FOR",
	                           "203.0.113.9, 198.51.100.4, 192.0.2.2", "HTTP_X_FORWARDED_PROTO", "https", NULL};
	assert_non_null(strstr(ask(forwarded, NULL, 0), "from 198.51.100.4 tls=1"));
	forwarded[5] = "192.0.2.3";
	assert_non_null(strstr(ask(forwarded, NULL, 0), "from 192.0.2.3 tls=0"));
	assert_int_equal(worker_end(), 0);
	config_set("trusted_proxy", "");
}

TEST(fcgi_takes_bodies_up_to_the_limit_and_no_broken_ones)
{
	worker_begin();
	const char *post[] = {"REQUEST_METHOD", "POST", "REQUEST_URI", "/", "CONTENT_LENGTH", "3", NULL};
	assert_non_null(strstr(ask(post, "a=b", 3), "2 / q= from  tls=0 cookie= body=3"));
	post[5] = "9";
	assert_non_null(strstr(ask(post, "a=b", 3), "Status: 400 "));
	post[5] = "1048577";
	assert_non_null(strstr(ask(post, "a=b", 3), "Status: 413 "));
	post[5] = "-1";
	assert_non_null(strstr(ask(post, "", 0), "Status: 400 "));
	assert_int_equal(worker_end(), 0);
}

TEST(fcgi_refuses_addresses_before_anybody_sees_them)
{
	worker_begin();
	assert_non_null(strstr(get("/a/../b"), "Status: 400 "));
	assert_non_null(strstr(get(""), "Status: 400 "));
	assert_int_equal(worker_end(), 0);
}

TEST(fcgi_answers_head_without_a_body)
{
	worker_begin();
	char *answer = ask((const char *const[]){"REQUEST_METHOD", "HEAD", "REQUEST_URI", "/", NULL}, NULL, 0);
	assert_non_null(strstr(answer, "Content-Length: "));
	assert_string_equal(strstr(answer, "\r\n\r\n"), "\r\n\r\n");
	assert_int_equal(worker_end(), 0);
}

TEST(fcgi_socket_is_for_owner_and_group)
{
	const char *path = arena_text("%s/s", test_folder());
	int listener = fcgi_listen(path);
	struct stat info;
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0660);
	close(listener);
	char longest[200];
	memset(longest, 'x', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	assert_int_equal(fcgi_listen(longest), -1);
}
