/* The log: one line of JSON on standard error. No personal data, no query strings, no secrets. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* level: "info", "warning", "error". `format` is printf's. */
void log_line(const char *level, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The access log's line: route is the pattern, never the address. */
void log_access(const char *id, const char *route, int status, double milliseconds, unsigned long bytes);

#endif
