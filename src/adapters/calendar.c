/* libical behind one function: builds the components and lets the library escape and fold. Only the _r functions, so that no text is the library's. */
#include "adapters/calendar.h"

#include "base/arena.h"

#include <libical/ical.h>
#include <stdlib.h>

static struct icaltimetype utc(int64_t at)
{
	return icaltime_from_timet_with_zone((time_t)at, 0, icaltimezone_get_utc_timezone());
}

static void text_add(icalcomponent *event, icalproperty *property, const char *text)
{
	if (*text)
		icalcomponent_add_property(event, property);
	else
		icalproperty_free(property);
}

static icalcomponent *event_component(const struct calendar_event *event)
{
	icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
	icalcomponent_add_property(component, icalproperty_new_uid(event->uid));
	icalcomponent_add_property(component, icalproperty_new_dtstamp(utc(event->changed_at)));
	icalcomponent_add_property(component, icalproperty_new_lastmodified(utc(event->changed_at)));
	icalcomponent_add_property(component, icalproperty_new_sequence((int)event->sequence));
	icalcomponent_add_property(component, icalproperty_new_dtstart(utc(event->begins_at)));
	icalcomponent_add_property(component, icalproperty_new_dtend(utc(event->ends_at)));
	icalcomponent_add_property(component, icalproperty_new_summary(event->title));
	text_add(component, icalproperty_new_location(event->place), event->place);
	text_add(component, icalproperty_new_description(event->about), event->about);
	text_add(component, icalproperty_new_url(event->url), event->url);
	icalcomponent_add_property(component, icalproperty_new_status(event->is_cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
	return component;
}

static icalcomponent *calendar_component(const char *name)
{
	icalcomponent *calendar = icalcomponent_new(ICAL_VCALENDAR_COMPONENT);
	icalcomponent_add_property(calendar, icalproperty_new_version("2.0"));
	icalcomponent_add_property(calendar, icalproperty_new_prodid("-//Kyodo//Kyodo//JA"));
	icalcomponent_add_property(calendar, icalproperty_new_calscale("GREGORIAN"));
	icalcomponent_add_property(calendar, icalproperty_new_method(ICAL_METHOD_PUBLISH));
	icalproperty *title = icalproperty_new_x(name);
	icalproperty_set_x_name(title, "X-WR-CALNAME");
	icalcomponent_add_property(calendar, title);
	return calendar;
}

char *calendar_text(const char *name, const struct calendar_event *events, int count)
{
	icalcomponent *calendar = calendar_component(name);
	for (int i = 0; i < count; i++)
		icalcomponent_add_component(calendar, event_component(&events[i]));
	char *made = icalcomponent_as_ical_string_r(calendar);
	char *text = arena_copy(made);
	free(made);
	icalcomponent_free(calendar);
	return text;
}
