/* The forms of home: how pages look for this reader, and whether a page helped. */
#ifndef FEATURES_HOME_FORMS_H
#define FEATURES_HOME_FORMS_H

#include "web/form.h"

extern const struct form display_form;
extern const struct form feedback_form;

#endif
