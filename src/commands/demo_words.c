/* Reads what the tables of the demonstration city type: a line a field. The marks of values are explained in demo.h. */
#include "commands/demo.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/store.h"
#include "features/projects/store.h"
#include "identity/person.h"

#include <string.h>

/* "12" or "-12"; 0 for anything else. */
static int number_of(const char *text)
{
	bool is_below = *text == '-';
	long long number = text_number(text + is_below);
	return number < 0 ? 0 : (int)(is_below ? -number : number);
}

/* The nth row of what a project or a meeting has: milestones by day, agenda items in their order. */
static int64_t nth_id(const struct demo *demo, int64_t case_id, int nth)
{
	struct case_file subject;
	if (!case_find(demo->db, case_id, &subject))
		return 0;
	int64_t meeting = text_equal(subject.kind, "minutes") ? subject.parent_id : case_id;
	bool is_project = text_equal(subject.kind, "projects");
	struct doc *row = doc_first(is_project ? milestone_list(demo->db, case_id) : agenda_item_list(demo->db, meeting));
	while (row && --nth > 0)
		row = doc_next(row);
	return doc_int(row, "id");
}

static char *marked(const struct demo *demo, int64_t case_id, const char *value)
{
	int64_t id = *value == '~'   ? demo_find(demo, value + 1)
	             : *value == '%' ? department_find(demo->db, value + 1)
	                             : nth_id(demo, case_id, number_of(value + 1));
	return arena_text("%lld", (long long)id);
}

static int day_open_near(int day, int step)
{
	while (!day_is_open(day))
		day += step;
	return day;
}

/* The value without its mark; itself when it has none. */
static const char *resolved(const struct demo *demo, int64_t case_id, const char *value)
{
	static const char *const prefixes[] = {"item_", "g", "d", ""};
	if (*value == '@' && (value[1] == '-' || value[1] == '0' || number_of(value + 1)))
		return day_iso(demo->today + number_of(value + 1));
	if (*value == '>' || *value == '<')
		return day_iso(day_open_near(demo->today + number_of(value + 1), *value == '>' ? 1 : -1));
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
		const char *rest = value + strlen(prefixes[i]);
		if (text_starts(value, prefixes[i]) && *rest && strchr("~%#", *rest))
			return arena_text("%s%s", prefixes[i], marked(demo, case_id, rest));
	}
	return value;
}

static void value_set(struct doc *object, const char *name, const char *value)
{
	long long number = text_number(value);
	if (number >= 0)
		doc_set_int(object, name, number);
	else
		doc_set_text(object, name, value);
}

/* The row of a grid, made with all before it if it is not there. */
static struct doc *row_of(struct doc *content, const char *grid, int nth)
{
	if (!doc_is_array(doc_get(content, grid)))
		doc_set(content, grid, doc_array());
	struct doc *rows = doc_get(content, grid);
	while (doc_count(rows) <= nth)
		doc_push(rows, doc_object());
	struct doc *row = doc_first(rows);
	while (nth-- > 0)
		row = doc_next(row);
	return row;
}

void demo_words_set(const struct demo *demo, int64_t case_id, struct doc *content, const char *lines)
{
	const char *line;
	for (int i = 0; (line = text_piece(lines, '\n', i)); i++) {
		const char *equals = strchr(line, '=');
		if (!equals)
			continue;
		const char *name = resolved(demo, case_id, arena_copy_part(line, (size_t)(equals - line)));
		const char *value = resolved(demo, case_id, equals + 1);
		const char *column = text_piece(name, '.', 2);
		if (column)
			value_set(row_of(content, text_piece(name, '.', 0), number_of(text_piece(name, '.', 1))), column, value);
		else
			value_set(content, name, value);
	}
}
