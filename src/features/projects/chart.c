/* Where everything stands in a project's charts. Whole pixels; the templates draw. */
#include "features/projects/chart.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/projects/rules.h"

enum {
	MONTHS_MOST = 48,
	MONTH_WIDTH = 72,
	MONTH_NARROW = 48, /* when there are many */
	MONTHS_WIDE = 10,
	LEFT = 16,       /* room before the first month */
	RIGHT = 16,
	HEAD = 64,       /* years, months, the word of today */
	BAR_ROW = 32,
	ROW = 44,
	BARS_WIDTH = 640,
	BAR_MOST = 400,
	COST_ROW = 76,
};

struct span {
	int first; /* the first day of the first month */
	int months;
	int month_width;
};

static int month_index(int day)
{
	int year, month, date;
	day_split(day, &year, &month, &date);
	return year * 12 + month - 1;
}

static int month_first(int index)
{
	return day_make(index / 12, index % 12 + 1, 1);
}

/* Grows the span's months so that `day` is in it. */
static void span_take(int *low, int *high, int day)
{
	if (day == DAY_NONE)
		return;
	int index = month_index(day);
	if (*low < 0 || index < *low)
		*low = index;
	if (index > *high)
		*high = index;
}

static struct span span_of(const struct doc *content, const struct doc *milestones)
{
	int low = -1, high = -1;
	span_take(&low, &high, day_parse(doc_text(content, "starts_on")));
	span_take(&low, &high, day_parse(doc_text(content, "ends_on")));
	for (struct doc *row = doc_first(milestones); row; row = doc_next(row)) {
		span_take(&low, &high, day_parse(doc_text(row, "due_on")));
		span_take(&low, &high, day_parse(doc_text(row, "done_on")));
	}
	struct span span = {low < 0 ? 0 : month_first(low), low < 0 ? 0 : high - low + 1, MONTH_WIDTH};
	if (span.months > MONTHS_MOST)
		span.months = MONTHS_MOST;
	if (span.months > MONTHS_WIDE)
		span.month_width = MONTH_NARROW;
	return span;
}

/* The place of a day: months are equally wide, days lie inside theirs. */
static int day_x(const struct span *span, int day)
{
	int index = month_index(day) - month_index(span->first);
	int first = month_first(month_index(day));
	int days = month_first(month_index(day) + 1) - first;
	return LEFT + index * span->month_width + (day - first) * span->month_width / days;
}

static bool span_has(const struct span *span, int day)
{
	int index = month_index(day) - month_index(span->first);
	return day != DAY_NONE && index >= 0 && index < span->months;
}

static struct doc *month_rows(struct visit *visit, const struct span *span)
{
	struct doc *months = doc_array();
	for (int i = 0; i < span->months; i++) {
		int year, month, date;
		day_split(month_first(month_index(span->first) + i), &year, &month, &date);
		struct doc *row = doc_object();
		doc_set_int(row, "x", LEFT + i * span->month_width);
		doc_set_int(row, "text_x", LEFT + i * span->month_width + 6);
		doc_set_text(row, "label", text_of(visit->language, arena_text("projects_month_%d", month)));
		doc_set_text(row, "year", i == 0 || month == 1 ? arena_text("%d", year) : "");
		doc_push(months, row);
	}
	return months;
}

static struct doc *milestone_mark(const struct span *span, const struct doc *milestone, int number)
{
	struct doc *row = doc_object();
	int due = day_parse(doc_text(milestone, "due_on")), done = day_parse(doc_text(milestone, "done_on"));
	int y = HEAD + BAR_ROW + (number - 1) * ROW + ROW / 2;
	int x = span_has(span, due) ? day_x(span, due) : LEFT + span->months * span->month_width;
	bool is_done = done != DAY_NONE;
	int mark_x = is_done && span_has(span, done) ? day_x(span, done) : x;
	bool is_right = mark_x > LEFT + span->months * span->month_width * 2 / 3;
	doc_set_int(row, "y", y);
	doc_set_int(row, "line_y", y + ROW / 2);
	doc_set_int(row, "text_y", y + 5);
	doc_set_int(row, "x", mark_x);
	doc_set_int(row, "text_x", is_right ? mark_x - 16 : mark_x + 16);
	doc_set_text(row, "anchor", is_right ? "end" : "start");
	doc_set_text(row, "title", arena_text("%d %s", number, text_cut(doc_text(milestone, "title"), 16)));
	doc_set_bool(row, "is_done", is_done);
	doc_set_bool(row, "is_late", !is_done && due != DAY_NONE && due < day_today());
	return row;
}

static struct doc *milestone_marks(const struct span *span, const struct doc *milestones)
{
	struct doc *rows = doc_array();
	int number = 0;
	for (struct doc *milestone = doc_first(milestones); milestone; milestone = doc_next(milestone))
		doc_push(rows, milestone_mark(span, milestone, ++number));
	return rows;
}

