/* Every SQL statement about agreements stands in store.c; this is its face for the feature's own files. */
#ifndef FEATURES_AGREEMENTS_STORE_H
#define FEATURES_AGREEMENTS_STORE_H

#include "adapters/db.h"
#include "features/agreements/rules.h"

/* The row beside a case. */
void agreement_insert(struct db *db, int64_t id);
/* {id, decided_on, document_number, concluded_on, way, ends_on, changed_on, change_number, ended_on, end_number}; NULL if there is none. */
struct doc *agreement_row(struct db *db, int64_t id);
/* 決裁: of the text, of a change, of ending it together. */
void agreement_update_decided(struct db *db, int64_t id, int day, const char *document_number);
void agreement_update_changed(struct db *db, int64_t id, int day, const char *document_number);
void agreement_update_ended(struct db *db, int64_t id, int day, const char *document_number);
/* 締結: its day and way (seal e_contract portal). */
void agreement_update_concluded(struct db *db, int64_t id, int day, const char *way);
/* Until when it is in force ("" without end). */
void agreement_update_ends_on(struct db *db, int64_t id, const char *ends_on);
/* Concluded agreements whose last day was before `today`: {id}. */
struct doc *agreement_list_over(struct db *db, int today);

/* One side's confirmation. purpose: text next (a change) end (ending together). */
struct confirmation {
	int64_t agreement_id;
	const char *purpose;
	const char *side;
	int64_t number;          /* of the version */
	const char *fingerprint; /* of the version; "" for end */
	const char *role;        /* under which it was made */
};
void agreement_confirmation_insert(struct db *db, const struct confirmation *confirmation);
void agreement_confirmation_delete(struct db *db, int64_t agreement_id, const char *purpose); /* of both sides */
/* {side, number, fingerprint, role, at}, the group's first. */
struct doc *agreement_confirmation_list(struct db *db, int64_t agreement_id, const char *purpose);
/* Who confirmed. */
struct confirmed agreement_confirmation_count(struct db *db, int64_t agreement_id, const char *purpose);

#endif
