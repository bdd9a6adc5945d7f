/* What the modifiers write. Values come as texts; what cannot be read as meant is written as it is, escaped. */
#include "adapters/template_words.h"

#include "adapters/markdown.h"
#include "adapters/text_catalogue.h"
#include "adapters/text_ruby.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void plain_write(struct buffer *out, const char *text, const struct manner *manner)
{
	if (manner->is_plain)
		buffer_add(out, text);
	else
		markup_escape(out, text, strlen(text));
}

/* A whole number at `text`; false if there is anything else. */
static bool number_read(const char *text, long long *number)
{
	char *end;
	*number = strtoll(text, &end, 10);
	return end != text && !*end;
}

static enum clock_words words_in(enum language language)
{
	return language == LANGUAGE_JA ? WORDS_JA : language == LANGUAGE_EASY ? WORDS_EASY : WORDS_EN;
}

/* Texts by key. */

static const struct text *text_wanted(const char *key, const struct manner *manner)
{
	const struct text *text = text_find(key);
	if (text)
		return text;
	log_line("warning", "%s: no text for the key %s", manner->page, key);
	if (manner->missing)
		manner->missing(manner->page, arena_text("T_%s", key));
	return NULL;
}

static void text_write(struct buffer *out, const char *key, const struct manner *manner)
{
	const struct text *text = *key ? text_wanted(key, manner) : NULL;
	if (text)
		buffer_add(out, manner->is_plain ? text->plain[manner->language] : text->markup[manner->language]);
}

static void attribute_write(struct buffer *out, const char *key, const struct manner *manner)
{
	const struct text *text = *key ? text_wanted(key, manner) : NULL;
	if (text)
		plain_write(out, text->plain[manner->language], manner);
}

static const char *label_key(const char *value, const struct manner *manner)
{
	return *value ? arena_text("%s_%s", manner->argument, value) : "";
}

static void label_write(struct buffer *out, const char *value, const struct manner *manner)
{
	text_write(out, label_key(value, manner), manner);
}

static void label_attribute_write(struct buffer *out, const char *value, const struct manner *manner)
{
	attribute_write(out, label_key(value, manner), manner);
}

/* Days and instants. Easy Japanese has readings, so it is built here as ruby notation. */

static const char *date_reading(int date)
{
	static const char *const first[] = {"ついたち", "ふつか", "みっか", "よっか", "いつか",
	                                    "むいか", "なのか", "ようか", "ここのか", "とおか"};
	if (date <= 10)
		return first[date - 1];
	return date == 14 ? "じゅうよっか" : date == 20 ? "はつか" : date == 24 ? "にじゅうよっか" : NULL;
}

static char *day_ruby(int day)
{
	static const char *const weekdays[] = {"日曜日|にちようび", "月曜日|げつようび", "火曜日|かようび", "水曜日|すいようび",
	                                       "木曜日|もくようび", "金曜日|きんようび", "土曜日|どようび"};
	int year, month, date;
	day_split(day, &year, &month, &date);
	const char *reading = date_reading(date);
	const char *date_text = reading ? arena_text("{%d日|%s}", date, reading) : arena_text("%d{日|にち}", date);
	return arena_text("%d{年|ねん}%d{月|がつ}%s（{%s}）", year, month, date_text, weekdays[day_weekday(day)]);
}

/* The day's and the clock's words with readings: the kanji of 午後1時30分 are few. */
static char *instant_ruby(int64_t at)
{
	char *words = clock_words(at, WORDS_EASY);
	const char *time = strstr(words, "午前");
	if (!time)
		time = strstr(words, "午後");
	if (!time)
		return day_ruby(day_of(at));
	const char *minute = clock_time(at) + 3;
	const char *minute_ruby = strchr("13468", minute[1]) || (minute[1] == '0' && minute[0] != '0') ? "{分|ぷん}" : "{分|ふん}";
	char *ruby = text_replace(time, "午前", "{午前|ごぜん}");
	ruby = text_replace(ruby, "午後", "{午後|ごご}");
	ruby = text_replace(ruby, "時", "{時|じ}");
	ruby = text_replace(ruby, "分", minute_ruby);
	return arena_text("%s%s", day_ruby(day_of(at)), ruby);
}

static void time_element(struct buffer *out, const char *datetime, const char *words, const char *ruby)
{
	buffer_addf(out, "<time datetime=\"%s\">", datetime);
	if (ruby)
		ruby_markup(out, ruby);
	else
		markup_escape(out, words, strlen(words));
	buffer_add(out, "</time>");
}

static void day_words_write(struct buffer *out, const char *value, const struct manner *manner)
{
	int day = day_parse(value);
	plain_write(out, day == DAY_NONE ? value : day_words(day, words_in(manner->language)), manner);
}

