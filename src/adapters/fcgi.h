/* FastCGI: accepts requests on one listening socket and hands each to `serve`. No other file knows libfcgi. */
#ifndef ADAPTERS_FCGI_H
#define ADAPTERS_FCGI_H

#include "http/request.h"
#include "http/response.h"

#include <stdbool.h>

/* Makes the listening Unix socket (0660); -1 with a message on standard error (also when the path is over 107 bytes). */
int fcgi_listen(const char *path);

/* Serves until SIGTERM, or until *stop is set by a signal handler; one request at a time. `serve` fills the response; the
 * arena is reset by `serve`'s caller after the response was sent; `after` (may be NULL) runs between sending and reset. */
int fcgi_serve(int socket, void (*serve)(struct request *request, struct response *response),
               void (*after)(struct request *request));

#endif
