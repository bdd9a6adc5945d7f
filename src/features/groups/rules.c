/* Pure decisions about groups: no SQL, no HTTP. */
#include "features/groups/rules.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

bool fact_is_shown(const char *visibility, enum audience audience)
{
	if (text_equal(visibility, "public"))
		return true;
	if (text_equal(visibility, "registered"))
		return audience >= AUDIENCE_REGISTERED;
	return audience >= AUDIENCE_STAFF;
}

const char *fact_visibility_first(const char *fact)
{
	return text_has_word("representative contacts", fact) ? "staff" : "public";
}

static const struct {
	const char *name;
	const char *fields;
} themes[] = {
	{"care", "1"},     {"children", "2 13"},  {"nature", "7"},      {"town", "3 4 5"},   {"culture", "6"},
	{"safety", "8 9"}, {"world", "10 11 12"}, {"work", "15 16 17"}, {"living", "14 18"}, {"support", "19 20"},
};

const char *theme_fields(const char *theme)
{
	for (size_t i = 0; i < sizeof themes / sizeof *themes; i++)
		if (text_equal(themes[i].name, theme))
			return themes[i].fields;
	return "";
}

char *field_search(const char *field, const char *theme)
{
	const char *wanted = text_has_word(GROUP_FIELDS, field) ? field : theme_fields(theme);
	return *wanted ? arena_text(",%s,", text_replace(wanted, " ", ",")) : arena_copy("");
}

static const struct {
	const char *kind;
	const char *facts;
} disclosures[] = {
	{"npo", "activities founded members fee representative public_contact web offers seeks"},
	{"other_corporation", "activities founded members representative public_contact web offers seeks"},
	{"voluntary", "activities founded members fee public_contact offers seeks"},
	{"neighbourhood", "activities members fee public_contact offers seeks"},
	{"committee", "activities members public_contact offers seeks"},
	{"student", "activities members public_contact offers seeks"},
	{"starting", "activities public_contact seeks"},
};

const char *disclosure_facts(const char *kind)
{
	for (size_t i = 0; i < sizeof disclosures / sizeof *disclosures; i++)
		if (text_equal(disclosures[i].kind, kind))
			return disclosures[i].facts;
	return disclosures[2].facts;
}

int disclosure_level(const char *kind, const struct doc *facts)
{
	const char *counted = disclosure_facts(kind);
	const char *fact;
	int count = 0, shown = 0;
	for (; (fact = text_piece(counted, ' ', count)); count++)
		shown += !text_empty(doc_text(facts, fact));
	if (shown == count)
		return LEVEL_MOST;
	return shown * 3 >= count * 2 ? 2 : 1;
}

bool kind_is_corporation(const char *kind)
{
	return text_has_word(GROUP_CORPORATIONS, kind);
}

bool members_are_enough(const char *kind, long long members, long long least)
{
	return text_equal(kind, "starting") || members >= least;
}

bool months_are_enough(const char *kind, int founded_on, int today, long long least)
{
	int year, month, date, year_now, month_now, date_now;
	if (text_equal(kind, "starting") || least == 0)
		return true;
	if (founded_on == DAY_NONE)
		return false;
	day_split(founded_on, &year, &month, &date);
	day_split(today, &year_now, &month_now, &date_now);
	long long months = (year_now - year) * 12 + (month_now - month) - (date_now < date);
	return months >= least;
}
