/* The address of the guideline: method, pattern, who may enter, function. */
#include "features/guideline/guideline.h"
#include "features/guideline/pages.h"

static const struct route routes[] = {
	{"GET", "/guideline", ACCESS_ALL, guideline_page, .twins = HAS_JSON},
};

const struct feature feature_guideline = {"guideline", routes, sizeof routes / sizeof *routes, NULL};
