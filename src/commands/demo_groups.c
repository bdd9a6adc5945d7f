/* The demonstration city's groups: what was typed of each, and their way into the registry. Data: demo_data_groups*.c. */
#include "commands/demo.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/store.h"
#include "identity/person.h"
#include "workflow/version.h"

static const struct demo_group *group_find(const char *key, int *place)
{
	*place = 0;
	for (int t = 0; demo_group_tables[t]; t++)
		for (const struct demo_group *row = demo_group_tables[t]; row->key; row++, (*place)++)
			if (text_equal(row->key, key))
				return row;
	return NULL;
}

static struct doc *words_array(const char *words)
{
	struct doc *array = doc_array();
	const char *word;
	for (int i = 0; (word = text_piece(words, ' ', i)); i++)
		doc_push_text(array, word);
	return array;
}

/* A corporation's number: its check digit and twelve digits that no registry gives. */
static char *legal_number(const struct demo *demo, int place)
{
	const char *twelve = arena_text("9999%02d%06d", place % 100, demo->copy + 1);
	int sum = 0;
	for (int i = 0; i < 12; i++)
		sum += (twelve[11 - i] - '0') * (i % 2 ? 2 : 1);
	return arena_text("%d%s", 9 - sum % 9, twelve);
}

static char *name_of(const struct demo *demo, const struct demo_group *row)
{
	return demo->copy ? arena_text("%s（第%d地区）", row->name, demo->copy + 1) : arena_copy(row->name);
}

static void visibilities_set(struct doc *content)
{
	static const char *const facts = "activities founded members fee representative contacts public_contact web offers seeks";
	const char *fact;
	for (int i = 0; (fact = text_piece(facts, ' ', i)); i++)
		doc_set_text(content, arena_text("show_%s", fact), text_has_word("representative contacts", fact) ? "staff" : "public");
}

/* The representative, who is the first contact too, unless somebody with an account is. */
static void people_set(const struct demo *demo, const struct demo_group *row, int place, struct doc *content)
{
	const char *email = demo_email(demo, row->key);
	int64_t known = person_find(demo->db, email);
	struct doc *person = known ? person_row(demo->db, known) : NULL;
	bool is_head = !text_ends(email, "@demo.example");
	const char *phone = arena_text("0420000%03d", 100 + place);
	doc_set_text(content, "representative_name", row->head);
	doc_set_text(content, "representative_kana", row->head_kana);
	doc_set_text(content, "representative_email", is_head ? email : "");
	doc_set_text(content, "representative_phone", phone);
	doc_set_text(content, "representative_address", arena_text("みどり野市本町%d-%d-%d", place % 6 + 1, place % 9 + 1, place % 12 + 1));
	doc_set_text(content, "contact1_name", is_head ? row->head : doc_text(person, "name"));
	doc_set_text(content, "contact1_email", email);
	doc_set_text(content, "contact1_phone", phone);
	doc_set_text(content, "contact2_name", row->second);
	bool is_by_post = text_has_word("visit hiroba kawabata", row->key);
	doc_set_text(content, "contact2_email", is_by_post ? "" : arena_text("%s%d-2@dantai.example", row->key, demo->copy + 1));
	doc_set_text(content, "contact2_address", arena_text("みどり野市川北%d-%d-%d", place % 4 + 1, place % 7 + 1, place % 11 + 1));
	doc_set_text(content, "contact2_phone", arena_text("0420000%03d", 300 + place));
}

static struct doc *group_content(const struct demo *demo, const struct demo_group *row, int place)
{
	struct doc *content = doc_object();
	bool is_corporation = text_has_word("npo other_corporation", row->kind);
	doc_set_text(content, "name", name_of(demo, row));
	doc_set_text(content, "kana", row->kana);
	doc_set_text(content, "kind", row->kind);
	doc_set_text(content, "legal_number", is_corporation ? legal_number(demo, place) : "");
	doc_set_text(content, "aims", row->aims);
	doc_set_text(content, "activities", row->activities);
	doc_set(content, "fields", words_array(row->fields));
	doc_set(content, "areas", words_array(row->areas));
	doc_set_text(content, "founded_on", row->founded_on);
	doc_set_int(content, "member_count", row->members);
	doc_set_text(content, "fee", row->fee);
	doc_set_text(content, "offers", row->offers);
	doc_set_text(content, "seeks", row->seeks);
	doc_set_text(content, "public_contact", place % 5 == 4 ? "" : arena_text("電子メール %s@dantai.example", row->key));
	doc_set_text(content, "web_url", place % 3 ? "" : arena_text("https://%s.dantai.example/", row->key));
	doc_set_text(content, "sns_url", "");
	visibilities_set(content);
	people_set(demo, row, place, content);
	return content;
}

