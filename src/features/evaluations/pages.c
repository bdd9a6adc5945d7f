/* The pages of an evaluation: its own, and the side's sheet with its check. Talk, lessons and answers: pages_talk.c. */
#include "features/evaluations/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/evaluations/moves.h"
#include "workflow/version.h"

char *evaluation_path(const struct visit *visit, const char *rest)
{
	return arena_text("/projects/%lld/evaluation%s", (long long)visit->subject.parent_id, rest);
}

bool evaluation_enter(struct visit *visit)
{
	struct case_file project = visit->subject;
	int64_t id = evaluation_find_of(visit->db, project.id);
	if (!id || !case_find(visit->db, id, &visit->subject) || !case_may_see(&visit->viewer, &visit->subject)) {
		page_error(visit, 404, NULL);
		return false;
	}
	visit->clause = "4-4-4";
	page_crumb(visit, arena_text("/projects/%lld", (long long)project.id), NULL, project.title);
	if (!text_ends(visit->path, "/evaluation"))
		page_crumb(visit, evaluation_path(visit, ""), "evaluations_kind", NULL);
	return true;
}

void evaluation_page(struct visit *visit)
{
	if (evaluation_enter(visit))
		page_show(visit, "evaluations/show", NULL, evaluation_document(visit));
}

/* The viewer's own side of the evaluation. */
static const struct side *side_own(struct visit *visit, const struct evaluation *evaluation)
{
	return text_equal(evaluation_side(&visit->viewer, &visit->subject), "group") ? &evaluation->group : &evaluation->city;
}

static bool sheet_is_open(struct visit *visit, const struct evaluation *evaluation)
{
	return text_has_word("filling opened", visit->subject.state) && !side_own(visit, evaluation)->sheet;
}

static struct writing sheet_writing(struct visit *visit, const struct evaluation *evaluation)
{
	bool is_simple = text_equal(evaluation->sheet, "simple");
	bool is_late = evaluation->opened_on != DAY_NONE;
	return (struct writing){
		.part = evaluation_side(&visit->viewer, &visit->subject),
		.form = sheet_named(evaluation->sheet)->form,
		.rest = "/sheet",
		.title_key = is_simple ? "evaluations_sheet_simple" : "evaluations_sheet_standard",
		.lead_key = "evaluations_sheet_lead",
		.banner_key = is_late ? "evaluations_sheet_late" : "evaluations_sheet_sealed",
		.submit_key = "evaluations_sheet_next",
	};
}

/* Enters with the viewer's side and the evaluation; answers and returns false for who is of no side. */
static bool sheet_enter(struct visit *visit, struct evaluation *evaluation)
{
	if (!evaluation_enter(visit))
		return false;
	*evaluation = evaluation_find(visit->db, visit->subject.id);
	if (*evaluation_side(&visit->viewer, &visit->subject))
		return true;
	page_error(visit, 403, "evaluations_not_side");
	return false;
}

void evaluation_sheet_page(struct visit *visit)
{
	struct evaluation evaluation;
	if (!sheet_enter(visit, &evaluation))
		return;
	struct writing writing = sheet_writing(visit, &evaluation);
	if (sheet_is_open(visit, &evaluation))
		writing_show(visit, &writing, writing_content(visit, &writing), NULL);
	else
		page_go(visit, evaluation_path(visit, "/sheet/check"), NULL);
}

void evaluation_sheet_action(struct visit *visit)
{
	struct evaluation evaluation;
	if (!sheet_enter(visit, &evaluation))
		return;
	if (!sheet_is_open(visit, &evaluation)) {
		page_error(visit, 409, "cases_not_writable");
		return;
	}
	struct writing writing = sheet_writing(visit, &evaluation);
	if (writing_take(visit, &writing))
		page_go(visit, evaluation_path(visit, "/sheet/check"), NULL);
}

/* The move that puts the viewer's sheet in: into the envelope, or as a marked reply after the opening. */
static const char *put_name(struct visit *visit, const struct evaluation *evaluation)
{
	return arena_text("%s_%s", evaluation->opened_on == DAY_NONE ? "put" : "reply",
	                  evaluation_side(&visit->viewer, &visit->subject));
}

/* Where the viewer takes their sheet out of the envelope again; "" when they may not. */
static const char *take_back_path(struct visit *visit, const char *side)
{
	const struct move *move = move_find(&evaluations_machine, arena_text("take_back_%s", side));
	bool may = move_may(visit->db, &visit->viewer, &visit->subject, move);
	return may ? arena_text("/cases/%lld/%s", (long long)visit->subject.id, move->name) : "";
}

static void check_show(struct visit *visit, const struct evaluation *evaluation, const struct doc *errors)
{
	struct writing writing = sheet_writing(visit, evaluation);
	const struct move *put = move_find(&evaluations_machine, put_name(visit, evaluation));
	struct doc *document = doc_object();
	bool is_open = sheet_is_open(visit, evaluation);
	doc_set_text(document, "case_title", visit->subject.title);
	doc_set_text(document, "case_path", evaluation_path(visit, ""));
	doc_set_text(document, "sheet_path", evaluation_path(visit, "/sheet"));
	doc_set_bool(document, "is_open", is_open);
	doc_set_bool(document, "is_sealed", evaluation->opened_on == DAY_NONE);
	doc_set_bool(document, "may_put", is_open && move_is_for(&visit->viewer, &visit->subject, put));
	doc_set_text(document, "back_path", take_back_path(visit, writing.part));
	doc_set(document, "summary",
	        form_summary(visit, writing.form, writing_content(visit, &writing),
	                     is_open ? evaluation_path(visit, "/sheet") : NULL));
	page_form(visit, &(struct form_page){.page = "evaluations/check",
	                                     .title_key = is_open ? "evaluations_check" : "evaluations_own",
	                                     .action = evaluation_path(visit, "/sheet/check"),
	                                     .errors = errors,
	                                     .submit_key = arena_text("move_evaluations_%s", put->name),
	                                     .document = document,
	                                     .version = visit->subject.version});
}

void evaluation_check_page(struct visit *visit)
{
	struct evaluation evaluation;
	if (sheet_enter(visit, &evaluation))
		check_show(visit, &evaluation, NULL);
}

static void sheet_put_done(struct visit *visit, enum move_result result, const struct evaluation *evaluation)
{
	if (result == MOVE_DONE)
		page_go(visit, evaluation_path(visit, ""),
		        evaluation->opened_on == DAY_NONE ? "evaluations_put" : "evaluations_replied");
	else if (result == MOVE_FORBIDDEN)
		page_error(visit, 403, "cases_not_submitter");
	else
		page_error(visit, 409, "cases_stale");
}

void evaluation_check_action(struct visit *visit)
{
	struct evaluation evaluation;
	if (!sheet_enter(visit, &evaluation))
		return;
	if (!sheet_is_open(visit, &evaluation)) {
		page_error(visit, 409, "cases_not_writable");
		return;
	}
	struct writing writing = sheet_writing(visit, &evaluation);
	struct doc *errors = doc_array();
	form_check(visit, writing.form, writing_content(visit, &writing), errors);
	if (doc_count(errors)) {
		check_show(visit, &evaluation, errors);
		return;
	}
	version_keep(visit->db, visit->subject.id, writing.part);
	struct move_order order = {.case_id = visit->subject.id,
	                           .move = put_name(visit, &evaluation),
	                           .version = text_number(request_field(visit->request, "version")),
	                           .effective_on = DAY_NONE};
	sheet_put_done(visit, move_perform(visit->db, &visit->viewer, &order, NULL), &evaluation);
}
