/* One row a criterion. "how": tool, use, both; none where the site has no such content. */
#include "features/pages/criteria.h"

#include "base/arena.h"
#include "base/text.h"

static const struct {
	const char *number, *level, *how;
} criteria[] = {
	{"1.1.1", "A", "both"},  {"1.2.1", "A", "none"},  {"1.2.2", "A", "none"},  {"1.2.3", "A", "none"},  {"1.2.4", "AA", "none"},
	{"1.2.5", "AA", "none"}, {"1.3.1", "A", "both"},  {"1.3.2", "A", "use"},   {"1.3.3", "A", "use"},   {"1.4.1", "A", "use"},
	{"1.4.2", "A", "none"},  {"1.4.3", "AA", "both"}, {"1.4.4", "AA", "use"},  {"1.4.5", "AA", "use"},  {"2.1.1", "A", "use"},
	{"2.1.2", "A", "use"},   {"2.2.1", "A", "use"},   {"2.2.2", "A", "none"},  {"2.3.1", "A", "none"},  {"2.4.1", "A", "both"},
	{"2.4.2", "A", "both"},  {"2.4.3", "A", "use"},   {"2.4.4", "A", "both"},  {"2.4.5", "AA", "use"},  {"2.4.6", "AA", "use"},
	{"2.4.7", "AA", "use"},  {"3.1.1", "A", "tool"},  {"3.1.2", "AA", "both"}, {"3.2.1", "A", "use"},   {"3.2.2", "A", "use"},
	{"3.2.3", "AA", "use"},  {"3.2.4", "AA", "use"},  {"3.3.1", "A", "both"},  {"3.3.2", "A", "both"},  {"3.3.3", "AA", "use"},
	{"3.3.4", "AA", "use"},  {"4.1.1", "A", "tool"},  {"4.1.2", "A", "both"},
};

struct doc *criteria_list(void)
{
	struct doc *list = doc_array();
	for (size_t i = 0; i < sizeof criteria / sizeof *criteria; i++) {
		struct doc *row = doc_set_text(doc_object(), "number", criteria[i].number);
		doc_set_text(row, "level", criteria[i].level);
		doc_set_text(row, "name_key", arena_text("criterion_%s", text_replace(criteria[i].number, ".", "_")));
		doc_set_text(row, "how_key", arena_text("results_how_%s", criteria[i].how));
		doc_set_text(row, "result_key", text_equal(criteria[i].how, "none") ? "results_absent" : "results_fine");
		doc_push(list, row);
	}
	return list;
}