/* The people of a group have accounts already; the portal invites nobody. */
static void group_people_make(const struct demo *demo, const struct doc *content)
{
	static const char *const places[] = {"contact1", "contact2"};
	for (int i = 0; i < 2; i++) {
		const char *email = doc_text(content, arena_text("%s_email", places[i]));
		if (*email && !person_find(demo->db, email))
			person_update_confirmed(demo->db, person_insert(demo->db, email, doc_text(content, arena_text("%s_name", places[i]))));
	}
}

static void group_open(const struct demo *demo, const struct demo_step *step, const struct doc *content)
{
	group_people_make(demo, content);
	struct viewer viewer = demo_viewer(demo, step->who);
	struct case_file fresh = {.title = doc_text(content, "name")};
	struct doc *values = doc_set_text(doc_set_text(doc_object(), "name", fresh.title), "kind", doc_text(content, "kind"));
	int64_t id = case_open(demo->db, &viewer, machine_find("groups"), &fresh, values);
	demo_remember(demo, step->subject, id);
	version_save(demo->db, &viewer, id, "", content, -1);
	case_update_title(demo->db, id, fresh.title, text_cut(doc_text(content, "aims"), 120));
}

/* As kyodo import does with a row of the Cabinet Office's file. */
static void group_list_insert(const struct demo *demo, const struct demo_step *step, const struct doc *content)
{
	int64_t id = case_insert(demo->db, &(struct case_file){.kind = "groups", .state = "listed", .title = doc_text(content, "name")});
	case_update_owner(demo->db, id, id, 0);
	group_insert_listed(demo->db, id, content);
	demo_remember(demo, step->subject, id);
	demo_move(demo, id, step, NULL);
}

/* "field: note" a line: kept as notes, and told as the reason, as the page of 補正のお願い does. */
static void group_return(const struct demo *demo, int64_t id, const struct demo_step *step)
{
	struct viewer viewer = demo_viewer(demo, step->who);
	version_save(demo->db, &viewer, id, "notes", doc_set_text(doc_object(), step->more, step->text), -1);
	version_keep(demo->db, id, "notes");
	demo_move(demo, id, step, NULL);
}

static struct doc *group_values(const struct demo *demo, const struct demo_step *step)
{
	struct doc *values = doc_object();
	if (text_equal(step->move, "register"))
		doc_set(values, "checked", words_array("rules members activity place representative"));
	if (text_equal(step->move, "refuse"))
		doc_set_text(values, "criterion", step->more);
	if (text_equal(step->move, "dissolve") && step->more)
		doc_set_text(values, "successor", arena_text("%lld", (long long)demo_find(demo, step->more)));
	return values;
}

static void group_perform(struct demo *demo, const struct demo_kind *kind, const struct demo_step *step)
{
	(void)kind;
	int place;
	const struct demo_group *row = group_find(step->subject, &place);
	if (demo->copy && text_has_word("consent member", step->move))
		return; /* only the known accounts' groups need them */
	struct doc *content = group_content(demo, row, place);
	int64_t id = demo_find(demo, step->subject);
	if (text_equal(step->move, "open"))
		group_open(demo, step, content);
	else if (text_equal(step->move, "list"))
		group_list_insert(demo, step, content);
	else if (text_equal(step->move, "return"))
		group_return(demo, id, step);
	else if (text_equal(step->move, "member"))
		seat_insert(demo->db, person_find(demo->db, demo_email(demo, step->more)), "member", id, 0);
	else {
		if (text_equal(step->move, "submit"))
			version_keep(demo->db, id, "");
		demo_move(demo, id, step, group_values(demo, step));
	}
}

static const struct demo_kind groups = {"groups", group_perform, true};

/* Who writes the registration: the group's first contact; a draft of nobody's group is a resident's. */
static void group_plan(const struct demo_group *row)
{
	enum { WRITE_DAYS = 2, CHECK_DAYS = 9 };
	const char *way[] = {"open", "submit", "consent", "register"};
	const char *who[] = {row->key, row->key, "coordinator", "coordinator"};
	int days[] = {0, WRITE_DAYS, CHECK_DAYS - 3, CHECK_DAYS};
	int last = text_equal(row->until, "draft") ? 1 : text_equal(row->until, "submitted") ? 2 : 4;
	if (text_equal(row->until, "listed")) {
		struct demo_step steps[2] = {{row->key, row->ago, "", "list", NULL, NULL}};
		demo_plan(&groups, steps);
		return;
	}
	for (int i = 0; i < last; i++) {
		struct demo_step steps[2] = {{row->key, row->ago - days[i], who[i], way[i], NULL, NULL}};
		bool is_own = text_equal(way[i], "consent") && !text_has_word("green kids starter resident", row->key);
		if (!is_own)
			demo_plan(&groups, steps);
	}
}

void demo_groups_plan(void)
{
	for (int t = 0; demo_group_tables[t]; t++)
		for (const struct demo_group *row = demo_group_tables[t]; row->key; row++)
			group_plan(row);
	demo_plan(&groups, demo_group_steps);
}
