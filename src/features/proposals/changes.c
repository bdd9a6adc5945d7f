/* What else changes when a proposal moves: its row, owner, title, dates; and what follows from agreement. */
#include "features/proposals/moves.h"

#include "adapters/template.h"
#include "adapters/unicode.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/proposals/rules.h"
#include "identity/person.h"
#include "workflow/setting.h"
#include "workflow/version.h"

enum { EXTEND_DAYS = 14 };

static struct proposal proposal_of(const struct moving *moving)
{
	return proposal_find(moving->db, moving->subject.id);
}

static bool is_from_city(const struct moving *moving)
{
	return text_equal(proposal_of(moving).direction, "city");
}

static int due_in_open_days(const struct moving *moving, const char *setting)
{
	return day_add_open(moving->effective_on, (int)setting_int(moving->db, setting));
}

/* Title and summary follow the kept text while nobody outside reads it. */
static void title_follow(struct moving *moving, const struct doc *content)
{
	const char *title = doc_text(content, "title");
	if (!text_empty(title))
		case_update_title(moving->db, moving->subject.id, title, doc_text(content, "summary"));
}

static struct doc *content_kept(const struct moving *moving)
{
	return doc_get(version_find_kept(moving->db, moving->subject.id, ""), "content");
}

void change_open(struct moving *moving)
{
	proposal_insert(moving->db, moving->subject.id, moving->values);
	if (text_equal(doc_text(moving->values, "direction"), "city"))
		moving->turn = "city";
}

static void sent_keep(const struct moving *moving)
{
	int64_t number = doc_int(version_find_kept(moving->db, moving->subject.id, ""), "number");
	proposal_update_sent(moving->db, moving->subject.id, number);
}

void change_submit(struct moving *moving)
{
	sent_keep(moving);
	moving->due_on = due_in_open_days(moving, "eligibility_days");
	title_follow(moving, content_kept(moving));
}

void change_return(struct moving *moving)
{
	if (is_from_city(moving))
		moving->turn = "city";
}

void change_pass(struct moving *moving)
{
	proposal_update_coordinating(moving->db, moving->subject.id, moving->effective_on);
	moving->due_on = due_in_open_days(moving, "department_answer_days");
}

/* From here on visitors read this version, and search finds it. */
static void release_kept(struct moving *moving)
{
	struct db *db = moving->db;
	int64_t id = moving->subject.id;
	struct doc *version = version_find_kept(db, id, "");
	struct doc *content = doc_get(version, "content");
	struct case_file group;
	const char *group_name = moving->subject.group_id && case_find(db, moving->subject.group_id, &group) ? group.title : "";
	const char *names = arena_text("%s %s", doc_text(content, "title"), group_name);
	const char *body = arena_text("%s\n%s\n%s\n%s\n%s\n%s", doc_text(content, "summary"), doc_text(content, "shared_problem"),
	                              doc_text(content, "shared_goal"), doc_text(content, "contents"), doc_text(content, "partners"),
	                              department_name(db, moving->subject.department_id));
	struct doc *facets = doc_set_text(doc_object(), "form", doc_text(content, "form"));
	doc_set_text(facets, "area", doc_text(content, "area"));
	doc_set_text(facets, "words", unicode_fold(arena_text("%s\n%s", names, body)));
	title_follow(moving, content);
	proposal_update_released(db, id, doc_int(version, "number"), facets);
	case_update_words(db, id, names, body);
}

void change_release(struct moving *moving)
{
	release_kept(moving);
}

void change_offer(struct moving *moving)
{
	case_update_owner(moving->db, moving->subject.id, proposal_of(moving).asked_group_id, moving->subject.department_id);
}

/* The owner must be set before the notices are written, so that the newly named department is told. */
void change_name(struct moving *moving)
{
	struct db *db = moving->db;
	int64_t id = moving->subject.id;
	case_update_owner(db, id, moving->subject.group_id, doc_int(moving->values, "department"));
	proposal_update_related(db, id, doc_text(moving->values, "related"));
	change_dialogue(moving);
}

void change_take_lead(struct moving *moving)
{
	case_update_owner(moving->db, moving->subject.id, moving->subject.group_id, department_coordinator(moving->db));
	change_dialogue(moving);
}

static void marks_clear(const struct moving *moving)
{
	proposal_update_agreed(moving->db, moving->subject.id, "group", "");
	proposal_update_agreed(moving->db, moving->subject.id, "city", "");
}

void change_decline_lead(struct moving *moving)
{
	case_update_owner(moving->db, moving->subject.id, moving->subject.group_id, 0);
	marks_clear(moving);
	moving->due_on = due_in_open_days(moving, "department_answer_days");
}

