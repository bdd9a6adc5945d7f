/* Building addresses: percent-encoding and local paths. */
#ifndef HTTP_URL_H
#define HTTP_URL_H

#include <stdbool.h>

/* `text` percent-encoded for a query value. */
char *url_encode(const char *text);
/* Whether `path` is an address of this site: begins with one '/', no scheme, no "//", no backslash, no control characters. */
bool url_is_local(const char *path);

#endif