/* The finding in a sentence: how many are reached, how many are late. */
static char *gantt_words(struct visit *visit, const struct doc *rows)
{
	int done = 0, late = 0;
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		done += doc_bool(row, "is_done");
		late += doc_bool(row, "is_late");
	}
	struct doc *values = doc_set_int(doc_object(), "count", doc_count(rows));
	doc_set_int(doc_set_int(values, "done", done), "late", late);
	return text_filled(visit->language, "projects_gantt_desc", values);
}

struct doc *project_gantt(struct visit *visit, const struct doc *content, const struct doc *milestones)
{
	struct span span = span_of(content, milestones);
	int first = day_parse(doc_text(content, "starts_on")), last = day_parse(doc_text(content, "ends_on"));
	if (!span.months)
		return NULL;
	struct doc *gantt = doc_object();
	struct doc *rows = milestone_marks(&span, milestones);
	int width = LEFT + span.months * span.month_width + RIGHT;
	int height = HEAD + BAR_ROW + doc_count(rows) * ROW + 8;
	doc_set_int(gantt, "width", width);
	doc_set_int(gantt, "height", height);
	doc_set_int(gantt, "right", width - RIGHT);
	doc_set(gantt, "months", month_rows(visit, &span));
	bool has_bar = span_has(&span, first) && span_has(&span, last);
	doc_set_bool(gantt, "has_bar", has_bar);
	doc_set_int(gantt, "bar_x", has_bar ? day_x(&span, first) : 0);
	doc_set_int(gantt, "bar_width", has_bar ? day_x(&span, last) - day_x(&span, first) + 2 : 0);
	bool has_today = span_has(&span, day_today());
	int today_x = has_today ? day_x(&span, day_today()) : 0;
	doc_set_int(gantt, "today_x", today_x);
	doc_set_bool(gantt, "has_today", has_today);
	bool is_right = today_x > width - 120;
	doc_set_int(gantt, "today_text_x", is_right ? today_x - 6 : today_x + 6);
	doc_set_text(gantt, "today_anchor", is_right ? "end" : "start");
	doc_set_text(gantt, "desc", gantt_words(visit, rows));
	return doc_set(gantt, "marks", rows);
}

static int bar_width(int64_t amount, int64_t most)
{
	return most > 0 ? (int)(amount * BAR_MOST / most) : 0;
}

static struct doc *cost_row(const struct doc *cost, int64_t most, int number)
{
	struct doc *row = doc_object();
	int y = number * COST_ROW;
	doc_set_text(row, "item", doc_text(cost, "item"));
	doc_set_text(row, "short_item", text_cut(doc_text(cost, "item"), 24));
	doc_set_text(row, "note", doc_text(cost, "note"));
	doc_set_int(row, "budget", doc_int(cost, "budget"));
	doc_set_int(row, "spent", doc_int(cost, "spent"));
	doc_set_int(row, "title_y", y + 18);
	doc_set_int(row, "budget_y", y + 26);
	doc_set_int(row, "spent_y", y + 48);
	doc_set_int(row, "budget_text_y", y + 40);
	doc_set_int(row, "spent_text_y", y + 62);
	doc_set_int(row, "budget_width", bar_width(doc_int(cost, "budget"), most));
	doc_set_int(row, "spent_width", bar_width(doc_int(cost, "spent"), most));
	doc_set_int(row, "budget_text_x", bar_width(doc_int(cost, "budget"), most) + 8);
	doc_set_int(row, "spent_text_x", bar_width(doc_int(cost, "spent"), most) + 8);
	return row;
}

struct doc *project_cost_bars(struct visit *visit, const struct doc *costs)
{
	int64_t most = 0;
	for (struct doc *cost = doc_first(costs); cost; cost = doc_next(cost)) {
		most = doc_int(cost, "budget") > most ? doc_int(cost, "budget") : most;
		most = doc_int(cost, "spent") > most ? doc_int(cost, "spent") : most;
	}
	if (!doc_count(costs))
		return NULL;
	struct doc *bars = doc_object();
	struct doc *rows = doc_array();
	int number = 0;
	for (struct doc *cost = doc_first(costs); cost; cost = doc_next(cost))
		doc_push(rows, cost_row(cost, most, number++));
	doc_set_int(bars, "width", BARS_WIDTH);
	doc_set_int(bars, "height", number * COST_ROW + 4);
	doc_set_int(bars, "budget_total", project_sum(costs, "budget"));
	doc_set_int(bars, "spent_total", project_sum(costs, "spent"));
	struct doc *values = doc_set_text(doc_object(), "budget", text_grouped(project_sum(costs, "budget")));
	doc_set_text(values, "spent", text_grouped(project_sum(costs, "spent")));
	doc_set_text(bars, "desc", text_filled(visit->language, "projects_costs_desc", values));
	return doc_set(bars, "costs", rows);
}
