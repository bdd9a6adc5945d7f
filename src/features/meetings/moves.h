/* The machines of meetings, minutes and promises, and what they do to one another. */
#ifndef FEATURES_MEETINGS_MOVES_H
#define FEATURES_MEETINGS_MOVES_H

#include "workflow/move.h"

extern const struct machine meetings_machine;
extern const struct machine minutes_machine;
extern const struct machine promises_machine;

/* Opens the minutes of a meeting that was held (once). */
void minutes_start(struct moving *moving);
/* Whether the viewer decides about the wording: the coordinator, or the side that drafted when the city was late. */
bool minutes_is_drafter(struct db *db, const struct viewer *viewer, const struct case_file *minutes);
/* Opens a promise; `row`: {side, group_id, department_id, what, by_on, item_id}. */
void promise_open(struct moving *moving, int64_t meeting_id, const struct doc *row);
/* Shows the promises of a meeting to everybody. */
void promise_publish_all(struct moving *moving, int64_t meeting_id);
/* What search finds of a meeting. */
void meeting_words_update(struct db *db, int64_t meeting_id);

/* Performs a quiet move for the viewer, whatever the version. */
enum move_result move_quiet(struct db *db, const struct viewer *viewer, int64_t case_id, const char *move, const struct doc *values);

#endif
