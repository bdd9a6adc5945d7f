/* What may be typed for an agreement, as data, and the tables of the feature that its files share. */
#ifndef FEATURES_AGREEMENTS_FORMS_H
#define FEATURES_AGREEMENTS_FORMS_H

#include "features/cases/cases.h"

/* The clauses, and a later change of them (part "next"). */
extern const struct dossier agreement_dossier;
extern const struct dossier agreement_change_dossier;

/* 内容の確認: that the text was read. */
extern const struct form agreement_confirm_form;
/* 締結: its day and its way. */
extern const struct form agreement_conclude_form;

/* "group" or "city": on which side of the case the viewer stands; "" on none. */
const char *agreement_side(const struct viewer *viewer, const struct case_file *subject);

#endif
