/* The pure decisions about projects and agreements. */
#include "support/test.h"

#include "adapters/doc.h"
#include "base/clock.h"
#include "features/agreements/rules.h"
#include "features/projects/rules.h"

TEST(a_project_is_due_at_its_first_open_milestone_or_its_last_day)
{
	int first = day_make(2026, 8, 1), last = day_make(2027, 3, 31);
	assert_int_equal(project_due(first, last), first);
	assert_int_equal(project_due(DAY_NONE, last), last);
	assert_int_equal(project_due(last + 1, last), last);
	assert_int_equal(project_due(first, DAY_NONE), first);
	assert_int_equal(project_due(DAY_NONE, DAY_NONE), DAY_NONE);
}

TEST(each_state_of_a_project_has_its_place_on_the_way)
{
	assert_int_equal(project_step("preparing"), 2);
	assert_int_equal(project_step("running"), 2);
	assert_int_equal(project_step("returned"), 3);
	assert_int_equal(project_step("evaluating"), 4);
	assert_int_equal(project_step("closed"), 5);
}

TEST(a_report_is_public_after_its_acceptance_or_after_a_stop)
{
	assert_false(project_report_is_public("running"));
	assert_false(project_report_is_public("reporting"));
	assert_false(project_report_is_public("returned"));
	assert_true(project_report_is_public("evaluating"));
	assert_true(project_report_is_public("terminated"));
}

TEST(a_sum_takes_only_numbers)
{
	struct doc *rows = doc_parse("[{\"amount\":30000},{\"amount\":\"\"},{\"amount\":12}]");
	assert_int_equal(project_sum(rows, "amount"), 30012);
	assert_int_equal(project_sum(NULL, "amount"), 0);
}

TEST(the_side_that_has_not_confirmed_is_next)
{
	assert_string_equal(agreement_turn_after_confirmation((struct confirmed){.group = true}), "city");
	assert_string_equal(agreement_turn_after_confirmation((struct confirmed){.city = true}), "group");
	assert_string_equal(agreement_turn_after_confirmation((struct confirmed){true, true}), "city");
	assert_true(agreement_is_confirmed((struct confirmed){true, true}));
	assert_false(agreement_is_confirmed((struct confirmed){.city = true}));
}

TEST(the_portal_alone_concludes_only_what_costs_the_city_nothing_and_where_the_rule_allows_it)
{
	assert_true(agreement_may_conclude_by_portal("none", true));
	assert_true(agreement_may_conclude_by_portal("own", true));
	assert_false(agreement_may_conclude_by_portal("paid", true));
	assert_false(agreement_may_conclude_by_portal("own", false));
}
