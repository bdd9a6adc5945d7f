/* Telling people: the inbox, the mail outbox and the 郵送・電話 list, all written in the caller's transaction. */
#ifndef WORKFLOW_NOTICE_H
#define WORKFLOW_NOTICE_H

#include "adapters/db.h"
#include "identity/viewer.h"

struct telling {
	int64_t case_id;       /* 0 if none */
	int64_t ledger_number; /* 0 if none */
	const char *text_key;  /* the sentence; may use {title}, {reason}, {due} … of values */
	const struct doc *values;
	const char *path;      /* where it leads */
};

/* Tells one person: inbox row, and a mail or a letter entry. */
void notice_insert(struct db *db, int64_t person_id, const struct telling *telling);
/* Tells every contact of a group (every member if it has none); every post of a department; every coordinator. Each person once a ledger number. */
void notice_insert_group(struct db *db, int64_t group_id, const struct telling *telling);
void notice_insert_department(struct db *db, int64_t department_id, const struct telling *telling);
void notice_insert_coordinators(struct db *db, const struct telling *telling);

/* A mail without a notice (codes, links). */
void outbox_insert(struct db *db, const char *email, int64_t person_id, const char *subject, const char *body);

/* The inbox: {id, at, text (in the viewer's language), path, is_read, title}, 25 before `before_id`. */
struct doc *notice_list(struct db *db, const struct viewer *viewer, int64_t before_id);
int64_t notice_count_unread(struct db *db, int64_t person_id);
void notice_update_read(struct db *db, int64_t person_id, int64_t up_to_id);
/* The 郵送・電話 list: {id, name, phone, address, why_key, text, created_at, path}. */
struct doc *letter_list(struct db *db);
void letter_update_done(struct db *db, int64_t letter_id, int64_t person_id, const char *way);

/* Delivery (kyodo mail). Claims one waiting mail ({id,email,subject,body,message_id,tries}); NULL if none is due. A claim older than 10 minutes is claimed anew. */
struct doc *outbox_claim(struct db *db);
void outbox_update_sent(struct db *db, int64_t id, const char *answer);
void outbox_update_retry(struct db *db, int64_t id, const char *answer);   /* back-off 1, 5, 30 min, 2, 6, 24 h … */
void outbox_update_refused(struct db *db, int64_t id, const char *answer); /* permanent: the person's notices go to the 郵送・電話 list */

#endif
