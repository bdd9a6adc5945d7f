/* Beginning a registration: the start page for everybody, the case for whoever is signed in, 代行入力 for the desk. */
#include "features/groups/pages.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/forms.h"
#include "features/groups/moves.h"
#include "features/groups/rules.h"
#include "features/groups/store.h"
#include "identity/person.h"

static bool is_desk(const struct visit *visit)
{
	return viewer_has(&visit->viewer, ROLE_COORDINATOR);
}

static const struct form *start_form(const struct visit *visit)
{
	return is_desk(visit) ? &group_paper_form : &group_start_form;
}

/* The listed corporation that is to be registered, 0 if there is none of that number. */
static int64_t listed_wanted(struct visit *visit, const char *id)
{
	struct case_file listed;
	long long number = text_number(id);
	bool exists = number > 0 && case_find(visit->db, number, &listed) && text_equal(listed.kind, "groups");
	return exists && text_equal(listed.state, "listed") ? number : 0;
}

static void start_show(struct visit *visit, const struct doc *values, const struct doc *errors)
{
	visit->clause = "4-2-1";
	page_crumb(visit, "/groups", "groups_title", NULL);
	dossier_start_show(visit, &group_dossier, "/groups/new", start_form(visit), values, errors);
}

void group_new_page(struct visit *visit)
{
	struct doc *values = doc_object();
	int64_t listed = listed_wanted(visit, visit_parameter(visit, "listed"));
	if (listed) {
		values = group_facts(visit->db, listed);
		doc_set_int(values, "listed", listed);
	}
	start_show(visit, values, NULL);
}

/* What is known already is not asked again: the claimed corporation's facts, and who is writing. */
static struct doc *content_first(struct visit *visit, const struct doc *values, int64_t listed)
{
	struct doc *content = listed ? group_facts(visit->db, listed) : doc_object();
	doc_set_text(content, "name", doc_text(values, "name"));
	doc_set_text(content, "kind", doc_text(values, "kind"));
	const char *fact;
	for (int i = 0; (fact = text_piece(GROUP_FACTS, ' ', i)); i++)
		doc_set_text(content, arena_text("show_%s", fact), fact_visibility_first(fact));
	if (is_desk(visit))
		return content;
	struct doc *person = person_row(visit->db, visit->viewer.person_id);
	doc_set_text(content, "contact1_name", doc_text(person, "name"));
	doc_set_text(content, "contact1_email", doc_text(person, "email"));
	doc_set_text(content, "contact1_phone", doc_text(person, "phone"));
	doc_set_text(content, "contact1_address", doc_text(person, "address"));
	return content;
}

void group_new_action(struct visit *visit)
{
	struct doc *errors = doc_array();
	struct doc *values = form_read(visit, start_form(visit), errors);
	if (doc_count(errors)) {
		start_show(visit, values, errors);
		return;
	}
	int64_t listed = listed_wanted(visit, doc_text(values, "listed"));
	doc_set_text(values, "listed", listed ? arena_text("%lld", (long long)listed) : "");
	struct case_file subject = {.title = doc_text(values, "name"), .is_paper = is_desk(visit)};
	int64_t id = case_open(visit->db, &visit->viewer, &group_machine, &subject, values);
	version_save(visit->db, &visit->viewer, id, "", content_first(visit, values, listed), -1);
	page_go(visit, arena_text("/groups/%lld/edit", (long long)id), NULL);
}
