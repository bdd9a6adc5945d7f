/* The states of a group's registration, as a table; what each move asks and changes is above it. */
#include "features/groups/moves.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/groups/forms.h"
#include "features/groups/groups.h"
#include "features/groups/rules.h"
#include "features/groups/store.h"
#include "identity/person.h"
#include "workflow/ledger.h"
#include "workflow/notice.h"
#include "workflow/setting.h"
#include "workflow/version.h"

static void city_clock(struct moving *moving)
{
	moving->due_on = day_add_open(moving->effective_on, (int)setting_int(moving->db, "group_check_days"));
}

static void group_clock(struct moving *moving)
{
	moving->due_on = day_add_group(moving->effective_on, (int)setting_int(moving->db, "group_answer_days"));
}

/* The first draft: the group is its own group, and whoever opened it may go on (unless the desk did, for somebody). */
static void open_change(struct moving *moving)
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

static void submit_change(struct moving *moving)
{
	struct doc *content = typed_content(moving, "");
	struct doc *group = group_row(moving->db, moving->subject.id);
	int paper_on = day_parse(doc_text(group, "paper_on"));
	if (paper_on != DAY_NONE && text_equal(moving->subject.state, "draft"))
		moving->effective_on = paper_on;
	group_update_name(moving->db, moving->subject.id, content);
	bool is_other = group_contacts_follow(moving->db, moving->subject.id, content);
	consent_follow(moving, content, is_other);
	city_clock(moving);
}

static bool is_consented(const struct moving *moving)
{
	return *doc_text(group_row(moving->db, moving->subject.id), "consented_on") != '\0';
}

/* A representative who has not consented yet is asked, wherever the notice reaches them. */
static void submit_follow(struct moving *moving)
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

static const char *consent_refuse(const struct moving *moving)
{
	if (is_consented(moving))
		return "groups_refused_consented";
	bool is_representative =
		moving->viewer->person_id && moving->viewer->person_id == group_representative(moving->db, moving->subject.id);
	if (!is_representative && !viewer_has(moving->viewer, ROLE_COORDINATOR) && moving->viewer->person_id)
		return "groups_refused_representative";
	return NULL;
}

static void consent_change(struct moving *moving)
{
	bool is_own = moving->viewer->person_id == group_representative(moving->db, moving->subject.id);
	group_update_consent(moving->db, moving->subject.id, moving->effective_on, is_own ? "portal" : "paper");
}

static const char *register_refuse(const struct moving *moving)
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

static void register_change(struct moving *moving)
{
	int64_t id = moving->subject.id;
	group_update_facts(moving->db, id, typed_content(moving, ""));
	group_update_registered(moving->db, id, moving->effective_on);
	const char *role = text_equal(moving->role, "portal") ? "coordinator" : moving->role;
	group_update_checks(moving->db, id, doc_get(moving->values, "checked"), role, moving->effective_on);
}

/* The listed row of the same corporation steps back: its address leads on to the registered one. */
static void register_follow(struct moving *moving)
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

static void unregister_change(struct moving *moving)
{
	group_update_registered(moving->db, moving->subject.id, DAY_NONE);
	city_clock(moving);
}

static bool change_is(const struct moving *moving, const char *state)
{
	return text_equal(doc_text(group_row(moving->db, moving->subject.id), "change_state"), state);
}

static const char *change_waiting_refuse(const struct moving *moving)
{
	return change_is(moving, "submitted") ? NULL : "groups_refused_no_change";
}

static const char *change_submit_refuse(const struct moving *moving)
{
	return change_is(moving, "submitted") ? "groups_refused_change_waits" : NULL;
}

static void change_submit_change(struct moving *moving)
{
	group_update_change(moving->db, moving->subject.id, "submitted");
	city_clock(moving);
}

/* The facts in force become the changed ones; the contacts stay, they are changed elsewhere and at once. */
static void change_accept_change(struct moving *moving)
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

static void change_return_change(struct moving *moving)
{
	group_update_change(moving->db, moving->subject.id, "returned");
	group_clock(moving);
}

static const char *change_drop_refuse(const struct moving *moving)
{
	return change_is(moving, "") ? "groups_refused_no_change" : NULL;
}

static void change_drop_change(struct moving *moving)
{
	version_drop(moving->db, moving->subject.id, "next");
	group_update_change(moving->db, moving->subject.id, "");
}

static void contacts_change(struct moving *moving)
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

static void dissolve_change(struct moving *moving)
{
	long long successor = text_number(doc_text(moving->values, "successor"));
	if (successor > 0 && group_is_registered(moving->db, successor) && successor != moving->subject.id)
		group_update_successor(moving->db, moving->subject.id, successor);
}

static int hearing_until(const struct moving *moving)
{
	return day_parse(doc_text(group_row(moving->db, moving->subject.id), "hearing_until_on"));
}

static const char *hear_refuse(const struct moving *moving)
{
	return hearing_until(moving) == DAY_NONE ? NULL : "groups_refused_hearing";
}

