/* Percent-encoding by RFC 3986 and the check against open redirects. Decoding is request.c's. */
#include "http/url.h"

#include "base/buffer.h"

#include <string.h>

static bool byte_is_unreserved(unsigned char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c && strchr("-._~", c));
}

char *url_encode(const char *text)
{
	struct buffer out = {0};
	buffer_add(&out, "");
	for (const char *at = text ? text : ""; *at; at++) {
		if (byte_is_unreserved((unsigned char)*at))
			buffer_add_part(&out, at, 1);
		else
			buffer_addf(&out, "%%%02X", (unsigned char)*at);
	}
	return out.text;
}

bool url_is_local(const char *path)
{
	if (!path || path[0] != '/' || path[1] == '/')
		return false;
	for (const char *at = path; *at; at++)
		if ((unsigned char)*at < 0x20 || *at == 0x7f || *at == '\\')
			return false;
	return true;
}
