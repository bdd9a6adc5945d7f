/* The public face of proposals (協働事業提案, route (b) 随時提案): what later features may use.
 *
 * A proposal is a case of kind "proposals". Its content are the versions of part "" of the case: read the agreed text by
 * version_find_kept(db, proposal_id, ""). An object with these fields (forms.c is the table behind it):
 *   title, summary             texts
 *   partners                   lines: other groups and bodies taking part
 *   shared_problem, shared_goal  lines
 *   contents                   Markdown
 *   starts_on, ends_on         ISO days
 *   form                       sponsor support cooperate committee planning entrust grant other (text keys proposal_form_<form>)
 *   area                       A B C D E (proposal_area_words gives its label)
 *   roles                      [{task, group_part, city_part, when, cost (yen), lead (group city both)}]
 *   income                     [{item, amount (yen), note}]
 *   expense                    [{item, amount (yen), eligible (1 or 0), note}]
 *   indicators                 [{indicator, now, goal, how}]
 *   lessons                    lines: what is taken over from earlier evaluations
 *   openness                   all, or totals: of the money visitors see the totals only
 *
 * Other features hook in by move_after("proposals", "finalize"), by panels on "proposals/show" and "cases/section", and by
 * performing the quiet move "discussed" with {meeting, result} (both in words). */
#ifndef FEATURES_PROPOSALS_H
#define FEATURES_PROPOSALS_H

#include "features/cases/cases.h"
#include "web/route.h"

extern const struct feature feature_proposals;

/* The text key of an area's label ("A" … "E"), by the city's order of the scale (setting area_order). */
const char *proposal_area_key(struct db *db, const char *area);
/* The A–E picture of templates/parts/scale.html with `chosen` marked ("" none): [{letter, label_key, is_collaboration, is_chosen}]. */
struct doc *proposal_areas(struct db *db, const char *chosen);
/* roles as templates/parts/roles.html reads them (lead_key added). */
struct doc *proposal_roles(const struct doc *content);

#endif
