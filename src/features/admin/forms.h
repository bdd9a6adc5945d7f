/* What may be typed on the pages of admin. */
#ifndef FEATURES_ADMIN_FORMS_H
#define FEATURES_ADMIN_FORMS_H

#include "web/form.h"

extern const struct form admin_person_form; /* name email role department_id */
extern const struct form admin_seat_form;   /* role department_id from_on */
extern const struct form admin_day_form;    /* day_on is_open name */
extern const struct form admin_department_form; /* code name is_coordinator */

/* The settings as one form; its fields live in the request's arena. */
const struct form *admin_settings_form(struct visit *visit);

#endif
