/* A group's page: facts by visibility, what was checked, the level of disclosure, its history, and what is to be done. */
#include "features/groups/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/input.h"
#include "base/text.h"
#include "features/groups/forms.h"
#include "features/groups/groups.h"
#include "features/groups/rules.h"
#include "features/groups/store.h"
#include "workflow/move.h"

struct group_sight group_sight(struct visit *visit)
{
	struct group_sight sight = {.audience = AUDIENCE_PUBLIC};
	const struct viewer *viewer = &visit->viewer;
	if (visit->twin != TWIN_HTML || !viewer->person_id)
		return sight;
	bool is_own = viewer_in_group(viewer, visit->subject.id) || viewer->person_id == visit->subject.author_id;
	sight.is_staff = viewer_has(viewer, ROLE_COORDINATOR | ROLE_DEPARTMENT);
	sight.is_party = is_own || viewer_has(viewer, ROLE_COORDINATOR);
	if (is_own || sight.is_staff)
		sight.audience = AUDIENCE_STAFF;
	else if (viewer_is_registered(visit->db, viewer))
		sight.audience = AUDIENCE_REGISTERED;
	return sight;
}

/* One fact as a line of the summary; `show` names its visibility ("" : public for all groups). */
struct fact {
	const char *name;
	const char *words;
	const char *visibility;
	bool is_lines;
};

static void fact_push(struct doc *summary, struct doc *shown, struct group_sight sight, const struct fact *fact)
{
	if (text_empty(fact->words) || !fact_is_shown(fact->visibility, sight.audience))
		return;
	struct doc *line = doc_object();
	doc_set_text(line, "name", fact->name);
	doc_set_text(line, "label_key", arena_text("fact_%s", fact->name));
	doc_set_text(line, "value", fact->words);
	doc_set_bool(line, "is_lines", fact->is_lines);
	static const char *const flags[] = {"is_md", "is_grid", "is_url"};
	for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
		doc_set_bool(line, flags[i], false);
	doc_set_text(line, "change_path", "");
	doc_set_text(line, "visibility_key", sight.audience == AUDIENCE_STAFF ? arena_text("visibility_%s", fact->visibility) : "");
	doc_push(summary, line);
	if (fact_is_shown(fact->visibility, AUDIENCE_PUBLIC))
		doc_set_text(shown, fact->name, fact->words);
}

static const char *field_words(struct visit *visit, const struct form *form, const char *name, const struct doc *facts)
{
	for (const struct field *field = form->fields; field->name; field++)
		if (text_equal(field->name, name))
			return form_value_words(visit, form, field, facts);
	return "";
}

static const char *members_words(struct visit *visit, const struct doc *facts)
{
	if (!doc_int(facts, "member_count"))
		return "";
	struct doc *count = doc_set_text(doc_object(), "count", text_grouped(doc_int(facts, "member_count")));
	return text_filled(visit->language, "groups_members_count", count);
}

static const char *web_words(const struct doc *facts)
{
	return text_trim(arena_text("%s\n%s", doc_text(facts, "web_url"), doc_text(facts, "sns_url")));
}

/* Names, phones and addresses of the people, as the group lets them be seen. */
static const char *people_words(const struct doc *people, bool is_representative)
{
	struct buffer words = {0};
	for (struct doc *row = doc_first(people); row; row = doc_next(row)) {
		if (text_equal(doc_text(row, "place"), "representative") != is_representative)
			continue;
		buffer_addf(&words, "%s%s", words.length ? "\n" : "", doc_text(row, "name"));
		if (!is_representative)
			buffer_addf(&words, "　%s　%s", phone_words(doc_text(row, "phone")), doc_text(row, "email"));
	}
	return arena_copy(buffer_text(&words));
}

