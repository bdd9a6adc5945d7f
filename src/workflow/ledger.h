/* The public record: an append-only, hash-chained ledger of moves. No person's name is ever in it.
 * hash = SHA-256(previous hash ‖ number ‖ time ‖ content_hash) over their texts (number and time in decimal; the first
 * previous hash is 64 zeros); content_hash = SHA-256(salt ‖ content), content as sorted compact JSON. */
#ifndef WORKFLOW_LEDGER_H
#define WORKFLOW_LEDGER_H

#include "adapters/db.h"
#include "identity/viewer.h"

/* Appends; returns the entry's number. `content` must hold no person's name. */
int64_t ledger_append(struct db *db, int64_t case_id, const char *move, bool is_shut, const struct doc *content);

/* Public entries, newest first, before `before` (0: from the newest): {number, at, hash, content_hash, is_open, content (object, only when open), path}. */
struct doc *ledger_list(struct db *db, int64_t before, int limit);
/* Entries from `number` upwards as record.jsonl lines: {number, time, content_hash, hash, salt?, content?}. */
char *ledger_lines(struct db *db, int64_t from, int limit, int64_t *last);
/* Whether the chain holds; *complaint names the first broken entry. */
bool ledger_verify(struct db *db, char **complaint);

/* Erases an entry's salt and content for good; the chain stays verifiable. */
void ledger_erase(struct db *db, int64_t number);
/* "past_<kind>_<move>" if there is such a text, else the button's "move_<kind>_<move>". */
char *move_past_key(const char *kind, const char *move);

/* A case's timeline as the viewer may see it, oldest first: {number, at, effective_on, move, text_key ("move_<kind>_<name>" past form),
 * role_key ("role_<role>"), is_group, is_city, reason, clause, from, to, state_key}. Shut entries only for the parties. `with_children` adds the thread's other cases. */
struct doc *ledger_timeline(struct db *db, const struct viewer *viewer, int64_t case_id, bool with_children);

#endif
