/* The handlers of home. */
#ifndef FEATURES_HOME_PAGES_H
#define FEATURES_HOME_PAGES_H

#include "web/page.h"

void home_page(struct visit *visit);
void home_door_page(struct visit *visit);
void home_health_page(struct visit *visit);
void display_page(struct visit *visit);
void display_action(struct visit *visit);
void feedback_page(struct visit *visit);
void feedback_action(struct visit *visit);

#endif
