/* Documents: what the store returns for showing, what a template reads, what .json prints. An opaque face of cJSON.
 *
 * A document is an object, an array, or a scalar. Every function accepts NULL and then does nothing or returns the empty
 * answer. Nodes live in the request's arena (see doc_begin); a node has one parent: adding it twice is a mistake (doc_copy).
 * Keys are [a-z0-9_]; `at` and `…_at` hold an instant (UTC seconds), `…_on` an ISO day text: doc_json prints instants as ISO 8601. */
#ifndef ADAPTERS_DOC_H
#define ADAPTERS_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct doc;

/* Once a process: from here on, documents are allocated in the request's arena. */
void doc_begin(void);

/* A new empty object, a new empty array, a new text. */
struct doc *doc_object(void);
struct doc *doc_array(void);
struct doc *doc_scalar(const char *text);

/* Set replaces what was there. All return `object`. */
struct doc *doc_set(struct doc *object, const char *key, struct doc *child);
struct doc *doc_set_text(struct doc *object, const char *key, const char *text); /* NULL sets "" */
struct doc *doc_set_int(struct doc *object, const char *key, int64_t number);
struct doc *doc_set_bool(struct doc *object, const char *key, bool value);
void doc_remove(struct doc *object, const char *key);

/* Adds at the end. */
void doc_push(struct doc *array, struct doc *child);
void doc_push_text(struct doc *array, const char *text);

struct doc *doc_get(const struct doc *object, const char *key);  /* NULL if missing */
const char *doc_text(const struct doc *object, const char *key); /* "" if missing; numbers as decimal text */
int64_t doc_int(const struct doc *object, const char *key);      /* 0 if missing or not a number; decimal texts count */
bool doc_bool(const struct doc *object, const char *key);        /* true, a number but 0, or a text but "" */
bool doc_has(const struct doc *object, const char *key);

/* Children of an array or object: for (struct doc *row = doc_first(list); row; row = doc_next(row)) */
struct doc *doc_first(const struct doc *parent);
struct doc *doc_next(const struct doc *child);
int doc_count(const struct doc *parent);
const char *doc_key(const struct doc *child);   /* its key in the object; "" in an array */
const char *doc_value(const struct doc *scalar); /* a scalar's text; "" for others */
int64_t doc_number(const struct doc *scalar);
bool doc_is_object(const struct doc *node);
bool doc_is_array(const struct doc *node);
bool doc_is_number(const struct doc *node);
bool doc_is_true(const struct doc *node);        /* exactly the boolean true */
bool doc_is_shown(const struct doc *node);      /* what a template section shows: true, non-zero, non-empty */

/* A deep copy, and deep equality (the order of keys does not count). */
struct doc *doc_copy(const struct doc *node);
bool doc_equal(const struct doc *a, const struct doc *b);

/* JSON text. doc_json: as written for people's programs (instants ISO 8601, "<" escaped). doc_canonical: keys sorted, no
 * spaces, numbers as stored: for fingerprints, the ledger and the store. doc_parse: NULL if it is not JSON. */
char *doc_json(const struct doc *node);
char *doc_canonical(const struct doc *node);
struct doc *doc_parse(const char *json);

#endif
