/* Pages: Google's ctemplate over documents, one frozen cache a language; and the catalogue of interface texts.
 *
 * Files: templates/layout.html, templates/parts/<part>.html, templates/<feature>/<page>.html; texts:
 * templates/<folder>/texts.json = {"key": {"ja": "…", "easy": "{漢字|かんじ} …", "en": "…"}} (keys are global and unique).
 * In a template: {{T_key}} the text (ruby in easy), {{A_key}} the same without ruby for attributes and titles, both put in
 * before parsing, so a text may itself hold {{variables}}; {{S_name}} the address of a static file with its hash
 * ({{S_kyodo.css}}); {{>parts_timeline}} includes templates/parts/timeline.html and {{>groups_card}} templates/groups/card.html
 * (up to the first _ is the folder) with the current dictionary, or, if the document has a key of that name, once for each
 * of its objects; {{>BODY}} in layout.html is the page. {{#name}}…{{/name}} shows for a true/non-empty value and loops over
 * arrays; {{#not_name}} is its opposite; {{_}} is the current scalar of an array of scalars.
 * Every file begins with {{%AUTOESCAPE context="HTML"}}. Names are looked up in the current object, then its parents, then the layout's document
 * (in layout.html: the layout's, then the page's).
 * Modifiers (safe in text and attributes unless said):
 *   {{x:x-t}}      x is a text key: its text (ruby as markup; text only)      {{x:x-a}} the same without ruby, escaped
 *   {{x:x-label=p}} the text of key p_<x> (e.g. state:x-label=state_groups)   {{x:x-la=p}} the same without ruby
 *   {{d:x-day}}    <time datetime> with the day in words (text only)          {{d:x-dayw}} only the words
 *   {{t:x-at}}     <time> with day and time of an instant (text only)         {{t:x-atw}} only the words
 *   {{n:x-n}}      1,234        {{n:x-yen}} 1,234円 / ¥1,234
 *   {{m:x-md}}     Markdown of a user, safe (block, text only)                {{m:x-br}} plain text with line breaks as <br> (text only)
 *   {{t:x-iso}}    the instant as ISO 8601 (feeds, datetime)
 *   {{p:x-tel}}    042-581-4112 → digits and + for a tel: link
 * Besides pages there are feeds (.xml, beginning with {{%AUTOESCAPE context="XML"}}: no markup, T_ without ruby) and plain texts
 * (.txt, no first line: mail; nothing is escaped, no ruby; a section marker alone on its line takes the line with it). They are
 * asked for by their whole name: template_alone(…, "mail/due.txt", …), and include files of their own kind. */
#ifndef ADAPTERS_TEMPLATE_H
#define ADAPTERS_TEMPLATE_H

#include "adapters/doc.h"
#include "base/buffer.h"

enum language { LANGUAGE_JA, LANGUAGE_EASY, LANGUAGE_EN, LANGUAGES };

/* Loads and lints every template and catalogue below `root`/templates for all languages (a missing text or key, a file
 * without its escaping mode, an unescaped variable, a syntax error: false, all named on standard error). Replaces what was loaded only when
 * everything is right. `manifest` maps static names to hashed addresses, a line `name address` each; NULL: /static/name.
 * It may be that text itself or the path of a file with it. */
bool template_load(const char *root, const char *manifest);

/* Renders `page` ("groups/show") inside layout.html. `document` is the page's, `layout` the surrounding one. False (logged) if there is no such page. */
bool template_page(enum language language, const char *page, const struct doc *document, const struct doc *layout,
                   struct buffer *out);
/* Renders a template alone, without the layout (mail bodies, Atom, noticeboards). */
bool template_alone(enum language language, const char *page, const struct doc *document, struct buffer *out);

/* The text of `key` without ruby markup; "" and a log line if there is none. Lives as long as the catalogue. */
const char *text_of(enum language language, const char *key);
/* Whether there is such a key. */
bool text_known(const char *key);
/* The text with {name} replaced by the scalars of `values`. */
char *text_filled(enum language language, const char *key, const struct doc *values);

/* For tests: called with every variable name that no document had while rendering (page, name). NULL: nobody. */
void template_on_missing(void (*missing)(const char *page, const char *name));

#endif
