/* A request as the dispatcher sees it: parsed, decoded, bounded. Pure: no sockets, no store. Fuzzed. */
#ifndef HTTP_REQUEST_H
#define HTTP_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

/* One decoded name and value of a query, body or cookie header. */
struct pair {
	const char *name;
	const char *value;
};

struct pairs {
	struct pair *list;
	size_t count;
};

struct request {
	enum method method;
	const char *path;         /* decoded, begins with '/', no "//", "/./", "/../" or NUL */
	const char *query;        /* as sent, without '?' */
	struct pairs parameters;  /* of the query */
	struct pairs cookies;
	const char *host;
	const char *accept;
	const char *content_type; /* "" if none */
	const char *address;      /* the client's, as the trusted proxy says */
	const char *if_none_match;
	const char *referer;
	bool is_tls;
	const char *id;           /* for the log: 16 hex digits */
	const char *raw_body;     /* whole, bounded by BODY_LIMIT */
	size_t body_length;
	struct pairs fields;      /* of the body, once body_read was called */
};

enum { BODY_LIMIT = 1024 * 1024, FIELD_LIMIT = 4000, QUERY_LIMIT = 8192, PATH_LIMIT = 1024 };

/* What is wrong with a request: the status to answer, 0 if nothing. */
int request_path_read(struct request *request, const char *raw_uri); /* fills path, query, parameters; 400 or 414 */
int request_body_read(struct request *request);                      /* fills fields; 400, 413, 415 (only urlencoded) or 422 */
void request_cookies_read(struct request *request, const char *header);

/* Decodes "a=1&b=2" (percent, plus). False for broken percent escapes, NUL, invalid UTF-8 or more than FIELD_LIMIT pairs. */
bool pairs_read(struct pairs *pairs, const char *text, size_t length);
/* The first value of `name`; NULL if there is none. */
const char *pairs_value(const struct pairs *pairs, const char *name);
void pairs_add(struct pairs *pairs, const char *name, const char *value);

/* Shorthands: "" when missing. */
const char *request_parameter(const struct request *request, const char *name);
const char *request_field(const struct request *request, const char *name);
const char *request_cookie(const struct request *request, const char *name);

#endif
