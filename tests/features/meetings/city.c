/* Builds the city of the tests through its pages. */
#include "city.h"

#include "base/arena.h"
#include "workflow/tick.h"

#include <stdarg.h>
#include <stdio.h>

static int64_t person_new(struct city *city, const char *email, const char *role, int64_t group, int64_t department)
{
	int64_t person = test_member(portal_store(city->portal), email, role, group, department);
	portal_done(city->portal);
	return person;
}

static void browsers_renew(struct city *city)
{
	city->coordinator = browser_new(city->portal, city->coordinator_id);
	city->contact = browser_new(city->portal, city->contact_id);
	city->member = browser_new(city->portal, city->member_id);
	city->stranger = browser_new(city->portal, city->stranger_id);
	city->staff = browser_new(city->portal, city->staff_id);
	city->resident = browser_new(city->portal, city->resident_id);
	city->visitor = browser_new(city->portal, 0);
}

void city_clock(struct city *city, const char *iso)
{
	test_clock(iso);
	browsers_renew(city);
}

struct city city_new(void)
{
	struct city city = {.portal = portal_new()};
	test_clock("2026-06-01T09:00:00+09:00");
	struct db *db = portal_store(city.portal);
	city.group = test_group(db, "みどりの会");
	city.other = test_group(db, "子ども広場");
	city.department = test_department(db, "kyodo", "地域協働課", true);
	int64_t environment = test_department(db, "environment", "環境保全課", false);
	portal_done(city.portal);
	city.coordinator_id = person_new(&city, "coordinator@city.example", "coordinator", 0, city.department);
	city.contact_id = person_new(&city, "contact@example.jp", "contact", city.group, 0);
	city.member_id = person_new(&city, "member@example.jp", "member", city.group, 0);
	city.stranger_id = person_new(&city, "stranger@example.jp", "contact", city.other, 0);
	city.staff_id = person_new(&city, "staff@city.example", "staff", 0, environment);
	city.resident_id = portal_person(city.portal, "resident@example.jp", "住民");
	browsers_renew(&city);
	return city;
}

const char *city_path(const char *format, ...)
{
	char text[400];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	return arena_copy(text);
}

static int64_t newest(struct city *city, const char *kind)
{
	return portal_int(city->portal, arena_text("SELECT max(id) FROM cases WHERE kind = '%s'", kind));
}

int64_t city_meeting(struct city *city, const char *capacity)
{
	int status = browser_post(city->coordinator, "/meetings/new",
	                          FIELDS("title", "第3回情報交換会", "kind", "meeting", "day", "2026-06-20", "starts", "13:30", "ends", "午後3時", "place",
	                                 "市役所505会議室", "stop", "日野駅", "online", "https://meet.example.jp/room", "capacity", capacity, "group",
	                                 city_path("%lld", (long long)city->group), "department", city_path("%lld", (long long)city->department),
	                                 "about", "川と緑を話し合います"));
	assert_int_equal(status, 303);
	return newest(city, "meetings");
}

int city_move(struct city *city, struct browser *browser, int64_t case_id, const char *move, const char *const *fields)
{
	const char *all[40];
	int count = 0;
	for (; fields[count]; count++)
		all[count] = fields[count];
	all[count++] = "version";
	all[count++] = city_path("%lld", (long long)portal_int(city->portal, arena_text("SELECT version FROM cases WHERE id = %lld", (long long)case_id)));
	all[count] = NULL;
	return browser_post(browser, city_path("/cases/%lld/%s", (long long)case_id, move), all);
}

int64_t city_agenda(struct city *city)
{
	int64_t meeting = city_meeting(city, "");
	assert_int_equal(city_move(city, city->coordinator, meeting, "open_agenda", NO_FIELDS), 303);
	const char *path = city_path("/meetings/%lld/agenda", (long long)meeting);
	const char *by = city_path("g%lld", (long long)city->group);
	assert_int_equal(browser_post(city->contact, path, FIELDS("by", by, "title", "川の清掃", "note", "秋の日取り")), 303);
	by = city_path("g%lld", (long long)city->other);
	assert_int_equal(browser_post(city->stranger, path, FIELDS("by", by, "title", "子どもの居場所")), 303);
	return meeting;
}

int64_t city_held(struct city *city)
{
	int64_t meeting = city_agenda(city);
	assert_int_equal(city_move(city, city->contact, meeting, "fix", NO_FIELDS), 303);
	city_clock(city, "2026-06-20T17:00:00+09:00");
	assert_int_equal(city_move(city, city->coordinator, meeting, "hold", FIELDS("came_site", "12", "came_online", "3")), 303);
	return meeting;
}

int64_t city_minutes(struct city *city, int64_t meeting)
{
	int64_t item = portal_int(city->portal, "SELECT min(id) FROM agenda_items");
	const char *path = city_path("/meetings/%lld/minutes/edit", (long long)meeting);
	int status = browser_post(city->coordinator, path,
	                          FIELDS("attendance", "みどりの会、地域協働課ほか15人", "summary", "川の話", "decisions", "秋に行う",
	                                 city_path("item_%lld", (long long)item), "清掃の日を話しました", "promises.0.who",
	                                 city_path("g%lld", (long long)city->group), "promises.0.what", "道具を数える", "promises.0.due_year", "2026",
	                                 "promises.0.due_month", "7", "promises.0.due_date", "10", "promises.0.item",
	                                 city_path("item_%lld", (long long)item), "promises.1.who", city_path("d%lld", (long long)city->department),
	                                 "promises.1.what", "河川の許可を調べる", "promises.1.due_year", "令和8", "promises.1.due_month", "7",
	                                 "promises.1.due_date", "15"));
	assert_int_equal(status, 303);
	int64_t minutes = newest(city, "minutes");
	assert_int_equal(city_move(city, city->coordinator, minutes, "put_out", NO_FIELDS), 303);
	return minutes;
}

void city_day(struct city *city, const char *day)
{
	city_clock(city, arena_text("%sT09:00:00+09:00", day));
	assert_true(tick_run(portal_store(city->portal)));
	portal_done(city->portal);
}
