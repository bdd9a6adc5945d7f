/* The demonstration city's proposals: what was typed of each, and what was said and decided. Data: demo_data_proposals*.c. */
#include "commands/demo.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "identity/person.h"
#include "workflow/version.h"

static const struct demo_proposal *proposal_of(const char *key)
{
	for (int t = 0; demo_proposal_tables[t]; t++)
		for (const struct demo_proposal *row = demo_proposal_tables[t]; row->key; row++)
			if (text_equal(row->key, key))
				return row;
	return NULL;
}

static struct doc *roles_array(const struct demo_role *rows)
{
	struct doc *array = doc_array();
	for (int i = 0; i < DEMO_ROWS && rows[i].task; i++) {
		struct doc *row = doc_set_text(doc_object(), "task", rows[i].task);
		doc_set_text(row, "group_part", rows[i].group_part);
		doc_set_text(row, "city_part", rows[i].city_part);
		doc_set_text(row, "when", rows[i].when);
		doc_set_int(row, "cost", rows[i].cost);
		doc_push(array, doc_set_text(row, "lead", rows[i].lead));
	}
	return array;
}

static struct doc *money_array(const struct demo_money *rows, bool is_expense)
{
	struct doc *array = doc_array();
	for (int i = 0; i < DEMO_ROWS && rows[i].item; i++) {
		struct doc *row = doc_set_text(doc_object(), "item", rows[i].item);
		doc_set_int(row, "amount", rows[i].amount);
		if (is_expense)
			doc_set_int(row, "eligible", rows[i].is_eligible);
		doc_push(array, doc_set_text(row, "note", rows[i].note));
	}
	return array;
}

static struct doc *indicators_array(const struct demo_indicator *rows)
{
	struct doc *array = doc_array();
	for (int i = 0; i < DEMO_ROWS && rows[i].indicator; i++) {
		struct doc *row = doc_set_text(doc_object(), "indicator", rows[i].indicator);
		doc_set_text(row, "now", rows[i].now);
		doc_set_text(row, "goal", rows[i].goal);
		doc_push(array, doc_set_text(row, "how", rows[i].how));
	}
	return array;
}

static char *title_of(const struct demo *demo, const struct demo_proposal *row)
{
	return demo->copy ? arena_text("%s（第%d地区）", row->title, demo->copy + 1) : arena_copy(row->title);
}

static struct doc *proposal_content(const struct demo *demo, const struct demo_proposal *row)
{
	struct doc *content = doc_set_text(doc_object(), "title", title_of(demo, row));
	doc_set_text(content, "summary", row->summary);
	doc_set_text(content, "partners", row->partners);
	doc_set_text(content, "shared_problem", row->problem);
	doc_set_text(content, "shared_goal", row->goal);
	doc_set_text(content, "contents", row->contents);
	doc_set_text(content, "starts_on", day_iso(demo->today + row->starts));
	doc_set_text(content, "ends_on", day_iso(demo->today + row->ends));
	doc_set_text(content, "form", row->form);
	doc_set_text(content, "area", row->area);
	doc_set(content, "roles", roles_array(row->roles));
	doc_set(content, "income", money_array(row->income, false));
	doc_set(content, "expense", money_array(row->expense, true));
	doc_set(content, "indicators", indicators_array(row->indicators));
	doc_set_text(content, "lessons", row->lessons);
	doc_set_text(content, "openness", row->openness);
	return content;
}

static bool is_from_city(const struct demo *demo, const struct demo_proposal *row)
{
	return department_find(demo->db, row->owner) != 0;
}

