/* The fields of a group's registration as data, and what concerns several of them. The dossiers stand in dossiers.c. */
#include "features/groups/forms.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "features/groups/rules.h"
#include "workflow/setting.h"

static void form_error_least(struct visit *visit, struct doc *errors, const char *field, const char *key, int64_t least)
{
	form_error(visit, errors, &group_activity_form, field, key, doc_set_int(doc_object(), "least", least));
}

static void basics_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	bool is_corporation = kind_is_corporation(doc_text(values, "kind"));
	if (is_corporation && text_empty(doc_text(values, "legal_number")))
		form_error(visit, errors, &group_basics_form, "legal_number", "web_error_required", NULL);
}

static const struct field basics_fields[] = {
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 100, .autocomplete = "organization"},
	{.name = "kana", .kind = FIELD_KANA, .is_required = true, .most = 150},
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = GROUP_KINDS},
	{.name = "legal_number", .kind = FIELD_LEGAL_NUMBER},
	{.name = NULL},
};
const struct form group_basics_form = {.name = "group", .fields = basics_fields, .check = basics_check};

/* The districts of the setting, as choices. */
static struct doc *area_list(struct visit *visit)
{
	struct doc *list = doc_array();
	const char *areas = setting_text(visit->db, "group_areas");
	const char *area;
	for (int i = 0; (area = text_piece(areas, ' ', i)); i++) {
		if (!*area)
			continue;
		struct doc *choice = doc_set_text(doc_object(), "value", area);
		doc_push(list, doc_set_text(choice, "label", area));
	}
	return list;
}

static void activity_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	const char *kind = doc_text(values, "kind");
	int64_t members_least = setting_int(visit->db, "group_min_members");
	int64_t months_least = setting_int(visit->db, "group_min_months");
	int founded_on = day_parse(doc_text(values, "founded_on"));
	if (!text_equal(kind, "starting") && founded_on == DAY_NONE)
		form_error(visit, errors, &group_activity_form, "founded_on", "web_error_required", NULL);
	else if (founded_on != DAY_NONE && founded_on > day_today())
		form_error(visit, errors, &group_activity_form, "founded_on", "group_error_founded", NULL);
	else if (!months_are_enough(kind, founded_on, day_today(), months_least))
		form_error_least(visit, errors, "founded_on", "group_error_months", months_least);
	if (doc_is_number(doc_get(values, "member_count")) &&
	    !members_are_enough(kind, doc_int(values, "member_count"), members_least))
		form_error_least(visit, errors, "member_count", "group_error_members", members_least);
}

static const struct field activity_fields[] = {
	{.name = "aims", .kind = FIELD_LINES, .is_required = true, .most = 400},
	{.name = "activities", .kind = FIELD_LINES, .is_required = true, .most = 1000},
	{.name = "fields", .kind = FIELD_CHECKS, .is_required = true, .choices = GROUP_FIELDS, .choice_text = "field"},
	{.name = "areas", .kind = FIELD_CHECKS, .is_required = true, .list = area_list},
	{.name = "founded_on", .kind = FIELD_DAY},
	{.name = "member_count", .kind = FIELD_NUMBER, .is_required = true, .least = 1, .most = 100000},
	{.name = "fee", .kind = FIELD_TEXT, .most = 100},
	{.name = NULL},
};
const struct form group_activity_form = {.name = "group", .fields = activity_fields, .check = activity_check};

/* Somebody without an e-mail address is told by post: then the address is needed. */
static void reach_check(struct visit *visit, const struct form *form, const char *place, const struct doc *values,
                        struct doc *errors)
{
	if (text_empty(doc_text(values, arena_text("%s_name", place))))
		return;
	const char *email = arena_text("%s_email", place);
	if (text_empty(doc_text(values, email)) && text_empty(doc_text(values, arena_text("%s_address", place))))
		form_error(visit, errors, form, email, "group_error_reach", NULL);
}

static void representative_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	reach_check(visit, &group_representative_form, "representative", values, errors);
}

#define REPRESENTATIVE_FIELDS                                                                                                      \
	{.name = "representative_name", .kind = FIELD_TEXT, .is_required = true, .most = 60},                                      \
		{.name = "representative_kana", .kind = FIELD_KANA, .is_required = true, .most = 100},                             \
		{.name = "representative_email", .kind = FIELD_EMAIL}, {.name = "representative_phone", .kind = FIELD_PHONE},      \
	{                                                                                                                          \
		.name = "representative_address", .kind = FIELD_TEXT                                                               \
	}

static const struct field representative_fields[] = {REPRESENTATIVE_FIELDS, {.name = NULL}};
const struct form group_representative_form = {.name = "group", .fields = representative_fields, .check = representative_check};

static void people_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	reach_check(visit, &group_people_form, "contact1", values, errors);
	reach_check(visit, &group_people_form, "contact2", values, errors);
	const char *first = doc_text(values, "contact1_email");
	if (*first && text_equal(first, doc_text(values, "contact2_email")))
		form_error(visit, errors, &group_people_form, "contact2_email", "group_error_same_contact", NULL);
}

#define PEOPLE_FIELDS                                                                                                              \
	{.name = "contact1_name", .kind = FIELD_TEXT, .is_required = true, .most = 60},                                            \
		{.name = "contact1_phone", .kind = FIELD_PHONE, .is_required = true},                                              \
		{.name = "contact1_email", .kind = FIELD_EMAIL}, {.name = "contact1_address", .kind = FIELD_TEXT},                 \
		{.name = "contact2_name", .kind = FIELD_TEXT, .is_required = true, .most = 60},                                    \
		{.name = "contact2_phone", .kind = FIELD_PHONE, .is_required = true},                                              \
		{.name = "contact2_email", .kind = FIELD_EMAIL},                                                                   \
	{                                                                                                                          \
		.name = "contact2_address", .kind = FIELD_TEXT                                                                     \
	}

