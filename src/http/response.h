/* A response under construction: status, headers, body. Headers cannot be injected: a value with CR, LF or NUL is a mistake of ours. */
#ifndef HTTP_RESPONSE_H
#define HTTP_RESPONSE_H

#include "base/buffer.h"

enum { HEADERS_MOST = 24 };

struct response {
	int status;
	struct {
		const char *name;
		const char *value;
	} headers[HEADERS_MOST];
	int header_count;
	struct buffer body;
};

/* Sets a header; a second one of its name replaces the first, but for Set-Cookie. Both texts live until the response is sent. */
void response_header(struct response *response, const char *name, const char *value);
/* The value of a header set so far, or NULL. */
const char *response_header_of(const struct response *response, const char *name);
const char *status_words(int status); /* "Not Found" */

#endif
