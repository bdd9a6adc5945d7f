/* The handlers of the desk. */
#ifndef FEATURES_DESK_PAGES_H
#define FEATURES_DESK_PAGES_H

#include "web/page.h"

void desk_page(struct visit *visit);
void desk_remind_action(struct visit *visit);
void desk_letter_action(struct visit *visit);

#endif
