/* Guards and changes of the agreements' machine (changes.c), for its table (moves.c). */
#ifndef FEATURES_AGREEMENTS_MOVES_H
#define FEATURES_AGREEMENTS_MOVES_H

#include "workflow/move.h"

extern const struct machine agreements_machine;

/* Guards: the key of why not, NULL when it may. */
const char *agreement_refuse_confirmed_group(const struct moving *moving);      /* this side confirmed already */
const char *agreement_refuse_confirmed_city(const struct moving *moving);
const char *agreement_refuse_not_confirmed(const struct moving *moving);        /* not both */
const char *agreement_refuse_portal_way(const struct moving *moving);           /* 締結 by the portal alone where that is not allowed */
const char *agreement_refuse_change_confirmed_group(const struct moving *moving);
const char *agreement_refuse_change_confirmed_city(const struct moving *moving);
const char *agreement_refuse_change_not_confirmed(const struct moving *moving);
const char *agreement_refuse_ending(const struct moving *moving);               /* ending is being talked about */
const char *agreement_refuse_end_group(const struct moving *moving);
const char *agreement_refuse_end_city(const struct moving *moving);
const char *agreement_refuse_end_not_confirmed(const struct moving *moving);
const char *agreement_refuse_not_ending(const struct moving *moving);
const char *agreement_refuse_not_changed(const struct moving *moving);

/* What else a move changes. */
void agreement_change_open(struct moving *moving);
void agreement_change_offer(struct moving *moving);
void agreement_change_confirm_group(struct moving *moving);
void agreement_change_confirm_city(struct moving *moving);
void agreement_change_complete(struct moving *moving);
void agreement_change_decide(struct moving *moving);
void agreement_change_conclude(struct moving *moving);
void agreement_change_correct_conclude(struct moving *moving);
void agreement_change_change(struct moving *moving);
void agreement_change_change_offer(struct moving *moving);
void agreement_change_change_confirm_group(struct moving *moving);
void agreement_change_change_confirm_city(struct moving *moving);
void agreement_change_changed(struct moving *moving);
void agreement_change_change_drop(struct moving *moving);
void agreement_change_end_group(struct moving *moving);
void agreement_change_end_city(struct moving *moving);
void agreement_change_end(struct moving *moving);
void agreement_change_end_drop(struct moving *moving);

/* When both sides confirmed the same text, the decision is next. */
void agreement_follow_confirm(struct moving *moving);

/* An agreed proposal opens its agreement. */
void agreement_open_after_proposal(struct moving *moving);
/* tick: what is past its last day expires. */
void agreement_tick(struct db *db);

#endif
