/* The public face of agreements (協定・覚書): what later features may use.
 *
 * An agreement is a case of kind "agreements"; its parent is the proposal it grew from, its title 「…の覚書」. Its text are the versions of
 * part "" of the case, a change asked for later is part "next" until both sides confirmed it. The text is an object:
 *   purpose, cost, information, openness, results, personal_data, change, exit   lines
 *   starts_on, ends_on                                                            ISO days
 *   roles                                                                         [{task, group_part, city_part, when, cost (yen), lead (group city both)}]
 *   money                                                                         none own paid: whether the city pays something
 * Later features hook in by move_after("agreements", "conclude") and ("agreements", "changed"), and by panels on "agreements/show". */
#ifndef FEATURES_AGREEMENTS_H
#define FEATURES_AGREEMENTS_H

#include "web/route.h"

extern const struct feature feature_agreements;

/* The text both sides confirmed last (before that: the newest one handed over); NULL if none was kept yet. */
struct doc *agreement_content(struct db *db, int64_t agreement_id);
/* The roles of a content as templates/parts/roles.html reads them (lead_key added). */
struct doc *agreement_roles(const struct doc *content);

#endif
