/* The public face of evaluations (事業評価): what later features may use.
 *
 * An evaluation is a case of kind "evaluations", opened when a project's report is accepted; its parent is the project, its address
 * /projects/{project}/evaluation. Each side's sheet is a part of its versions ("group", "city"), sealed until the opening: nobody reads
 * these parts but through store_sheets.c. Beside them: part "talk" (the ふりかえり and the joint conclusion), part "lessons".
 * Hook in by move_after("evaluations", "publish") and by panels on "evaluations/show". */
#ifndef FEATURES_EVALUATIONS_H
#define FEATURES_EVALUATIONS_H

#include "web/route.h"

extern const struct feature feature_evaluations;

#endif
