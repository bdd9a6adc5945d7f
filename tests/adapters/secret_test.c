/* Passwords, tokens, keyed fingerprints, the key's file. */
#include "support/test.h"

#include "adapters/secret.h"
#include "base/arena.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static double milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

TEST(a_password_matches_its_hash_only)
{
	secret_start();
	const char *hash = secret_hash_password("ひの 2026");
	assert_int_equal(strncmp(hash, "$argon2id$", 10), 0);
	assert_true(secret_password_matches(hash, "ひの 2026"));
	assert_false(secret_password_matches(hash, "ひの 2027"));
	assert_false(secret_password_matches(hash, NULL));
}

TEST(no_account_takes_as_long_as_a_wrong_password)
{
	double before = milliseconds();
	assert_false(secret_password_matches("", ""));
	assert_true(milliseconds() - before > 15);
	before = milliseconds();
	assert_false(secret_password_matches("$argon2id$broken", "x"));
	assert_true(milliseconds() - before > 15);
	assert_false(secret_password_matches(NULL, "x"));
}

TEST(tokens_are_random_and_fit_an_address)
{
	const char *token = secret_token(32);
	assert_int_equal(strlen(token), 43);
	assert_int_equal(strspn(token, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"), 43);
	assert_string_not_equal(token, secret_token(32));
	for (int i = 0; i < 100; i++) {
		const char *code = secret_code6();
		assert_int_equal(strlen(code), 6);
		assert_int_equal(strspn(code, "0123456789"), 6);
	}
}

TEST(sha256_is_the_standards)
{
	assert_string_equal(secret_sha256_hex("abc", 3), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(fingerprints_depend_on_key_purpose_and_text)
{
	const char *folder = test_folder();
	assert_true(secret_key_load(arena_text("%s/a.key", folder)));
	const char *mark = secret_keyed("csrf", "session");
	assert_int_equal(strlen(mark), 64);
	assert_string_equal(secret_keyed("csrf", "session"), mark);
	assert_string_not_equal(secret_keyed("csr", "fsession"), mark);
	assert_string_not_equal(secret_keyed("mail", "session"), mark);
	assert_true(secret_key_load(arena_text("%s/b.key", folder)));
	assert_string_not_equal(secret_keyed("csrf", "session"), mark);
	assert_true(secret_key_load(arena_text("%s/a.key", folder)));
	assert_string_equal(secret_keyed("csrf", "session"), mark);
}

TEST(the_keys_file_is_its_owners_alone)
{
	const char *path = arena_text("%s/secret.key", test_folder());
	assert_true(secret_key_load(path));
	struct stat file;
	assert_int_equal(stat(path, &file), 0);
	assert_int_equal(file.st_mode & 0777, 0600);
	assert_int_equal(file.st_nlink, 1);
	assert_int_equal(chmod(path, 0640), 0);
	assert_false(secret_key_load(path));
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(truncate(path, 31), 0);
	assert_false(secret_key_load(path));
	assert_false(secret_key_load("/nowhere/at/all.key"));
	assert_true(secret_key_load(arena_text("%s/secret.key", test_folder())));
}

TEST(empty_secrets_equal_nothing)
{
	assert_true(secret_equal("abc", "abc"));
	assert_false(secret_equal("abc", "abd"));
	assert_false(secret_equal("abc", "ab"));
	assert_false(secret_equal("", ""));
	assert_false(secret_equal(NULL, "a"));
	assert_false(secret_equal("a", NULL));
}

TEST(a_masked_token_differs_each_time_and_comes_back)
{
	const char *token = "0123456789abcdef0123456789abcdef";
	const char *masked = secret_mask(token);
	assert_string_not_equal(masked, secret_mask(token));
	assert_null(strstr(masked, "0123"));
	assert_string_equal(secret_unmask(masked), token);
	assert_string_equal(secret_unmask(NULL), "");
	assert_string_equal(secret_unmask("*"), "");
	assert_string_equal(secret_unmask("AAAA"), "");
	assert_false(secret_equal(secret_unmask(""), ""));
}
