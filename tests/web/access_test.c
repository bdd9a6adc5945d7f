/* Every route × every role: who is let in, who is led to sign in, who is refused, for whom the page does not exist.
 * The expectation is written out per access level; that no route changes its level unnoticed is told by tests/web/access.txt. */
#include "support/portal.h"

#include "base/arena.h"
#include "base/text.h"
#include "web/guard.h"
#include "web/route.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOBODY, RESIDENT, MEMBER, OTHER_MEMBER, DEPARTMENT, OTHER_DEPARTMENT, COORDINATOR, REVIEWER, INTERMEDIARY, ADMIN, ROLES };
static const char *const role_names[] = {"nobody",     "resident", "member of the group", "member of another", "the department",
                                         "another department", "coordinator", "reviewer", "intermediary", "admin"};

/* + enters, s is led to sign in, x is refused (403), 0 does not exist (404); in the order of the roles above. Without a case; with a case that is not
 * public; with a public case. */
static const struct {
	enum access access;
	const char *plain;
	const char *closed_case;
	const char *public_case;
} expected[] = {
	{ACCESS_ALL, "++++++++++", "00+0+0+000", "++++++++++"},
	{ACCESS_CASE, "++++++++++", "00+0+0+000", "++++++++++"},
	{ACCESS_PERSON, "s+++++++++", "s0+0+0+000", "s+++++++++"},
	{ACCESS_MEMBER, "sx++xxxxxx", "s0+0x0x000", "sx++xxxxxx"},
	{ACCESS_STAFF, "sxxx+++xxx", "s0x0+0+000", "sxxx+++xxx"},
	{ACCESS_COORDINATOR, "sxxxxx+xxx", "s0x0x0+000", "sxxxxx+xxx"},
	{ACCESS_ADMIN, "sxxxxxxxx+", "s0x0x0x000", "sxxxxxxxx+"},
	{ACCESS_PARTY, NULL, "s0+0+0+000", "sx+x+x+xxx"},
	{ACCESS_SIDE, NULL, "s0+0+0x000", "sx+x+xxxxx"},
	{ACCESS_WRITER, NULL, "s0+0+0+000", "sx+x+x+xxx"},
	{ACCESS_LOOPBACK, "++++++++++", NULL, NULL},
};

struct town {
	struct portal *portal;
	int64_t people[ROLES];
	int64_t group, other_group, department, other_department;
};

static int64_t person_with(struct town *town, int role, const char *seat, int64_t group, int64_t department)
{
	int64_t person = portal_person(town->portal, arena_text("p%d@example.jp", role), "人");
	if (seat)
		portal_seat(town->portal, person, seat, group, department);
	return town->people[role] = person;
}

static int64_t group_made(struct portal *portal)
{
	struct db *db = portal_store(portal);
	int64_t id = case_insert(db, &(struct case_file){.kind = "groups", .state = "registered", .title = "会"});
	case_update_owner(db, id, id, 0);
	portal_done(portal);
	return id;
}

static struct town town_new(void)
{
	struct town town = {.portal = portal_new()};
	town.group = group_made(town.portal);
	town.other_group = group_made(town.portal);
	town.department = portal_department(town.portal, "a", "甲課", false);
	town.other_department = portal_department(town.portal, "b", "乙課", false);
	int64_t section = portal_department(town.portal, "c", "窓口課", true);
	person_with(&town, RESIDENT, NULL, 0, 0);
	person_with(&town, MEMBER, "member", town.group, 0);
	person_with(&town, OTHER_MEMBER, "contact", town.other_group, 0);
	person_with(&town, DEPARTMENT, "staff", 0, town.department);
	person_with(&town, OTHER_DEPARTMENT, "head", 0, town.other_department);
	person_with(&town, COORDINATOR, "coordinator", 0, section);
	person_with(&town, REVIEWER, "reviewer", 0, 0);
	person_with(&town, INTERMEDIARY, "intermediary", 0, 0);
	person_with(&town, ADMIN, "admin", 0, 0);
	return town;
}

