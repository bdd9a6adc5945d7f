/* The calendar: what a calendar program reads, with the characters that must be escaped. */
#include "adapters/calendar.h"

#include "base/clock.h"
#include "support/test.h"

#include <string.h>

static const char *calendar_of(const char *title, bool is_cancelled)
{
	struct calendar_event event = {
		.uid = "meeting-1@example.jp",
		.title = title,
		.place = "市役所, 3階; 会議室",
		.about = "一行目\n二行目",
		.url = "https://example.jp/meetings/1",
		.begins_at = clock_at(day_make(2026, 6, 1), 13, 30),
		.ends_at = clock_at(day_make(2026, 6, 1), 15, 0),
		.changed_at = clock_at(day_make(2026, 5, 1), 9, 0),
		.sequence = 3,
		.is_cancelled = is_cancelled,
	};
	return calendar_text("情報交換会", &event, 1);
}

TEST(an_event_is_written_in_utc_with_its_facts)
{
	const char *text = calendar_of("第1回", false);
	assert_non_null(strstr(text, "BEGIN:VCALENDAR\r\n"));
	assert_non_null(strstr(text, "DTSTART:20260601T043000Z\r\n"));
	assert_non_null(strstr(text, "DTEND:20260601T060000Z\r\n"));
	assert_non_null(strstr(text, "SEQUENCE:3\r\n"));
	assert_non_null(strstr(text, "SUMMARY:第1回\r\n"));
	assert_non_null(strstr(text, "STATUS:CONFIRMED\r\n"));
	assert_non_null(strstr(text, "URL:https://example.jp/meetings/1\r\n"));
}

TEST(what_people_typed_is_escaped_and_cannot_add_lines)
{
	const char *text = calendar_of("a,b;c\\\nATTENDEE:mailto:x@example.jp", true);
	assert_non_null(strstr(text, "SUMMARY:a\\,b\\;c\\\\\\nATTENDEE"));
	assert_null(strstr(text, "\r\nATTENDEE"));
	assert_non_null(strstr(text, "LOCATION:市役所\\, 3階\\; 会議室"));
	assert_non_null(strstr(text, "STATUS:CANCELLED"));
}

TEST(long_lines_are_folded)
{
	const char *text = calendar_of("とても長い題名がここにあり一行では入りきらないので折り返されるはずです、まだまだ続きます", false);
	for (const char *line = text; line && *line; line = strstr(line, "\r\n") ? strstr(line, "\r\n") + 2 : NULL)
		assert_true(strcspn(line, "\r") <= 75);
}

TEST(an_empty_calendar_is_one_too)
{
	const char *text = calendar_text("なし", NULL, 0);
	assert_non_null(strstr(text, "END:VCALENDAR"));
	assert_null(strstr(text, "VEVENT"));
}
