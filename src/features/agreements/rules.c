/* Decisions about agreements; see rules.h. */
#include "features/agreements/rules.h"

#include "base/text.h"

const char *agreement_side_other(const char *side)
{
	return text_equal(side, "group") ? "city" : "group";
}

bool agreement_is_confirmed(struct confirmed confirmed)
{
	return confirmed.group && confirmed.city;
}

const char *agreement_turn_after_confirmation(struct confirmed confirmed)
{
	return confirmed.city && !confirmed.group ? "group" : "city";
}

bool agreement_may_conclude_by_portal(const char *money, bool rule_allows)
{
	return rule_allows && !text_equal(money, "paid");
}
