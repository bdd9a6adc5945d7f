/* Every feature, one line each. The order says who may use whom: a feature may include those above it, never those below. */
#include "routes.h"

#include "adapters/doc.h"
#include "features/accounts/accounts.h"
#include "features/admin/admin.h"
#include "features/agreements/agreements.h"
#include "features/cases/cases.h"
#include "features/departments/departments.h"
#include "features/desk/desk.h"
#include "features/evaluations/evaluations.h"
#include "features/groups/groups.h"
#include "features/guideline/guideline.h"
#include "features/home/home.h"
#include "features/meetings/meetings.h"
#include "features/pages/pages.h"
#include "features/projects/projects.h"
#include "features/proposals/proposals.h"
#include "features/record/record.h"
#include "features/search/search.h"
#include "web/route.h"

#include <stdio.h>

const struct feature *const features[] = {
	&feature_cases,
	&feature_accounts,
	&feature_groups,
	&feature_departments,
	&feature_proposals,
	&feature_agreements,
	&feature_projects,
	&feature_evaluations,
	&feature_meetings,
	&feature_guideline,
	&feature_pages,
	&feature_search,
	&feature_record,
	&feature_desk,
	&feature_admin,
	&feature_home,
	NULL,
};

static void route_print(const struct route *route, bool is_json, bool *is_first)
{
	if (!is_json) {
		printf("%-4s %-44s %s\n", route->method, route->pattern, access_name(route->access));
		return;
	}
	printf("%s\n{\"method\":\"%s\",\"path\":\"%s\",\"access\":\"%s\"}", *is_first ? "" : ",", route->method, route->pattern,
	       access_name(route->access));
	*is_first = false;
}

void routes_print(bool is_json)
{
	bool is_first = true;
	if (is_json)
		putchar('[');
	for (int f = 0; features[f]; f++)
		for (int i = 0; i < features[f]->route_count; i++)
			route_print(&features[f]->routes[i], is_json, &is_first);
	if (is_json)
		puts("\n]");
}