struct doc *group_summary(struct visit *visit, struct group_sight sight, struct doc *shown)
{
	struct doc *facts = group_facts(visit->db, visit->subject.id);
	struct doc *visible = group_visibilities(visit->db, visit->subject.id);
	struct doc *people = group_contacts(visit->db, visit->subject.id);
	struct doc *group = group_row(visit->db, visit->subject.id);
	const struct fact all[] = {
		{"kana", doc_text(facts, "kana"), "public", false},
		{"legal_number", doc_text(facts, "legal_number"), "public", false},
		{"office", doc_text(group, "office"), "public", false},
		{"activities", doc_text(facts, "activities"), doc_text(visible, "activities"), true},
		{"areas", text_replace(field_words(visit, &group_activity_form, "areas", facts), "\n", "、"), "public", false},
		{"founded", field_words(visit, &group_activity_form, "founded_on", facts), doc_text(visible, "founded"), false},
		{"members", members_words(visit, facts), doc_text(visible, "members"), false},
		{"fee", doc_text(facts, "fee"), doc_text(visible, "fee"), false},
		{"offers", doc_text(facts, "offers"), doc_text(visible, "offers"), true},
		{"seeks", doc_text(facts, "seeks"), doc_text(visible, "seeks"), true},
		{"public_contact", doc_text(facts, "public_contact"), doc_text(visible, "public_contact"), true},
		{"web", web_words(facts), doc_text(visible, "web"), true},
		{"representative", people_words(people, true), doc_text(visible, "representative"), true},
		{"contacts", people_words(people, false), doc_text(visible, "contacts"), true},
	};
	struct doc *summary = doc_array();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		fact_push(summary, shown, sight, &all[i]);
	return summary;
}

/* The links, taken out of the summary so that they can be followed. */
static void web_show(struct doc *document)
{
	struct doc *links = doc_array();
	struct doc *kept = doc_array();
	for (struct doc *line = doc_first(doc_get(document, "summary")); line; line = doc_next(line)) {
		if (!text_equal(doc_text(line, "name"), "web")) {
			doc_push(kept, doc_copy(line));
			continue;
		}
		const char *url;
		for (int i = 0; (url = text_piece(doc_text(line, "value"), '\n', i)); i++)
			if (text_starts(url, "https://") || text_starts(url, "http://"))
				doc_push(links, doc_set_text(doc_object(), "url", url));
	}
	doc_set_bool(document, "has_web", doc_count(links) > 0);
	doc_set(document, "web", links);
	doc_set(document, "summary", kept);
}

#define ENDINGS "withdraw leave pause dissolve hear correct_register correct_refuse correct_end change_drop"

/* Steps that end or pause a registration stand below the page, not among what is to be done next. */
static void endings_show(struct doc *document)
{
	struct doc *next = doc_array();
	struct doc *endings = doc_array();
	for (struct doc *action = doc_first(doc_get(document, "actions")); action; action = doc_next(action))
		doc_push(text_has_word(ENDINGS, doc_text(action, "name")) ? endings : next, doc_copy(action));
	doc_set_bool(document, "has_actions", doc_count(next) > 0);
	doc_set(document, "actions", next);
	doc_set_bool(document, "has_endings", doc_count(endings) > 0);
	doc_set(document, "endings", endings);
}

static struct doc *field_keys(const struct doc *facts)
{
	struct doc *keys = doc_array();
	for (struct doc *field = doc_first(doc_get(facts, "fields")); field; field = doc_next(field))
		doc_push(keys, doc_set_text(doc_object(), "field_key", arena_text("field_%s", doc_value(field))));
	return keys;
}

/* For people's programs: the public facts by the names of their columns. */
static void facts_twin(struct doc *document, const struct doc *facts, const struct doc *shown)
{
	static const char *const columns[][2] = {
		{"activities", "activities"}, {"founded", "founded_on"}, {"members", "member_count"}, {"fee", "fee"},     {"offers", "offers"},
		{"seeks", "seeks"},           {"public_contact", "public_contact"},                   {"web", "web_url"}, {"web", "sns_url"},
		{"legal_number", "legal_number"},
	};
	static const char *const inner[] = {"summary", "facts", "field_keys", "is_turn_shown", "is_overdue", "state_tone"};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
		if (doc_has(shown, columns[i][0]))
			doc_set(document, columns[i][1], doc_copy(doc_get(facts, columns[i][1])));
	if (doc_has(shown, "representative"))
		doc_set_text(document, "representative", doc_text(shown, "representative"));
	if (doc_has(shown, "office"))
		doc_set_text(document, "office", doc_text(shown, "office"));
	for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
		doc_remove(document, inner[i]);
	doc_set(document, "fields_of_activity", doc_copy(doc_get(facts, "fields")));
}

