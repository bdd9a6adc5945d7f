/* The agenda as one viewer may see it, and what follows from a result. */
#ifndef FEATURES_MEETINGS_AGENDA_H
#define FEATURES_MEETINGS_AGENDA_H

#include "identity/viewer.h"
#include "workflow/move.h"

/* Items: {id, number, title, title_key (instead of a title that is not public), path ("" none), note, by_name, is_group, is_city, is_portal, is_promise,
 * state, is_proposed, is_refused, reason, result, result_key, result_note ("" unless `with_notes`), group_id, department_id}. */
struct doc *agenda_shown(struct db *db, const struct viewer *viewer, int64_t meeting_id, bool with_notes);
/* One row of agenda_item_list in the same form. */
struct doc *item_shown(const struct viewer *viewer, const struct doc *row, bool with_notes);
/* The item's title as plain text in a language. */
const char *item_words(enum language language, const struct doc *shown);

/* Writes a result on the item and onto the timeline of its case, if its machine has the quiet move "discussed". */
void item_resolve(const struct moving *moving, const struct doc *item, const char *result, const char *note);
/* Cases the viewer may put on an agenda: {value, label}. */
struct doc *agenda_choices(struct db *db, const struct viewer *viewer);
/* Whether the viewer is of a party of the item (its proposer, or its case's group or department). */
bool item_is_of(const struct viewer *viewer, const struct doc *row);

#endif
