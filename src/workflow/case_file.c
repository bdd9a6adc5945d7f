/* What is decided about a case from its facts alone. SQL of cases: store_cases.c, store_case_lists.c. */
#include "workflow/case_file.h"

bool case_may_see(const struct viewer *viewer, const struct case_file *subject)
{
	if (subject->is_public)
		return true;
	if (!viewer->person_id)
		return false;
	return viewer->person_id == subject->author_id || viewer_has(viewer, ROLE_COORDINATOR) ||
	       (subject->group_id && viewer_in_group(viewer, subject->group_id)) ||
	       (subject->department_id && viewer_in_department(viewer, subject->department_id));
}
