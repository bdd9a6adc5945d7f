/* What is decided about agreements from facts alone: no SQL, no HTTP. */
#ifndef FEATURES_AGREEMENTS_RULES_H
#define FEATURES_AGREEMENTS_RULES_H

#include <stdbool.h>

/* Who confirmed the same text so far. */
struct confirmed {
	bool group;
	bool city;
};

/* "group" → "city" and back. */
const char *agreement_side_other(const char *side);
/* Whether both sides confirmed. */
bool agreement_is_confirmed(struct confirmed confirmed);
/* Whose turn it is after a confirmation: the side that has not confirmed; the city when both have (the decision is next). */
const char *agreement_turn_after_confirmation(struct confirmed confirmed);
/* Whether confirmations on the portal alone may conclude it: no money of the city, and the city's rule allows it. */
bool agreement_may_conclude_by_portal(const char *money, bool rule_allows);

#endif
