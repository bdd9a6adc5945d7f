/* The pages after the opening: ふりかえり with the joint conclusion, the lessons, the answers to them. */
#include "features/evaluations/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/evaluations/forms.h"
#include "features/evaluations/moves.h"
#include "workflow/version.h"

/* Of a side, and in a state where it is written; answers otherwise. */
static bool joint_enter(struct visit *visit, const char *states)
{
	if (!evaluation_enter(visit))
		return false;
	if (!*evaluation_side(&visit->viewer, &visit->subject))
		page_error(visit, 403, "evaluations_not_side");
	else if (!text_has_word(states, visit->subject.state))
		page_error(visit, 409, "cases_not_writable");
	return !visit->is_replied;
}

static struct writing talk_writing(struct visit *visit)
{
	return (struct writing){.part = "talk",
	                        .form = talk_form(evaluation_gap_items(visit)),
	                        .rest = "/talk",
	                        .title_key = "evaluations_talk",
	                        .lead_key = "evaluations_talk_lead",
	                        .banner_key = "",
	                        .submit_key = "evaluations_talk_send",
	                        .shows_gaps = true};
}

void evaluation_talk_page(struct visit *visit)
{
	if (!joint_enter(visit, "opened"))
		return;
	struct writing writing = talk_writing(visit);
	writing_show(visit, &writing, writing_content(visit, &writing), NULL);
}

void evaluation_talk_action(struct visit *visit)
{
	if (!joint_enter(visit, "opened"))
		return;
	struct writing writing = talk_writing(visit);
	if (writing_take(visit, &writing))
		writing_send(visit, &writing, "talk", "evaluations_talk_sent");
}

static const struct writing lessons_writing = {
	.part = "lessons",
	.form = &evaluation_lessons_form,
	.rest = "/lessons",
	.title_key = "evaluations_lessons",
	.lead_key = "evaluations_lessons_lead",
	.banner_key = "",
	.submit_key = "evaluations_lessons_send",
};

/* Once published the lessons are read on the evaluation's page. */
void evaluation_lessons_page(struct visit *visit)
{
	if (!joint_enter(visit, "concluded both_views published answered"))
		return;
	if (text_has_word("published answered", visit->subject.state))
		page_go(visit, evaluation_path(visit, "#lessons"), NULL);
	else
		writing_show(visit, &lessons_writing, writing_content(visit, &lessons_writing), NULL);
}

void evaluation_lessons_action(struct visit *visit)
{
	if (joint_enter(visit, "concluded both_views") && writing_take(visit, &lessons_writing))
		writing_send(visit, &lessons_writing, "lessons", "evaluations_lessons_sent");
}

/* The lesson in the address, if it is the viewer's side that answers it; answers otherwise. */
static struct doc *lesson_enter(struct visit *visit)
{
	if (!joint_enter(visit, "published answered"))
		return NULL;
	struct doc *lesson = lesson_row(visit->db, visit->subject.id, visit_id(visit, 1));
	const char *side = evaluation_side(&visit->viewer, &visit->subject);
	if (!lesson)
		page_error(visit, 404, NULL);
	else if (!text_equal(doc_text(lesson, "side"), side) ||
	         (text_equal(side, "group") && !viewer_may_submit(&visit->viewer, visit->subject.group_id)))
		page_error(visit, 403, "evaluations_not_addressed");
	return visit->is_replied ? NULL : lesson;
}

static void answer_show(struct visit *visit, const struct doc *lesson, const struct doc *values, const struct doc *errors)
{
	struct doc *document = doc_object();
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "case_path", evaluation_path(visit, ""));
	doc_set_text(document, "lead_key", "evaluations_answer_lead");
	doc_set_text(document, "banner_key", "");
	doc_set_text(document, "quote", doc_text(lesson, "lesson"));
	doc_set_bool(document, "autosave", false);
	doc_set_bool(document, "shows_gaps", false);
	doc_set_bool(document, "has_gaps", false);
	page_form(visit, &(struct form_page){.page = "evaluations/write",
	                                     .title_key = "evaluations_answer",
	                                     .action = visit->path,
	                                     .form = &evaluation_answer_form,
	                                     .values = values,
	                                     .errors = errors,
	                                     .submit_key = "evaluations_answer_send",
	                                     .document = document,
	                                     .version = visit->subject.version});
}

void evaluation_answer_page(struct visit *visit)
{
	struct doc *lesson = lesson_enter(visit);
	if (lesson)
		answer_show(visit, lesson, lesson, NULL);
}

void evaluation_answer_action(struct visit *visit)
{
	struct doc *lesson = lesson_enter(visit);
	if (!lesson)
		return;
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, &evaluation_answer_form, errors);
	if (doc_count(errors)) {
		answer_show(visit, lesson, values, errors);
		return;
	}
	doc_set_int(values, "number", doc_int(lesson, "number"));
	struct move_order order = {.case_id = visit->subject.id,
	                           .values = values,
	                           .effective_on = DAY_NONE,
	                           .version = text_number(request_field(visit->request, "version"))};
	order.move = arena_text("answer_%s", doc_text(lesson, "side"));
	if (move_perform(visit->db, &visit->viewer, &order, NULL) == MOVE_DONE)
		page_go(visit, evaluation_path(visit, "#lessons"), "evaluations_answer_sent");
	else
		page_error(visit, 409, "cases_stale");
}
