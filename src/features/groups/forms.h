/* What may be typed about a group: dossiers, the start, what moves ask, members, filters. */
#ifndef FEATURES_GROUPS_FORMS_H
#define FEATURES_GROUPS_FORMS_H

#include "features/cases/cases.h"

extern const struct dossier group_dossier;  /* the registration */
extern const struct dossier change_dossier; /* a change of a registered group's facts */

extern const struct form group_start_form;    /* name and kind */
extern const struct form group_paper_form;    /* 代行入力: the same with the day of receipt */
extern const struct form group_contacts_form; /* representative's and contacts' details, changed at once */
extern const struct form group_invite_form;   /* a new member */
extern const struct form group_filter_form;       /* the directory's filters: all of them, */
extern const struct form group_filter_short_form; /* those always shown, */
extern const struct form group_filter_more_form;  /* and the rest */
extern const struct form group_register_form; /* what was checked */
extern const struct form group_refuse_form;   /* by which criterion */
extern const struct form group_dissolve_form; /* who goes on */

/* The sections whose answers are facts: "facts" of the dossiers, for summaries and differences. */
extern const struct form group_basics_form, group_activity_form, group_representative_form, group_people_form, group_public_form,
	group_visibility_form;

#endif
