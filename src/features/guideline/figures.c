/* Which figure is counted from what; the counting itself is SQL in store.c. */
#include "features/guideline/figures.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/guideline/store.h"
#include "identity/person.h"

enum { ANSWERS_LEAST = 5, ENTRIES_BACK = 2000, DAYS_MOST = 366 };

/* Counts of cases. The states are those in which a case of the kind is public; of promises the store counts only public ones. */
static const struct {
	const char *name, *kind, *states;
} counted[] = {
	{"groups", "groups", "registered"},
	{"listed", "groups", "listed"},
	{"proposals", "proposals", "final"},
	{"agreements", "agreements", "concluded changing expired ended"},
	{"projects", "projects", "preparing running suspended reporting returned evaluating"},
	{"finished", "projects", "closed continued"},
	{"evaluations", "evaluations", "published answered"},
	{"meetings", "meetings", "held"},
	{"promises", "promises", "kept"},
};

static const struct {
	const char *name, *unit;
} units[] = {
	{"groups", "groups"}, {"listed", "groups"}, {"meetings", "times"}, {"departments", "departments"}, {"answer", "days"},
};

static int64_t states_sum(const struct doc *counts, const char *kind, const char *states)
{
	int64_t sum = 0;
	for (struct doc *row = doc_first(counts); row; row = doc_next(row))
		if (text_equal(doc_text(row, "kind"), kind) && text_has_word(states, doc_text(row, "state")))
			sum += doc_int(row, "count");
	return sum;
}

static int open_days_between(int from, int until)
{
	int days = 0;
	for (int day = from + 1; day <= until && day - from <= DAYS_MOST; day++)
		days += day_is_open(day);
	return days;
}

/* The mean number of working days, rounded; -1 when there are too few answers. */
static int64_t answer_days(const struct doc *answers)
{
	int64_t sum = 0, count = doc_count(answers);
	for (struct doc *row = doc_first(answers); row; row = doc_next(row))
		sum += open_days_between(day_of(doc_int(row, "asked_at")), day_of(doc_int(row, "answered_at")));
	return count < ANSWERS_LEAST ? -1 : (sum + count / 2) / count;
}

static void figure_put(struct doc *all, const char *name, int64_t value)
{
	struct doc *figure = doc_set_bool(doc_object(), "is_known", value >= 0);
	doc_set(all, name, value >= 0 ? doc_set_int(figure, "value", value) : doc_set_text(figure, "value", ""));
}

struct doc *figures_all(struct db *db)
{
	struct doc *all = doc_object();
	struct doc *counts = guideline_counts(db);
	for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
		figure_put(all, counted[i].name, states_sum(counts, counted[i].kind, counted[i].states));
	int64_t entries = guideline_entries(db);
	figure_put(all, "record", entries);
	figure_put(all, "departments", doc_count(department_list(db)));
	figure_put(all, "answer", answer_days(guideline_answers(db, entries - ENTRIES_BACK)));
	return all;
}

static const char *figure_unit(const char *name)
{
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (text_equal(units[i].name, name))
			return units[i].unit;
	return "cases";
}

struct doc *figures_list(const struct doc *all, const char *names)
{
	struct doc *list = doc_array();
	const char *name = NULL;
	for (int i = 0; names && (name = text_piece(names, ' ', i)); i++) {
		struct doc *figure = doc_copy(doc_get(all, name));
		doc_set_text(figure, "name", name);
		doc_set_text(figure, "label_key", arena_text("guideline_figure_%s", name));
		doc_set_text(figure, "unit_key", arena_text("guideline_unit_%s", figure_unit(name)));
		doc_push(list, figure);
	}
	return list;
}
