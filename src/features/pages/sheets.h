/* Pages of nothing but text, as data. The words are texts: sheet_<name>_title, sheet_<name>_lead, and of each section sheet_<name>_<section> (its
 * heading), …_1 … (paragraphs), …_item_1 … (a list), …_step_1 … (steps), …_q_1, …_a_1 … (questions and answers). */
#ifndef FEATURES_PAGES_SHEETS_H
#define FEATURES_PAGES_SHEETS_H

#include "web/page.h"

struct sheet_section {
	const char *name;
	const char *paths;   /* links below it, separated by spaces; their words are path_… texts; NULL none */
	bool has_contact;    /* the office's name, address, phone and hours stand below it */
};

struct sheet {
	const char *name;
	const char *clause;                    /* of the guideline; NULL none */
	const struct sheet_section *sections;  /* ended by a row whose name is NULL */
};

extern const struct sheet sheet_about, sheet_accessibility, sheet_results, sheet_privacy, sheet_help, sheet_sitemap, sheet_opendata;

/* The page's document: {lead_key, sections: [{id, head_key, paragraphs, items, steps, questions, links, has_contact}]}; for a twin the words
 * themselves ({title, lead, sections: [{heading, paragraphs: [text] …}]}). */
struct doc *sheet_document(struct visit *visit, const struct sheet *sheet);
/* The text key of a sheet's title. */
char *sheet_title_key(const struct sheet *sheet);
/* The text key of the words for a path or pattern: path_groups_new of "/groups/new", path_groups_id of "/groups/{id}". */
char *path_key(const char *path);

#endif
