/* The addresses of meetings: method, pattern, who may enter, function. */
#include "features/meetings/meetings.h"

const struct feature feature_meetings = {"meetings", NULL, 0, NULL};