static void day_write(struct buffer *out, const char *value, const struct manner *manner)
{
	int day = day_parse(value);
	if (day == DAY_NONE || manner->is_plain)
		day_words_write(out, value, manner);
	else
		time_element(out, value, day_words(day, words_in(manner->language)),
		             manner->language == LANGUAGE_EASY ? day_ruby(day) : NULL);
}

/* 0 and "" are no instant: nothing is written for them. */
static bool instant_read(const char *value, int64_t *at)
{
	long long number;
	bool is_instant = number_read(value, &number) && number != 0;
	*at = is_instant ? number : 0;
	return is_instant;
}

static void instant_words_write(struct buffer *out, const char *value, const struct manner *manner)
{
	int64_t at;
	if (instant_read(value, &at))
		plain_write(out, clock_words(at, words_in(manner->language)), manner);
}

static void instant_write(struct buffer *out, const char *value, const struct manner *manner)
{
	int64_t at;
	if (!instant_read(value, &at))
		return;
	if (manner->is_plain)
		instant_words_write(out, value, manner);
	else
		time_element(out, clock_iso(at), clock_words(at, words_in(manner->language)),
		             manner->language == LANGUAGE_EASY ? instant_ruby(at) : NULL);
}

static void instant_iso_write(struct buffer *out, const char *value, const struct manner *manner)
{
	int64_t at;
	(void)manner;
	if (instant_read(value, &at))
		buffer_add(out, clock_iso(at));
}

/* Numbers, money, telephone. */

static void number_write(struct buffer *out, const char *value, const struct manner *manner)
{
	long long number;
	if (!number_read(value, &number))
		plain_write(out, value, manner);
	else
		buffer_addf(out, "%s%s", number < 0 ? "-" : "", text_grouped(llabs(number)));
}

static void yen_write(struct buffer *out, const char *value, const struct manner *manner)
{
	long long number;
	bool english = manner->language == LANGUAGE_EN;
	if (!number_read(value, &number))
		plain_write(out, value, manner);
	else
		buffer_addf(out, "%s%s%s%s", number < 0 ? "-" : "", english ? "¥" : "", text_grouped(llabs(number)), english ? "" : "円");
}

static void telephone_write(struct buffer *out, const char *value, const struct manner *manner)
{
	(void)manner;
	for (const char *letter = value; *letter; letter++)
		if (isdigit((unsigned char)*letter) || (*letter == '+' && letter == value))
			buffer_add_part(out, letter, 1);
}

/* Long texts of users. */

static void markdown_write(struct buffer *out, const char *value, const struct manner *manner)
{
	buffer_add(out, manner->is_plain ? value : markdown_html(value));
}

static void lines_write(struct buffer *out, const char *value, const struct manner *manner)
{
	struct buffer escaped = {0};
	plain_write(&escaped, value, manner);
	buffer_add(out, manner->is_plain ? value : text_replace(text_replace(buffer_text(&escaped), "\r", ""), "\n", "<br>\n"));
}

const struct modifier modifiers[] = {
	{"x-t", true, text_write},
	{"x-a", false, attribute_write},
	{"x-label=", true, label_write},
	{"x-la=", false, label_attribute_write},
	{"x-day", true, day_write},
	{"x-dayw", false, day_words_write},
	{"x-at", true, instant_write},
	{"x-atw", false, instant_words_write},
	{"x-iso", false, instant_iso_write},
	{"x-n", false, number_write},
	{"x-yen", false, yen_write},
	{"x-md", true, markdown_write},
	{"x-br", true, lines_write},
	{"x-tel", false, telephone_write},
	{NULL, false, NULL},
};

/* Whether `modifier` ("x-label=" or "x-day") is the one at `text`, up to a `:` or the end. */
static bool modifier_is(const struct modifier *modifier, const char *text)
{
	size_t length = strlen(modifier->name);
	if (strncmp(modifier->name, text, length) != 0)
		return false;
	if (modifier->name[length - 1] == '=')
		return text[length] && text[length] != ':';
	return !text[length] || text[length] == ':';
}

const struct modifier *words_modifier(const char *marker)
{
	for (const char *colon = strchr(marker, ':'); colon; colon = strchr(colon + 1, ':'))
		for (const struct modifier *modifier = modifiers; modifier->name; modifier++)
			if (modifier_is(modifier, colon + 1))
				return modifier;
	return NULL;
}

const char *words_fault(const char *marker)
{
	size_t name = 0;
	while (isalnum((unsigned char)marker[name]) || marker[name] == '_')
		name++;
	if (!name || (marker[name] && marker[name] != ':'))
		return "not a variable's name";
	if (!marker[name] || words_modifier(marker))
		return strchr(marker + name + (marker[name] != 0), ':') ? "only one modifier" : NULL;
	static const char *const known[] = {":h", ":p", ":u", ":j"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strcmp(marker + name, known[i]) == 0)
			return NULL;
	return "an unknown modifier";
}
