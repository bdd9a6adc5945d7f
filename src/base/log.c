/* Writes one line with one write, so that the lines of several workers never mix. */
#include "base/log.h"

#include "base/clock.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void line_write(const char *line, size_t length)
{
	if (write(STDERR_FILENO, line, length) < 0)
		return; /* nobody left to tell */
}

static void text_escape(char *to, size_t room, const char *from)
{
	size_t used = 0;
	for (; *from && used + 8 < room; from++) {
		unsigned char c = (unsigned char)*from;
		if (c == '"' || c == '\\')
			to[used++] = '\\';
		to[used++] = c < 0x20 ? ' ' : (char)c;
	}
	to[used] = '\0';
}

void log_line(const char *level, const char *format, ...)
{
	char message[1024];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	char escaped[1200];
	text_escape(escaped, sizeof escaped, message);
	char line[1400];
	int length = snprintf(line, sizeof line, "{\"time\":%lld,\"level\":\"%s\",\"pid\":%d,\"message\":\"%s\"}\n",
	                      (long long)time(NULL), level, (int)getpid(), escaped);
	line_write(line, (size_t)length);
}

void log_access(const char *id, const char *route, int status, double milliseconds, unsigned long bytes)
{
	char line[512];
	int length = snprintf(line, sizeof line,
	                      "{\"time\":%lld,\"level\":\"access\",\"id\":\"%s\",\"route\":\"%s\",\"status\":%d,\"ms\":%.1f,\"bytes\":%lu}\n",
	                      (long long)time(NULL), id, route, status, milliseconds, bytes);
	line_write(line, (size_t)length);
}
