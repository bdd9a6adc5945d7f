/* Seats and the waiting list, and the words of the mails. Pages: pages_signup.c; SQL: store_signups.c. */
#include "features/meetings/signups.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"
#include "features/meetings/rules.h"
#include "features/meetings/store.h"
#include "workflow/notice.h"

static const char *signup_mark(const struct doc *signup)
{
	return secret_keyed("meeting-signup", arena_text("%lld %lld %s", (long long)doc_int(signup, "meeting_id"),
	                                                 (long long)doc_int(signup, "id"), doc_text(signup, "email")));
}

char *signup_path(const struct doc *signup)
{
	long long meeting_id = doc_int(signup, "meeting_id");
	if (doc_int(signup, "person_id"))
		return arena_text("/meetings/%lld/signup", meeting_id);
	return arena_text("/meetings/%lld/signup/%lld-%s", meeting_id, (long long)doc_int(signup, "id"), signup_mark(signup));
}

struct doc *signup_find(struct db *db, int64_t meeting_id, const char *token)
{
	const char *id = text_piece(token, '-', 0);
	const char *mark = text_piece(token, '-', 1);
	struct doc *signup = id && mark && text_number(id) > 0 ? signup_row(db, meeting_id, text_number(id)) : NULL;
	return signup && secret_equal(mark, signup_mark(signup)) ? signup : NULL;
}

static enum language language_of(const struct doc *signup)
{
	const char *name = doc_text(signup, "language");
	if (text_equal(name, "en"))
		return LANGUAGE_EN;
	return text_equal(name, "easy") ? LANGUAGE_EASY : LANGUAGE_JA;
}

static struct doc *mail_values(const struct doc *signup, const struct doc *meeting)
{
	static const enum clock_words words[LANGUAGES] = {[LANGUAGE_JA] = WORDS_JA, [LANGUAGE_EASY] = WORDS_EASY, [LANGUAGE_EN] = WORDS_EN};
	static const char *const bases[LANGUAGES] = {[LANGUAGE_JA] = "", [LANGUAGE_EASY] = "/easy", [LANGUAGE_EN] = "/en"};
	static const char *const keys[] = {"service", "city", "section", "phone", "hours"};
	enum language language = language_of(signup);
	struct doc *values = doc_object();
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		doc_set_text(values, keys[i], config(keys[i]));
	doc_set_text(values, "name", doc_text(signup, "name"));
	doc_set_text(values, "title", doc_text(meeting, "title"));
	doc_set_text(values, "due_on", doc_text(meeting, "day_on"));
	doc_set_text(values, "due", day_words(day_parse(doc_text(meeting, "day_on")), words[language]));
	doc_set_text(values, "time", arena_text("%s–%s", doc_text(meeting, "starts"), doc_text(meeting, "ends")));
	doc_set_text(values, "place", doc_text(meeting, "place"));
	doc_set_text(values, "link", arena_text("%s%s%s", config("base_url"), bases[language], signup_path(signup)));
	return values;
}

static void signup_mail(struct db *db, const struct doc *signup, const struct doc *values, const char *text_key)
{
	enum language language = language_of(signup);
	const char *sentence = text_filled(language, text_key, values);
	const char *body = text_filled(language, "meetings_mail_body", values);
	const char *sender = text_filled(language, "mail_sender", values);
	outbox_insert(db, doc_text(signup, "email"), 0, arena_text("【%s】%s", config("service"), text_cut(sentence, 80)),
	              arena_text("%s\n\n%s\n\n--\n%s\n", sentence, body, sender));
}

void signup_tell(struct db *db, const struct doc *signup, const struct doc *meeting, const char *name)
{
	const char *text_key = arena_text("notice_signup_%s", name);
	struct doc *values = mail_values(signup, meeting);
	if (!doc_int(signup, "person_id")) {
		signup_mail(db, signup, values, text_key);
		return;
	}
	struct doc *kept = doc_set_text(doc_object(), "title", doc_text(values, "title"));
	doc_set_text(kept, "due_on", doc_text(values, "due_on"));
	notice_insert(db, doc_int(signup, "person_id"),
	              &(struct telling){.case_id = doc_int(meeting, "id"), .text_key = text_key, .values = kept, .path = signup_path(signup)});
}