static int64_t case_made(struct town *town, const char *kind, bool is_public)
{
	struct db *db = portal_store(town->portal);
	int64_t id = case_insert(db, &(struct case_file){.kind = kind, .state = "draft", .title = "案件", .group_id = town->group,
	                                                 .department_id = town->department});
	if (is_public)
		db_run(db, "UPDATE cases SET is_public = 1 WHERE id = :id", DB(V_INT("id", id)));
	portal_done(town->portal);
	return id;
}

static char entered(struct town *town, const struct route *route, int role, int64_t case_id)
{
	struct request request = {.method = METHOD_GET, .path = "/", .query = "", .accept = "", .id = "0", .address = "127.0.0.1", .host = "h"};
	struct response response = {0};
	struct visit visit = {.request = &request, .response = &response, .db = town->portal->app.reader, .route = route, .base = "", .path = "/"};
	visit.viewer = town->people[role] ? viewer_of_person(visit.db, town->people[role]) : viewer_nobody();
	visit.words[0] = arena_text("%lld", (long long)case_id);
	if (guard_enter(&visit))
		return '+';
	return response.status == 303 ? 's' : response.status == 403 ? 'x' : response.status == 404 ? '0' : '?';
}

static int route_wrong(struct town *town, const struct route *route, const char *row, int64_t case_id)
{
	int wrong = 0;
	for (int role = 0; row && role < ROLES; role++) {
		char is = entered(town, route, role, case_id);
		if (is == row[role])
			continue;
		print_error("%s %s as %s: %c, expected %c\n", route->method, route->pattern, role_names[role], is, row[role]);
		wrong++;
	}
	return wrong;
}

static int access_row(enum access access)
{
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		if (expected[i].access == access)
			return (int)i;
	fail_msg("an access level without its row");
	return 0;
}

TEST(every_route_lets_in_and_refuses_each_role_as_its_row_says)
{
	struct town town = town_new();
	int wrong = 0;
	for (int f = 0; features[f]; f++)
		for (int i = 0; i < features[f]->route_count; i++) {
			const struct route *route = &features[f]->routes[i];
			int row = access_row(route->access);
			if (!route->kind) {
				assert_non_null(expected[row].plain);
				wrong += route_wrong(&town, route, expected[row].plain, 0);
				continue;
			}
			const char *kind = text_equal(route->kind, "*") ? "groups" : route->kind;
			wrong += route_wrong(&town, route, expected[row].closed_case, case_made(&town, kind, false));
			wrong += route_wrong(&town, route, expected[row].public_case, case_made(&town, kind, true));
			assert_int_equal(entered(&town, route, ADMIN, 999999), '0');
		}
	assert_int_equal(wrong, 0);
}

TEST(an_address_of_another_kind_does_not_exist)
{
	struct town town = town_new();
	int64_t id = case_made(&town, "nothing", true);
	for (int f = 0; features[f]; f++)
		for (int i = 0; i < features[f]->route_count; i++) {
			const struct route *route = &features[f]->routes[i];
			if (route->kind && !text_equal(route->kind, "*"))
				assert_int_equal(entered(&town, route, COORDINATOR, id), '0');
		}
}
/* The levels as they were agreed: KYODO_WRITE=1 writes the file anew after a change that was meant. */
TEST(no_route_changes_its_access_unnoticed)
{
	struct buffer now = {0};
	for (int f = 0; features[f]; f++)
		for (int i = 0; i < features[f]->route_count; i++) {
			const struct route *route = &features[f]->routes[i];
			buffer_addf(&now, "%-4s %-48s %-12s %s\n", route->method, route->pattern, access_name(route->access), route->kind ? route->kind : "-");
		}
	const char *path = arena_text("%s/tests/web/access.txt", test_root());
	if (getenv("KYODO_WRITE")) {
		FILE *file = fopen(path, "w");
		assert_non_null(file);
		fputs(buffer_text(&now), file);
		fclose(file);
	}
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	char *agreed = arena_alloc(now.length + 65536);
	agreed[fread(agreed, 1, now.length + 65000, file)] = '\0';
	fclose(file);
	if (strcmp(agreed, buffer_text(&now)) != 0)
		fail_msg("routes or their access changed: read the difference, then KYODO_WRITE=1 build/tests/kyodo-tests no_route_changes");
}
