/* The desk's lists: what waits on the viewer, what waits on others, what was begun. */
#ifndef FEATURES_DESK_LISTS_H
#define FEATURES_DESK_LISTS_H

#include "web/visit.h"

struct desk {
	struct doc *today;   /* due today or past */
	struct doc *week;    /* due within seven days */
	struct doc *later;   /* due later, or without a date */
	struct doc *waiting; /* on the other side */
	struct doc *begun;   /* drafts not sent */
};

/* Rows are cases (workflow/case_file.h) with action_path, action_key, waits_on_key, may_remind. */
struct desk desk_lists(struct visit *visit);

#endif