static void proposal_open(const struct demo *demo, const struct demo_step *step, const struct demo_proposal *row)
{
	bool is_city = is_from_city(demo, row);
	struct viewer viewer = demo_viewer(demo, step->who);
	struct doc *values = doc_set_text(doc_object(), "direction", is_city ? "city" : "group");
	doc_set_text(values, "audience", is_city ? row->audience : "");
	if (is_city && *row->asked)
		doc_set_text(values, "asked_group", arena_text("%lld", (long long)demo_find(demo, row->asked)));
	doc_set_text(values, "asked_reason", is_city ? row->asked_reason : "");
	struct case_file fresh = {.title = title_of(demo, row), .group_id = is_city ? 0 : demo_find(demo, row->owner),
	                          .department_id = is_city ? department_find(demo->db, row->owner) : 0};
	int64_t id = case_open(demo->db, &viewer, machine_find("proposals"), &fresh, values);
	demo_remember(demo, step->subject, id);
	version_save(demo->db, &viewer, id, "", proposal_content(demo, row), -1);
	case_update_title(demo->db, id, fresh.title, row->summary);
}

/* The second version: what was agreed on in the dialogue. */
static void proposal_write(const struct demo *demo, int64_t id, const struct demo_step *step, const struct demo_proposal *row)
{
	struct viewer viewer = demo_viewer(demo, step->who);
	struct doc *content = proposal_content(demo, row);
	for (int i = 0; i < 3 && row->changes[i].field; i++)
		doc_set_text(content, row->changes[i].field, row->changes[i].text);
	version_save(demo->db, &viewer, id, "", content, -1);
	version_keep(demo->db, id, "");
}

static void proposal_return(const struct demo *demo, int64_t id, const struct demo_step *step)
{
	struct viewer viewer = demo_viewer(demo, step->who);
	version_save(demo->db, &viewer, id, "notes", doc_set_text(doc_object(), step->more, step->text), -1);
	version_keep(demo->db, id, "notes");
	demo_move(demo, id, step, NULL);
}

/* A dialogue of its own begins for the group that takes a 呼びかけ up; the story goes on under the key in `text`. */
static void proposal_take_up(const struct demo *demo, int64_t id, const struct demo_step *step)
{
	struct doc *values = doc_set_text(doc_object(), "group", arena_text("%lld", (long long)demo_find(demo, step->who)));
	demo_move(demo, id, step, values);
	demo_remember(demo, step->more, doc_int(doc_first(case_list_children(demo->db, id, "proposals", false)), "id"));
}

static struct doc *proposal_values(const struct demo *demo, const struct demo_step *step)
{
	struct doc *values = doc_object();
	if (text_equal(step->move, "name")) {
		doc_set_text(values, "department", arena_text("%lld", (long long)department_find(demo->db, step->more)));
		doc_set_text(values, "related", step->text ? step->text : "");
	} else if (text_starts(step->move, "view_")) {
		doc_set_text(values, "view", step->text);
	} else if (text_equal(step->move, "post")) {
		doc_set_text(values, "kind", step->more);
		doc_set_text(values, "text", step->text);
	}
	return values;
}

static void proposal_perform(struct demo *demo, const struct demo_kind *kind, const struct demo_step *step)
{
	(void)kind;
	const struct demo_proposal *row = proposal_of(step->subject);
	int64_t id = demo_find(demo, step->subject);
	if (text_equal(step->move, "open")) {
		proposal_open(demo, step, row);
	} else if (text_equal(step->move, "return")) {
		proposal_return(demo, id, step);
	} else if (text_equal(step->move, "take_up")) {
		proposal_take_up(demo, id, step);
	} else {
		struct demo_step plain = *step;
		if (text_has_word("resubmit new_version", step->move))
			proposal_write(demo, id, step, row);
		if (text_has_word("submit", step->move))
			version_keep(demo->db, id, "");
		if (text_has_word("name post view_group view_city", step->move))
			plain.text = NULL;
		demo_move(demo, id, &plain, proposal_values(demo, step));
	}
}

static const struct demo_kind proposals = {"proposals", proposal_perform, true};

void demo_proposals_plan(void)
{
	demo_plan(&proposals, demo_proposal_steps);
}
