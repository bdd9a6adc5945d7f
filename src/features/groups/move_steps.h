/* What the moves of groups ask (…_refuse: a text key, or NULL when the move may happen), change, and bring with them (…_follow). */
#ifndef FEATURES_GROUPS_MOVE_STEPS_H
#define FEATURES_GROUPS_MOVE_STEPS_H

#include "workflow/move.h"

/* As struct move says; each is one row's. Clocks: the days of the settings. */
void group_city_clock(struct moving *moving);
void group_own_clock(struct moving *moving);
void group_open_change(struct moving *moving);
void group_submit_change(struct moving *moving);
void group_submit_follow(struct moving *moving);
const char *group_consent_refuse(const struct moving *moving);
void group_consent_change(struct moving *moving);
const char *group_register_refuse(const struct moving *moving);
void group_register_change(struct moving *moving);
void group_register_follow(struct moving *moving);
void group_unregister_change(struct moving *moving);
const char *group_change_waiting_refuse(const struct moving *moving);
const char *group_change_submit_refuse(const struct moving *moving);
void group_change_submit_change(struct moving *moving);
void group_change_accept_change(struct moving *moving);
void group_change_return_change(struct moving *moving);
const char *group_change_drop_refuse(const struct moving *moving);
void group_change_drop_change(struct moving *moving);
void group_contacts_change(struct moving *moving);
void group_dissolve_change(struct moving *moving);
const char *group_hear_refuse(const struct moving *moving);
const char *group_heard_refuse(const struct moving *moving);
void group_hear_change(struct moving *moving);
const char *group_answer_refuse(const struct moving *moving);
void group_answer_change(struct moving *moving);
void group_hearing_end(struct moving *moving);
const char *group_revoke_refuse(const struct moving *moving);
const char *group_correct_end_refuse(const struct moving *moving);

#endif
