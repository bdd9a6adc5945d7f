/* Settings: every key with its default, and the open days of the city. SQL: store_settings.c. */
#include "workflow/setting.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "workflow/inside.h"
#include "workflow/public_version.h"

#include <stddef.h>
#include <stdio.h>

struct setting {
	const char *key;
	const char *value;
	bool is_hidden; /* the portal's own: on no page */
};

static const struct setting settings[] = {
	{"group_min_members", "5", false},
	{"group_min_months", "0", false},
	{"group_check_days", "10", false},
	{"group_answer_days", "14", false},
	{"group_hearing_days", "14", false},
	{"group_areas", "全域 本町 駅前 川北 川南 緑が丘 東山 西の原 新田 市外", false},
	{"renewal_from", "04-01", false},
	{"renewal_until", "06-30", false},
	{"department_executes", "0", false},
	{"department_head_releases", "0", false},
	{"department_answer_days", "5", false},
	{"department_settle_days", "15", false},
	{"precheck_days", "2", false},
	{"eligibility_days", "10", false},
	{"dialogue_days", "28", false},
	{"memo_binding", "1", false},
	{"area_order", "A", false},
	{"evaluation_simple_below", "100000", false},
	{"evaluation_days", "30", false},
	{"evaluation_talk_days", "30", false},
	{"agenda_fixed_days", "7", false},
	{"minutes_draft_days", "10", false},
	{"minutes_correction_days", "10", false},
	{"minutes_publish_days", "30", false},
	{"promise_remind_days", "7", false},
	{"is_demo", "0", true},
	{"open_days_mark", "", true},
};

enum { SETTINGS = sizeof settings / sizeof *settings };

static const struct setting *setting_find(const char *key)
{
	for (size_t i = 0; i < SETTINGS; i++)
		if (text_equal(settings[i].key, key))
			return &settings[i];
	log_line("error", "unknown setting %s", key);
	return NULL;
}

const char *setting_text(struct db *db, const char *key)
{
	const struct setting *known = setting_find(key);
	const char *stored = known ? setting_row(db, key) : NULL;
	if (stored)
		return stored;
	return known ? known->value : "";
}

int64_t setting_int(struct db *db, const char *key)
{
	long long number = text_number(setting_text(db, key));
	return number < 0 ? 0 : number;
}

void setting_update(struct db *db, const char *key, const char *value)
{
	if (!setting_find(key)) {
		db_fail(db, "an unknown setting");
		return;
	}
	setting_row_update(db, key, value);
	public_version_raise(db);
}

struct doc *setting_list(struct db *db)
{
	struct doc *list = doc_array();
	for (size_t i = 0; i < SETTINGS; i++) {
		if (settings[i].is_hidden)
			continue;
		const char *value = setting_text(db, settings[i].key);
		struct doc *row = doc_object();
		doc_set_text(row, "key", settings[i].key);
		doc_set_text(row, "value", value);
		doc_set_text(row, "label_key", arena_text("setting_%s", settings[i].key));
		doc_set_bool(row, "is_default", text_equal(value, settings[i].value));
		doc_push(list, row);
	}
	return list;
}

/* The mark is a new random text with every change, so that one comparison tells whether the clock knows these days. */
void open_days_load(struct db *db)
{
	static char loaded[64];
	const char *mark = setting_text(db, "open_days_mark");
	if (text_equal(mark, loaded))
		return;
	day_forget_exceptions();
	struct doc *rows = open_day_rows(db);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		int day = day_parse(doc_text(row, "day_on"));
		if (doc_bool(row, "is_open"))
			day_reopen(day);
		else
			day_close(day);
	}
	snprintf(loaded, sizeof loaded, "%s", mark);
}

void open_day_update(struct db *db, int day, bool is_open, const char *name)
{
	open_day_row_update(db, day, is_open, name);
	setting_update(db, "open_days_mark", secret_token(12));
}

struct doc *open_day_list(struct db *db)
{
	return open_day_rows(db);
}
