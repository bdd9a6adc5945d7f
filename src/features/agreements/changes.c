/* What the moves of agreements ask and change beside the state. */
#include "features/agreements/moves.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"
#include "features/agreements/agreements.h"
#include "features/agreements/forms.h"
#include "features/agreements/store.h"
#include "workflow/setting.h"
#include "workflow/version.h"

static struct confirmed confirmed_of(const struct moving *moving, const char *purpose)
{
	return agreement_confirmation_count(moving->db, moving->subject.id, purpose);
}

/* The version a confirmation of `purpose` is about. */
static const char *part_of(const char *purpose)
{
	return text_equal(purpose, "next") ? "next" : "";
}

static bool has_text(const struct moving *moving, const char *purpose)
{
	return version_find_kept(moving->db, moving->subject.id, part_of(purpose)) != NULL;
}

static const char *refuse_side(const struct moving *moving, const char *purpose, const char *side)
{
	struct confirmed confirmed = confirmed_of(moving, purpose);
	if (!has_text(moving, purpose))
		return "agreements_refused_no_text";
	return (text_equal(side, "group") ? confirmed.group : confirmed.city) ? "agreements_refused_confirmed" : NULL;
}

const char *agreement_refuse_confirmed_group(const struct moving *moving)
{
	return refuse_side(moving, "text", "group");
}

const char *agreement_refuse_confirmed_city(const struct moving *moving)
{
	return refuse_side(moving, "text", "city");
}

const char *agreement_refuse_not_confirmed(const struct moving *moving)
{
	return agreement_is_confirmed(confirmed_of(moving, "text")) ? NULL : "agreements_refused_not_confirmed";
}

const char *agreement_refuse_portal_way(const struct moving *moving)
{
	const char *money = doc_text(agreement_content(moving->db, moving->subject.id), "money");
	bool is_allowed = agreement_may_conclude_by_portal(money, setting_int(moving->db, "memo_binding") != 0);
	return text_equal(doc_text(moving->values, "way"), "portal") && !is_allowed ? "agreements_refused_portal" : NULL;
}

/* A change is confirmed once it was handed over: before that its text is still being written by both. */
static const char *refuse_change_side(const struct moving *moving, const char *side)
{
	return text_equal(moving->subject.turn, "both") ? "agreements_refused_no_text" : refuse_side(moving, "next", side);
}

const char *agreement_refuse_change_confirmed_group(const struct moving *moving)
{
	return refuse_change_side(moving, "group");
}

const char *agreement_refuse_change_confirmed_city(const struct moving *moving)
{
	return refuse_change_side(moving, "city");
}

const char *agreement_refuse_change_not_confirmed(const struct moving *moving)
{
	return agreement_is_confirmed(confirmed_of(moving, "next")) ? NULL : "agreements_refused_not_confirmed";
}

const char *agreement_refuse_ending(const struct moving *moving)
{
	struct confirmed ending = confirmed_of(moving, "end");
	return ending.group || ending.city ? "agreements_refused_ending" : NULL;
}

const char *agreement_refuse_end_group(const struct moving *moving)
{
	return confirmed_of(moving, "end").group ? "agreements_refused_confirmed" : NULL;
}

const char *agreement_refuse_end_city(const struct moving *moving)
{
	return confirmed_of(moving, "end").city ? "agreements_refused_confirmed" : NULL;
}

const char *agreement_refuse_end_not_confirmed(const struct moving *moving)
{
	return agreement_is_confirmed(confirmed_of(moving, "end")) ? NULL : "agreements_refused_not_confirmed";
}

const char *agreement_refuse_not_ending(const struct moving *moving)
{
	return agreement_refuse_ending(moving) ? NULL : "agreements_refused_not_ending";
}

const char *agreement_refuse_not_changed(const struct moving *moving)
{
	return *doc_text(agreement_row(moving->db, moving->subject.id), "changed_on") ? NULL : "agreements_refused_not_changed";
}

void agreement_change_open(struct moving *moving)
{
	agreement_insert(moving->db, moving->subject.id);
}

static const char *actor_side(const struct moving *moving)
{
	const char *side = agreement_side(moving->viewer, &moving->subject);
	return *side ? side : "city";
}

/* Hands the text over: it is kept, earlier confirmations are void, the other side is next. */
static void text_handed(struct moving *moving, const char *purpose)
{
	version_keep(moving->db, moving->subject.id, part_of(purpose));
	agreement_confirmation_delete(moving->db, moving->subject.id, purpose);
	moving->turn = agreement_side_other(actor_side(moving));
}

