/* The addresses of record: method, pattern, who may enter, function. */
#include "features/record/record.h"

const struct feature feature_record = {"record", NULL, 0, NULL};
