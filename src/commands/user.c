/* kyodo user: adds accounts and posts from the command line, before anybody can sign in to give them. Passwords never pass here: it
 * prints a link that works once. */
#include "commands/commands.h"

#include "adapters/db.h"
#include "adapters/secret.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/config.h"
#include "base/input.h"
#include "base/text.h"
#include "commands/usage.h"
#include "features/accounts/accounts.h"
#include "identity/person.h"

#include <stdio.h>
#include <string.h>

enum { TURN_WAIT_MS = 10000 };

struct order {
	struct db *db;
	const char *email;
	const char *role; /* "" without */
	int64_t person_id; /* 0 if there is no such account */
	const char *said;  /* printed once it is done */
};

static bool wrong(const char *words, const char *about)
{
	fprintf(stderr, "kyodo user: ");
	fprintf(stderr, words, about);
	fputc('\n', stderr);
	return false;
}

static char *link_words(const char *path, const char *life)
{
	return arena_text("%s%s\nThe link works once, %s. Give it only to the owner of the address.\n", config("base_url"), path, life);
}

/* The section of the collaboration desk, made if the city has none yet. */
static int64_t section_find(struct db *db)
{
	int64_t section = department_coordinator(db);
	return section ? section : department_insert(db, "kyodo", config("section"), true);
}

/* City posts end, those in groups stay: the command gives one city post. */
static void city_seats_end(const struct order *order)
{
	struct doc *seats = seat_list_person(order->db, order->person_id);
	for (struct doc *seat = doc_first(seats); seat; seat = doc_next(seat)) {
		int until_on = day_parse(doc_text(seat, "until_on"));
		if (!doc_int(seat, "group_id") && (until_on == DAY_NONE || until_on >= day_today()))
			seat_update_until(order->db, doc_int(seat, "id"), day_today() - 1);
	}
}

static bool role_give(const struct order *order)
{
	const char *role = order->role;
	int64_t department_id = 0;
	if (text_starts(role, "staff:")) {
		department_id = department_find(order->db, role + strlen("staff:"));
		if (!department_id)
			return wrong("there is no department with the code %s; see /departments or admin's page.", role + strlen("staff:"));
		role = "staff";
	} else if (text_equal(role, "coordinator")) {
		department_id = section_find(order->db);
	} else if (!text_has_word("admin reviewer intermediary resident", role)) {
		return wrong("%s is no role: admin, coordinator, staff:CODE, reviewer, intermediary or resident.", *role ? role : "nothing");
	}
	city_seats_end(order);
	if (!text_equal(role, "resident"))
		seat_insert(order->db, order->person_id, role, 0, department_id);
	return true;
}

static bool user_add(struct order *order)
{
	if (order->person_id)
		return wrong("%s has an account already: kyodo user role EMAIL --role ROLE.", order->email);
	order->person_id = person_insert(order->db, order->email, text_piece(order->email, '@', 0));
	if (!role_give(order))
		return false;
	struct invitation invitation = {.email = order->email, .role = "", .group_name = ""};
	order->said = link_words(invitation_path_insert(order->db, &invitation), "within 14 days");
	return true;
}

static bool user_role(struct order *order)
{
	if (!role_give(order))
		return false;
	order->said = arena_text("%s is now: %s\n", order->email, order->role);
	return true;
}

static bool user_reset(struct order *order)
{
	order->said = link_words(reset_path_insert(order->db, order->person_id, order->email), "within an hour");
	return true;
}

static bool user_disable(struct order *order)
{
	person_update_disabled(order->db, order->person_id, true);
	order->said = arena_text("The account of %s is closed; nobody can sign in with it.\n", order->email);
	return true;
}

static const struct {
	const char *name;
	bool (*run)(struct order *order);
	bool has_role;
	bool is_new;
} actions[] = {
	{"add", user_add, true, true},
	{"role", user_role, true, false},
	{"reset", user_reset, false, false},
	{"disable", user_disable, false, false},
};

static int action_find(const char *name)
{
	for (int i = 0; i < (int)(sizeof actions / sizeof *actions); i++)
		if (text_equal(actions[i].name, name))
			return i;
	return -1;
}

static int order_run(int action, struct order *order)
{
	if (!db_begin(order->db, TURN_WAIT_MS)) {
		wrong("no turn to write; %s.", "try again later");
		return 1;
	}
	order->person_id = person_find(order->db, order->email);
	bool is_found = order->person_id || actions[action].is_new || wrong("there is no account of %s: kyodo user add.", order->email);
	if (!is_found || !actions[action].run(order) || !db_commit(order->db)) {
		db_rollback(order->db);
		return 1;
	}
	fputs(order->said, stdout);
	return 0;
}

/* The role after --role, or simply last. */
static const char *role_argument(int argc, char **argv)
{
	if (argc == 4 && text_equal(argv[2], "--role"))
		return argv[3];
	return argc == 3 ? argv[2] : NULL;
}

int command_user(int argc, char **argv)
{
	int action = argc > 0 ? action_find(argv[0]) : -1;
	if (action < 0)
		return usage_wrong("user", argc > 0 ? argv[0] : NULL);
	struct order order = {.role = ""};
	char *email = NULL;
	if (argc < 2 || !input_email(argv[1], &email))
		return usage_wrong("user", argc < 2 ? NULL : argv[1]);
	if (actions[action].has_role && !(order.role = role_argument(argc, argv)))
		return usage_wrong("user", argc > 2 ? argv[2] : NULL);
	if (!actions[action].has_role && argc > 2)
		return usage_wrong("user", argv[2]);
	order.email = email;
	if (!secret_key_load(config_data_path("secret.key")))
		return 1;
	order.db = db_open(config_data_path("kyodo.db"), DB_WRITER);
	if (!order.db) {
		fprintf(stderr, "kyodo: there is no database in %s. Make one: kyodo init\n", config("data"));
		return 1;
	}
	int status = order_run(action, &order);
	db_close(order.db);
	return status;
}
