/* What the files of the dossier pages share. */
#ifndef FEATURES_CASES_DOSSIER_H
#define FEATURES_CASES_DOSSIER_H

#include "features/cases/cases.h"

const struct dossier *visit_dossier(const struct visit *visit);
/* "{path}/{id}" + rest, e.g. "/groups/12/edit". */
char *dossier_path(struct visit *visit, const char *rest);
char *section_key(const struct dossier *dossier, const struct section *section);
/* The section named by the route's second word; NULL if there is none. */
const struct section *section_find(const struct visit *visit, int *place);
int section_count(const struct dossier *dossier);
/* Answers 403 or (a state that is closed to writing) 409 and returns false when the viewer may not write. */
bool dossier_may_write(struct visit *visit);
/* Sets case_title, case_path, tasks_path, crumbs. */
struct doc *dossier_document(struct visit *visit);
/* The notes of the last 補正のお願い: field → text; an empty object if none. */
struct doc *dossier_notes(struct visit *visit);

#endif
