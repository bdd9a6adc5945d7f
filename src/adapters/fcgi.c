/* FastCGI between the front server and `serve`: one request at a time on a shared, non-blocking listening socket.
 *
 * SIGTERM and SIGINT are blocked and read through a signalfd that is waited on together with the socket, so there is no moment
 * in which a signal is lost and none in which it cuts a request. libfcgi's own poll times are shortened: they hold up a worker. */
#include "adapters/fcgi.h"

#include "base/arena.h"
#include "base/config.h"
#include "base/log.h"
#include "base/text.h"

#include <errno.h>
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 1024, MOST_SECONDS = 55 };

int fcgi_listen(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	if (strlen(path) >= sizeof address.sun_path) {
		fprintf(stderr, "kyodo: the socket's path is longer than %zu bytes: %s\nChoose a shorter data directory (KYODO_DATA).\n",
		        sizeof address.sun_path - 1, path);
		return -1;
	}
	strcpy(address.sun_path, path);
	int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	unlink(path);
	mode_t mask = umask(0117);
	bool is_bound = listener >= 0 && bind(listener, (struct sockaddr *)&address, sizeof address) == 0;
	umask(mask);
	if (is_bound && listen(listener, BACKLOG) == 0)
		return listener;
	fprintf(stderr, "kyodo: cannot listen on %s: %s\n", path, strerror(errno));
	if (listener >= 0)
		close(listener);
	return -1;
}

static const char *parameter(const FCGX_Request *fcgi, const char *name)
{
	const char *value = FCGX_GetParam(name, fcgi->envp);
	return value ? value : "";
}

static enum method method_read(const char *name)
{
	if (text_equal(name, "GET"))
		return METHOD_GET;
	if (text_equal(name, "HEAD"))
		return METHOD_HEAD;
	return text_equal(name, "POST") ? METHOD_POST : METHOD_OTHER;
}

static const char *id_make(void)
{
	unsigned long long number = 0;
	if (getrandom(&number, sizeof number, 0) != sizeof number)
		number = (unsigned long long)getpid();
	return arena_text("%016llx", number);
}

/* The last address of X-Forwarded-For that is not itself a trusted proxy's. */
static const char *forwarded_address(const char *header, const char *trusted, const char *peer)
{
	const char *address = peer;
	for (int i = 0; text_piece(header, ',', i); i++) {
		const char *piece = text_trim(text_piece(header, ',', i));
		if (*piece && !text_has_word(trusted, piece))
			address = piece;
	}
	return address;
}

static void client_read(struct request *request, const FCGX_Request *fcgi)
{
	const char *trusted = config("trusted_proxy");
	const char *peer = parameter(fcgi, "REMOTE_ADDR");
	request->address = arena_copy(peer);
	request->is_tls = text_equal(parameter(fcgi, "HTTPS"), "on");
	if (!*peer || !text_has_word(trusted, peer))
		return;
	request->address = arena_copy(forwarded_address(parameter(fcgi, "HTTP_X_FORWARDED_FOR"), trusted, peer));
	request->is_tls = text_equal(parameter(fcgi, "HTTP_X_FORWARDED_PROTO"), "https");
}

/* 0, or the status of a body that is too long or shorter than was said. */
static int body_take(struct request *request, const FCGX_Request *fcgi)
{
	const char *said = parameter(fcgi, "CONTENT_LENGTH");
	long long length = *said ? text_number(said) : 0;
	request->raw_body = "";
	if (length < 0)
		return 400;
	if (length > BODY_LIMIT)
		return 413;
	if (length == 0)
		return 0;
	char *body = arena_alloc((size_t)length + 1);
	if (FCGX_GetStr(body, (int)length, fcgi->in) != length)
		return 400;
	request->raw_body = body;
	request->body_length = (size_t)length;
	return 0;
}

/* The request as the dispatcher wants it; 0, or the status to answer at once. */
static int request_take(struct request *request, const FCGX_Request *fcgi)
{
	request->id = id_make();
	request->method = method_read(parameter(fcgi, "REQUEST_METHOD"));
	request->host = arena_copy(parameter(fcgi, "HTTP_HOST"));
	request->accept = arena_copy(parameter(fcgi, "HTTP_ACCEPT"));
	request->content_type = arena_copy(parameter(fcgi, "CONTENT_TYPE"));
	request->if_none_match = arena_copy(parameter(fcgi, "HTTP_IF_NONE_MATCH"));
	request->referer = arena_copy(parameter(fcgi, "HTTP_REFERER"));
	client_read(request, fcgi);
	request_cookies_read(request, parameter(fcgi, "HTTP_COOKIE"));
	int status = request_path_read(request, parameter(fcgi, "REQUEST_URI"));
	return status ? status : body_take(request, fcgi);
}