/* The coordinator takes a mistaken release back: visitors read nothing of it, and a named group is no party any more. */
void change_unpass(struct moving *moving)
{
	case_update_owner(moving->db, moving->subject.id, 0, moving->subject.department_id);
	proposal_update_released(moving->db, moving->subject.id, 0, NULL);
}

void change_dialogue(struct moving *moving)
{
	int days = (int)setting_int(moving->db, "dialogue_days");
	moving->due_on = day_next_open(moving->effective_on + days);
}

void change_post(struct moving *moving)
{
	const char *side = side_of(moving->viewer, &moving->subject);
	post_insert(moving->db, moving->subject.id, moving->viewer->person_id, *side ? side : "city", moving->values);
}

void change_new_version(struct moving *moving)
{
	sent_keep(moving);
	marks_clear(moving);
	if (!moving->subject.is_public)
		title_follow(moving, content_kept(moving));
}

/* Back to the table: what both had said of the old version counts no more. */
void change_reopen(struct moving *moving)
{
	marks_clear(moving);
	proposal_update_view(moving->db, moving->subject.id, "group", "");
	proposal_update_view(moving->db, moving->subject.id, "city", "");
	change_dialogue(moving);
}

void change_agree_group(struct moving *moving)
{
	proposal_update_agreed(moving->db, moving->subject.id, "group", fingerprint_now(moving->db, moving->subject.id));
}

void change_agree_city(struct moving *moving)
{
	proposal_update_agreed(moving->db, moving->subject.id, "city", fingerprint_now(moving->db, moving->subject.id));
}

void change_view_group(struct moving *moving)
{
	proposal_update_view(moving->db, moving->subject.id, "group", doc_text(moving->values, "view"));
}

void change_view_city(struct moving *moving)
{
	proposal_update_view(moving->db, moving->subject.id, "city", doc_text(moving->values, "view"));
}

void change_extend(struct moving *moving)
{
	int from = moving->subject.due_on == DAY_NONE || moving->subject.due_on < day_today() ? day_today() : moving->subject.due_on;
	proposal_update_extended(moving->db, moving->subject.id);
	moving->due_on = day_next_open(from + EXTEND_DAYS);
}

void change_finalize(struct moving *moving)
{
	version_drop(moving->db, moving->subject.id, "");
	release_kept(moving);
}

/* The meeting's words stand on the timeline as the entry's reason. */
void change_discussed(struct moving *moving)
{
	if (*moving->reason) /* the meeting's own words */
		return;
	struct doc *words = doc_object();
	doc_set_text(words, "meeting", doc_text(moving->values, "meeting"));
	doc_set_text(words, "result", doc_text(moving->values, "result"));
	moving->reason = text_filled(LANGUAGE_JA, "proposals_discussed_words", words);
}

static void portal_move(const struct moving *moving, int64_t id, const char *name)
{
	struct viewer nobody = viewer_nobody();
	struct move_order order = {.case_id = id, .move = name, .version = -1, .effective_on = moving->effective_on, .is_portal = true};
	if (move_perform(moving->db, &nobody, &order, NULL) != MOVE_DONE)
		db_fail(moving->db, arena_text("proposals: %s did not follow", name));
}

/* A group takes up what was called out to all: a dialogue of its own begins, with the invitation's text as its first version. */
void follow_take_up(struct moving *moving)
{
	const struct case_file *invitation = &moving->subject;
	struct doc *values = doc_set_text(doc_set_text(doc_object(), "direction", "city"), "audience", "one");
	struct case_file fresh = {.title = invitation->title, .group_id = doc_int(moving->values, "group"),
	                          .department_id = invitation->department_id, .parent_id = invitation->id};
	struct viewer nobody = viewer_nobody();
	fresh.author_id = moving->viewer->person_id;
	int64_t id = case_open(moving->db, &nobody, moving->machine, &fresh, values);
	struct doc *version = version_find_number(moving->db, invitation->id, "", proposal_of(moving).released);
	struct doc *content = doc_get(version, "content");
	case_update_title(moving->db, id, invitation->title, doc_text(content, "summary"));
	version_save(moving->db, moving->viewer, id, "", content ? content : doc_object(), -1);
	proposal_update_sent(moving->db, id, version_keep(moving->db, id, ""));
	portal_move(moving, id, "begin");
}

void follow_agree(struct moving *moving)
{
	struct proposal proposal = proposal_of(moving);
	const char *now = fingerprint_now(moving->db, moving->subject.id);
	if (is_agreed_to(proposal.group_agreed, now) && is_agreed_to(proposal.city_agreed, now))
		portal_move(moving, moving->subject.id, "agreed");
}

void follow_view(struct moving *moving)
{
	struct proposal proposal = proposal_of(moving);
	if (!text_empty(proposal.group_view) && !text_empty(proposal.city_view))
		portal_move(moving, moving->subject.id, "both_views");
}
