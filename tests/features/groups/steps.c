/* The steps of a registration, pressed in the browser. */
#include "steps.h"

#include "base/arena.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *at(int64_t id, const char *rest)
{
	return arena_text("/groups/%lld%s", (long long)id, rest);
}

int64_t group_begun(struct browser *browser, const char *name)
{
	assert_int_equal(browser_get(browser, "/groups/new"), 200);
	assert_int_equal(browser_post(browser, "/groups/new", FIELDS("name", name, "kind", "voluntary")), 303);
	const char *place = browser_location(browser);
	assert_true(text_starts(place, "/groups/"));
	return atoll(place + strlen("/groups/"));
}

static void section_saved(struct browser *browser, int64_t id, const char *section, const char *const *fields)
{
	const char *path = at(id, arena_text("/edit/%s", section));
	assert_int_equal(browser_get(browser, path), 200);
	const char *with[64] = {"base_version", arena_copy(browser_value(browser, "base_version"))};
	int count = 2;
	for (int i = 0; fields[i]; i += 2) {
		if (text_equal(fields[i], "base_version"))
			continue;
		with[count++] = fields[i];
		with[count++] = fields[i + 1];
	}
	with[count] = NULL;
	int status = browser_post(browser, path, with);
	if (status != 303)
		print_message("%s\n", browser_body(browser));
	assert_int_equal(status, 303);
}

void group_filled(struct browser *browser, int64_t id, const char *representative_email)
{
	section_saved(browser, id, "basics", BASICS);
	section_saved(browser, id, "activity", ACTIVITY);
	section_saved(browser, id, "representative",
	              REPRESENTATIVE(representative_email, *representative_email ? "" : "みどり野市本町1-1"));
	section_saved(browser, id, "contacts", CONTACTS);
	section_saved(browser, id, "public", PUBLIC);
	section_saved(browser, id, "visibility", VISIBILITY);
}

void group_sent(struct browser *browser, int64_t id)
{
	assert_int_equal(browser_get(browser, at(id, "/check")), 200);
	const char *version = arena_copy(browser_value(browser, "version"));
	assert_int_equal(browser_post(browser, at(id, "/check"), DECLARED), 303);
	assert_string_equal(browser_location(browser), at(id, "/done"));
}

int group_moved(struct browser *browser, int64_t id, const char *move, const char *const *fields)
{
	const char *path = arena_text("/cases/%lld/%s", (long long)id, move);
	int status = browser_get(browser, path);
	if (status != 200)
		return status;
	const char *with[32] = {"version", arena_copy(browser_value(browser, "version"))};
	int count = 2;
	for (int i = 0; fields[i]; i++)
		with[count++] = fields[i];
	with[count] = NULL;
	return browser_post(browser, path, with);
}

void group_executed(struct browser *browser, int64_t id)
{
	const char *path = arena_copy(browser_location(browser));
	assert_true(text_starts(path, "/drafts/"));
	assert_int_equal(browser_get(browser, path), 200);
	assert_int_equal(browser_post(browser, path, FIELDS("decided_on", "2026-01-05", "document_number", "8地協第1号")), 303);
	assert_string_equal(browser_location(browser), at(id, ""));
}

int64_t group_registered(struct portal *portal, int64_t person, int64_t coordinator)
{
	struct browser *own = browser_new(portal, person);
	int64_t id = group_begun(own, "みどりの会");
	group_filled(own, id, "aoki@example.jp");
	group_sent(own, id);
	struct browser *desk = browser_new(portal, coordinator);
	assert_int_equal(group_moved(desk, id, "register", FIELDS("checked", "rules", "checked", "activity")), 303);
	group_executed(desk, id);
	return id;
}
