/* Why a move on an evaluation may not happen yet. Also decides which buttons are shown. Changes nothing. */
#include "features/evaluations/moves.h"

#include "base/clock.h"
#include "base/text.h"
#include "features/evaluations/rules.h"
#include "features/evaluations/store.h"
#include "workflow/setting.h"
#include "workflow/version.h"

const char *talk_fingerprint(struct db *db, int64_t id)
{
	struct doc *talk = version_find_kept(db, id, "talk");
	return text_empty(doc_text(doc_get(talk, "content"), "conclusion")) ? "" : doc_text(talk, "fingerprint");
}

const char *lessons_fingerprint(struct db *db, int64_t id)
{
	return doc_text(version_find_kept(db, id, "lessons"), "fingerprint");
}

static struct evaluation evaluation_of(const struct moving *moving)
{
	return evaluation_find(moving->db, moving->subject.id);
}

/* Whoever belongs to both parties acts for the group alone: nobody opens both envelopes, nobody agrees with themselves. */
static const char *refuse_both(const struct moving *moving, const char *side)
{
	if (!moving->viewer->person_id)
		return NULL;
	return text_equal(evaluation_side(moving->viewer, &moving->subject), side) ? NULL : "evaluations_refused_side";
}

static const char *refuse_put(const struct moving *moving, const char *side, const struct side *of)
{
	if (refuse_both(moving, side))
		return "evaluations_refused_side";
	return of->sheet ? "evaluations_refused_in" : NULL;
}

const char *evaluation_refuse_put_group(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	return refuse_put(moving, "group", &evaluation.group);
}

const char *evaluation_refuse_put_city(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	return refuse_put(moving, "city", &evaluation.city);
}

const char *evaluation_refuse_take_back_group(const struct moving *moving)
{
	if (refuse_both(moving, "group"))
		return "evaluations_refused_side";
	return evaluation_of(moving).group.sheet ? NULL : "evaluations_refused_not_in";
}

const char *evaluation_refuse_take_back_city(const struct moving *moving)
{
	if (refuse_both(moving, "city"))
		return "evaluations_refused_side";
	return evaluation_of(moving).city.sheet ? NULL : "evaluations_refused_not_in";
}

const char *evaluation_refuse_simplify(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	bool may =
		evaluation.is_free && text_equal(evaluation.sheet, "standard") && !evaluation.group.sheet && !evaluation.city.sheet;
	return may ? NULL : "evaluations_refused_simplify";
}

const char *evaluation_refuse_extended(const struct moving *moving)
{
	return evaluation_of(moving).is_extended ? "evaluations_refused_extended" : NULL;
}

const char *evaluation_refuse_sealed(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	bool is_due = moving->subject.due_on != DAY_NONE && moving->subject.due_on < day_today();
	return (evaluation.group.sheet && evaluation.city.sheet) || is_due ? NULL : "evaluations_refused_sealed";
}

static const char *refuse_confirm(const struct moving *moving, const char *side, const struct side *of)
{
	const char *now = talk_fingerprint(moving->db, moving->subject.id);
	if (refuse_both(moving, side))
		return "evaluations_refused_side";
	if (!*now)
		return "evaluations_refused_no_conclusion";
	return text_equal(of->confirmed, now) ? "evaluations_refused_confirmed" : NULL;
}

const char *evaluation_refuse_confirm_group(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	return refuse_confirm(moving, "group", &evaluation.group);
}

const char *evaluation_refuse_confirm_city(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	return refuse_confirm(moving, "city", &evaluation.city);
}

const char *evaluation_refuse_not_confirmed(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	const char *now = talk_fingerprint(moving->db, moving->subject.id);
	bool is_confirmed = *now && text_equal(evaluation.group.confirmed, now) && text_equal(evaluation.city.confirmed, now);
	return is_confirmed ? NULL : "evaluations_refused_not_confirmed";
}

static const char *refuse_view(const struct moving *moving, const char *side)
{
	int days = (int)setting_int(moving->db, "evaluation_talk_days");
	if (refuse_both(moving, side))
		return "evaluations_refused_side";
	return may_view(evaluation_of(moving).opened_on, day_today(), days) ? NULL : "evaluations_refused_early_view";
}

const char *evaluation_refuse_view_group(const struct moving *moving)
{
	return refuse_view(moving, "group");
}

const char *evaluation_refuse_view_city(const struct moving *moving)
{
	return refuse_view(moving, "city");
}

const char *evaluation_refuse_no_views(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	return text_empty(evaluation.group.view) && text_empty(evaluation.city.view) ? "evaluations_refused_early_view" : NULL;
}

const char *evaluation_refuse_no_lessons(const struct moving *moving)
{
	return *lessons_fingerprint(moving->db, moving->subject.id) ? NULL : "evaluations_refused_no_lessons";
}

static const char *refuse_release(const struct moving *moving, const char *side, const struct side *of)
{
	if (refuse_both(moving, side))
		return "evaluations_refused_side";
	if (evaluation_refuse_no_lessons(moving))
		return "evaluations_refused_no_lessons";
	return text_equal(of->released, lessons_fingerprint(moving->db, moving->subject.id)) ? "evaluations_refused_released"
	                                                                                     : NULL;
}

const char *evaluation_refuse_release_group(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	return refuse_release(moving, "group", &evaluation.group);
}

const char *evaluation_refuse_release_city(const struct moving *moving)
{
	struct evaluation evaluation = evaluation_of(moving);
	return refuse_release(moving, "city", &evaluation.city);
}

/* A lesson is answered once, by the side it is addressed to; a correction opens the answers again. */
static const char *refuse_answer(const struct moving *moving, const char *side)
{
	struct doc *lesson = lesson_row(moving->db, moving->subject.id, doc_int(moving->values, "number"));
	if (refuse_both(moving, side) || !lesson || !text_equal(doc_text(lesson, "side"), side))
		return "evaluations_refused_side";
	bool is_over = *doc_text(lesson, "answer") && text_equal(moving->subject.state, "answered");
	return is_over ? "evaluations_refused_answered" : NULL;
}

const char *evaluation_refuse_answer_group(const struct moving *moving)
{
	return refuse_answer(moving, "group");
}

const char *evaluation_refuse_answer_city(const struct moving *moving)
{
	return refuse_answer(moving, "city");
}
