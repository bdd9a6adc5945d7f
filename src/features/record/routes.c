/* The addresses of the public record. */
#include "features/record/pages.h"
#include "features/record/record.h"

static const struct route routes[] = {
	{"GET", "/record", ACCESS_ALL, record_page, .twins = HAS_JSON | HAS_CSV | HAS_JSONL},
};

const struct feature feature_record = {"record", routes, sizeof routes / sizeof *routes, NULL};
