/* The forms around an evaluation: the talk, the lessons, their answers, 両論併記. Sheets: sheets.h. */
#ifndef FEATURES_EVALUATIONS_FORMS_H
#define FEATURES_EVALUATIONS_FORMS_H

#include "web/form.h"

/* The record of the talk: day, who by role, what was understood for each of `items` (space-separated), the joint conclusion. */
const struct form *talk_form(const char *items);
/* A grid "lessons" of {lesson, side}. */
extern const struct form evaluation_lessons_form;
/* {answer, why, by_on} to one lesson. */
extern const struct form evaluation_answer_form;
/* {view}: one side's text of 両論併記. */
extern const struct form evaluation_view_form;

#endif
