/* What is decided about meetings from facts alone: no SQL, no pages. */
#ifndef FEATURES_MEETINGS_RULES_H
#define FEATURES_MEETINGS_RULES_H

#include "identity/viewer.h"
#include "workflow/case_file.h"

/* Whether people may still sign up, change or cancel. */
bool signup_is_open(const char *state, int day_on, int today);
/* The state of a sign-up: absent, in (online, no limit, or a seat is left) or waiting. `had` is its state before ("asked" if new); who has a
 * seat keeps it, who waits at the place goes on waiting until promoted. */
const char *signup_state(const char *way, const char *had_way, const char *had, int64_t seats_left);
/* Seats left; a large number without a limit. */
int64_t seats_left(int64_t capacity, int64_t taken);

/* The day on which the agenda is to be fixed: `days` before the meeting, not before today. */
int agenda_due(int day_on, int64_t days, int today);
/* Whether `word` is one of go take continue drop. */
bool result_is_known(const char *word);

/* The viewer stands on the side that did not promise: a group's promise is the city's to accept, the city's the group's. */
bool promise_is_theirs(const struct viewer *viewer, const struct case_file *subject, const char *side);
/* The viewer stands on the side that promised. */
bool promise_is_own(const struct viewer *viewer, const struct case_file *subject, const char *side);

/* Who may write the draft of the minutes: the coordinator; after the city's days are over also the co-chairs' sides. */
bool minutes_may_draft(const struct viewer *viewer, const struct case_file *minutes, int today);
/* The side of a meeting on which the viewer stands: group (co-chair's contact), city (department, coordinator), "" none. */
const char *meeting_side(const struct viewer *viewer, const struct case_file *subject);

#endif