void agreement_change_offer(struct moving *moving)
{
	text_handed(moving, "text");
}

void agreement_change_change_offer(struct moving *moving)
{
	text_handed(moving, "next");
}

static void text_confirmed(struct moving *moving, const char *purpose, const char *side)
{
	struct doc *version = text_equal(purpose, "end") ? NULL : version_find_kept(moving->db, moving->subject.id, part_of(purpose));
	agreement_confirmation_insert(moving->db, &(struct confirmation){.agreement_id = moving->subject.id,
	                                                       .purpose = purpose,
	                                                       .side = side,
	                                                       .number = doc_int(version, "number"),
	                                                       .fingerprint = doc_text(version, "fingerprint"),
	                                                       .role = moving->role});
	moving->turn = agreement_turn_after_confirmation(confirmed_of(moving, purpose));
}

void agreement_change_confirm_group(struct moving *moving)
{
	text_confirmed(moving, "text", "group");
}

void agreement_change_confirm_city(struct moving *moving)
{
	text_confirmed(moving, "text", "city");
}

void agreement_change_change_confirm_group(struct moving *moving)
{
	text_confirmed(moving, "next", "group");
}

void agreement_change_change_confirm_city(struct moving *moving)
{
	text_confirmed(moving, "next", "city");
}

void agreement_change_end_group(struct moving *moving)
{
	text_confirmed(moving, "end", "group");
}

void agreement_change_end_city(struct moving *moving)
{
	text_confirmed(moving, "end", "city");
}

void agreement_follow_confirm(struct moving *moving)
{
	if (agreement_is_confirmed(confirmed_of(moving, "text")))
		move_perform(moving->db, moving->viewer,
		             &(struct move_order){.case_id = moving->subject.id, .move = "complete", .version = -1,
		                                  .effective_on = moving->effective_on, .is_portal = true},
		             NULL);
}

/* What was begun and not handed over before both confirmed is nothing any more. */
void agreement_change_complete(struct moving *moving)
{
	version_drop(moving->db, moving->subject.id, "");
}

void agreement_change_decide(struct moving *moving)
{
	agreement_update_decided(moving->db, moving->subject.id, moving->effective_on, moving->document_number);
}

static void words_update(struct moving *moving, const struct doc *content)
{
	case_update_words(moving->db, moving->subject.id, moving->subject.title,
	                  arena_text("%s\n%s", doc_text(content, "purpose"), doc_text(content, "results")));
}

void agreement_change_conclude(struct moving *moving)
{
	struct doc *content = agreement_content(moving->db, moving->subject.id);
	const char *way = doc_text(moving->values, "way");
	agreement_update_concluded(moving->db, moving->subject.id, moving->effective_on, *way ? way : "seal");
	agreement_update_ends_on(moving->db, moving->subject.id, doc_text(content, "ends_on"));
	words_update(moving, content);
}

void agreement_change_correct_conclude(struct moving *moving)
{
	const char *way = doc_text(moving->values, "way");
	agreement_update_concluded(moving->db, moving->subject.id, moving->effective_on, *way ? way : "seal");
}

/* A change begins with the text that is in force. */
void agreement_change_change(struct moving *moving)
{
	struct doc *content = agreement_content(moving->db, moving->subject.id);
	agreement_confirmation_delete(moving->db, moving->subject.id, "next");
	if (content)
		version_save(moving->db, moving->viewer, moving->subject.id, "next", content, -1);
}

void agreement_change_changed(struct moving *moving)
{
	int64_t id = moving->subject.id;
	struct doc *content = doc_get(version_find_kept(moving->db, id, "next"), "content");
	version_save(moving->db, moving->viewer, id, "", content, -1);
	version_keep(moving->db, id, "");
	agreement_update_changed(moving->db, id, moving->effective_on, moving->document_number);
	agreement_update_ends_on(moving->db, id, doc_text(content, "ends_on"));
	words_update(moving, content);
}

void agreement_change_change_drop(struct moving *moving)
{
	version_drop(moving->db, moving->subject.id, "next");
	agreement_confirmation_delete(moving->db, moving->subject.id, "next");
}

void agreement_change_end(struct moving *moving)
{
	agreement_update_ended(moving->db, moving->subject.id, moving->effective_on, moving->document_number);
}

void agreement_change_end_drop(struct moving *moving)
{
	agreement_confirmation_delete(moving->db, moving->subject.id, "end");
}