static void facts_show(struct visit *visit, struct doc *document, struct group_sight sight, const struct doc *group)
{
	struct doc *facts = group_facts(visit->db, visit->subject.id);
	struct doc *shown = doc_object();
	doc_set(document, "summary", group_summary(visit, sight, shown));
	doc_set_text(document, "name", doc_text(facts, "name"));
	doc_set_text(document, "kana", doc_text(facts, "kana"));
	doc_set_text(document, "kind", doc_text(facts, "kind"));
	doc_set_text(document, "kind_key", arena_text("group_kind_%s", doc_text(facts, "kind")));
	doc_set_text(document, "aims", doc_text(facts, "aims"));
	doc_set(document, "areas", doc_copy(doc_get(facts, "areas")));
	doc_set(document, "field_keys", field_keys(facts));
	doc_set(document, "facts", shown);
	doc_set_text(document, "registered_on", doc_text(group, "registered_on"));
	doc_set_text(document, "updated_on", doc_text(group, "updated_on"));
	int level = disclosure_level(doc_text(facts, "kind"), shown);
	doc_set_int(document, "level", level);
	doc_set_text(document, "level_key", arena_text("groups_level_%d", level));
	doc_set(document, "checks", group_checks(visit->db, visit->subject.id));
	if (visit->twin != TWIN_HTML)
		facts_twin(document, facts, shown);
}

static void state_show(struct visit *visit, struct doc *document, const struct doc *group)
{
	const char *state = visit->subject.state;
	const char *about = arena_text("groups_about_%s", state);
	doc_set_text(document, "about_key", text_known(about) ? about : "");
	doc_set_text(document, "state", state);
	doc_set_bool(document, "is_listed", text_equal(state, "listed"));
	doc_set_bool(document, "is_registered", text_has_word("registered paused", state));
	doc_set_bool(document, "has_facts", visit->subject.is_public);
	doc_set_text(document, "claim_path", arena_text("/groups/new?listed=%lld", (long long)visit->subject.id));
	int64_t successor = doc_int(group, "successor_id");
	doc_set_text(document, "successor_path", successor ? arena_text("/groups/%lld", (long long)successor) : "");
	doc_set_text(document, "successor_name", group_name(visit->db, successor));
}

static void link_push(struct doc *links, const char *path, const char *label_key)
{
	struct doc *link = doc_set_text(doc_object(), "path", path);
	doc_push(links, doc_set_text(link, "label_key", label_key));
}

static void button_push(struct doc *buttons, const char *path, const char *label_key, bool is_main)
{
	struct doc *button = doc_set_bool(doc_set_bool(doc_object(), "is_main", is_main), "is_second", false);
	doc_set_text(button, "path", path);
	doc_push(buttons, doc_set_text(button, "label_key", label_key));
}

/* For the desk: an open 案 waits to be carried out, and asking for corrections is a page of its own. They stand before what refuses. */
static void desk_buttons(struct visit *visit, struct doc *document, const struct doc *group)
{
	if (!viewer_has(&visit->viewer, ROLE_COORDINATOR))
		return;
	struct doc *buttons = doc_array();
	struct doc *actions = doc_get(document, "actions");
	struct doc *drafts = draft_list_case(visit->db, visit->subject.id);
	bool is_new = text_equal(visit->subject.state, "submitted");
	for (struct doc *draft = doc_first(drafts); draft; draft = doc_next(draft))
		if (text_equal(doc_text(draft, "state"), "open"))
			button_push(buttons, arena_text("/drafts/%s", doc_text(draft, "id")), "groups_link_draft", true);
	for (struct doc *action = doc_first(actions); action; action = doc_next(action))
		if (!doc_bool(action, "is_second"))
			doc_push(buttons, doc_copy(action));
	if (is_new || text_equal(doc_text(group, "change_state"), "submitted"))
		button_push(buttons, arena_text("/groups/%s%lld/notes", is_new ? "" : "changes/", (long long)visit->subject.id), "groups_link_notes", false);
	for (struct doc *action = doc_first(actions); action; action = doc_next(action))
		if (doc_bool(action, "is_second"))
			doc_push(buttons, doc_copy(action));
	doc_set_bool(document, "has_actions", doc_count(buttons) > 0);
	doc_set(document, "actions", buttons);
}

