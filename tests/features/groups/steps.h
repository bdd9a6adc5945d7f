/* The steps of a registration as a browser takes them, for tests of groups. */
#ifndef TESTS_FEATURES_GROUPS_STEPS_H
#define TESTS_FEATURES_GROUPS_STEPS_H

#include "support/portal.h"

/* What is typed in each section of a complete registration. */
#define BASICS FIELDS("name", "みどりの会", "kana", "みどりのかい", "kind", "voluntary", "legal_number", "", "base_version", "")
#define ACTIVITY                                                                                                                   \
	FIELDS("aims", "川をきれいにする", "activities", "毎月の清掃と観察会", "fields", "7", "fields", "13", "areas", "川北",     \
	       "founded_on_year", "2015", "founded_on_month", "4", "founded_on_date", "1", "member_count", "１２人", "fee",        \
	       "年1000円")
#define REPRESENTATIVE(email, address)                                                                                             \
	FIELDS("representative_name", "山本 太郎", "representative_kana", "やまもと たろう", "representative_email", email,        \
	       "representative_phone", "", "representative_address", address)
#define CONTACTS                                                                                                                   \
	FIELDS("contact1_name", "青木 花子", "contact1_phone", "090-1111-2222", "contact1_email", "aoki@example.jp",               \
	       "contact1_address", "", "contact2_name", "佐藤 次郎", "contact2_phone", "042-000-1111", "contact2_email", "",       \
	       "contact2_address", "みどり野市川北1-2-3")
#define PUBLIC                                                                                                                     \
	FIELDS("public_contact", "midori@example.jp", "web_url", "midori.example.jp", "sns_url", "", "offers", "川の案内",         \
	       "seeks", "長ぐつ")
#define VISIBILITY                                                                                                                 \
	FIELDS("show_activities", "public", "show_founded", "public", "show_members", "registered", "show_fee", "staff",           \
	       "show_representative", "staff", "show_contacts", "staff", "show_public_contact", "public", "show_web", "public",    \
	       "show_offers", "public", "show_seeks", "public")
#define DECLARED FIELDS("nonprofit", "1", "neutral", "1", "lawful", "1", "clean", "1", "open", "1", "version", version)

/* A registration begun by the browser's person: its id. */
int64_t group_begun(struct browser *browser, const char *name);
/* All sections filled in; the representative has that address ("" : reached by post). */
void group_filled(struct browser *browser, int64_t id, const char *representative_email);
/* Sent from the check page. */
void group_sent(struct browser *browser, int64_t id);
/* A move's page pressed, with its version; the status. */
int group_moved(struct browser *browser, int64_t id, const char *move, const char *const *fields);
/* The open 案 of the case carried out. */
void group_executed(struct browser *browser, int64_t id);
/* All of it: a registered group of `person` (aoki@example.jp). */
int64_t group_registered(struct portal *portal, int64_t person, int64_t coordinator);

#endif
