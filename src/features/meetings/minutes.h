/* What the pages of minutes share. */
#ifndef FEATURES_MEETINGS_MINUTES_H
#define FEATURES_MEETINGS_MINUTES_H

#include "web/visit.h"

/* Makes the meeting's minutes the visit's case; answers 404 and returns false when there are none that the viewer may read. */
bool minutes_enter(struct visit *visit);
/* Their text (a copy): as kept last, or with the draft; an empty object if nothing was written. */
struct doc *minutes_text(struct visit *visit, bool is_kept);
/* Whether the viewer may write the draft now. */
bool minutes_may_write(const struct visit *visit);
/* Corrections of a part (NULL: all): {id, part, wording, why, answer, state, state_key, is_kept, is_open, by_name, by_key, decide_path, created_at …}. */
struct doc *corrections_shown(struct visit *visit, const char *part, bool may_decide);

#endif