/* Where the parties go from here, beside the moves. */
static void links_show(struct visit *visit, struct doc *document, struct group_sight sight, const struct doc *group)
{
	struct doc *links = doc_array();
	const char *base = arena_text("/groups/%lld", (long long)visit->subject.id);
	const char *change_state = doc_text(group, "change_state");
	bool is_registered = text_has_word("registered paused", visit->subject.state);
	if (group_dossier.may_write(visit))
		link_push(links, arena_text("%s/edit", base), "groups_link_edit");
	bool is_own = viewer_in_group(&visit->viewer, visit->subject.id) || (visit->subject.is_paper && viewer_has(&visit->viewer, ROLE_COORDINATOR));
	if (is_registered && is_own && !text_equal(change_state, "submitted"))
		link_push(links,
		          change_dossier.may_write(visit) ? arena_text("/groups/changes/%lld/edit", (long long)visit->subject.id)
		                                          : arena_text("%s/change", base),
		          "groups_link_change");
	if (move_may(visit->db, &visit->viewer, &visit->subject, move_find(machine_find("groups"), "contacts")))
		link_push(links, arena_text("%s/contacts", base), "groups_link_contacts");
	link_push(links, arena_text("%s/members", base), "groups_link_members");
	link_push(links, arena_text("%s/versions", base), "cases_versions");
	doc_set(document, "links", sight.is_party ? links : doc_array());
	doc_set_bool(document, "has_links", sight.is_party);
}

/* For the parties before registration: everything that was typed. For the coordinator: what a change would change. */
static void typed_show(struct visit *visit, struct doc *document, struct group_sight sight, const struct doc *group)
{
	bool is_before = sight.is_party && !text_has_word("registered paused lapsed listed", visit->subject.state);
	struct doc *sections =
		is_before ? dossier_summary(visit, &group_dossier, dossier_content(visit, &group_dossier), false) : doc_array();
	doc_set_bool(document, "has_typed", is_before);
	doc_set(document, "sections", sections);
	bool is_changing = sight.is_party && text_equal(doc_text(group, "change_state"), "submitted");
	struct doc *changes = doc_array();
	struct doc *next = is_changing ? version_find_kept(visit->db, visit->subject.id, "next") : NULL;
	struct doc *facts = is_changing ? group_facts(visit->db, visit->subject.id) : NULL;
	for (const struct section *section = change_dossier.sections; next && section->name; section++) {
		struct doc *some = form_changes(visit, section->form, facts, doc_get(next, "content"));
		for (struct doc *change = doc_first(some); change; change = doc_next(change))
			doc_push(changes, doc_copy(change));
	}
	doc_set_bool(document, "is_changing", is_changing);
	doc_set(document, "changes", changes);
	bool is_returned = sight.is_party && text_equal(doc_text(group, "change_state"), "returned");
	doc_set_bool(document, "is_change_returned", is_returned);
	bool lacks = is_before && text_has_word("submitted returned", visit->subject.state) && !*doc_text(group, "consented_on");
	doc_set_bool(document, "needs_consent", lacks);
	doc_set_text(document, "consented_on", sight.is_party ? doc_text(group, "consented_on") : "");
	doc_set_bool(document, "is_paper", sight.is_party && visit->subject.is_paper);
}

/* Whose turn it is concerns the parties; others see what is public. */
static void inside_hide(struct doc *document)
{
	doc_set_bool(document, "is_turn_shown", false);
	static const char *const inner[] = {"turn", "turn_key", "turn_since_on", "due_on", "is_overdue", "case"};
	for (size_t i = 0; i < sizeof inner / sizeof *inner; i++)
		doc_remove(document, inner[i]);
	doc_set_bool(document, "is_overdue", false);
}

void group_page(struct visit *visit)
{
	struct doc *group = group_row(visit->db, visit->subject.id);
	struct group_sight sight = group_sight(visit);
	int64_t successor = doc_int(group, "successor_id");
	if (successor && text_equal(visit->subject.state, "withdrawn")) {
		page_go(visit, arena_text("/groups/%lld", (long long)successor), NULL);
		return;
	}
	struct doc *document = doc_object();
	page_case(visit, document);
	if (!sight.is_party)
		inside_hide(document);
	facts_show(visit, document, sight, group);
	state_show(visit, document, group);
	if (visit->twin == TWIN_HTML) {
		web_show(document);
		endings_show(document);
		desk_buttons(visit, document, group);
		links_show(visit, document, sight, group);
		typed_show(visit, document, sight, group);
	}
	visit->clause = "4-2-2";
	page_crumb(visit, "/groups", "groups_title", NULL);
	page_show(visit, "groups/show", NULL, document);
}
