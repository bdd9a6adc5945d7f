/* What is decided about projects from facts alone: no SQL, no HTTP. */
#ifndef FEATURES_PROJECTS_RULES_H
#define FEATURES_PROJECTS_RULES_H

#include "adapters/doc.h"

/* The day by which something is expected next: the first open milestone, at the latest the last day. Days or DAY_NONE. */
int project_due(int next_milestone, int ends_on);
/* Where a project stands on its way 提案 → 覚書 → 実施 → 報告 → 評価: 0 … 4 for the step that is now, 5 when all are done. */
int project_step(const char *state);
/* The sum of a money column over rows. */
int64_t project_sum(const struct doc *rows, const char *column);
/* Whether everybody may read the final report in this state. */
bool project_report_is_public(const char *state);

#endif
