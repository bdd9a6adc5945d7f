/* Secrets: passwords, tokens, codes, keyed fingerprints, comparison without a clock (libsodium).
 * Texts returned live in the request's arena. No secret is ever logged. */
#ifndef ADAPTERS_SECRET_H
#define ADAPTERS_SECRET_H

#include <stdbool.h>
#include <stddef.h>

/* Once a process, before all others. Ends the process if there is no source of randomness. */
void secret_start(void);

/* Reads the installation's key (DATA/secret.key, 32 bytes, mode 0600); makes the file if it is missing, safely also when several
 * processes start at once. False with a log line: not readable, of a wrong size, or open to others. Before the sandbox. */
bool secret_key_load(const char *path);

/* The argon2id text of a password (about 60 ms and 64 MB: never while the write lock is held). */
char *secret_hash_password(const char *password);
/* Whether the password is the hash's. A missing, empty or broken hash takes just as long and matches nothing, so that the time does
 * not tell whether there is such an account. */
bool secret_password_matches(const char *hash, const char *password);

/* `bytes` random bytes as base64url without padding: 32 for sessions and links. */
char *secret_token(size_t bytes);
/* Six random decimal digits. */
char *secret_code6(void);

/* 64 lower-case hexadecimal digits. */
char *secret_sha256_hex(const void *bytes, size_t length);
/* The keyed fingerprint of `text` for one purpose ("csrf", "mail-token"): 64 hexadecimal digits that nobody without the key can
 * make. Needs secret_key_load (ends the process otherwise: a missing key must never pass unnoticed). */
char *secret_keyed(const char *purpose, const char *text);

/* Compares in a time that does not depend on the contents. A missing or empty secret equals nothing. */
bool secret_equal(const char *a, const char *b);

/* The token under a fresh random mask: another text in each response, so that compression cannot tell it (BREACH). */
char *secret_mask(const char *token);
/* The token back, "" if it is no masked token. */
char *secret_unmask(const char *masked);

#endif
