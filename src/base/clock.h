/* Instants, days and working days. An instant is UTC seconds (`_at`); a day is the number of days since 1970-01-01 in
 * Japan (`_on` in C; in the database, documents and forms a day is ISO text "2026-04-01"). Japan is UTC+9 all year:
 * computed, no tz files. The clock starts at KYODO_NOW when that is set and runs on from there. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Sets the clock to an ISO 8601 instant with offset ("2026-04-01T09:00:00+09:00"); false if it is not one.
 * It runs on from there. `clock_anchor_at` is the real instant at which the given one was true (0: now), so that
 * several processes of one DATA share one clock. */
bool clock_set(const char *iso, int64_t anchor_at);
/* The present instant of this clock. */
int64_t clock_now(void);
/* Puts the clock to another instant, from which it runs on, until clock_return: for the demonstration city, whose stories lie in
 * the past. */
void clock_visit(int64_t at);
void clock_return(void); /* to the present; does nothing if it is there */

/* ISO 8601 text of an instant in Japan: "2026-04-01T09:00:00+09:00". */
char *clock_iso(int64_t at);
/* "HH:MM" in Japan. */
char *clock_time(int64_t at);
/* The instant of a day at hour:minute in Japan. */
int64_t clock_at(int day, int hour, int minute);

/* The present day in Japan. */
int day_today(void);
/* The day in Japan in which an instant lies. */
int day_of(int64_t at);

enum { DAY_NONE = -1000000 }; /* no day, or not a day */
int day_parse(const char *iso);          /* "2026-04-01" only; DAY_NONE otherwise */
char *day_iso(int day);                  /* "" for DAY_NONE */
int day_make(int year, int month, int date); /* DAY_NONE if there is no such day */
void day_split(int day, int *year, int *month, int *date);
int day_weekday(int day);                /* 0 = Sunday … 6 = Saturday */
int day_fiscal_year(int day);            /* the year of the 1 April before or on it */

/* 和暦: "令和8年"; first years are 元年; before 明治6 (1873) "". */
char *era_year(int day);
/* The western year of an era's year ("令和" or "R", 8 → 2026); 0 if there is none. */
int era_to_year(const char *era, int year);

/* Words for people. Japanese: 令和8年（2026年）11月20日（金曜日）; easy: 2026年11月20日（金曜日）; English: Friday, 20 November 2026. */
enum clock_words { WORDS_JA, WORDS_EASY, WORDS_EN };
char *day_words(int day, enum clock_words words);
char *clock_words(int64_t at, enum clock_words words); /* the day's words + 午後1時30分 / 1:30 pm */
char *clock_time_words(int hour, int minute, enum clock_words words);

/* 開庁日. Closed: Saturdays, Sundays, 12/29–1/3, national holidays (data of base/holidays.c, checked 2000–2099 by rule incl.
 * substitute and citizens' holidays), and the days the city adds with day_close; day_open re-opens one. */
bool day_is_holiday(int day);            /* national */
bool day_is_open(int day);
void day_close(int day);
void day_reopen(int day);
void day_forget_exceptions(void);        /* forgets day_close and day_reopen */
int day_next_open(int day);              /* the day itself if open, else the next open one */
int day_add_open(int day, int count);    /* the count-th open day after `day` */
/* A group's deadline: `days` calendar days later, at least 14 and with two whole weekends between, moved to an open day. */
int day_add_group(int day, int days);

#endif
