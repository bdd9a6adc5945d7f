/* What time does: reminders once, to whom they belong, twice or late without harm. */
#include "support/test.h"
#include "support/things.h"

#include "base/arena.h"
#include "base/clock.h"
#include "workflow/submission.h"
#include "workflow/tick.h"

static int64_t reminded(struct town *town, int64_t person, const char *which)
{
	return test_count(town->db, arena_text("notices WHERE person_id = %lld AND text_key = 'notice_reminder_%s'", (long long)person, which));
}

/* The city's turn from Mon 6/1 until Mon 6/8. */
static struct town submitted(void)
{
	struct town town = things_begin();
	assert_int_equal(things_move(&town, &town.as_contact, "submit", NULL), MOVE_DONE);
	assert_string_equal(day_iso(things_now(&town).due_on), "2026-06-08");
	return town;
}

TEST(a_reminder_comes_three_days_before_to_the_holder)
{
	struct town town = submitted();
	test_clock("2026-06-04T09:00:00+09:00");
	assert_true(tick_run(town.db));
	assert_int_equal(reminded(&town, town.staff, "soon"), 0);
	test_clock("2026-06-05T09:00:00+09:00");
	assert_true(tick_run(town.db));
	assert_int_equal(reminded(&town, town.staff, "soon"), 1);
	assert_int_equal(reminded(&town, town.contact, "soon"), 0);
}

TEST(a_tick_run_twice_does_nothing_twice)
{
	struct town town = submitted();
	test_clock("2026-06-05T09:00:00+09:00");
	tick_run(town.db);
	tick_run(town.db);
	test_clock("2026-06-06T09:00:00+09:00");
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.staff, "soon"), 1);
	test_clock("2026-06-09T09:00:00+09:00");
	tick_run(town.db);
	tick_run(town.db);
	test_clock("2026-06-20T09:00:00+09:00");
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.staff, "late"), 1);
}

TEST(past_its_date_the_other_side_is_told_too)
{
	struct town town = submitted();
	test_clock("2026-06-08T23:00:00+09:00");
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.contact, "late"), 0);
	test_clock("2026-06-09T00:10:00+09:00");
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.staff, "late"), 1);
	assert_int_equal(reminded(&town, town.contact, "late"), 1);
}

TEST(a_late_tick_tells_once_that_it_is_late)
{
	struct town town = submitted();
	test_clock("2026-07-20T09:00:00+09:00");
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.staff, "soon"), 0);
	assert_int_equal(reminded(&town, town.staff, "late"), 1);
}

TEST(a_new_date_is_reminded_anew)
{
	struct town town = submitted();
	test_clock("2026-06-05T09:00:00+09:00");
	tick_run(town.db);
	things_move(&town, &town.as_coordinator, "return", "理由");
	test_clock("2026-06-06T09:00:00+09:00");
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.contact, "soon"), 0);
	clock_set(clock_iso(clock_at(things_now(&town).due_on - 2, 9, 0)), 0);
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.contact, "soon"), 1);
	assert_int_equal(reminded(&town, town.staff, "soon"), 1);
}

TEST(a_short_clock_is_not_reminded_on_its_first_day)
{
	struct town town = things_begin();
	case_update_due(town.db, town.thing, "group", day_today() + 2);
	db_run(town.db, "UPDATE cases SET turn_since_on = :today WHERE id = :id", DB(V_DAY("today", day_today()), V_INT("id", town.thing)));
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.contact, "soon"), 0);
}

TEST(a_case_of_nobody_in_particular_reminds_author_and_coordinator)
{
	struct town town = submitted();
	case_update_owner(town.db, town.thing, 0, 0);
	test_clock("2026-06-09T09:00:00+09:00");
	tick_run(town.db);
	assert_int_equal(reminded(&town, town.coordinator, "late"), 1);
	assert_int_equal(reminded(&town, town.contact, "late"), 1);
	assert_int_equal(reminded(&town, town.staff, "late"), 0);
}

TEST(a_closed_case_is_not_reminded)
{
	struct town town = submitted();
	things_move(&town, &town.as_contact, "withdraw", NULL);
	test_clock("2026-06-20T09:00:00+09:00");
	tick_run(town.db);
	assert_int_equal(test_count(town.db, "notices WHERE text_key LIKE 'notice_reminder%'"), 0);
}

TEST(old_submissions_go_after_a_week)
{
	struct town town = things_begin();
	submission_insert(town.db, "old", 0, "/x");
	test_clock("2026-06-09T09:00:00+09:00");
	submission_insert(town.db, "new", 0, "/x");
	tick_run(town.db);
	assert_null(submission_find(town.db, "old", 0));
	assert_non_null(submission_find(town.db, "new", 0));
}

static bool fails;
static int runs;

static void part(struct db *db)
{
	runs++;
	submission_insert(db, "part", 0, "/x");
	if (fails)
		db_fail(db, "on purpose");
}

TEST(a_failing_part_is_undone_alone)
{
	tick_register(part);
	tick_register(part);
	struct town town = submitted();
	test_clock("2026-06-09T09:00:00+09:00");
	fails = true;
	runs = 0;
	assert_false(tick_run(town.db));
	assert_int_equal(runs, 1);
	assert_null(submission_find(town.db, "part", 0));
	assert_int_equal(reminded(&town, town.staff, "late"), 1);
	fails = false;
	assert_true(tick_run(town.db));
	assert_non_null(submission_find(town.db, "part", 0));
	assert_true(db_commit(town.db));
}
