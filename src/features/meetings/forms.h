/* What may be typed about meetings: the forms as data. */
#ifndef FEATURES_MEETINGS_FORMS_H
#define FEATURES_MEETINGS_FORMS_H

#include "web/form.h"

extern const struct form meetings_plan_form;      /* a new meeting */
extern const struct form meetings_change_form;    /* all but kind, day and hours */
extern const struct form meetings_postpone_form;  /* the new day and hours */
extern const struct form meetings_hold_form;      /* how many came */
extern const struct form meetings_signup_form;    /* way and needs */
extern const struct form meetings_signup_mail_form; /* the same with name and address */
extern const struct form meetings_item_form;      /* a new item */
extern const struct form meetings_decide_form;    /* an item accepted or refused */
extern const struct form meetings_minutes_form;   /* all of the minutes but the items' texts */
extern const struct form meetings_correction_form;
extern const struct form meetings_answer_form;    /* a correction taken or kept */
extern const struct form meetings_promise_move_form;
extern const struct form meetings_promise_correct_form;

/* The meeting of the visit: its own case, or the parent of minutes and promises. */
int64_t visit_meeting(const struct visit *visit);
/* The viewer's posts as {value ("g12", "d3"), label}. */
struct doc *own_posts(struct visit *visit);
/* The number behind the letter of such a value if it has that letter, else 0. */
int64_t post_id(const char *value, char letter);

#endif