static const char *heard_refuse(const struct moving *moving)
{
	return hearing_until(moving) == DAY_NONE ? "groups_refused_no_hearing" : NULL;
}

static void hear_change(struct moving *moving)
{
	moving->due_on = day_add_group(moving->effective_on, (int)setting_int(moving->db, "group_hearing_days"));
	group_update_hearing(moving->db, moving->subject.id, moving->due_on, false);
}

static const char *answer_refuse(const struct moving *moving)
{
	if (doc_bool(group_row(moving->db, moving->subject.id), "is_heard"))
		return "groups_refused_heard";
	return heard_refuse(moving);
}

static void answer_change(struct moving *moving)
{
	group_update_hearing(moving->db, moving->subject.id, hearing_until(moving), true);
	city_clock(moving);
}

static void hearing_end(struct moving *moving)
{
	group_update_hearing(moving->db, moving->subject.id, DAY_NONE, false);
}

/* Nobody loses a registration unheard: the group has answered, or its time is over. */
static const char *revoke_refuse(const struct moving *moving)
{
	int until = hearing_until(moving);
	if (until == DAY_NONE)
		return "groups_refused_no_hearing";
	bool is_heard = doc_bool(group_row(moving->db, moving->subject.id), "is_heard");
	return is_heard || until < day_today() ? NULL : "groups_refused_hearing";
}

#define PORTAL_ONLY "only the portal performs it, as part of another move that tells the people concerned"

