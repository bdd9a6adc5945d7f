/* The directory: what is searched is found however it is typed, facets narrow, pages go on, twins hold the same. */
#include "steps.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "features/groups/rules.h"

#include <string.h>

static void listed(struct portal *portal, const char *name, const char *kana, const char *field, const char *office)
{
	static int number;
	struct doc *facts = doc_object();
	doc_set_text(facts, "name", name);
	doc_set_text(facts, "kana", kana);
	doc_set_text(facts, "legal_number", arena_text("%013d", ++number));
	doc_set_text(facts, "aims", arena_text("%sの目的", name));
	doc_set_text(facts, "office", office);
	doc_set_text(facts, "founded_on", "");
	struct doc *fields = doc_array();
	doc_push_text(fields, field);
	doc_set(facts, "fields", fields);
	assert_int_equal(listing_write(portal_store(portal), facts, false), LISTING_ADDED);
	portal_done(portal);
}

static struct browser *visitor_of(struct portal *portal)
{
	listed(portal, "プラネット緑", "プラネットミドリ", "7", "みどり野市川北1");
	listed(portal, "ＮＰＯ子育て", "エヌピーオーコソダテ", "13", "みどり野市東山2");
	listed(portal, "髙橋文庫", "タカハシブンコ", "6", "みどり野市川北3");
	return browser_new(portal, 0);
}

static bool finds(struct browser *visitor, const char *query, const char *name)
{
	assert_int_equal(browser_get(visitor, arena_text("/groups?%s", query)), 200);
	return browser_shows(visitor, name);
}

TEST(words_are_found_in_any_width_and_kana)
{
	struct browser *visitor = visitor_of(portal_new());
	assert_true(finds(visitor, "q=ﾌﾟﾗﾈｯﾄ", "プラネット緑"));
	assert_true(finds(visitor, "q=ぷら", "プラネット緑"));
	assert_true(finds(visitor, "q=NPO", "ＮＰＯ子育て"));
	assert_true(finds(visitor, "q=子育", "ＮＰＯ子育て"));
	assert_true(finds(visitor, "q=高橋", "髙橋文庫"));
	assert_true(finds(visitor, "q=東山", "ＮＰＯ子育て"));
	assert_false(finds(visitor, "q=東山", "髙橋文庫"));
	assert_true(finds(visitor, "q=ありません", "見つかりませんでした"));
	assert_true(finds(visitor, "q=%22%2A%28", "見つかりませんでした"));
}

TEST(facets_narrow_and_their_chips_take_them_away)
{
	struct browser *visitor = visitor_of(portal_new());
	assert_true(finds(visitor, "theme=children", "ＮＰＯ子育て"));
	assert_false(finds(visitor, "theme=children", "プラネット緑"));
	assert_true(finds(visitor, "field=7", "プラネット緑"));
	assert_true(finds(visitor, "area=川北&kind=npo", "髙橋文庫"));
	assert_true(browser_shows(visitor, "2団体あります"));
	assert_true(browser_shows(visitor, "/groups?kind=npo"));
	assert_false(finds(visitor, "kind=student", "髙橋文庫"));
	assert_true(finds(visitor, "field=99&theme=nothing", "髙橋文庫"));
}

TEST(pages_go_on_by_key_and_repeat_nothing)
{
	struct portal *portal = portal_new();
	for (int i = 0; i < 30; i++)
		listed(portal, arena_text("団体%02d", i), arena_text("ダンタイ%c", 'A' + i / 10), "7", "みどり野市");
	struct browser *visitor = browser_new(portal, 0);
	assert_int_equal(browser_get(visitor, "/groups?field=7"), 200);
	assert_true(browser_shows(visitor, "団体24"));
	assert_false(browser_shows(visitor, "団体25"));
	const char *next = strstr(browser_body(visitor), "rel=\"next\" href=\"");
	assert_non_null(next);
	next = text_replace(text_piece(next + strlen("rel=\"next\" href=\""), '"', 0), "&amp;", "&");
	assert_int_equal(browser_get(visitor, next), 200);
	assert_true(browser_shows(visitor, "団体25") && browser_shows(visitor, "団体29"));
	assert_false(browser_shows(visitor, "団体24"));
	assert_true(browser_shows(visitor, "2ページ目"));
}

TEST(the_twins_hold_what_the_page_shows)
{
	struct browser *visitor = visitor_of(portal_new());
	assert_int_equal(browser_get(visitor, "/groups.json?q=高橋"), 200);
	assert_true(browser_shows(visitor, "髙橋文庫"));
	assert_false(browser_shows(visitor, "ＮＰＯ子育て"));
	assert_int_equal(browser_get(visitor, "/groups.csv"), 200);
	assert_true(browser_shows(visitor, "名称,フリガナ"));
	assert_true(browser_shows(visitor, "髙橋文庫"));
	assert_false(browser_shows(visitor, "state_tone") || browser_shows(visitor, "csv_"));
}

TEST(an_empty_directory_invites)
{
	struct browser *visitor = browser_new(portal_new(), 0);
	assert_int_equal(browser_get(visitor, "/groups"), 200);
	assert_true(browser_shows(visitor, "はじめの団体になってください"));
}

TEST(the_level_of_disclosure_counts_what_is_public)
{
	struct doc *facts = doc_object();
	assert_int_equal(disclosure_level("starting", facts), 1);
	doc_set_text(facts, "activities", "x");
	doc_set_text(facts, "seeks", "x");
	assert_int_equal(disclosure_level("starting", facts), 2);
	doc_set_text(facts, "public_contact", "x");
	assert_int_equal(disclosure_level("starting", facts), LEVEL_MOST);
	assert_int_equal(disclosure_level("npo", facts), 1);
}

TEST(members_and_months_are_asked_of_all_but_those_about_to_start)
{
	assert_true(members_are_enough("starting", 1, 5));
	assert_false(members_are_enough("voluntary", 4, 5));
	assert_true(members_are_enough("voluntary", 5, 5));
	assert_true(months_are_enough("voluntary", day_make(2025, 4, 1), day_make(2026, 4, 1), 12));
	assert_false(months_are_enough("voluntary", day_make(2025, 4, 2), day_make(2026, 4, 1), 12));
	assert_false(months_are_enough("voluntary", DAY_NONE, day_make(2026, 4, 1), 1));
	assert_true(months_are_enough("starting", DAY_NONE, day_make(2026, 4, 1), 12));
}

TEST(a_fact_is_shown_to_those_it_was_meant_for)
{
	assert_true(fact_is_shown("public", AUDIENCE_PUBLIC));
	assert_false(fact_is_shown("registered", AUDIENCE_PUBLIC));
	assert_true(fact_is_shown("registered", AUDIENCE_REGISTERED));
	assert_false(fact_is_shown("staff", AUDIENCE_REGISTERED));
	assert_false(fact_is_shown("", AUDIENCE_REGISTERED));
	assert_true(fact_is_shown("", AUDIENCE_STAFF));
}
