/* What follows from the demonstration city's proposals (agreements, projects, evaluations), and its meetings with minutes and promises. Their
 * cases open by themselves behind other moves, but meetings. Data: demo_data_thread.c, demo_data_evaluation.c, demo_data_meetings.c. */
#include "commands/demo.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/meetings/signups.h"
#include "features/meetings/store.h"
#include "identity/person.h"
#include "workflow/version.h"

static int64_t child_of(const struct demo *demo, int64_t parent, const char *kind)
{
	return doc_int(doc_first(case_list_children(demo->db, parent, kind, false)), "id");
}

/* "m1/2": the second promise of the meeting m1, in the order in which they were made. */
static int64_t promise_of(const struct demo *demo, const char *subject)
{
	struct doc *rows = promise_list(demo->db, demo_find(demo, arena_copy(text_piece(subject, '/', 0))));
	long long nth = text_number(text_piece(subject, '/', 1));
	struct doc *row = doc_first(rows);
	while (row && --nth > 0)
		row = doc_next(row);
	return doc_int(row, "id");
}

static int64_t case_of_step(const struct demo *demo, const char *kind, const char *subject)
{
	static const char *const below[] = {"agreements", "projects", "evaluations"};
	if (text_equal(kind, "promises"))
		return promise_of(demo, subject);
	int64_t id = demo_find(demo, subject);
	if (text_equal(kind, "minutes"))
		return minutes_find(demo->db, id);
	for (int i = 0; i < 3 && text_has_word("agreements projects evaluations", kind); i++) {
		id = child_of(demo, id, below[i]);
		if (text_equal(below[i], kind))
			break;
	}
	return id;
}

/* Saves the draft of a part with what the lines say otherwise. */
static void part_write(const struct demo *demo, int64_t id, const struct demo_step *step)
{
	struct viewer viewer = demo_viewer(demo, step->who);
	struct doc *newest = doc_get(version_find(demo->db, id, step->more), "content");
	struct doc *content = newest ? doc_copy(newest) : doc_object();
	demo_words_set(demo, id, content, step->text);
	version_save(demo->db, &viewer, id, step->more, content, -1);
}

/* The parts that a page keeps before its move. */
static const char *part_kept(const char *kind, const char *move)
{
	static const char *const kept[][2] = {{"put_group", "group"}, {"put_city", "city"}, {"talk", "talk"}, {"lessons", "lessons"}};
	for (size_t i = 0; i < sizeof kept / sizeof *kept && text_equal(kind, "evaluations"); i++)
		if (text_equal(kept[i][0], move))
			return kept[i][1];
	return NULL;
}

static void meeting_open(const struct demo *demo, const struct demo_step *step, const struct doc *values)
{
	struct viewer viewer = demo_viewer(demo, step->who);
	struct case_file meeting = {.title = doc_text(values, "title"), .group_id = doc_int(values, "group"), .department_id = doc_int(values, "department")};
	demo_remember(demo, step->subject, case_open(demo->db, &viewer, machine_find("meetings"), &meeting, values));
}

/* As the page of sign-up does for somebody with an account. */
static void meeting_signup(const struct demo *demo, int64_t id, const struct demo_step *step, const struct doc *values)
{
	struct viewer viewer = demo_viewer(demo, step->who);
	struct doc *person = person_row(demo->db, viewer.person_id);
	doc_set_int(person, "person_id", viewer.person_id);
	struct doc *chosen = doc_copy(values);
	struct doc *needs = doc_array();
	const char *need;
	for (int i = 0; step->text && (need = text_piece(step->text, ' ', i)); i++)
		doc_push_text(needs, need);
	signup_add(demo->db, meeting_row(demo->db, id), person, doc_set(chosen, "needs", needs));
}

static void thread_perform(struct demo *demo, const struct demo_kind *kind, const struct demo_step *step)
{
	bool is_open = text_equal(step->move, "open");
	int64_t id = is_open ? 0 : case_of_step(demo, kind->name, step->subject);
	if (!id && !is_open) {
		demo_complain(demo, step, "its case is not there");
		return;
	}
	if (text_equal(step->move, "write")) {
		part_write(demo, id, step);
		return;
	}
	struct doc *values = doc_object();
	demo_words_set(demo, id, values, step->more ? step->more : "");
	if (is_open) {
		meeting_open(demo, step, values);
	} else if (text_equal(step->move, "signup")) {
		meeting_signup(demo, id, step, values);
	} else {
		const char *part = part_kept(kind->name, step->move);
		if (part)
			version_keep(demo->db, id, part);
		if (text_equal(step->move, "propose"))
			doc_set_int(values, "person_id", demo_viewer(demo, step->who).person_id);
		demo_move(demo, id, step, values);
	}
}

void demo_thread_plan(void)
{
	static const struct {
		struct demo_kind kind;
		const struct demo_step *steps;
	} plans[] = {
		{{"agreements", thread_perform, false}, demo_agreement_steps}, {{"projects", thread_perform, false}, demo_project_steps},
		{{"evaluations", thread_perform, false}, demo_evaluation_steps}, {{"meetings", thread_perform, false}, demo_meeting_steps},
		{{"minutes", thread_perform, false}, demo_minutes_steps},       {{"promises", thread_perform, false}, demo_promise_steps},
	};
	for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
		demo_plan(&plans[i].kind, plans[i].steps);
}
