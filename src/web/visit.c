/* Small questions that handlers ask their visit. */
#include "web/visit.h"

#include "base/text.h"

int64_t visit_id(const struct visit *visit, int nth)
{
	long long number = text_number(visit_word(visit, nth));
	return number > 0 ? number : 0;
}

const char *visit_word(const struct visit *visit, int nth)
{
	return nth < PARAMETERS_MOST && visit->words[nth] ? visit->words[nth] : "";
}

const char *visit_parameter(const struct visit *visit, const char *name)
{
	return text_trim(request_parameter(visit->request, name));
}

const char *visit_field(const struct visit *visit, const char *name)
{
	return text_trim(request_field(visit->request, name));
}
