/* The plan of the demonstration city: every step of every story, run in the order of days with the clock standing there.
 * City people act on open days; no step lies in the future. */
#include "commands/demo.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "identity/person.h"
#include "workflow/notice.h"
#include "workflow/tick.h"

#include <stdio.h>
#include <stdlib.h>

enum { EVENTS_MOST = 2000, GAP_SECONDS = 420, READ_DAYS = 14 };

struct event {
	int64_t at;
	int order;
	const struct demo_kind *kind;
	struct demo_step step;
};

static struct event events[EVENTS_MOST];
static int event_count;

static struct {
	const char *key;
	int64_t ids[DEMO_SCALE_MOST];
} subjects[DEMO_SUBJECTS_MOST];
static int subject_count;

void demo_plan(const struct demo_kind *kind, const struct demo_step *steps)
{
	for (; steps->subject && event_count < EVENTS_MOST; steps++)
		events[event_count++] = (struct event){.kind = kind, .step = *steps};
}

static int subject_place(const char *key)
{
	for (int i = 0; i < subject_count; i++)
		if (text_equal(subjects[i].key, key))
			return i;
	if (subject_count == DEMO_SUBJECTS_MOST)
		abort();
	subjects[subject_count].key = key;
	return subject_count++;
}

void demo_remember(const struct demo *demo, const char *subject, int64_t id)
{
	subjects[subject_place(subject)].ids[demo->copy] = id;
}

int64_t demo_find(const struct demo *demo, const char *subject)
{
	return subjects[subject_place(subject)].ids[demo->copy];
}

void demo_complain(const struct demo *demo, const struct demo_step *step, const char *why)
{
	fprintf(stderr, "kyodo demo: %s, %d days ago, %s by %s: %s\n", step->subject, step->ago, step->move, step->who, why);
	db_fail(demo->db, arena_text("%s %s: %s", step->subject, step->move, why));
}

static const char *result_words(enum move_result result, const char *refusal)
{
	static const char *const words[] = {[MOVE_STALE] = "stale", [MOVE_FORBIDDEN] = "not theirs", [MOVE_UNKNOWN] = "no such move or case"};
	return result == MOVE_REFUSED ? (refusal ? refusal : "refused") : words[result];
}

/* 案 and 施行 on one day; `is_left` leaves the 案 open. */
static enum move_result move_bind(struct db *db, const struct viewer *viewer, const struct move_order *order, bool is_left, const char **refusal)
{
	static int document;
	int64_t draft = 0;
	enum move_result result = move_draft(db, viewer, order, &draft, refusal);
	if (result != MOVE_DONE || is_left)
		return result;
	const char *number = arena_text("%02d地協第%d号", day_fiscal_year(day_today()) - 2018, ++document);
	return move_execute(db, viewer, draft, day_today(), number, refusal);
}

void demo_move(const struct demo *demo, int64_t case_id, const struct demo_step *step, const struct doc *values)
{
	struct viewer viewer = demo_viewer(demo, step->who);
	struct case_file subject;
	const char *refusal = NULL;
	struct move_order order = {.case_id = case_id, .move = step->move, .version = -1, .values = values, .reason = step->text,
	                           .effective_on = DAY_NONE};
	bool is_there = case_find(demo->db, case_id, &subject);
	const struct move *move = is_there ? move_find(machine_find(subject.kind), step->move) : NULL;
	order.is_portal = !*step->who || (move && move->who == WHO_CLOCK); /* a page has the portal do it for them */
	enum move_result result = MOVE_UNKNOWN;
	if (move && (move->flags & MOVE_BINDS))
		result = move_bind(demo->db, &viewer, &order, text_equal(step->more, "draft"), &refusal);
	else if (move)
		result = move_perform(demo->db, &viewer, &order, &refusal);
	if (result != MOVE_DONE)
		demo_complain(demo, step, result_words(result, refusal));
}

/* ---- when */

static bool is_of_city(const char *who)
{
	for (const struct demo_person *row = demo_people; row->key; row++)
		if (text_equal(row->key, who))
			return text_has_word("coordinator staff head promoter intermediary", row->role);
	return false;
}

