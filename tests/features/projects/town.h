/* A town with one running collaboration, for the tests of projects. */
#ifndef TESTS_FEATURES_PROJECTS_TOWN_H
#define TESTS_FEATURES_PROJECTS_TOWN_H

#include "support/portal.h"

struct project_town {
	struct portal *portal;
	int64_t group;
	int64_t department;
	int64_t proposal;
	int64_t agreement;
	int64_t project;
	struct browser *contact;
	struct browser *member;
	struct browser *office;
	struct browser *coordinator;
	struct browser *stranger; /* a contact of another group */
	struct browser *other;    /* staff of another department */
	struct browser *visitor;
};

/* On 2026-06-01, an agreement is concluded through its real move: the project opens by itself. */
struct project_town project_town_new(void);
/* "/projects/{id}" + rest, or "/projects/{part}/{id}" + rest. */
const char *project_at(const struct project_town *town, const char *rest);
const char *report_at(const struct project_town *town, const char *part, const char *rest);
const char *project_state(const struct project_town *town);
/* Opens a move's page and posts it: the status. */
int project_move(const struct project_town *town, struct browser *browser, const char *move, const char *const *fields);
/* Saves one section of a report; fails the test when that is refused. */
void report_section(struct browser *browser, const char *path, const char *const *fields);
/* Sends what a check page shows: the status. */
int report_send(struct browser *browser, const char *path);
/* Writes the whole final report and hands it in. */
void final_report(const struct project_town *town);

#endif
