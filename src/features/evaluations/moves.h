/* The machine of evaluations and what its rows call. */
#ifndef FEATURES_EVALUATIONS_MOVES_H
#define FEATURES_EVALUATIONS_MOVES_H

#include "workflow/move.h"

extern const struct machine evaluations_machine;

/* What both sides confirm: the fingerprint of the talk's text with a conclusion; "" while there is none. And of the lessons sent. */
const char *talk_fingerprint(struct db *db, int64_t id);
const char *lessons_fingerprint(struct db *db, int64_t id);

/* Why a move may not happen yet (guards.c): a text key or NULL. */
const char *evaluation_refuse_put_group(const struct moving *moving);
const char *evaluation_refuse_put_city(const struct moving *moving);
const char *evaluation_refuse_take_back_group(const struct moving *moving);
const char *evaluation_refuse_take_back_city(const struct moving *moving);
const char *evaluation_refuse_simplify(const struct moving *moving);
const char *evaluation_refuse_extended(const struct moving *moving);
const char *evaluation_refuse_sealed(const struct moving *moving);
const char *evaluation_refuse_confirm_group(const struct moving *moving);
const char *evaluation_refuse_confirm_city(const struct moving *moving);
const char *evaluation_refuse_not_confirmed(const struct moving *moving);
const char *evaluation_refuse_view_group(const struct moving *moving);
const char *evaluation_refuse_view_city(const struct moving *moving);
const char *evaluation_refuse_no_views(const struct moving *moving);
const char *evaluation_refuse_release_group(const struct moving *moving);
const char *evaluation_refuse_release_city(const struct moving *moving);
const char *evaluation_refuse_no_lessons(const struct moving *moving);
const char *evaluation_refuse_answer_group(const struct moving *moving);
const char *evaluation_refuse_answer_city(const struct moving *moving);

/* What else changes (changes.c). */
void evaluation_change_open(struct moving *moving);
void evaluation_change_put_group(struct moving *moving);
void evaluation_change_put_city(struct moving *moving);
void evaluation_change_take_back_group(struct moving *moving);
void evaluation_change_take_back_city(struct moving *moving);
void evaluation_change_simplify(struct moving *moving);
void evaluation_change_extend(struct moving *moving);
void evaluation_change_unseal(struct moving *moving);
void evaluation_change_talk(struct moving *moving);
void evaluation_change_confirm_group(struct moving *moving);
void evaluation_change_confirm_city(struct moving *moving);
void evaluation_change_view_group(struct moving *moving);
void evaluation_change_view_city(struct moving *moving);
void evaluation_change_lessons(struct moving *moving);
void evaluation_change_release_group(struct moving *moving);
void evaluation_change_release_city(struct moving *moving);
void evaluation_change_publish(struct moving *moving);
void evaluation_change_answer(struct moving *moving);

/* What follows (changes.c). */
void evaluation_follow_put(struct moving *moving);
void evaluation_follow_confirm(struct moving *moving);
void evaluation_follow_view(struct moving *moving);
void evaluation_follow_release(struct moving *moving);
void evaluation_follow_publish(struct moving *moving);
void evaluation_follow_answer(struct moving *moving);

/* Opens the evaluation of a project whose report was accepted, or that ended before; nothing if it has one, or never began (opening.c). */
void evaluation_follow_accept(struct moving *moving);
/* What time does: the opening at the deadline, 両論併記 with a view that never came (opening.c). */
void evaluation_tick(struct db *db);
/* The portal itself performs a move; a fault when it may not. */
void evaluation_portal_move(struct db *db, int64_t id, const char *name, int effective_on);

#endif
