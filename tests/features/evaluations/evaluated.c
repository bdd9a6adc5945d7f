/* See evaluated.h. */
#include "features/evaluations/evaluated.h"

#include "base/arena.h"
#include "features/evaluations/moves.h"

#include <string.h>

static struct browser *browser_with(struct portal *portal, const char *email, const char *role, int64_t group, int64_t department)
{
	int64_t person = portal_person(portal, email, "人");
	portal_seat(portal, person, role, group, department);
	return browser_new(portal, person);
}

static void people_make(struct evaluated *town, int64_t other)
{
	struct portal *portal = town->portal;
	int64_t far = portal_department(portal, "welfare", "福祉課", false);
	town->coordinator = browser_new(portal, portal_coordinator(portal));
	town->writer = browser_with(portal, "contact@example.jp", "contact", town->group, 0);
	town->member = browser_with(portal, "member@example.jp", "member", town->group, 0);
	town->office = browser_with(portal, "office@example.jp", "staff", 0, town->department);
	town->admin = browser_with(portal, "admin@example.jp", "admin", 0, 0);
	town->stranger = browser_with(portal, "other@example.jp", "contact", other, 0);
	town->elsewhere = browser_with(portal, "far@example.jp", "staff", 0, far);
	int64_t both = portal_person(portal, "both@example.jp", "両方の人");
	portal_seat(portal, both, "contact", town->group, 0);
	portal_seat(portal, both, "staff", 0, town->department);
	town->both = browser_new(portal, both);
	town->visitor = browser_new(portal, 0);
}

/* Opened as behind the acceptance of the project's report. */
static void evaluation_make(struct evaluated *town, const char *sheet)
{
	struct db *db = portal_store(town->portal);
	struct case_file project = {.kind = "projects", .state = "evaluating", .title = "川べりの花だん", .group_id = town->group,
	                            .department_id = town->department};
	town->project = case_insert(db, &project);
	db_run(db, "UPDATE cases SET is_public = 1 WHERE id = :id", DB(V_INT("id", town->project)));
	struct case_file fresh = {.title = "「川べりの花だん」の事業評価", .group_id = town->group, .department_id = town->department,
	                          .parent_id = town->project};
	struct viewer nobody = viewer_nobody();
	struct doc *values = doc_set_text(doc_object(), "sheet", sheet);
	town->evaluation = case_open(db, &nobody, machine_find("evaluations"), &fresh, doc_set_bool(values, "is_free", true));
	portal_done(town->portal);
}

static struct browser *browser_again(struct evaluated *town, const char *email)
{
	return browser_new(town->portal, portal_int(town->portal, arena_text("SELECT id FROM people WHERE email = '%s'", email)));
}

void evaluated_later(struct evaluated *town, const char *iso)
{
	test_clock(iso);
	town->writer = browser_again(town, "contact@example.jp");
	town->member = browser_again(town, "member@example.jp");
	town->office = browser_again(town, "office@example.jp");
}

struct evaluated evaluated_new(const char *sheet)
{
	test_clock("2027-04-01T09:00:00+09:00");
	struct evaluated town = {.portal = portal_new()};
	town.group = test_group(portal_store(town.portal), "みどりの会");
	int64_t other = test_group(town.portal->app.writer, "川の会");
	portal_done(town.portal);
	town.department = portal_department(town.portal, "environment", "環境保全課", false);
	people_make(&town, other);
	evaluation_make(&town, sheet);
	return town;
}

const char *evaluated_path(const struct evaluated *town, const char *rest)
{
	return arena_text("/projects/%lld/evaluation%s", (long long)town->project, rest);
}

const char *evaluated_move_path(const struct evaluated *town, const char *move)
{
	return arena_text("/cases/%lld/%s", (long long)town->evaluation, move);
}

const char *evaluated_state(struct evaluated *town)
{
	return portal_text(town->portal, arena_text("SELECT state FROM cases WHERE id = %lld", (long long)town->evaluation));
}

int evaluated_post(struct evaluated *town, struct browser *browser, const char *rest, const char *const *fields)
{
	const char *path = evaluated_path(town, rest);
	int status = browser_get(browser, path);
	if (status != 200)
		return status;
	const char *all[80] = {"base_version", arena_copy(browser_value(browser, "base_version"))};
	int count = 2;
	while (*fields && count < 78)
		all[count++] = *fields++;
	return browser_post(browser, path, all);
}

int evaluated_write(struct evaluated *town, struct browser *browser, const char *steps, const char *why)
{
	static const char *const items[] = {"purpose", "roles", "process", "equality", "results", "beneficiaries", "cost", "synergy", "wider"};
	const char *fields[60] = {0};
	int count = 0;
	for (size_t i = 0; i < strlen(steps); i++) {
		fields[count++] = items[i];
		fields[count++] = arena_copy_part(&steps[i], 1);
		fields[count++] = arena_text("%s_why", items[i]);
		fields[count++] = why;
	}
	fields[count++] = "overall";
	fields[count++] = arena_text("%s全体", why);
	return evaluated_post(town, browser, "/sheet", fields);
}

int evaluated_put(struct evaluated *town, struct browser *browser, const char *steps, const char *why)
{
	int status = evaluated_write(town, browser, steps, why);
	if (status != 303)
		return status;
	const char *path = evaluated_path(town, "/sheet/check");
	status = browser_get(browser, path);
	if (status != 200)
		return status;
	return browser_post(browser, path, FIELDS("version", arena_copy(browser_value(browser, "version"))));
}

int evaluated_move(struct evaluated *town, struct browser *browser, const char *move, const char *const *fields)
{
	const char *path = evaluated_move_path(town, move);
	int status = browser_get(browser, path);
	if (status != 200)
		return status;
	const char *all[20] = {"version", arena_copy(browser_value(browser, "version"))};
	for (int i = 2; *fields && i < 18; i++)
		all[i] = *fields++;
	return browser_post(browser, path, all);
}

void evaluated_open(struct evaluated *town)
{
	assert_int_equal(evaluated_put(town, town->writer, "553333333", "団体の理由"), 303);
	assert_int_equal(evaluated_put(town, town->office, "133333333", "市の理由"), 303);
	assert_string_equal(evaluated_state(town), "opened");
}

void evaluated_conclude(struct evaluated *town)
{
	evaluated_open(town);
	int status = evaluated_post(town, town->writer, "/talk",
	                       FIELDS("talked_on_year", "2027", "talked_on_month", "4", "talked_on_date", "1", "present", "団体の代表と担当課の係長",
	                              "purpose", "目的のとらえ方が違った", "roles", "役割は早めに決める", "conclusion", "次は早く始める"));
	if (status != 303)
		fail_msg("%d %s", status, browser_body(town->writer));
	assert_int_equal(evaluated_move(town, town->writer, "confirm_group", NO_FIELDS), 303);
	assert_int_equal(evaluated_move(town, town->office, "confirm_city", NO_FIELDS), 303);
	assert_string_equal(evaluated_state(town), "concluded");
}

void evaluated_publish(struct evaluated *town)
{
	evaluated_conclude(town);
	int status = evaluated_post(town, town->office, "/lessons",
	                       FIELDS("lessons.0.lesson", "打合せの日を4月に決める", "lessons.0.side", "city", "lessons.1.lesson", "会員にも早く知らせる",
	                              "lessons.1.side", "group"));
	if (status != 303)
		fail_msg("%d %s", status, browser_body(town->office));
	assert_int_equal(evaluated_move(town, town->coordinator, "publish", NO_FIELDS), 303);
	assert_string_equal(evaluated_state(town), "published");
}