/* The open day on or after `day`; before it where that would lie in the future. */
static int day_at_desk(const struct demo *demo, int day)
{
	int later = day_next_open(day);
	if (later < demo->today)
		return later;
	while (!day_is_open(day))
		day--;
	return day;
}

/* City people at their desks by day, others in the evening or at the weekend. */
static int64_t step_at(const struct demo *demo, const struct demo_step *step, int order)
{
	int day = demo->today - step->ago;
	if (!is_of_city(step->who))
		return clock_at(day, 18 + order % 4, order * 7 % 60);
	day = day_at_desk(demo, day);
	if (text_has_word("hold results", step->move))
		return clock_at(day, 20, 45); /* when the meeting is over */
	return clock_at(day, 9 + order % 7, order * 11 % 60);
}

/* When the same story may go on at the earliest. */
static int64_t story_at(int order)
{
	for (int before = order - 1; before >= 0; before--)
		if (text_equal(events[before].step.subject, events[order].step.subject))
			return events[before].at + GAP_SECONDS;
	return 0;
}

/* A story never runs backwards: a step comes after the one before it. */
static void events_time(const struct demo *demo)
{
	for (int i = 0; i < event_count; i++) {
		int64_t earliest = story_at(i);
		events[i].order = i;
		events[i].at = step_at(demo, &events[i].step, i);
		if (events[i].at < earliest)
			events[i].at = earliest;
	}
}

static int event_compare(const void *a, const void *b)
{
	const struct event *left = a, *right = b;
	if (left->at != right->at)
		return left->at < right->at ? -1 : 1;
	return left->order - right->order;
}

/* ---- running */

/* The mails of that day have been sent on that day. */
static void outbox_clear(struct db *db)
{
	struct doc *mail;
	while ((mail = outbox_claim(db)))
		outbox_update_sent(db, doc_int(mail, "id"), "250 demonstration");
}

/* What was told longer ago than two weeks has been read, and told by post or phone. */
static void notices_read(struct db *db)
{
	for (int64_t after = 0;;) {
		struct doc *people = person_list(db, "", after);
		struct doc *person = doc_first(people);
		if (!person)
			break;
		for (; person; person = doc_next(person)) {
			after = doc_int(person, "id");
			notice_update_read(db, after, INT64_MAX);
		}
	}
	struct doc *letters = letter_list(db);
	for (struct doc *letter = doc_first(letters); letter; letter = doc_next(letter))
		letter_update_done(db, doc_int(letter, "id"), 0, "phone");
}

static void event_run(struct demo *demo, const struct event *event)
{
	int copies = event->kind->is_copied ? demo->scale : 1;
	for (demo->copy = 0; demo->copy < copies && !*db_fault(demo->db); demo->copy++) {
		event->kind->perform(demo, event->kind, &event->step);
		arena_reset();
	}
	demo->copy = 0;
	outbox_clear(demo->db);
}

/* A new day begins: what time does is done, and two weeks before today everybody has read what they were told. */
static void day_begin(const struct demo *demo, int day)
{
	clock_visit(clock_at(day, 6, 0));
	if (!tick_run(demo->db))
		db_fail(demo->db, "tick failed");
	if (day == demo->today - READ_DAYS)
		notices_read(demo->db);
	outbox_clear(demo->db);
	arena_reset();
}

bool demo_run(struct demo *demo)
{
	if (event_count == EVENTS_MOST)
		db_fail(demo->db, "the plan has more steps than EVENTS_MOST");
	events_time(demo);
	qsort(events, (size_t)event_count, sizeof *events, event_compare);
	int day = event_count ? day_of(events[0].at) : demo->today;
	for (int i = 0; i < event_count && !*db_fault(demo->db); i++) {
		while (day < day_of(events[i].at))
			day_begin(demo, ++day);
		clock_visit(events[i].at);
		event_run(demo, &events[i]);
	}
	while (day < demo->today && !*db_fault(demo->db))
		day_begin(demo, ++day);
	event_count = subject_count = 0;
	return !*db_fault(demo->db);
}
