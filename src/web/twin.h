/* A page's other forms: the same document as JSON, its items as CSV. */
#ifndef WEB_TWIN_H
#define WEB_TWIN_H

#include "web/visit.h"

void twin_show(struct visit *visit, struct doc *document);
void twin_error(struct visit *visit, int status, const char *text_key);

#endif
