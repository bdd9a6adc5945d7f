/* kyodo import: rows of the Cabinet Office's files, read twice over a store of its own. The command line itself is tried by tests/smoke. */
#include "support/portal.h"

#include "adapters/csv.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "commands/import.h"
#include "features/groups/groups.h"
#include "workflow/setting.h"

#include <string.h>

#define HEAD                                                                                                                  \
	"法人名称,法人名称カナ,所轄庁,主たる事務所の所在地,設立年月日,定款に記載された目的,活動分野１,活動分野７,解散情報,法人番号\r\n"

static bool record_each(const struct csv_record *record, void *import)
{
	import_group(import, record);
	return true;
}

static struct import_count rows_read(struct portal *portal, const char *text, bool is_writing)
{
	static struct import import;
	import = (struct import){.db = portal_store(portal), .is_writing = is_writing};
	import_group_begin();
	assert_int_equal(csv_read(text, strlen(text), record_each, &import, NULL), CSV_WHOLE);
	portal_done(portal);
	return import.count;
}

/* "added changed same left-out bad" */
static void assert_count(struct import_count count, const char *wanted)
{
	assert_string_equal(arena_text("%lld %lld %lld %lld %lld", (long long)count.added, (long long)count.changed, (long long)count.same,
	                               (long long)count.left_out, (long long)count.bad),
	                    wanted);
}

/* 13 digits with a right check digit, the last of the twelve being `last`. */
static const char *number(int last)
{
	const char *twelve = arena_text("99990000%04d", last);
	int sum = 0;
	for (int i = 0; i < 12; i++)
		sum += (twelve[11 - i] - '0') * (i % 2 ? 2 : 1);
	return arena_text("%d%s", 9 - sum % 9, twelve);
}

static const char *green(const char *aims)
{
	return arena_text(HEAD "特定非営利活動法人緑,ﾐﾄﾞﾘ NPO21,東京都,みどり野市川北1-2,2005/04/01,%s,,○,,%s\r\n", aims, number(1));
}

TEST(a_corporation_is_listed_once_and_changed_when_its_row_changes)
{
	struct portal *portal = portal_new();
	assert_count(rows_read(portal, green("緑を守る"), false), "1 0 0 0 0");
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM groups"), 0);
	assert_count(rows_read(portal, green("緑を守る"), true), "1 0 0 0 0");
	assert_count(rows_read(portal, green("緑を守る"), true), "0 0 1 0 0");
	assert_count(rows_read(portal, green("緑を育てる"), true), "0 1 0 0 0");
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM groups"), 1);
	assert_string_equal(portal_text(portal, "SELECT kana FROM groups"), "ミドリ NPO21");
	struct browser *visitor = browser_new(portal, 0);
	assert_int_equal(browser_get(visitor, "/groups?q=育て"), 200);
	assert_true(browser_shows(visitor, "特定非営利活動法人緑"));
	assert_true(browser_shows(visitor, "掲載のみ"));
	int64_t id = portal_int(portal, "SELECT id FROM groups");
	assert_int_equal(browser_get(visitor, arena_text("/groups/%lld", (long long)id)), 200);
	assert_true(browser_shows(visitor, "この団体の登録をはじめる"));
	assert_false(browser_shows(visitor, "市が確認したこと"));
	struct db *db = portal_store(portal);
	assert_false(group_is_registered(db, id));
	portal_done(portal);
}

TEST(cp932_is_read_like_utf8)
{
	struct portal *portal = portal_new();
	const char *text = green("緑を守る");
	size_t length;
	const char *bytes = csv_to_cp932(text, strlen(text), &length);
	struct import import = {.db = portal_store(portal), .is_writing = true};
	import_group_begin();
	assert_int_equal(csv_read(bytes, length, record_each, &import, NULL), CSV_WHOLE);
	portal_done(portal);
	assert_count(rows_read(portal, green("緑を守る"), true), "0 0 1 0 0");
}

TEST(dissolved_and_addressless_corporations_are_left_out_and_a_listed_one_is_marked)
{
	struct portal *portal = portal_new();
	rows_read(portal, green("緑を守る"), true);
	const char *text = arena_text(HEAD "緑,,東京都,みどり野市川北,,,,,2026/03/31,%s\r\n解散,,東京都,日野市,,,,,2012/01/01,%s\r\n住所なし,,東京都,,,,,,,%s\r\n",
	                              number(1), number(2), number(3));
	assert_count(rows_read(portal, text, true), "0 1 0 2 0");
	assert_string_equal(portal_text(portal, "SELECT state FROM cases"), "dissolved");
	assert_count(rows_read(portal, text, true), "0 0 0 3 0");
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM groups"), 1);
}

TEST(bad_rows_are_named_and_not_written)
{
	struct portal *portal = portal_new();
	const char *text = arena_text(HEAD ",,東京都,日野市,,,,,,%s\r\n番号,,東京都,日野市,,,,,,1234567890123\r\n日付,,東京都,日野市,2010/13/41,,,,,%s\r\n"
	                                   "印,,東京都,日野市,,,はい,,,%s\r\n一つめ,,東京都,日野市,,,,,,%s\r\n二つめ,,東京都,日野市,,,,,,%s\r\n",
	                              number(1), number(2), number(3), number(4), number(4));
	assert_count(rows_read(portal, text, true), "1 0 0 0 5");
	assert_string_equal(portal_text(portal, "SELECT name FROM groups"), "一つめ");
}

TEST(a_listed_corporation_registers_and_its_old_address_leads_on)
{
	struct portal *portal = portal_new();
	rows_read(portal, green("緑を守る"), true);
	int64_t listed = portal_int(portal, "SELECT id FROM groups");
	struct browser *own = browser_new(portal, portal_person(portal, "aoki@example.jp", "青木"));
	assert_int_equal(browser_get(own, arena_text("/groups/new?listed=%lld", (long long)listed)), 200);
	assert_string_equal(browser_value(own, "name"), "特定非営利活動法人緑");
	const char *id_text = arena_text("%lld", (long long)listed);
	assert_int_equal(browser_post(own, "/groups/new", FIELDS("listed", id_text, "name", "特定非営利活動法人緑", "kind", "npo")), 303);
	const char *place = arena_copy(browser_location(own));
	assert_int_equal(browser_get(own, arena_text("%s/basics", place)), 200);
	assert_string_equal(browser_value(own, "legal_number"), number(1));
}

static bool holiday_each(const struct csv_record *record, void *import)
{
	import_holiday(import, record);
	return true;
}

TEST(holidays_close_their_days_and_an_opened_day_stays_open)
{
	struct portal *portal = portal_new();
	int year = day_fiscal_year(day_today()) + 1;
	const char *text = arena_text("国民の祝日・休日月日,国民の祝日・休日名称\r\n1955/1/1,元日\r\n%d/6/9,新しい祝日\r\n%d/6/10,市が開く祝日\r\nいつか,祝日\r\n",
	                              year, year);
	for (int round = 0; round < 2; round++) {
		struct import import = {.db = portal_store(portal), .is_writing = true};
		open_day_update(import.db, day_make(year, 6, 10), true, "選挙");
		csv_read(text, strlen(text), holiday_each, &import, NULL);
		portal_done(portal);
		assert_count(import.count, round == 0 ? "1 0 0 2 1" : "0 0 1 2 1");
	}
	assert_int_equal(portal_int(portal, "SELECT count(*) FROM open_days WHERE is_open = 0"), 1);
}
