/* Who may: a move's `who` against a viewer's posts. The state and the guard are asked in move.c. */
#include "workflow/inside.h"

static bool viewer_is_author(const struct viewer *viewer, const struct case_file *subject)
{
	return viewer->person_id && viewer->person_id == subject->author_id;
}

static bool who_is_party(const struct viewer *viewer, const struct case_file *subject, unsigned who)
{
	return ((who & WHO_MEMBER) && subject->group_id && viewer_in_group(viewer, subject->group_id)) ||
	       ((who & WHO_SUBMITTER) && subject->group_id && viewer_may_submit(viewer, subject->group_id)) ||
	       ((who & WHO_DEPARTMENT) && subject->department_id && viewer_in_department(viewer, subject->department_id)) ||
	       ((who & WHO_AUTHOR) && viewer_is_author(viewer, subject));
}

static bool who_has_role(const struct viewer *viewer, unsigned who)
{
	unsigned roles = 0;
	if (who & WHO_COORDINATOR)
		roles |= ROLE_COORDINATOR;
	if (who & WHO_STAFF)
		roles |= ROLE_DEPARTMENT | ROLE_COORDINATOR;
	if (who & WHO_INTERMEDIARY)
		roles |= ROLE_INTERMEDIARY;
	if (who & WHO_ADMIN)
		roles |= ROLE_ADMIN;
	return viewer_has(viewer, roles);
}

static bool who_matches(const struct viewer *viewer, const struct case_file *subject, unsigned who)
{
	return viewer->person_id && (who_is_party(viewer, subject, who) || who_has_role(viewer, who));
}

bool move_is_for(const struct viewer *viewer, const struct case_file *subject, const struct move *move)
{
	return who_matches(viewer, subject, move->who) ||
	       (viewer->person_id && (move->who & WHO_GROUPS) && viewer_has(viewer, ROLE_MEMBER));
}

/* A registered group is one that is public and not at its end. */
static bool group_is_active(struct db *db, int64_t group_id)
{
	struct case_file group;
	return group_id && case_find(db, group_id, &group) && group.is_public &&
	       !machine_is_closed(machine_find(group.kind), group.state);
}

bool right_may(struct db *db, const struct viewer *viewer, const struct case_file *subject, const struct move *move)
{
	if (who_matches(viewer, subject, move->who))
		return true;
	if (!viewer->person_id || !(move->who & WHO_GROUPS))
		return false;
	for (int i = 0; i < viewer->seat_count; i++)
		if (group_is_active(db, viewer->seats[i].group_id))
			return true;
	return false;
}
