/* Sorts every open case that concerns the viewer into one list. A case waits on the viewer when it is their side's turn and they have a
 * button to press, or are of that side (then the case's page says what to write); otherwise it waits on somebody else. */
#include "features/desk/lists.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/desk/store.h"
#include "web/page.h"
#include "workflow/move.h"

enum { WEEK_DAYS = 7 };

struct sorting {
	struct visit *visit;
	struct desk desk;
	struct doc *seen; /* id → 1: a person of several posts sees a case once */
};

static bool is_first_sight(struct sorting *sorting, int64_t id)
{
	const char *key = arena_text("%lld", (long long)id);
	if (doc_has(sorting->seen, key))
		return false;
	doc_set_int(sorting->seen, key, 1);
	return true;
}

static bool turn_is_viewers(const struct viewer *viewer, const struct case_file *subject)
{
	bool is_city = viewer_has(viewer, ROLE_COORDINATOR) || viewer_in_department(viewer, subject->department_id);
	bool is_group = subject->group_id && viewer_in_group(viewer, subject->group_id);
	return text_equal(subject->turn, "both") || (is_city && text_equal(subject->turn, "city")) ||
	       (is_group && text_equal(subject->turn, "group"));
}

/* Whether the viewer is of the side that the case waits for, and not only its coordinator. */
static bool is_of_turn(const struct viewer *viewer, const struct case_file *subject)
{
	bool is_group = subject->group_id && viewer_in_group(viewer, subject->group_id);
	bool is_city = subject->department_id ? viewer_in_department(viewer, subject->department_id) : viewer_has(viewer, ROLE_COORDINATOR);
	return (is_group && text_has_word("group both", subject->turn)) || (is_city && text_has_word("city both", subject->turn));
}

/* What nobody has sent yet is its writers' own: it stands among what was begun. */
static bool is_unsent(const struct case_file *subject)
{
	return text_equal(subject->state, "draft") && subject->due_on == DAY_NONE;
}

/* The first button that moves the case on, NULL if the viewer has none. */
static struct doc *main_action(struct visit *visit, const struct case_file *subject)
{
	struct doc *actions = move_list_open(visit->db, &visit->viewer, subject);
	struct doc *first = doc_first(actions);
	return first && !doc_bool(first, "is_second") ? first : NULL;
}

static const char *waits_on_key(const struct case_file *subject)
{
	if (text_equal(subject->turn, "group"))
		return "desk_waits_group";
	return subject->department_id ? "desk_waits_department" : "desk_waits_city";
}

static struct doc *desk_row(struct visit *visit, const struct case_file *subject)
{
	struct doc *row = case_row(visit->db, subject->id);
	doc_set_text(row, "kind_key", arena_text("desk_kind_%s", subject->kind));
	doc_set_text(row, "state_tone", state_tone(subject->kind, subject->state));
	doc_set_text(row, "waits_on_key", waits_on_key(subject));
	doc_set_text(row, "action_path", "");
	doc_set_text(row, "action_key", "");
	doc_set_text(row, "remind_path", "");
	return row;
}

static struct doc *list_by_due(struct desk *desk, int due_on)
{
	int today = day_today();
	if (due_on != DAY_NONE && due_on <= today)
		return desk->today;
	return due_on != DAY_NONE && due_on <= today + WEEK_DAYS ? desk->week : desk->later;
}

static void case_sort(struct sorting *sorting, int64_t id)
{
	struct case_file subject;
	struct visit *visit = sorting->visit;
	if (!case_find(visit->db, id, &subject) || is_unsent(&subject) || !is_first_sight(sorting, id))
		return;
	struct doc *row = desk_row(visit, &subject);
	struct doc *action = turn_is_viewers(&visit->viewer, &subject) ? main_action(visit, &subject) : NULL;
	if (!action && is_of_turn(&visit->viewer, &subject)) {
		action = doc_set_text(doc_object(), "path", doc_text(row, "path"));
		doc_set_text(action, "label_key", "desk_open");
	}
	if (!action) {
		doc_set_text(row, "remind_path", arena_text("/desk/remind/%lld", (long long)id));
		doc_push(sorting->desk.waiting, row);
		return;
	}
	doc_set_text(row, "action_path", doc_text(action, "path"));
	doc_set_text(row, "action_key", doc_text(action, "label_key"));
	doc_push(list_by_due(&sorting->desk, subject.due_on), row);
}

static void ids_sort(struct sorting *sorting, const struct doc *ids)
{
	for (struct doc *one = doc_first(ids); one; one = doc_next(one))
		case_sort(sorting, doc_int(one, "id"));
}

static void seat_sort(struct sorting *sorting, const struct seat *seat, const char *turn)
{
	struct db *db = sorting->visit->db;
	if (text_equal(seat->role, "coordinator"))
		ids_sort(sorting, desk_list_all(db, turn));
	else if (seat->department_id)
		ids_sort(sorting, desk_list_department(db, turn, seat->department_id));
	else if (seat->group_id)
		ids_sort(sorting, desk_list_group(db, turn, seat->group_id));
}

static void begun_list(struct sorting *sorting, int64_t group_id)
{
	struct visit *visit = sorting->visit;
	struct doc *ids = desk_list_begun(visit->db, group_id, visit->viewer.person_id);
	for (struct doc *one = doc_first(ids); one; one = doc_next(one)) {
		struct case_file subject;
		if (is_first_sight(sorting, doc_int(one, "id")) && case_find(visit->db, doc_int(one, "id"), &subject))
			doc_push(sorting->desk.begun, desk_row(visit, &subject));
	}
}

struct desk desk_lists(struct visit *visit)
{
	static const char *const turns[] = {"city", "both", "group"};
	struct sorting sorting = {.visit = visit, .seen = doc_object()};
	sorting.desk = (struct desk){doc_array(), doc_array(), doc_array(), doc_array(), doc_array()};
	const struct viewer *viewer = &visit->viewer;
	for (size_t t = 0; t < sizeof turns / sizeof *turns; t++)
		for (int i = 0; i < viewer->seat_count; i++)
			seat_sort(&sorting, &viewer->seats[i], turns[t]);
	begun_list(&sorting, 0);
	for (int i = 0; i < viewer->seat_count; i++)
		if (viewer->seats[i].group_id)
			begun_list(&sorting, viewer->seats[i].group_id);
	return sorting.desk;
}
