/* Lists on earlier features' pages: a group's and a department's promises, and the meetings at which a case was discussed. */
#include "features/meetings/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/meetings/store.h"

static const char *day_in(const struct visit *visit, const char *day)
{
	static const enum clock_words words[LANGUAGES] = {[LANGUAGE_JA] = WORDS_JA, [LANGUAGE_EASY] = WORDS_EASY, [LANGUAGE_EN] = WORDS_EN};
	return day_words(day_parse(day), words[visit->language]);
}

/* Only what this party itself promised. */
static struct doc *panel_promises(struct visit *visit, const struct doc *rows, const char *side)
{
	struct doc *items = doc_array();
	struct doc *promises = promises_shown(visit, rows);
	for (struct doc *promise = doc_first(promises); promise; promise = doc_next(promise)) {
		if (!text_equal(doc_text(promise, "side"), side))
			continue;
		struct doc *values = doc_set_text(doc_object(), "due", day_in(visit, doc_text(promise, "by_on")));
		doc_set_text(values, "title", doc_text(promise, "meeting_title"));
		struct doc *item = doc_copy(promise);
		doc_remove(item, "actions");
		doc_set_text(item, "note", text_filled(visit->language, "promises_panel_note", values));
		doc_push(items, item);
	}
	if (!doc_count(items))
		return NULL;
	struct doc *panel = doc_set_text(doc_object(), "title_key", "promises_panel");
	doc_set_text(panel, "more_path", "/meetings/promises");
	doc_set_text(panel, "more_key", "promises_all_title");
	doc_set_text(panel, "empty_key", "");
	return doc_set(panel, "items", items);
}

struct doc *panel_group(struct visit *visit, struct doc *document)
{
	(void)document;
	return panel_promises(visit, promise_list_group(visit->db, visit_id(visit, 0)), "group");
}

struct doc *panel_department(struct visit *visit, struct doc *document)
{
	(void)document;
	return panel_promises(visit, promise_list_department(visit->db, visit_id(visit, 0)), "city");
}

struct doc *panel_case(struct visit *visit, struct doc *document)
{
	(void)document;
	struct doc *items = meeting_list_case(visit->db, visit->subject.id);
	if (!doc_count(items))
		return NULL;
	for (struct doc *item = doc_first(items); item; item = doc_next(item)) {
		const char *result = doc_text(item, "result");
		const char *words = *result ? text_of(visit->language, arena_text("agenda_result_%s", result)) : "";
		const char *state = doc_text(item, "state");
		doc_set_text(item, "path", arena_text("/meetings/%s", doc_text(item, "id")));
		doc_set_text(item, "state_key", arena_text("state_meetings_%s", state));
		doc_set_text(item, "state_tone", state_tone("meetings", state));
		doc_set_text(item, "note", arena_text("%s　%s", day_in(visit, doc_text(item, "day_on")), words));
	}
	struct doc *panel = doc_set_text(doc_object(), "title_key", "meetings_panel");
	doc_set_text(panel, "more_path", "");
	doc_set_text(panel, "more_key", "");
	doc_set_text(panel, "empty_key", "");
	return doc_set(panel, "items", items);
}
