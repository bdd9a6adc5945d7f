/* iCalendar texts (libical): what people put into their own calendars. Knows no feature. */
#ifndef ADAPTERS_CALENDAR_H
#define ADAPTERS_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

struct calendar_event {
	const char *uid;     /* the same at every download: "meeting-12@host" */
	const char *title;
	const char *place;   /* "" none */
	const char *about;   /* "" none */
	const char *url;     /* absolute; "" none */
	int64_t begins_at;   /* instants */
	int64_t ends_at;
	int64_t changed_at;
	int64_t sequence;    /* rises with every change */
	bool is_cancelled;
};

/* A calendar of that name with the events, as text/calendar with CRLF and folded lines; times in UTC. Lives in the request's arena. */
char *calendar_text(const char *name, const struct calendar_event *events, int count);

#endif
