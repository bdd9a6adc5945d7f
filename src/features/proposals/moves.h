/* The machine of proposals and what its files share: the table (moves.c), why not yet (guards.c), what follows (changes.c). */
#ifndef FEATURES_PROPOSALS_MOVES_H
#define FEATURES_PROPOSALS_MOVES_H

#include "features/proposals/store.h"
#include "workflow/move.h"

extern const struct machine proposals_machine;

/* ---- guards.c: a text key, or NULL when it may happen */
const char *refuse_not_opener(const struct moving *moving);     /* only the side that opened it, and only who may submit for it */
const char *refuse_submit(const struct moving *moving);         /* and of a group that stands in the register */
const char *refuse_from_city(const struct moving *moving);      /* only for a group's proposal */
const char *refuse_not_to_all(const struct moving *moving);     /* only for a 呼びかけ to all */
const char *refuse_not_to_one(const struct moving *moving);     /* only for one to a named group */
const char *refuse_early_lead(const struct moving *moving);     /* the coordinator acts as 主管課 after the set days only */
const char *refuse_no_department(const struct moving *moving);  /* the named department must exist */
const char *refuse_take_up(const struct moving *moving);        /* a registered group of mine, not taken up yet */
const char *refuse_agreed_group(const struct moving *moving);   /* agreed to this version already */
const char *refuse_agreed_city(const struct moving *moving);
const char *refuse_extended(const struct moving *moving);       /* moved once already */
const char *refuse_not_asked(const struct moving *moving);      /* only an invited group declines freely */
const char *refuse_child(const struct moving *moving);          /* a dialogue grown from an invitation never was checked or named */
const char *refuse_no_post(const struct moving *moving);
const char *refuse_same(const struct moving *moving);           /* nothing was changed since the version sent last */

/* ---- changes.c: before the state changes */
void change_open(struct moving *moving);
void change_submit(struct moving *moving);
void change_return(struct moving *moving);
void change_pass(struct moving *moving);
void change_release(struct moving *moving);
void change_offer(struct moving *moving);
void change_name(struct moving *moving);
void change_take_lead(struct moving *moving);
void change_decline_lead(struct moving *moving);
void change_unpass(struct moving *moving);
void change_dialogue(struct moving *moving);
void change_post(struct moving *moving);
void change_new_version(struct moving *moving);
void change_reopen(struct moving *moving);
void change_agree_group(struct moving *moving);
void change_agree_city(struct moving *moving);
void change_view_group(struct moving *moving);
void change_view_city(struct moving *moving);
void change_extend(struct moving *moving);
void change_finalize(struct moving *moving);
void change_discussed(struct moving *moving);

/* ---- changes.c: after state, record and notices */
void follow_take_up(struct moving *moving);
void follow_agree(struct moving *moving);
void follow_view(struct moving *moving);

/* The side of the viewer in a case: group, city, or "" for others. */
const char *side_of(const struct viewer *viewer, const struct case_file *subject);
/* The fingerprint of the newest kept version. */
const char *fingerprint_now(struct db *db, int64_t id);

#endif