static const struct field people_fields[] = {PEOPLE_FIELDS, {.name = NULL}};
const struct form group_people_form = {.name = "group", .fields = people_fields, .check = people_check};

static void contacts_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	representative_check(visit, values, errors);
	people_check(visit, values, errors);
}

static const struct field contacts_fields[] = {REPRESENTATIVE_FIELDS, PEOPLE_FIELDS, {.name = NULL}};
const struct form group_contacts_form = {.name = "group", .fields = contacts_fields, .check = contacts_check};

static const struct field public_fields[] = {
	{.name = "public_contact", .kind = FIELD_LINES, .most = 200},
	{.name = "web_url", .kind = FIELD_URL},
	{.name = "sns_url", .kind = FIELD_URL},
	{.name = "offers", .kind = FIELD_LINES, .most = 400},
	{.name = "seeks", .kind = FIELD_LINES, .most = 400},
	{.name = NULL},
};
const struct form group_public_form = FORM("group", public_fields);

#define SHOWN(fact)                                                                                                                \
	{                                                                                                                          \
		.name = "show_" fact, .kind = FIELD_SELECT, .is_required = true, .choices = "public registered staff",             \
		.choice_text = "visibility"                                                                                        \
	}

static const struct field visibility_fields[] = {
	SHOWN("activities"),     SHOWN("founded"), SHOWN("members"), SHOWN("fee"),   SHOWN("representative"), SHOWN("contacts"),
	SHOWN("public_contact"), SHOWN("web"),     SHOWN("offers"),  SHOWN("seeks"), {.name = NULL},
};
const struct form group_visibility_form = FORM("group", visibility_fields);

static const struct field start_fields[] = {
	{.name = "listed", .kind = FIELD_HIDDEN},
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 100, .autocomplete = "organization"},
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = GROUP_KINDS},
	{.name = NULL},
};
const struct form group_start_form = FORM("group", start_fields);

static void paper_check(struct visit *visit, const struct doc *values, struct doc *errors)
{
	int paper_on = day_parse(doc_text(values, "paper_on"));
	if (paper_on != DAY_NONE && paper_on > day_today())
		form_error(visit, errors, &group_paper_form, "paper_on", "cases_day_ahead", NULL);
}

static const struct field paper_fields[] = {
	{.name = "listed", .kind = FIELD_HIDDEN},
	{.name = "paper_on", .kind = FIELD_DAY, .is_required = true},
	{.name = "name", .kind = FIELD_TEXT, .is_required = true, .most = 100},
	{.name = "kind", .kind = FIELD_RADIO, .is_required = true, .choices = GROUP_KINDS},
	{.name = NULL},
};
const struct form group_paper_form = {.name = "group", .fields = paper_fields, .check = paper_check};

static const struct field invite_fields[] = {
	{.name = "email", .kind = FIELD_EMAIL, .is_required = true, .autocomplete = "off"},
	{.name = NULL},
};
const struct form group_invite_form = FORM("group_invite", invite_fields);

#define SHORT_FILTERS                                                                                                        \
	{.name = "q", .kind = FIELD_TEXT, .most = 100},                                                                      \
	{.name = "theme", .kind = FIELD_SELECT, .choices = GROUP_THEMES, .choice_text = "theme"}
#define MORE_FILTERS                                                                                                         \
	{.name = "field", .kind = FIELD_SELECT, .choices = GROUP_FIELDS, .choice_text = "field"},                            \
	{.name = "area", .kind = FIELD_SELECT, .list = area_list},                                                           \
	{.name = "kind", .kind = FIELD_SELECT, .choices = GROUP_KINDS, .choice_text = "group_kind"}

static const struct field filter_fields[] = {SHORT_FILTERS, MORE_FILTERS, {.name = NULL}};
static const struct field short_fields[] = {SHORT_FILTERS, {.name = NULL}};
static const struct field more_fields[] = {MORE_FILTERS, {.name = NULL}};
const struct form group_filter_form = FORM("group_filter", filter_fields);
const struct form group_filter_short_form = FORM("group_filter", short_fields);
const struct form group_filter_more_form = FORM("group_filter", more_fields);

static const struct field register_fields[] = {
	{.name = "checked",
         .kind = FIELD_CHECKS,
         .is_required = true,
         .choices = "rules members activity place representative",
         .choice_text = "group_checked"},
	{.name = NULL},
};
const struct form group_register_form = FORM("group_register", register_fields);

static const struct field refuse_fields[] = {
	{.name = "criterion",
         .kind = FIELD_RADIO,
         .is_required = true,
         .choices = "members place purpose nonprofit politics unlawful entry unanswered",
         .choice_text = "group_criterion"},
	{.name = NULL},
};
const struct form group_refuse_form = FORM("group_refuse", refuse_fields);

/* Only the first thousand fit a list of choices; a later issue may search here. */
static struct doc *successor_list(struct visit *visit);

static const struct field dissolve_fields[] = {
	{.name = "successor", .kind = FIELD_SELECT, .list = successor_list},
	{.name = NULL},
};
const struct form group_dissolve_form = FORM("group_dissolve", dissolve_fields);

static struct doc *successor_list(struct visit *visit)
{
	return group_choices(visit->db);
}
