/* What the moves of groups ask before and change with them; the table is in moves.c. */
#include "features/groups/move_steps.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/groups.h"
#include "features/groups/store.h"
#include "identity/person.h"
#include "workflow/notice.h"
#include "workflow/setting.h"
#include "workflow/version.h"

void group_city_clock(struct moving *moving)
{
	moving->due_on = day_add_open(moving->effective_on, (int)setting_int(moving->db, "group_check_days"));
}

void group_own_clock(struct moving *moving)
{
	moving->due_on = day_add_group(moving->effective_on, (int)setting_int(moving->db, "group_answer_days"));
}

/* The first draft: the group is its own group, and whoever opened it may go on (unless the desk did, for somebody). */
void group_open_change(struct moving *moving)
{
	int64_t id = moving->subject.id;
	case_update_owner(moving->db, id, id, 0);
	group_insert(moving->db, &(struct group_begin){.id = id,
	                                               .name = moving->subject.title,
	                                               .kind = doc_text(moving->values, "kind"),
	                                               .listed_id = text_number(doc_text(moving->values, "listed")) > 0
	                                                                    ? text_number(doc_text(moving->values, "listed"))
	                                                                    : 0,
	                                               .paper_on = day_parse(doc_text(moving->values, "paper_on"))});
	if (moving->viewer->person_id && !moving->subject.is_paper)
		seat_insert(moving->db, moving->viewer->person_id, "contact", id, 0);
}

static struct doc *typed_content(const struct moving *moving, const char *part)
{
	struct doc *version = version_find_kept(moving->db, moving->subject.id, part);
	struct doc *content = doc_get(version, "content");
	return content ? doc_copy(content) : doc_copy(moving->values);
}

/* The representative who submits has consented by that. */
static void consent_follow(struct moving *moving, const struct doc *content, bool is_other)
{
	const char *email = doc_text(content, "representative_email");
	if (*email && text_equal(email, moving->viewer->email))
		group_update_consent(moving->db, moving->subject.id, moving->effective_on, "portal");
	else if (is_other)
		group_update_consent(moving->db, moving->subject.id, DAY_NONE, "");
}

void group_submit_change(struct moving *moving)
{
	struct doc *content = typed_content(moving, "");
	struct doc *group = group_row(moving->db, moving->subject.id);
	int paper_on = day_parse(doc_text(group, "paper_on"));
	if (paper_on != DAY_NONE && text_equal(moving->subject.state, "draft"))
		moving->effective_on = paper_on;
	group_update_name(moving->db, moving->subject.id, content);
	bool is_other = group_contacts_follow(moving->db, moving->subject.id, content);
	consent_follow(moving, content, is_other);
	group_city_clock(moving);
}

static bool is_consented(const struct moving *moving)
{
	return *doc_text(group_row(moving->db, moving->subject.id), "consented_on") != '\0';
}

/* A representative who has not consented yet is asked, wherever the notice reaches them. */
void group_submit_follow(struct moving *moving)
{
	int64_t person_id = group_representative(moving->db, moving->subject.id);
	if (!person_id || is_consented(moving))
		return;
	struct doc *values = doc_set_text(doc_object(), "title", moving->subject.title);
	notice_insert(moving->db, person_id,
	              &(struct telling){.case_id = moving->subject.id,
	                                .text_key = "notice_groups_asked",
	                                .values = values,
	                                .path = arena_text("/groups/%lld", (long long)moving->subject.id)});
}

const char *group_consent_refuse(const struct moving *moving)
{
	if (is_consented(moving))
		return "groups_refused_consented";
	bool is_representative =
		moving->viewer->person_id && moving->viewer->person_id == group_representative(moving->db, moving->subject.id);
	if (!is_representative && !viewer_has(moving->viewer, ROLE_COORDINATOR) && moving->viewer->person_id)
		return "groups_refused_representative";
	return NULL;
}

void group_consent_change(struct moving *moving)
{
	bool is_own = moving->viewer->person_id == group_representative(moving->db, moving->subject.id);
	group_update_consent(moving->db, moving->subject.id, moving->effective_on, is_own ? "portal" : "paper");
}

const char *group_register_refuse(const struct moving *moving)
{
	struct doc *group = group_row(moving->db, moving->subject.id);
	if (text_empty(doc_text(group, "consented_on")))
		return "groups_refused_no_consent";
	int64_t same = group_find_legal_number(moving->db, doc_text(group, "legal_number"), moving->subject.id);
	struct case_file other;
	if (same && case_find(moving->db, same, &other) && !text_equal(other.state, "listed"))
		return "groups_refused_same_number";
	return NULL;
}

void group_register_change(struct moving *moving)
{
	int64_t id = moving->subject.id;
	group_update_facts(moving->db, id, typed_content(moving, ""));
	group_update_registered(moving->db, id, moving->effective_on);
	const char *role = text_equal(moving->role, "portal") ? "coordinator" : moving->role;
	group_update_checks(moving->db, id, doc_get(moving->values, "checked"), role, moving->effective_on);
}