void signup_tell_all(struct db *db, int64_t meeting_id, const char *name)
{
	struct doc *meeting = meeting_row(db, meeting_id);
	struct doc *rows = signup_list_told(db, meeting_id);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		signup_tell(db, row, meeting, name);
}

void signup_promote(struct db *db, int64_t meeting_id)
{
	for (;;) {
		struct doc *meeting = meeting_row(db, meeting_id);
		struct doc *next = signup_first_waiting(db, meeting_id);
		if (!next || seats_left(doc_int(meeting, "capacity"), doc_int(meeting, "taken")) <= 0 || *db_fault(db))
			return;
		signup_update_state(db, doc_int(next, "id"), "in");
		signup_tell(db, next, meeting, "promoted");
	}
}

static const char *needs_words(const struct doc *values)
{
	struct buffer words = {0};
	for (struct doc *need = doc_first(doc_get(values, "needs")); need; need = doc_next(need))
		buffer_addf(&words, "%s%s", words.length ? " " : "", doc_value(need));
	return arena_copy(buffer_text(&words));
}

/* Nobody who stays away needs help to come: nothing is kept then. */
static struct doc *chosen_of(const struct doc *values, const char *state)
{
	bool comes = !text_equal(state, "absent");
	const char *needs = comes ? needs_words(values) : "";
	const char *note = comes ? doc_text(values, "needs_note") : "";
	struct doc *chosen = doc_object();
	doc_set_text(chosen, "way", doc_text(values, "way"));
	doc_set_text(chosen, "state", state);
	doc_set_text(chosen, "needs", needs);
	doc_set_text(chosen, "needs_note", note);
	doc_set_int(chosen, "consent_at", *needs || *note ? clock_now() : 0);
	return chosen;
}

static const char *state_next(const struct doc *meeting, const struct doc *values, const struct doc *had)
{
	int64_t left = seats_left(doc_int(meeting, "capacity"), doc_int(meeting, "taken"));
	return signup_state(doc_text(values, "way"), doc_text(had, "way"), doc_text(had, "state"), left);
}

void signup_save(struct db *db, const struct doc *meeting, const struct doc *signup, const struct doc *values)
{
	const char *state = state_next(meeting, values, signup);
	bool is_new_place = !text_equal(state, doc_text(signup, "state")) || !text_equal(doc_text(values, "way"), doc_text(signup, "way"));
	signup_update(db, doc_int(signup, "id"), chosen_of(values, state), is_new_place);
	signup_tell(db, signup, meeting, state);
	signup_promote(db, doc_int(meeting, "id"));
}

static struct doc *signup_new(const struct doc *meeting, const struct doc *values, const char *state)
{
	struct doc *signup = chosen_of(values, state);
	doc_set_int(signup, "meeting_id", doc_int(meeting, "id"));
	return signup;
}

void signup_add(struct db *db, const struct doc *meeting, const struct doc *person, const struct doc *values)
{
	struct doc *signup = signup_new(meeting, values, state_next(meeting, values, NULL));
	static const char *const keys[] = {"email", "name", "language"};
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		doc_set_text(signup, keys[i], doc_text(person, keys[i]));
	doc_set_int(signup, "person_id", doc_int(person, "person_id"));
	doc_set_int(signup, "id", signup_insert(db, signup));
	signup_tell(db, signup, meeting, doc_text(signup, "state"));
}

void signup_ask(struct db *db, const struct doc *meeting, const struct doc *values, const char *language)
{
	const char *email = doc_text(values, "email");
	struct doc *signup = signup_row_email(db, doc_int(meeting, "id"), email);
	if (!signup) {
		signup = signup_new(meeting, values, "asked");
		doc_set_text(signup, "email", email);
		doc_set_text(signup, "name", doc_text(values, "name"));
		doc_set_text(signup, "language", language);
		doc_set_int(signup, "person_id", 0);
		doc_set_int(signup, "id", signup_insert(db, signup));
	}
	signup_tell(db, signup, meeting, "link");
}

void signup_cancel(struct db *db, const struct doc *meeting, const struct doc *signup)
{
	struct doc *nothing = chosen_of(doc_set_text(doc_object(), "way", "absent"), "absent");
	doc_set_text(nothing, "state", "cancelled");
	signup_update(db, doc_int(signup, "id"), nothing, false);
	signup_tell(db, signup, meeting, "cancelled");
	signup_promote(db, doc_int(meeting, "id"));
}
