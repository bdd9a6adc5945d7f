/* What may be typed about a proposal: the dossier's sections, the forms of moves, of posts and of the list. */
#ifndef FEATURES_PROPOSALS_FORMS_H
#define FEATURES_PROPOSALS_FORMS_H

#include "features/cases/cases.h"

extern const struct section proposal_sections[];
extern const struct form proposal_declaration;    /* on the check page */
extern const struct form proposal_start_form;     /* a group opens one */
extern const struct form invitation_start_form;   /* a department opens one */
extern const struct form proposal_name_form;      /* 主管課, 関係課 */
extern const struct form proposal_take_up_form;   /* which of my groups */
extern const struct form proposal_view_form;      /* 両論併記: one side's view */
extern const struct form proposal_post_form_group;
extern const struct form proposal_post_form_city;
extern const struct form proposal_filter_form;    /* the list's */

/* The viewer's registered groups for which they may submit: [{value, label}]. */
struct doc *own_group_list(struct visit *visit);

/* A to E with what they mean in this city. */
struct doc *area_choice_list(struct visit *visit);

#endif
