/* The request's memory: everything a request allocates lives until arena_reset, then goes at once.
 *
 * There is one arena a process, because a worker serves one request at a time (docs/decisions/0002-one-arena.md).
 * Allocation never returns NULL: a process out of memory ends with a log line, and the manager starts another.
 * What outlives a request (settings, catalogues, caches) is allocated by its adapter, never here. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

/* `size` zeroed bytes, aligned for any type. */
void *arena_alloc(size_t size);

/* A copy of `length` bytes of `text`, NUL-terminated. */
char *arena_copy_part(const char *text, size_t length);

/* A copy of `text`; NULL gives "". */
char *arena_copy(const char *text);

/* A formatted text (printf's format). */
char *arena_text(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Whether `pointer` was allocated here since the last reset. */
int arena_owns(const void *pointer);

/* Forgets everything allocated since the start or the last reset; keeps the memory for the next request. */
void arena_reset(void);

/* Bytes handed out since the last reset. */
size_t arena_used(void);

#endif
