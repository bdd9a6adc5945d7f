/* The handlers of admin: accounts, posts, departments, settings, open days. It decides nothing about collaboration. */
#ifndef FEATURES_ADMIN_PAGES_H
#define FEATURES_ADMIN_PAGES_H

#include "web/page.h"

void admin_page(struct visit *visit);
void admin_people_page(struct visit *visit);
void admin_person_new_page(struct visit *visit);
void admin_person_new_action(struct visit *visit);
void admin_person_page(struct visit *visit);
void admin_seat_action(struct visit *visit);
void admin_seat_end_action(struct visit *visit);
void admin_disable_action(struct visit *visit);
void admin_settings_page(struct visit *visit);
void admin_settings_action(struct visit *visit);
void admin_days_page(struct visit *visit);
void admin_days_action(struct visit *visit);
void admin_departments_page(struct visit *visit);
void admin_departments_action(struct visit *visit);

#endif
