/* The handlers of the cases feature. */
#ifndef FEATURES_CASES_PAGES_H
#define FEATURES_CASES_PAGES_H

#include "features/cases/cases.h"

void case_go_page(struct visit *visit); /* leads to the case's own address */
void case_move_page(struct visit *visit);
void case_move_action(struct visit *visit);
void draft_page(struct visit *visit);
void draft_execute_action(struct visit *visit);
void draft_drop_action(struct visit *visit);

#endif
