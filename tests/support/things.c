/* The machine of the engine's tests. */
#include "support/things.h"

#include "support/test.h"

#include "base/clock.h"
#include "base/text.h"
#include "identity/person.h"
#include "workflow/case_file.h"

static int followed;

static const char *submit_refuse(const struct moving *moving)
{
	return text_equal(moving->subject.title, "題なし") ? "refused_title" : NULL;
}

static void submit_change(struct moving *moving)
{
	if (doc_has(moving->values, "title"))
		case_update_title(moving->db, moving->subject.id, doc_text(moving->values, "title"), "");
	if (doc_has(moving->values, "until_on"))
		moving->due_on = day_parse(doc_text(moving->values, "until_on"));
}

static void accept_follow(struct moving *moving)
{
	assert_true(moving->ledger_number > 0);
	followed++;
}

static const struct move moves[] = {
	{.name = "open", .from = "", .to = "draft", .who = WHO_MEMBER, .turn = "group", .nobody = "only its author knows it", .clause = "4-2-3"},
	{.name = "submit", .from = "draft returned", .to = "submitted", .who = WHO_SUBMITTER | WHO_AUTHOR, .turn = "city", .days = 5,
	 .tell = TELL_DEPARTMENT | TELL_COORDINATOR, .clause = "4-2-3", .flags = MOVE_NUMBERS, .refuse = submit_refuse, .change = submit_change},
	{.name = "return", .from = "submitted", .to = "returned", .who = WHO_COORDINATOR, .turn = "group", .days = 7, .tell = TELL_GROUP,
	 .clause = "4-4-3", .flags = MOVE_SHUT | MOVE_REASON},
	{.name = "accept", .from = "submitted", .to = "accepted", .who = WHO_COORDINATOR | WHO_DEPARTMENT, .turn = "both", .days = 10,
	 .tell = TELL_GROUP | TELL_DEPARTMENT | TELL_AUTHOR, .clause = "4-4-3", .flags = MOVE_BINDS | MOVE_PUBLISHES, .follow = accept_follow},
	{.name = "decline", .from = "submitted", .to = "declined", .who = WHO_COORDINATOR, .turn = "none", .tell = TELL_GROUP,
	 .clause = "4-4-3", .flags = MOVE_BINDS | MOVE_SHUT | MOVE_REASON},
	{.name = "withdraw", .from = "draft submitted", .to = "withdrawn", .who = WHO_SUBMITTER, .turn = "city", .days = 3,
	 .tell = TELL_COORDINATOR, .clause = "4-4-3", .flags = MOVE_SHUT | MOVE_SECOND},
	{.name = "note", .from = "accepted", .to = "", .who = WHO_GROUPS, .turn = "", .nobody = "a remark", .clause = "4-4-3"},
	{.name = "expire", .from = "accepted submitted", .to = "", .who = WHO_CLOCK, .turn = "", .days = 3, .nobody = "the clock", .clause = "",
	 .flags = MOVE_QUIET},
	{.name = "correct", .from = "accepted", .to = "submitted", .who = WHO_COORDINATOR, .turn = "city", .days = 5, .nobody = "all who were told",
	 .clause = "", .flags = MOVE_CORRECTS | MOVE_HIDES},
};

const struct machine things = {
	.kind = "things", .path = "/things", .letter = "試", .states = "draft submitted returned accepted declined withdrawn",
	.closed = "declined withdrawn", .moves = moves, .move_count = sizeof moves / sizeof *moves,
};

#define SAY(key, words) "\"" key "\": {\"ja\": \"" words "\", \"easy\": \"{title}\", \"en\": \"EN {title}\"}"

struct town things_begin(void)
{
	machine_register(&things);
	test_texts("{" SAY("notice_things_open", "「{title}」をはじめました") "," SAY("notice_things_submit", "「{title}」{number} が出ました。期限{due}")
	           "," SAY("notice_things_return", "「{title}」を直してください") "," SAY("notice_things_accept", "「{title}」が認められました")
	           "," SAY("notice_things_decline", "「{title}」は認められません") "," SAY("notice_things_withdraw", "「{title}」が取り下げられました")
	           "," SAY("notice_things_note", "記録") "," SAY("notice_things_expire", "時") "," SAY("notice_things_correct", "「{title}」を訂正しました")
	           "," SAY("past_things_submit", "出した") "}");
	struct town town = {.db = test_store()};
	struct db *db = town.db;
	town.group = test_group(db, "みどりの会");
	town.department = test_department(db, "environment", "環境保全課", false);
	town.coordinator = test_coordinator(db);
	town.contact = test_member(db, "contact@group.example", "contact", town.group, 0);
	town.member = test_member(db, "member@group.example", "member", town.group, 0);
	town.staff = test_member(db, "staff@city.example", "staff", 0, town.department);
	town.as_contact = viewer_of_person(db, town.contact);
	town.as_member = viewer_of_person(db, town.member);
	town.as_staff = viewer_of_person(db, town.staff);
	town.as_coordinator = viewer_of_person(db, town.coordinator);
	town.nobody = viewer_nobody();
	struct case_file subject = {.title = "川の清掃", .group_id = town.group, .department_id = town.department};
	assert_true(db_begin(db, 100));
	town.thing = case_open(db, &town.as_contact, &things, &subject, NULL);
	assert_true(town.thing > 0);
	return town;
}

struct case_file things_now(struct town *town)
{
	struct case_file subject;
	assert_true(case_find(town->db, town->thing, &subject));
	return subject;
}

enum move_result things_move(struct town *town, const struct viewer *viewer, const char *move, const char *reason)
{
	struct move_order order = {town->thing, move, things_now(town).version, NULL, reason, DAY_NONE, false};
	return move_perform(town->db, viewer, &order, NULL);
}

enum move_result things_bind(struct town *town, const char *move, const char *reason)
{
	int64_t draft = 0;
	struct move_order order = {town->thing, move, things_now(town).version, NULL, reason, DAY_NONE, false};
	assert_int_equal(move_draft(town->db, &town->as_coordinator, &order, &draft, NULL), MOVE_DONE);
	return move_execute(town->db, &town->as_coordinator, draft, day_today(), "08日企協第12号", NULL);
}

int things_followed(void)
{
	return followed;
}