/* What never reaches the dispatcher is answered in few words. */
static void refusal_write(struct response *response, int status)
{
	response->status = status;
	response_header(response, "Content-Type", "text/plain; charset=utf-8");
	response_header(response, "Cache-Control", "no-store");
	response_header(response, "X-Content-Type-Options", "nosniff");
	response_header(response, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
	buffer_addf(&response->body, "%d %s\n送られた内容を読み取れませんでした。\n", status, status_words(status));
}

static bool status_has_body(int status)
{
	return status != 204 && status != 304;
}

static void response_send(const struct response *response, enum method method, FCGX_Request *fcgi)
{
	struct buffer head = {0};
	int status = response->status ? response->status : 500;
	buffer_addf(&head, "Status: %d %s\r\n", status, status_words(status));
	for (int i = 0; i < response->header_count; i++)
		buffer_addf(&head, "%s: %s\r\n", response->headers[i].name, response->headers[i].value);
	if (status_has_body(status))
		buffer_addf(&head, "Content-Length: %zu\r\n", response->body.length);
	buffer_add(&head, "\r\n");
	FCGX_PutStr(head.text, (int)head.length, fcgi->out);
	if (status_has_body(status) && method != METHOD_HEAD && response->body.length)
		FCGX_PutStr(response->body.text, (int)response->body.length, fcgi->out);
}

/* A handler that never ends is ended by the alarm, with its process; another worker takes its place. */
static void request_serve(FCGX_Request *fcgi, void (*serve)(struct request *request, struct response *response),
                          void (*after)(struct request *request))
{
	struct request request = {0};
	struct response response = {0};
	alarm(MOST_SECONDS);
	int refused = request_take(&request, fcgi);
	if (refused)
		refusal_write(&response, refused);
	else
		serve(&request, &response);
	response_send(&response, request.method, fcgi);
	FCGX_Finish_r(fcgi);
	if (after && !refused)
		after(&request);
	alarm(0);
	arena_reset();
}

/* A descriptor that becomes readable when this process is told to stop. */
static int stop_open(void)
{
	sigset_t set;
	sigemptyset(&set);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGINT);
	sigprocmask(SIG_BLOCK, &set, NULL);
	return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

/* EPOLLEXCLUSIVE: a new connection wakes one idle worker, not all. */
static int queue_open(int listener, int stop)
{
	int queue = epoll_create1(EPOLL_CLOEXEC);
	struct epoll_event connection = {.events = EPOLLIN | EPOLLEXCLUSIVE, .data.fd = listener};
	struct epoll_event ending = {.events = EPOLLIN, .data.fd = stop};
	if (queue >= 0 && epoll_ctl(queue, EPOLL_CTL_ADD, listener, &connection) == 0 &&
	    epoll_ctl(queue, EPOLL_CTL_ADD, stop, &ending) == 0)
		return queue;
	log_line("error", "fcgi: cannot wait on the socket: %s", strerror(errno));
	return -1;
}

/* Waits for a connection; false when it is time to stop. */
static bool connection_wait(int queue, int stop)
{
	struct epoll_event events[2];
	int count = epoll_wait(queue, events, 2, -1);
	for (int i = 0; i < count; i++)
		if (events[i].data.fd == stop)
			return false;
	return count >= 0 || errno == EINTR;
}

int fcgi_serve(int socket, void (*serve)(struct request *request, struct response *response), void (*after)(struct request *request))
{
	setenv("LIBFCGI_IS_AF_UNIX_KEEPER_POLL_TIMEOUT", "500", 1);
	setenv("LIBFCGI_OS_CLOSE_POLL_TIMEOUT", "100", 1);
	int stop = stop_open();
	int queue = queue_open(socket, stop);
	FCGX_Request fcgi;
	if (queue < 0 || FCGX_Init() != 0 || FCGX_InitRequest(&fcgi, socket, 0) != 0)
		return 1;
	while (connection_wait(queue, stop)) {
		int result = FCGX_Accept_r(&fcgi);
		if (result == 0)
			request_serve(&fcgi, serve, after);
		else if (result != -EAGAIN && result != -EWOULDBLOCK && result != -EINTR)
			log_line("warning", "fcgi: a connection could not be accepted: %s", strerror(-result));
	}
	close(queue);
	close(stop);
	return 0;
}
