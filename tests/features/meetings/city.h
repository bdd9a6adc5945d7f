/* A small city for the tests of meetings: a co-chairing group, another group, the city's section, a resident; and a meeting in a wanted state. */
#ifndef TESTS_FEATURES_MEETINGS_CITY_H
#define TESTS_FEATURES_MEETINGS_CITY_H

#include "support/portal.h"
#include "support/store.h"

struct city {
	struct portal *portal;
	int64_t group, other, department; /* cases and the coordinators' section */
	struct browser *coordinator, *contact, *member, *stranger, *staff, *resident, *visitor;
	int64_t contact_id, stranger_id, resident_id, coordinator_id, member_id, staff_id;
};

/* Fresh, on Monday 2026-06-01. */
struct city city_new(void);
/* A meeting on 2026-06-20, 13:30 to 15:00, with that many seats at the place ("" without a limit); its id. */
int64_t city_meeting(struct city *city, const char *capacity);
/* Presses the button of a case's move; the status. Fields as in browser_post, beside version. */
int city_move(struct city *city, struct browser *browser, int64_t case_id, const char *move, const char *const *fields);
/* A meeting with an open agenda, one item by the group and one by the other group. */
int64_t city_agenda(struct city *city);
/* The same, held on its day with 12 and 3 people. */
int64_t city_held(struct city *city);
/* The minutes of that meeting, drafted with a promise by the group and one by the city and put out; their id. */
int64_t city_minutes(struct city *city, int64_t meeting);
/* The clock stands there; everybody signs in anew, because sessions end after a day. */
void city_clock(struct city *city, const char *iso);
/* Days pass: tick runs at 9:00 of that day. */
void city_day(struct city *city, const char *day);
const char *city_path(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
