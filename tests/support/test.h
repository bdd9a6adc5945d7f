/* A test is TEST(name) { … } in any file below tests/: it registers itself. cmocka's assert_… macros say what must hold.
 * build/tests/kyodo-tests [PART…] runs the tests whose "file:name" contains a PART (all without one). */
#ifndef TESTS_SUPPORT_TEST_H
#define TESTS_SUPPORT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Called by TEST before main. */
void test_register(const char *file, const char *name, void (*run)(void **state));

#define TEST(name)                                                        \
	static void name(void **state);                                   \
	__attribute__((constructor)) static void name##_registers(void)   \
	{                                                                 \
		test_register(__FILE__, #name, name);                     \
	}                                                                 \
	static void name(void **state __attribute__((unused)))

/* The folder of the project's files (templates, schema.sql), wherever the tests run: KYODO_ROOT or ".". */
const char *test_root(void);

/* A new empty folder for this test, removed at the end of the run. */
const char *test_folder(void);

#endif
