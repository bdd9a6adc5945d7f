/* Fields as data. */
#include "features/home/forms.h"

static const struct field display_fields[] = {
	{.name = "size", .kind = FIELD_RADIO, .is_required = true, .choices = "100 125 150"},
	{.name = "theme", .kind = FIELD_RADIO, .is_required = true, .choices = "auto light dark"},
	{.name = NULL},
};
const struct form display_form = FORM("display", display_fields);

static const struct field feedback_fields[] = {
	{.name = "answer", .kind = FIELD_RADIO, .is_required = true, .choices = "yes partly no"},
	{.name = "text", .kind = FIELD_LINES, .most = 1000},
	{.name = "page", .kind = FIELD_HIDDEN},
	{.name = NULL},
};
const struct form feedback_form = FORM("feedback", feedback_fields);
