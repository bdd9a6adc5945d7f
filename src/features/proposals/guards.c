/* Why a move on a proposal may not happen yet. Also decides which buttons are shown. Changes nothing. */
#include "features/proposals/moves.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "features/proposals/rules.h"
#include "identity/person.h"
#include "workflow/setting.h"
#include "workflow/version.h"

const char *side_of(const struct viewer *viewer, const struct case_file *subject)
{
	if (subject->group_id && viewer_in_group(viewer, subject->group_id))
		return "group";
	bool is_city = viewer_has(viewer, ROLE_COORDINATOR) || (subject->department_id && viewer_in_department(viewer, subject->department_id));
	return is_city ? "city" : "";
}

const char *fingerprint_now(struct db *db, int64_t id)
{
	return doc_text(version_find_kept(db, id, ""), "fingerprint");
}

static struct proposal proposal_of(const struct moving *moving)
{
	return proposal_find(moving->db, moving->subject.id);
}

static bool is_from_city(const struct moving *moving)
{
	return text_equal(proposal_of(moving).direction, "city");
}

const char *refuse_from_city(const struct moving *moving)
{
	return is_from_city(moving) ? "proposals_refused_from_city" : NULL;
}

const char *refuse_not_opener(const struct moving *moving)
{
	const struct viewer *viewer = moving->viewer;
	if (!viewer->person_id)
		return NULL;
	bool is_opener = is_from_city(moving) ? viewer_in_department(viewer, moving->subject.department_id)
	                                      : viewer_may_submit(viewer, moving->subject.group_id);
	return is_opener ? NULL : "proposals_refused_not_opener";
}

/* A group that has lapsed or paused since it began to write renews first. */
const char *refuse_submit(const struct moving *moving)
{
	const char *wrong = refuse_not_opener(moving);
	if (wrong || is_from_city(moving))
		return wrong;
	return group_is_registered(moving->db, moving->subject.group_id) ? NULL : "proposals_refused_unregistered";
}

const char *refuse_not_to_all(const struct moving *moving)
{
	return text_equal(proposal_of(moving).audience, "all") ? NULL : "proposals_refused_audience";
}

const char *refuse_not_to_one(const struct moving *moving)
{
	return text_equal(proposal_of(moving).audience, "one") ? NULL : "proposals_refused_audience";
}

const char *refuse_early_lead(const struct moving *moving)
{
	int days = (int)setting_int(moving->db, "department_settle_days");
	if (!department_coordinator(moving->db))
		return "proposals_refused_early_lead";
	return may_take_lead(proposal_of(moving).coordinating_on, day_today(), days) ? NULL : "proposals_refused_early_lead";
}

const char *refuse_no_department(const struct moving *moving)
{
	int64_t department = doc_int(moving->values, "department");
	return !department || department_row(moving->db, department) ? NULL : "proposals_refused_department";
}

const char *refuse_take_up(const struct moving *moving)
{
	if (refuse_not_to_all(moving))
		return "proposals_refused_audience";
	int64_t group = doc_int(moving->values, "group");
	if (!group)
		return NULL;
	if (!viewer_may_submit(moving->viewer, group))
		return "proposals_refused_not_opener";
	return taken_up_count(moving->db, moving->subject.id, group) ? "proposals_refused_taken" : NULL;
}

const char *refuse_agreed_group(const struct moving *moving)
{
	const char *now = fingerprint_now(moving->db, moving->subject.id);
	return is_agreed_to(proposal_of(moving).group_agreed, now) ? "proposals_refused_agreed" : NULL;
}

const char *refuse_agreed_city(const struct moving *moving)
{
	const char *now = fingerprint_now(moving->db, moving->subject.id);
	return is_agreed_to(proposal_of(moving).city_agreed, now) ? "proposals_refused_agreed" : NULL;
}

const char *refuse_extended(const struct moving *moving)
{
	return proposal_of(moving).is_extended ? "proposals_refused_extended" : NULL;
}

const char *refuse_not_asked(const struct moving *moving)
{
	return is_from_city(moving) ? NULL : "proposals_refused_from_group";
}

/* Only the department's own refusal is corrected; a group's no stays a no. */
const char *refuse_child(const struct moving *moving)
{
	return is_from_city(moving) ? "proposals_refused_from_city" : NULL;
}

/* The page has kept the draft before it asks: a version that says the same as the one sent last is no news. */
const char *refuse_same(const struct moving *moving)
{
	int64_t id = moving->subject.id;
	struct doc *now = version_find_kept(moving->db, id, "");
	struct doc *sent = version_find_number(moving->db, id, "", proposal_of(moving).sent);
	return sent && text_equal(doc_text(now, "fingerprint"), doc_text(sent, "fingerprint")) ? "proposals_refused_same" : NULL;
}

const char *refuse_no_post(const struct moving *moving)
{
	return text_empty(doc_text(moving->values, "text")) ? "proposals_refused_post" : NULL;
}
