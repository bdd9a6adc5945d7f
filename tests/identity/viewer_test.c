/* Who is looking, and what follows from their posts. */
#include "support/test.h"
#include "support/store.h"

#include "base/arena.h"
#include "base/clock.h"
#include "identity/person.h"
#include "identity/session.h"
#include "identity/viewer.h"
#include "workflow/case_file.h"

/* A group's case, as the store needs it for a seat. */
static int64_t group_insert(struct db *db)
{
	return db_int(db,
	              "INSERT INTO cases (kind, state, title, created_at, changed_at)"
	              " VALUES ('groups', 'registered', '緑の会', 1, 1) RETURNING id",
	              DB_NONE);
}

TEST(a_session_has_its_person)
{
	struct db *db = test_store();
	int64_t id = person_insert(db, "a@example.jp", "花子");
	char *token = session_insert(db, id, false);
	struct viewer viewer = viewer_find(db, token);
	assert_int_equal(viewer.person_id, id);
	assert_string_equal(viewer.name, "花子");
	assert_string_equal(viewer.email, "a@example.jp");
	assert_int_equal(viewer.roles, ROLE_PERSON);
	assert_int_equal(viewer.seat_count, 0);
	assert_string_not_equal(viewer.session, token);
	assert_int_equal(viewer_find(db, arena_text("%sA", token)).person_id, 0);
	assert_int_equal(viewer_find(db, "").person_id, 0);
	assert_int_equal(viewer_find(db, NULL).person_id, 0);
}

TEST(a_closed_account_is_nobody)
{
	struct db *db = test_store();
	int64_t id = person_insert(db, "a@example.jp", "花子");
	char *token = session_insert(db, id, false);
	person_update_disabled(db, id, true);
	assert_int_equal(viewer_find(db, token).person_id, 0);
	assert_int_equal(viewer_of_person(db, id).person_id, 0);
	assert_int_equal(viewer_of_person(db, 999).person_id, 0);
	person_update_disabled(db, id, false);
	assert_int_equal(viewer_find(db, token).person_id, 0);
}

TEST(posts_make_roles_while_they_last)
{
	struct db *db = test_store();
	int64_t id = person_insert(db, "a@example.jp", "花子");
	int64_t section = department_insert(db, "kyodo", "協働課", true);
	int64_t seat = seat_insert(db, id, "coordinator", 0, section);
	struct viewer viewer = viewer_of_person(db, id);
	assert_int_equal(viewer.roles, ROLE_PERSON | ROLE_COORDINATOR);
	assert_true(viewer_in_department(&viewer, section));
	assert_false(viewer_in_department(&viewer, 0));
	assert_int_equal(viewer_department(&viewer), section);
	seat_update_until(db, seat, day_today());
	assert_true(viewer_of_person(db, id).roles & ROLE_COORDINATOR);
	seat_update_from(db, seat, day_today() - 3);
	seat_update_until(db, seat, day_today() - 1);
	assert_int_equal(viewer_of_person(db, id).roles, ROLE_PERSON);
	seat_update_until(db, seat, DAY_NONE);
	seat_update_from(db, seat, day_today() + 1);
	assert_int_equal(viewer_of_person(db, id).roles, ROLE_PERSON);
}

TEST(every_post_gives_its_role)
{
	static const struct {
		const char *role;
		unsigned bit;
	} posts[] = {
		{"member", ROLE_MEMBER}, {"contact", ROLE_MEMBER}, {"representative", ROLE_MEMBER}, {"staff", ROLE_DEPARTMENT},
		{"head", ROLE_DEPARTMENT}, {"promoter", ROLE_DEPARTMENT}, {"coordinator", ROLE_COORDINATOR},
		{"reviewer", ROLE_REVIEWER}, {"intermediary", ROLE_INTERMEDIARY}, {"admin", ROLE_ADMIN},
	};
	struct db *db = test_store();
	for (size_t i = 0; i < sizeof posts / sizeof *posts; i++) {
		int64_t id = person_insert(db, arena_text("p%zu@example.jp", i), posts[i].role);
		seat_insert(db, id, posts[i].role, 0, 0);
		struct viewer viewer = viewer_of_person(db, id);
		assert_int_equal(viewer.roles, ROLE_PERSON | posts[i].bit);
		assert_true(viewer_has(&viewer, posts[i].bit));
		assert_int_equal(viewer_has(&viewer, ROLE_ADMIN), posts[i].bit == ROLE_ADMIN);
	}
}

TEST(the_group_decides_who_submits)
{
	struct db *db = test_store();
	int64_t group = group_insert(db);
	int64_t member = person_insert(db, "m@example.jp", "会員");
	int64_t contact = person_insert(db, "c@example.jp", "連絡担当");
	int64_t seat = seat_insert(db, member, "member", group, 0);
	seat_insert(db, contact, "contact", group, 0);
	struct viewer viewer = viewer_of_person(db, member);
	assert_true(viewer_in_group(&viewer, group));
	assert_int_equal(viewer_group(&viewer), group);
	assert_false(viewer_may_submit(&viewer, group));
	seat_update_may_submit(db, seat, true);
	viewer = viewer_of_person(db, member);
	assert_true(viewer_may_submit(&viewer, group));
	viewer = viewer_of_person(db, contact);
	assert_true(viewer_may_submit(&viewer, group));
	assert_false(viewer_may_submit(&viewer, group + 1));
	assert_false(viewer_in_group(&viewer, 0));
}

TEST(the_record_names_the_role_in_this_case)
{
	struct db *db = test_store();
	int64_t group = group_insert(db), section = department_insert(db, "kyodo", "協働課", true);
	int64_t green = department_insert(db, "environment", "環境課", false);
	int64_t id = person_insert(db, "a@example.jp", "花子");
	struct viewer nobody = viewer_nobody(), viewer = viewer_of_person(db, id);
	assert_string_equal(viewer_role_in(&nobody, group, green), "portal");
	assert_string_equal(viewer_role_in(&viewer, group, green), "resident");
	seat_insert(db, id, "coordinator", 0, section);
	viewer = viewer_of_person(db, id);
	assert_string_equal(viewer_role_in(&viewer, group, section), "coordinator");
	seat_insert(db, id, "staff", 0, green);
	viewer = viewer_of_person(db, id);
	assert_string_equal(viewer_role_in(&viewer, group, green), "department");
	assert_string_equal(viewer_role_in(&viewer, group, section), "coordinator");
	seat_insert(db, id, "member", group, 0);
	viewer = viewer_of_person(db, id);
	assert_string_equal(viewer_role_in(&viewer, group, green), "group");
}
