/* The face of libsodium; the key of the installation stands in one static and never leaves this file. */
#include "adapters/secret.h"

#include "base/arena.h"
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_BYTES = 32, FINGERPRINT_BYTES = 32, BASE64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING };

static unsigned char key[KEY_BYTES];
static bool key_is_loaded;

/* The hash of a random password nobody knows, of the same cost as a real one. */
static const char *const nobodys_hash =
	"$argon2id$v=19$m=65536,t=2,p=1$x6rmX+j1mB5sl9iK0xbWMQ$j5T0NC9+fWHlz+phjbVAC6PZNW0bRoiRtGxpmdQcjaI";

static void end_process(const char *why)
{
	log_line("error", "secret: %s", why);
	abort();
}

void secret_start(void)
{
	if (sodium_init() < 0)
		end_process("libsodium does not start");
}

static bool file_write(int file)
{
	unsigned char fresh[KEY_BYTES];
	randombytes_buf(fresh, sizeof fresh);
	bool done = write(file, fresh, sizeof fresh) == (ssize_t)sizeof fresh && fsync(file) == 0;
	sodium_memzero(fresh, sizeof fresh);
	return close(file) == 0 && done;
}

/* Written whole under another name first: link() lets exactly one of several processes win. */
static void key_make(const char *path)
{
	const char *draft = arena_text("%s.%s", path, secret_token(9));
	int file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (file < 0 || !file_write(file) || (link(draft, path) != 0 && errno != EEXIST))
		log_line("error", "secret: cannot make %s: %s", path, strerror(errno));
	unlink(draft);
}

static bool key_read(int file)
{
	struct stat about;
	if (fstat(file, &about) != 0 || about.st_size != KEY_BYTES || (about.st_mode & 077))
		return false;
	return read(file, key, sizeof key) == (ssize_t)sizeof key;
}

bool secret_key_load(const char *path)
{
	if (access(path, F_OK) != 0)
		key_make(path);
	int file = open(path, O_RDONLY | O_CLOEXEC);
	key_is_loaded = file >= 0 && key_read(file);
	if (file >= 0)
		close(file);
	if (!key_is_loaded)
		log_line("error", "secret: %s must be a file of %d bytes that its owner alone can read", path, KEY_BYTES);
	return key_is_loaded;
}

char *secret_hash_password(const char *password)
{
	char *hash = arena_alloc(crypto_pwhash_STRBYTES);
	if (crypto_pwhash_str(hash, password, strlen(password), crypto_pwhash_OPSLIMIT_INTERACTIVE,
	                      crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		end_process("no memory for a password's hash");
	return hash;
}

static bool hash_is_whole(const char *hash)
{
	return hash &&
	       crypto_pwhash_str_needs_rehash(hash, crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) >= 0;
}

bool secret_password_matches(const char *hash, const char *password)
{
	bool is_whole = hash_is_whole(hash);
	const char *typed = password ? password : "";
	bool matches = crypto_pwhash_str_verify(is_whole ? hash : nobodys_hash, typed, strlen(typed)) == 0;
	return is_whole && password && matches;
}

static char *base64_text(const unsigned char *bytes, size_t length)
{
	size_t room = sodium_base64_ENCODED_LEN(length, BASE64);
	return sodium_bin2base64(arena_alloc(room), room, bytes, length, BASE64);
}

static char *hex_text(const unsigned char *bytes, size_t length)
{
	size_t room = length * 2 + 1;
	return sodium_bin2hex(arena_alloc(room), room, bytes, length);
}

char *secret_token(size_t bytes)
{
	unsigned char *random = arena_alloc(bytes);
	randombytes_buf(random, bytes);
	return base64_text(random, bytes);
}

char *secret_code6(void)
{
	return arena_text("%06u", (unsigned)randombytes_uniform(1000000));
}

char *secret_sha256_hex(const void *bytes, size_t length)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256(hash, bytes, length);
	return hex_text(hash, sizeof hash);
}

/* The purpose's NUL is hashed too: ("ab", "c") and ("a", "bc") differ. */
char *secret_keyed(const char *purpose, const char *text)
{
	if (!key_is_loaded)
		end_process("a fingerprint was asked for before the key was loaded");
	unsigned char hash[FINGERPRINT_BYTES];
	crypto_generichash_state state;
	crypto_generichash_init(&state, key, sizeof key, sizeof hash);
	crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	crypto_generichash_update(&state, (const unsigned char *)text, strlen(text));
	crypto_generichash_final(&state, hash, sizeof hash);
	return hex_text(hash, sizeof hash);
}

bool secret_equal(const char *a, const char *b)
{
	if (!a || !b || !*a || strlen(a) != strlen(b))
		return false;
	return sodium_memcmp(a, b, strlen(a)) == 0;
}

/* The mask first, then the token's bytes under it. */
char *secret_mask(const char *token)
{
	size_t length = strlen(token);
	unsigned char *bytes = arena_alloc(length * 2 + 1);
	randombytes_buf(bytes, length);
	for (size_t i = 0; i < length; i++)
		bytes[length + i] = bytes[i] ^ (unsigned char)token[i];
	return base64_text(bytes, length * 2);
}

char *secret_unmask(const char *masked)
{
	size_t room = masked ? strlen(masked) : 0;
	size_t length = 0;
	unsigned char *bytes = arena_alloc(room + 1);
	if (!masked || sodium_base642bin(bytes, room, masked, room, NULL, &length, NULL, BASE64) != 0 || length % 2)
		return arena_copy("");
	char *token = arena_alloc(length / 2 + 1);
	for (size_t i = 0; i < length / 2; i++)
		token[i] = (char)(bytes[i] ^ bytes[length / 2 + i]);
	return token;
}
