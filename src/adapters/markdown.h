/* Markdown of users, made safe: no raw HTML (it is shown as text), no images (they become links), no script addresses. */
#ifndef ADAPTERS_MARKDOWN_H
#define ADAPTERS_MARKDOWN_H

/* HTML blocks for CommonMark `text` (valid UTF-8), in the request's arena. A single line break breaks the line; the
 * highest heading is h3; links carry rel="nofollow ugc"; emphasis works next to Japanese brackets. */
char *markdown_html(const char *text);

#endif
