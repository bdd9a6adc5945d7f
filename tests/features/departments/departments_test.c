/* Departments: what everybody reads, who writes it. */
#include "support/portal.h"
#include "support/store.h"

#include "base/arena.h"

struct office {
	struct portal *portal;
	int64_t id;
	struct browser *own, *other, *admin, *visitor;
};

static struct browser *seated(struct portal *portal, const char *email, const char *role, int64_t department)
{
	int64_t person = portal_person(portal, email, "職員");
	portal_seat(portal, person, role, 0, department);
	return browser_new(portal, person);
}

static struct office office_new(void)
{
	struct office office = {.portal = portal_new()};
	office.id = portal_department(office.portal, "environment", "環境保全課", false);
	int64_t other = portal_department(office.portal, "welfare", "福祉課", false);
	office.own = seated(office.portal, "own@example.jp", "staff", office.id);
	office.other = seated(office.portal, "else@example.jp", "staff", other);
	office.admin = seated(office.portal, "admin@example.jp", "admin", 0);
	office.visitor = browser_new(office.portal, 0);
	return office;
}

static const char *page_of(const struct office *office, const char *rest)
{
	return arena_text("/departments/%lld%s", (long long)office->id, rest);
}

TEST(a_department_is_read_by_everybody_in_every_form)
{
	struct office office = office_new();
	static const char *const paths[] = {"/departments", "/departments.json", "/departments.csv", "/easy/departments", "/en/departments"};
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
		assert_int_equal(browser_get(office.visitor, paths[i]), 200);
		assert_true(browser_shows(office.visitor, "環境保全課"));
	}
	assert_int_equal(browser_get(office.visitor, page_of(&office, "")), 200);
	assert_false(browser_shows(office.visitor, page_of(&office, "/edit")));
	assert_int_equal(browser_get(office.visitor, page_of(&office, ".json")), 200);
	assert_int_equal(browser_get(office.visitor, "/departments/999"), 404);
}

TEST(a_department_is_written_by_its_own_people_and_the_admin)
{
	struct office office = office_new();
	const char *const fields[] = {"about", "<script>alert(1)</script>緑を守る", "can_do", "苗\"'", "answer_days", "７", "phone", "042（581）4112", NULL};
	const char *path = page_of(&office, "/edit");
	assert_int_equal(browser_get(office.visitor, path), 303);
	assert_int_equal(browser_get(office.other, path), 403);
	assert_int_equal(browser_post(office.visitor, path, fields), 403);
	assert_int_equal(browser_post(office.other, path, fields), 403);
	assert_string_equal(portal_text(office.portal, "SELECT about FROM departments WHERE code = 'environment'"), "");
	assert_int_equal(browser_get(office.own, path), 200);
	assert_int_equal(browser_post(office.own, path, fields), 303);
	assert_int_equal(browser_get(office.visitor, page_of(&office, "")), 200);
	assert_false(browser_shows(office.visitor, "<script>alert"));
	assert_true(browser_shows(office.visitor, "緑を守る"));
	assert_true(browser_shows(office.visitor, "7開庁日以内"));
	assert_int_equal(browser_get(office.admin, path), 200);
	assert_int_equal(browser_post(office.admin, path, FIELDS("about", "", "answer_days", "0")), 422);
	assert_true(browser_shows(office.admin, "この課の仕事を入力してください"));
}