static const struct move moves[] = {
	{.name = "open",
         .from = "",
         .to = "draft",
         .who = WHO_AUTHOR,
         .turn = "group",
         .clause = "4-2-1",
         .flags = MOVE_QUIET | MOVE_SHUT,
         .nobody = "a draft concerns nobody but whoever writes it",
         .change = open_change},
	{.name = "consent",
         .from = "submitted returned",
         .to = "",
         .who = WHO_MEMBER | WHO_COORDINATOR,
         .turn = "",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .refuse = consent_refuse,
         .change = consent_change},
	{.name = "submit",
         .from = "draft returned",
         .to = "submitted",
         .who = WHO_SUBMITTER | WHO_AUTHOR | WHO_COORDINATOR,
         .turn = "city",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .flags = MOVE_QUIET | MOVE_NUMBERS,
         .change = submit_change,
         .follow = submit_follow},
	{.name = "return",
         .from = "submitted",
         .to = "returned",
         .who = WHO_COORDINATOR,
         .turn = "group",
         .tell = TELL_GROUP | TELL_AUTHOR,
         .clause = "4-2-1",
         .flags = MOVE_QUIET | MOVE_SHUT | MOVE_REASON,
         .change = group_clock},
	{.name = "register",
         .from = "submitted",
         .to = "registered",
         .who = WHO_COORDINATOR,
         .turn = "none",
         .tell = TELL_GROUP | TELL_AUTHOR,
         .clause = "4-2-1",
         .flags = MOVE_BINDS | MOVE_PUBLISHES,
         .form = &group_register_form,
         .refuse = register_refuse,
         .change = register_change,
         .follow = register_follow},
	{.name = "refuse",
         .from = "submitted returned",
         .to = "refused",
         .who = WHO_COORDINATOR,
         .turn = "none",
         .tell = TELL_GROUP | TELL_AUTHOR,
         .clause = "4-2-1",
         .flags = MOVE_BINDS | MOVE_SHUT | MOVE_REASON | MOVE_SECOND,
         .form = &group_refuse_form},
	{.name = "reconsider",
         .from = "refused",
         .to = "submitted",
         .who = WHO_SUBMITTER | WHO_AUTHOR,
         .turn = "city",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .flags = MOVE_SHUT | MOVE_REASON,
         .change = city_clock},
	{.name = "withdraw",
         .from = "draft submitted returned",
         .to = "withdrawn",
         .who = WHO_SUBMITTER | WHO_AUTHOR,
         .turn = "none",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .flags = MOVE_SHUT | MOVE_SECOND},
	{.name = "correct_register",
         .from = "registered",
         .to = "submitted",
         .who = WHO_COORDINATOR,
         .turn = "city",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .flags = MOVE_CORRECTS | MOVE_HIDES | MOVE_SECOND,
         .change = unregister_change},
	{.name = "correct_refuse",
         .from = "refused",
         .to = "submitted",
         .who = WHO_COORDINATOR,
         .turn = "city",
         .tell = TELL_GROUP | TELL_AUTHOR,
         .clause = "4-2-1",
         .flags = MOVE_CORRECTS | MOVE_SHUT | MOVE_SECOND,
         .change = city_clock},
	{.name = "change_submit",
         .from = "registered paused",
         .to = "",
         .who = WHO_SUBMITTER | WHO_COORDINATOR,
         .turn = "city",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-2",
         .flags = MOVE_QUIET | MOVE_SHUT,
         .refuse = change_submit_refuse,
         .change = change_submit_change},
	{.name = "change_accept",
         .from = "registered paused",
         .to = "",
         .who = WHO_COORDINATOR,
         .turn = "none",
         .tell = TELL_GROUP,
         .clause = "4-2-2",
         .refuse = change_waiting_refuse,
         .change = change_accept_change},
	{.name = "change_return",
         .from = "registered paused",
         .to = "",
         .who = WHO_COORDINATOR,
         .turn = "group",
         .tell = TELL_GROUP,
         .clause = "4-2-2",
         .flags = MOVE_QUIET | MOVE_SHUT | MOVE_REASON,
         .refuse = change_waiting_refuse,
         .change = change_return_change},
	{.name = "change_drop",
         .from = "registered paused",
         .to = "",
         .who = WHO_SUBMITTER,
         .turn = "none",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-2",
         .flags = MOVE_SHUT | MOVE_SECOND,
         .refuse = change_drop_refuse,
         .change = change_drop_change},
	{.name = "contacts",
         .from = "submitted registered paused lapsed",
         .to = "",
         .who = WHO_SUBMITTER | WHO_COORDINATOR,
         .turn = "",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-2",
         .flags = MOVE_QUIET | MOVE_SHUT,
         .change = contacts_change},
	{.name = "pause",
         .from = "registered",
         .to = "paused",
         .who = WHO_SUBMITTER | WHO_COORDINATOR,
         .turn = "",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-2",
         .flags = MOVE_REASON | MOVE_SECOND},
	{.name = "resume",
         .from = "paused",
         .to = "registered",
         .who = WHO_SUBMITTER | WHO_COORDINATOR,
         .turn = "",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-2"},
	{.name = "leave",
         .from = "registered paused lapsed",
         .to = "withdrawn",
         .who = WHO_SUBMITTER,
         .turn = "none",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .flags = MOVE_REASON | MOVE_SECOND},
	{.name = "dissolve",
         .from = "registered paused lapsed",
         .to = "dissolved",
         .who = WHO_SUBMITTER | WHO_COORDINATOR,
         .turn = "none",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .flags = MOVE_REASON | MOVE_SECOND,
         .form = &group_dissolve_form,
         .change = dissolve_change},
	{.name = "hear",
         .from = "registered paused lapsed",
         .to = "",
         .who = WHO_COORDINATOR,
         .turn = "group",
         .tell = TELL_GROUP,
         .clause = "4-2-1",
         .flags = MOVE_SHUT | MOVE_REASON | MOVE_SECOND,
         .refuse = hear_refuse,
         .change = hear_change},
	{.name = "answer_hearing",
         .from = "registered paused lapsed",
         .to = "",
         .who = WHO_SUBMITTER | WHO_COORDINATOR,
         .turn = "city",
         .tell = TELL_GROUP | TELL_COORDINATOR,
         .clause = "4-2-1",
         .flags = MOVE_SHUT | MOVE_REASON,
         .refuse = answer_refuse,
         .change = answer_change},
	{.name = "drop_hearing",
         .from = "registered paused lapsed",
         .to = "",
         .who = WHO_COORDINATOR,
         .turn = "none",
         .tell = TELL_GROUP,
         .clause = "4-2-1",
         .flags = MOVE_SHUT | MOVE_SECOND,
         .refuse = heard_refuse,
         .change = hearing_end},
	{.name = "revoke",
         .from = "registered paused lapsed",
         .to = "revoked",
         .who = WHO_COORDINATOR,
         .turn = "none",
         .tell = TELL_GROUP,
         .clause = "4-2-1",
         .flags = MOVE_BINDS | MOVE_REASON | MOVE_SECOND,
         .refuse = revoke_refuse,
         .change = hearing_end},
	{.name = "list",
         .from = "listed",
         .to = "listed",
         .who = WHO_CLOCK,
         .turn = "none",
         .nobody = "a listed corporation has no contacts here",
         .clause = "4-2-2",
         .flags = MOVE_QUIET | MOVE_PUBLISHES},
	{.name = "supersede",
         .from = "listed",
         .to = "withdrawn",
         .who = WHO_CLOCK,
         .turn = "none",
         .nobody = PORTAL_ONLY,
         .clause = "4-2-2",
         .flags = MOVE_QUIET},
	{.name = "delist",
         .from = "listed",
         .to = "dissolved",
         .who = WHO_CLOCK,
         .turn = "none",
         .nobody = "a listed corporation has no contacts here",
         .clause = "4-2-2",
         .flags = MOVE_QUIET},
};

const struct machine group_machine = {
	.kind = "groups",
	.path = "/groups",
	.letter = "団",
	.states = "draft submitted returned registered refused lapsed paused dissolved revoked withdrawn listed",
	.closed = "refused dissolved revoked withdrawn",
	.moves = moves,
	.move_count = sizeof moves / sizeof *moves,
};
