/* The radar of both sides as templates/parts/radar.html draws it: points, axes, rings and the table of the same numbers. */
#ifndef FEATURES_EVALUATIONS_RADAR_H
#define FEATURES_EVALUATIONS_RADAR_H

#include "adapters/template.h"

/* `items` space-separated; both sheets needed. {desc, rings, axes, city_points, group_points, rows}. */
struct doc *radar_document(enum language language, const char *items, const struct doc *group, const struct doc *city);
/* The finding in a sentence: on how many items the sides agree and on how many they see it differently. */
char *radar_finding(enum language language, const char *items, const struct doc *group, const struct doc *city);

#endif
