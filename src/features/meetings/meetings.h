/* The public face of meetings: what later features may use. */
#ifndef FEATURES_MEETINGS_H
#define FEATURES_MEETINGS_H

#include "web/route.h"

/* Who sets meetings up without pages (the demonstration, tests) performs the moves of its machines by name, with these values:
 * meetings.open {kind, day, starts, ends, place, stop, online, capacity, about} with title, group_id and department_id (the co-chairs) in the case;
 * add_item {case_id, title, note, group_id, department_id, state "proposed"}; accept_item and refuse_item {item_id}; postpone {day, starts, ends};
 * hold {came_site, came_online}, which opens the minutes (kind "minutes", parent the meeting); results {results: [{id, result, note}]}.
 * minutes.put_out takes the text from the draft version of the minutes: {attendance, summary, decisions, item_<id>, promises: [{who "g12" or "d3",
 * what, due, item "item_<id>"}]}; then ask, confirm_group, confirm_city. promises.move {due}; promises.correct {what, due}. */
extern const struct feature feature_meetings;

#endif
