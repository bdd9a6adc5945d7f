/* Evaluation sheets as data: which items each has, and the form that fills it. A sheet filled is an object: item → step 1–5, <item>_why →
 * the reason or comment, overall → free text. */
#ifndef FEATURES_EVALUATIONS_SHEETS_H
#define FEATURES_EVALUATIONS_SHEETS_H

#include "web/form.h"

struct sheet {
	const char *name;  /* standard (標準版) or simple (簡易版) */
	const char *items; /* space-separated; texts evaluation_item_<item> and evaluation_sheet_<item> */
	const struct form *form;
};

/* The sheet of that name; the standard one for any other name. */
const struct sheet *sheet_named(const char *name);

#endif
