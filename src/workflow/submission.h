/* Submissions: a form's once-only token and where it led, so that a second press leads there again and does nothing twice. */
#ifndef WORKFLOW_SUBMISSION_H
#define WORKFLOW_SUBMISSION_H

#include "adapters/db.h"

/* Where this person's (0: nobody signed in) submission of `token` led; NULL if there was none. */
char *submission_find(struct db *db, const char *token, int64_t person_id);
/* Remembers it; the first location of a token stays. */
void submission_insert(struct db *db, const char *token, int64_t person_id, const char *location);

#endif
