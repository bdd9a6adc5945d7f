/* The handlers of groups. */
#ifndef FEATURES_GROUPS_PAGES_H
#define FEATURES_GROUPS_PAGES_H

#include "features/cases/cases.h"

/* One function a route of routes.c; each ends with one reply. */
void group_new_page(struct visit *visit);        /* the start page */
void group_new_action(struct visit *visit);      /* opens the case, on to its sections */
void group_list_page(struct visit *visit);       /* the directory */
void group_queue_page(struct visit *visit);      /* what waits for the coordinator */
void group_levels_page(struct visit *visit);     /* the rule of the disclosure level */
void group_page(struct visit *visit);            /* one group */
void group_change_page(struct visit *visit);     /* before a change of facts */
void group_change_action(struct visit *visit);   /* begins it with the facts in force */
void group_contacts_page(struct visit *visit);   /* representative and contacts */
void group_contacts_action(struct visit *visit); /* changes them at once */
void group_members_page(struct visit *visit);    /* who belongs to the group */
void group_members_action(struct visit *visit);  /* invites somebody */
void group_member_action(struct visit *visit);   /* who may submit; ends a post */

/* What a visitor, a member of a registered group or the city's staff may see of a group. */
struct group_sight {
	int audience;  /* enum audience */
	bool is_party; /* of the group itself, or the coordinator */
	bool is_staff;
};
struct group_sight group_sight(struct visit *visit);
/* The facts as a summary list (templates/parts/summary.html) for these eyes; those of `facts` that are public go into `shown`: fact → text. */
struct doc *group_summary(struct visit *visit, struct group_sight sight, struct doc *shown);

#endif
