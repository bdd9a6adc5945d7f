/* The handlers of departments. */
#ifndef FEATURES_DEPARTMENTS_PAGES_H
#define FEATURES_DEPARTMENTS_PAGES_H

#include "web/page.h"

void department_list_page(struct visit *visit);
void department_page(struct visit *visit);
void department_edit_page(struct visit *visit);
void department_edit_action(struct visit *visit);

#endif
