/* What a person types, read tolerantly: any width, any dash, the usual Japanese ways of writing. Each function takes the text
 * as typed (NULL is ""), gives one form to store, and answers false when it cannot tell what was meant (also for ""); the form
 * then asks again. Nothing is written through the pointer on false. Results live in the request's arena.
 * Not here: required, limits, cross-checks (forms), search keys (adapters/unicode). */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include <stdbool.h>

/* A whole number: 1,234 · １２３４ · ¥150,000- · 12万円 · 1億2千万 · 1.5万 · 3人 · -5 · △5. Commas must stand before three digits;
 * a fraction only before a unit that makes it whole. At most 18 digits. */
bool input_number(const char *typed, long long *number);

/* The day of the three fields 年・月・日. The year is western in four digits or an era's: 令和8, R8, 平成31年, 昭和元年. Years of an
 * era that has changed are taken as meant (令和元年1月). Two digits without an era are nobody's year. */
bool input_day(const char *year, const char *month, const char *date, int *day);

/* The day in one field: 2026-04-01 · 2026/4/1 · 20260401 · 2026年4月1日 · 令和8年4月1日 · R8.4.1; what stands in brackets is left out,
 * so that our own 令和8年（2026年）4月1日（水曜日） is understood. */
bool input_day_text(const char *typed, int *day);

/* A time of day, 0:00–23:59: 13:30 · 13：30 · 1330 · 930 · 13時半 · 午後1時30分 · 1:30 pm · 正午. 午後12時 is taken as noon; 午前12時 as
 * nothing, because people mean both. */
bool input_time(const char *typed, int *hour, int *minute);

/* A telephone number in Japan as 10 or 11 digits: any dashes, brackets, dots, spaces; +81. */
bool input_phone(const char *typed, char **digits);

/* The display form of such digits: 042-581-4112, 03-1234-5678, 090-1234-5678, 0120-123-456; other texts as they are. */
char *phone_words(const char *digits);

/* A postal code as 7 digits. */
bool input_postal(const char *typed, char **digits);

/* An e-mail address with a domain in lower case. The local part may have dots anywhere, as old addresses of phones do. */
bool input_email(const char *typed, char **email);

/* An absolute http or https address, with https:// where neither was typed; scheme and host in lower case. No names or passwords
 * in front of the host. */
bool input_url(const char *typed, char **url);

/* フリガナ: hiragana and half-width katakana as full-width katakana, Latin and digits as ASCII, spaces single. Everything else
 * stays; whether it is フリガナ says input_is_kana. */
char *input_kana(const char *typed);

/* Whether `kana` holds only katakana, ー, ・, Latin letters, digits, spaces and .,'- and at least one letter. */
bool input_is_kana(const char *kana);

/* 法人番号: 13 digits whose check digit is right. A T in front (インボイス) is taken off. */
bool input_legal_number(const char *typed, char **digits);

/* A name of a person, group or place as typed, only trimmed and with decomposed kana composed (か + U+3099 → が). Never NFC or
 * NFKC: those change kanji and ① ㈱. */
char *input_name(const char *typed);

#endif
