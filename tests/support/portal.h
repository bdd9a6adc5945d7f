/* A whole portal inside the test: real schema, routes and templates, no sockets. And browsers that visit it.
 *
 *   struct portal *portal = portal_new();
 *   int64_t person = portal_person(portal, "a@example.jp", "青木");
 *   struct browser *browser = browser_new(portal, person);          // 0: nobody signed in
 *   assert_int_equal(browser_get(browser, "/groups"), 200);
 *   assert_true(browser_shows(browser, "団体をさがす"));
 *   assert_int_equal(browser_post(browser, "/groups/new", FIELDS("name", "みどりの会")), 303);
 *   assert_string_equal(browser_location(browser), "/groups/1/edit"); */
#ifndef TESTS_SUPPORT_PORTAL_H
#define TESTS_SUPPORT_PORTAL_H

#include "support/test.h"

#include "adapters/db.h"
#include "web/dispatch.h"

struct portal {
	struct app app;
	const char *folder;
};

/* A new database from schema.sql; templates and features are loaded once a run. Fails the test on any broken template. */
struct portal *portal_new(void);
/* The writer, inside a transaction that portal_done commits: for setting things up by the stores. */
struct db *portal_store(struct portal *portal);
void portal_done(struct portal *portal);

/* People, departments and posts, committed at once. */
int64_t portal_person(struct portal *portal, const char *email, const char *name);
int64_t portal_department(struct portal *portal, const char *code, const char *name, bool is_coordinator);
int64_t portal_seat(struct portal *portal, int64_t person, const char *role, int64_t group, int64_t department);
/* A person with that post ("coordinator", "admin", "reviewer" …; departments are made as needed). */
int64_t portal_coordinator(struct portal *portal);
/* One number or text of the database. */
int64_t portal_int(struct portal *portal, const char *sql);
const char *portal_text(struct portal *portal, const char *sql);

struct browser;
/* A browser, signed in as the person (0: nobody). */
struct browser *browser_new(struct portal *portal, int64_t person);
int browser_get(struct browser *browser, const char *path); /* the status */
/* A POST with the right csrf value (of the session, or of the form cookie) unless the fields name one. */
int browser_post(struct browser *browser, const char *path, const char *const *fields);
#define FIELDS(...) ((const char *const[]){__VA_ARGS__, NULL})
#define NO_FIELDS ((const char *const[]){NULL})
const char *browser_body(struct browser *browser);
const char *browser_location(struct browser *browser); /* "" if none */
const char *browser_header(struct browser *browser, const char *name);
bool browser_shows(struct browser *browser, const char *text);
/* The value of the hidden or text input `name` on the last page; "" if there is none. */
const char *browser_value(struct browser *browser, const char *name);
/* Accept: of the next requests. */
void browser_accept(struct browser *browser, const char *accept);

#endif
