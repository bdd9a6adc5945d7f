/* Every statement of the workflow touches an index: what this file runs is looked at with EXPLAIN QUERY PLAN. */
#include "support/test.h"
#include "support/things.h"

#include "base/arena.h"
#include "workflow/ledger.h"
#include "workflow/notice.h"
#include "workflow/setting.h"
#include "workflow/submission.h"
#include "workflow/tick.h"
#include "workflow/version.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void lists_run(struct town *town)
{
	struct db *db = town->db;
	case_list_public(db, "things", "", 3);
	case_list_public(db, "", "", 3);
	case_list_children(db, town->thing, "things", true);
	case_list_group(db, town->group, "things", true);
	case_list_department(db, town->department, "things", true);
	ledger_timeline(db, &town->as_contact, town->thing, true);
	ledger_timeline(db, &town->as_contact, town->thing, false);
	ledger_list(db, 0, 25);
	notice_list(db, &town->as_contact, 0);
	notice_count_unread(db, town->contact);
	letter_list(db);
	draft_list_open(db);
	draft_list_case(db, town->thing);
	version_find(db, town->thing, "");
	version_find_kept(db, town->thing, "");
	version_list(db, town->thing, "");
	setting_list(db);
	open_day_list(db);
}

static void writes_run(struct town *town)
{
	struct db *db = town->db;
	int64_t last;
	char *complaint;
	things_move(town, &town->as_contact, "submit", NULL);
	things_bind(town, "accept", NULL);
	things_move(town, &town->as_coordinator, "correct", "理由");
	version_save(db, &town->as_contact, town->thing, "", doc_object(), -1);
	version_save(db, &town->as_contact, town->thing, "", doc_object(), -1);
	version_keep(db, town->thing, "");
	version_drop(db, town->thing, "");
	notice_update_read(db, town->contact, 99);
	letter_update_done(db, 1, town->contact, "post");
	outbox_update_refused(db, doc_int(outbox_claim(db), "id"), "550");
	outbox_update_retry(db, doc_int(outbox_claim(db), "id"), "450");
	outbox_update_sent(db, doc_int(outbox_claim(db), "id"), "250");
	submission_insert(db, "x", 0, "/x");
	submission_find(db, "x", 0);
	ledger_lines(db, 1, 3, &last);
	assert_true(ledger_verify(db, &complaint));
	tick_run(db);
}

/* Tables that never grow much, and rows that a WITH made. */
static bool scan_is_small(const char *plan)
{
	static const char *const small[] = {"departments", "settings", "up", "thread", "CONSTANT ROW", NULL};
	for (int i = 0; small[i]; i++)
		if (strncmp(plan, small[i], strlen(small[i])) == 0)
			return true;
	return false;
}

/* The plan of an INSERT also names the tables that point at it (foreign keys), which are not read. */
static void plan_see(const char *sql, const char *plan, void *context)
{
	int *scans = context;
	if (strncmp(sql, "INSERT", 6) == 0 || strstr(sql, "case_words") || strstr(sql, "count(*)") || strstr(sql, "FROM people p WHERE"))
		return;
	for (const char *scan = strstr(plan, "SCAN "); scan; scan = strstr(scan + 5, "SCAN "))
		if (!scan_is_small(scan + 5)) {
			fprintf(stderr, "%s\n%s\n", sql, plan);
			++*scans;
		}
}

static void plans_check(void)
{
	struct town town = things_begin();
	int scans = 0;
	writes_run(&town);
	lists_run(&town);
	assert_string_equal(db_fault(town.db), "");
	db_plans(town.db, plan_see, &scans);
	assert_int_equal(scans, 0);
}

/* In a process of its own: the statements that other tests wrote for themselves are none of the program's. */
TEST(no_statement_scans_a_growing_table)
{
	if (getenv("KYODO_PLANS")) {
		plans_check();
		return;
	}
	char program[4096] = "";
	assert_true(readlink("/proc/self/exe", program, sizeof program - 1) > 0);
	assert_int_equal(system(arena_text("KYODO_PLANS=1 '%s' workflow/plans_test.c >/dev/null", program)), 0);
}
