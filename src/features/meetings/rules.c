/* The rules of meetings, sign-ups, minutes and promises. */
#include "features/meetings/rules.h"

#include "base/clock.h"
#include "base/text.h"

enum { NO_LIMIT = 1000000 };

bool signup_is_open(const char *state, int day_on, int today)
{
	return text_has_word("planned open fixed postponed", state) && today <= day_on;
}

int64_t seats_left(int64_t capacity, int64_t taken)
{
	if (capacity <= 0)
		return NO_LIMIT;
	return taken < capacity ? capacity - taken : 0;
}

const char *signup_state(const char *way, const char *had_way, const char *had, int64_t left)
{
	if (text_equal(way, "absent"))
		return "absent";
	if (!text_equal(way, "site"))
		return "in";
	if (text_equal(had_way, "site") && text_has_word("in waiting", had))
		return had;
	return left > 0 ? "in" : "waiting";
}

int agenda_due(int day_on, int64_t days, int today)
{
	int due = day_on - (int)days;
	return due < today ? today : due;
}

bool result_is_known(const char *word)
{
	return *word && text_has_word("go take continue drop", word);
}

static bool is_city(const struct viewer *viewer, const struct case_file *subject)
{
	return viewer_in_department(viewer, subject->department_id) || viewer_has(viewer, ROLE_COORDINATOR);
}

bool promise_is_theirs(const struct viewer *viewer, const struct case_file *subject, const char *side)
{
	return text_equal(side, "group") ? is_city(viewer, subject) : viewer_may_submit(viewer, subject->group_id);
}

bool promise_is_own(const struct viewer *viewer, const struct case_file *subject, const char *side)
{
	return text_equal(side, "group") ? viewer_may_submit(viewer, subject->group_id) : is_city(viewer, subject);
}

bool minutes_may_draft(const struct viewer *viewer, const struct case_file *minutes, int today)
{
	if (!viewer->person_id)
		return false;
	if (viewer_has(viewer, ROLE_COORDINATOR))
		return true;
	bool is_late = text_equal(minutes->state, "drafting") && minutes->due_on != DAY_NONE && today > minutes->due_on;
	return is_late && *meeting_side(viewer, minutes);
}

const char *meeting_side(const struct viewer *viewer, const struct case_file *subject)
{
	if (viewer_may_submit(viewer, subject->group_id))
		return "group";
	return is_city(viewer, subject) ? "city" : "";
}
