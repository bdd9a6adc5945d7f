/* What is decided about groups without looking anywhere: themes, visibility, the level of disclosure. */
#ifndef FEATURES_GROUPS_RULES_H
#define FEATURES_GROUPS_RULES_H

#include "adapters/doc.h"

/* The kinds of groups, and those that are corporations; space-separated. */
#define GROUP_KINDS "npo other_corporation voluntary neighbourhood committee student starting"
#define GROUP_CORPORATIONS "npo other_corporation"
/* The fields of the NPO law by number, and the plain themes. */
#define GROUP_FIELDS "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20"
#define GROUP_THEMES "care children nature town culture safety world work living support"
/* Facts whose visibility the group chooses. */
#define GROUP_FACTS "activities founded members fee representative contacts public_contact web offers seeks"
/* States in the directory. */
#define GROUP_STATES_LISTED "registered listed paused"

enum { FIELDS_MOST = 20, LEVEL_MOST = 3 };

/* Who looks at a group's page; each sees what those before see. */
enum audience { AUDIENCE_PUBLIC, AUDIENCE_REGISTERED, AUDIENCE_STAFF };
/* Whether a fact of that visibility ("public registered staff") is shown to them. Anything else is kept to the staff. */
bool fact_is_shown(const char *visibility, enum audience audience);
/* What a fact starts with: persons' names, addresses and phones with "staff". */
const char *fact_visibility_first(const char *fact);

/* The fields of a theme, space-separated; "" for no theme. */
const char *theme_fields(const char *theme);
/* ",7," for a field, ",2,13," for a theme: what the store looks a field up in; "" when neither is chosen. */
char *field_search(const char *field, const char *theme);

/* The facts that count for the level of a kind of group, space-separated. */
const char *disclosure_facts(const char *kind);
/* 1 to 3: 3 when all of the kind's facts are filled in and public, 2 from two thirds on, else 1. `facts` holds what a visitor sees: fact → text. */
int disclosure_level(const char *kind, const struct doc *facts);

/* Whether it has a legal number. */
bool kind_is_corporation(const char *kind);
/* Whether so many members and months of activity are enough for the kind of group. A group about to start needs neither. */
bool members_are_enough(const char *kind, long long members, long long least);
bool months_are_enough(const char *kind, int founded_on, int today, long long least);

#endif