/* The listed row of the same corporation steps back: its address leads on to the registered one. */
void group_register_follow(struct moving *moving)
{
	struct doc *group = group_row(moving->db, moving->subject.id);
	int64_t listed = doc_int(group, "listed_id");
	if (!listed)
		listed = group_find_legal_number(moving->db, doc_text(group, "legal_number"), moving->subject.id);
	struct case_file other;
	if (!listed || !case_find(moving->db, listed, &other) || !text_equal(other.state, "listed"))
		return;
	group_update_successor(moving->db, listed, moving->subject.id);
	move_perform(moving->db, moving->viewer,
	             &(struct move_order){.case_id = listed,
	                                  .move = "supersede",
	                                  .version = -1,
	                                  .effective_on = moving->effective_on,
	                                  .is_portal = true},
	             NULL);
}

void group_unregister_change(struct moving *moving)
{
	group_update_registered(moving->db, moving->subject.id, DAY_NONE);
	group_city_clock(moving);
}

static bool change_is(const struct moving *moving, const char *state)
{
	return text_equal(doc_text(group_row(moving->db, moving->subject.id), "change_state"), state);
}

const char *group_change_waiting_refuse(const struct moving *moving)
{
	return change_is(moving, "submitted") ? NULL : "groups_refused_no_change";
}

const char *group_change_submit_refuse(const struct moving *moving)
{
	return change_is(moving, "submitted") ? "groups_refused_change_waits" : NULL;
}

void group_change_submit_change(struct moving *moving)
{
	group_update_change(moving->db, moving->subject.id, "submitted");
	group_city_clock(moving);
}

/* The facts in force become the changed ones; the contacts stay, they are changed elsewhere and at once. */
void group_change_accept_change(struct moving *moving)
{
	int64_t id = moving->subject.id;
	struct doc *content = typed_content(moving, "next");
	struct doc *people = group_contacts_typed(moving->db, id);
	for (struct doc *value = doc_first(people); value; value = doc_next(value))
		doc_set(content, doc_key(value), doc_copy(value));
	group_update_facts(moving->db, id, content);
	version_save(moving->db, moving->viewer, id, "", content, -1);
	version_keep(moving->db, id, "");
	group_update_change(moving->db, id, "");
}

void group_change_return_change(struct moving *moving)
{
	group_update_change(moving->db, moving->subject.id, "returned");
	group_own_clock(moving);
}

const char *group_change_drop_refuse(const struct moving *moving)
{
	return change_is(moving, "") ? "groups_refused_no_change" : NULL;
}

void group_change_drop_change(struct moving *moving)
{
	version_drop(moving->db, moving->subject.id, "next");
	group_update_change(moving->db, moving->subject.id, "");
}

void group_contacts_change(struct moving *moving)
{
	int64_t id = moving->subject.id;
	struct doc *version = version_find_kept(moving->db, id, "");
	struct doc *content = version ? doc_copy(doc_get(version, "content")) : group_facts(moving->db, id);
	for (struct doc *value = doc_first(moving->values); value; value = doc_next(value))
		doc_set(content, doc_key(value), doc_copy(value));
	group_contacts_follow(moving->db, id, content);
	version_save(moving->db, moving->viewer, id, "", content, -1);
	version_keep(moving->db, id, "");
}

void group_dissolve_change(struct moving *moving)
{
	long long successor = text_number(doc_text(moving->values, "successor"));
	if (successor > 0 && group_is_registered(moving->db, successor) && successor != moving->subject.id)
		group_update_successor(moving->db, moving->subject.id, successor);
}

static int hearing_until(const struct moving *moving)
{
	return day_parse(doc_text(group_row(moving->db, moving->subject.id), "hearing_until_on"));
}

const char *group_hear_refuse(const struct moving *moving)
{
	return hearing_until(moving) == DAY_NONE ? NULL : "groups_refused_hearing";
}

const char *group_heard_refuse(const struct moving *moving)
{
	return hearing_until(moving) == DAY_NONE ? "groups_refused_no_hearing" : NULL;
}

void group_hear_change(struct moving *moving)
{
	moving->due_on = day_add_group(moving->effective_on, (int)setting_int(moving->db, "group_hearing_days"));
	group_update_hearing(moving->db, moving->subject.id, moving->due_on, false);
}

const char *group_answer_refuse(const struct moving *moving)
{
	if (doc_bool(group_row(moving->db, moving->subject.id), "is_heard"))
		return "groups_refused_heard";
	return group_heard_refuse(moving);
}

void group_answer_change(struct moving *moving)
{
	group_update_hearing(moving->db, moving->subject.id, hearing_until(moving), true);
	group_city_clock(moving);
}

void group_hearing_end(struct moving *moving)
{
	group_update_hearing(moving->db, moving->subject.id, DAY_NONE, false);
}

/* Nobody loses a registration unheard: the group has answered, or its time is over. */
const char *group_revoke_refuse(const struct moving *moving)
{
	int until = hearing_until(moving);
	if (until == DAY_NONE)
		return "groups_refused_no_hearing";
	bool is_heard = doc_bool(group_row(moving->db, moving->subject.id), "is_heard");
	return is_heard || until < day_today() ? NULL : "groups_refused_hearing";
}

/* A corporation that was only listed has no registration to go back to. */
const char *group_correct_end_refuse(const struct moving *moving)
{
	return *doc_text(group_row(moving->db, moving->subject.id), "registered_on") ? NULL : "groups_refused_never_registered";
}
