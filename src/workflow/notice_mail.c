/* The words of a notice: its sentence, and the plain-text mail around it, in the person's language. Sends nothing. */
#include "workflow/inside.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/log.h"
#include "base/text.h"

enum { SUBJECT_CHARACTERS = 90 };

static enum clock_words words_of(enum language language)
{
	if (language == LANGUAGE_EN)
		return WORDS_EN;
	return language == LANGUAGE_EASY ? WORDS_EASY : WORDS_JA;
}

/* The values with the date in words. */
static struct doc *values_filled(enum language language, const struct doc *values)
{
	struct doc *filled = values ? doc_copy(values) : doc_object();
	int due_on = day_parse(doc_text(values, "due_on"));
	if (!doc_has(filled, "due"))
		doc_set_text(filled, "due", due_on == DAY_NONE ? "" : day_words(due_on, words_of(language)));
	return filled;
}

char *notice_sentence(enum language language, const char *text_key, const struct doc *values)
{
	if (text_known(text_key))
		return text_filled(language, text_key, values_filled(language, values));
	log_line("warning", "no text for the notice %s", text_key);
	return arena_copy(doc_text(values, "title"));
}

char *mail_subject(enum language language, const struct telling *telling)
{
	const char *sentence = notice_sentence(language, telling->text_key, telling->values);
	return arena_text("【%s】%s", config("service"), text_cut(text_replace(text_trim(sentence), "\n", " "), SUBJECT_CHARACTERS));
}

static void line_add(struct buffer *body, enum language language, const char *key, const struct doc *values)
{
	buffer_addf(body, "%s\n", text_filled(language, key, values));
}

static void turn_add(struct buffer *body, enum language language, const struct doc *values)
{
	const char *turn = doc_text(values, "turn");
	if (!text_has_word("group city both", turn))
		return;
	const char *end = *doc_text(values, "due") ? "" : "_open";
	line_add(body, language, arena_text("mail_turn_%s%s", turn, end), values);
}

static void link_add(struct buffer *body, enum language language, const char *path)
{
	static const char *const prefix[LANGUAGES] = {[LANGUAGE_JA] = "", [LANGUAGE_EASY] = "/easy", [LANGUAGE_EN] = "/en"};
	buffer_addf(body, "\n%s\n%s%s%s\n", text_of(language, "mail_link"), config("base_url"), prefix[language], path);
}

static void sender_add(struct buffer *body, enum language language)
{
	struct doc *values = doc_object();
	doc_set_text(values, "service", config("service"));
	doc_set_text(values, "city", config("city"));
	doc_set_text(values, "section", config("section"));
	doc_set_text(values, "phone", config("phone"));
	doc_set_text(values, "hours", config("hours"));
	buffer_addf(body, "\n--\n%s\n", text_filled(language, "mail_sender", values));
}

char *mail_body(enum language language, const struct telling *telling)
{
	struct buffer body = {0};
	struct doc *values = values_filled(language, telling->values);
	buffer_addf(&body, "%s\n\n", notice_sentence(language, telling->text_key, telling->values));
	if (*doc_text(values, "title"))
		line_add(&body, language, "mail_title", values);
	if (*doc_text(values, "number"))
		line_add(&body, language, "mail_number", values);
	if (*doc_text(values, "reason"))
		line_add(&body, language, "mail_reason", values);
	turn_add(&body, language, values);
	link_add(&body, language, telling->path);
	sender_add(&body, language);
	return arena_copy(buffer_text(&body));
}
