/* The clauses of chapters 1 to 4 as a table, and the few questions about one. Knows no figures and no page. */
#include "features/guideline/clauses.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/text.h"
#include "web/route.h"

const struct clause clauses[] = {
	{"1", "", "", NULL},
	{"1-1", "1", "/groups /departments /projects", "groups projects"},
	{"1-2", "1", "/record /doors/join /help", NULL},

	{"2", "", "", NULL},
	{"2-1", "2", "/groups/new", NULL},
	{"2-2", "2", "/groups /groups/new", "groups listed"},
	{"2-3", "2", "/proposals", "proposals"},
	{"2-4", "2", "/proposals /projects", "agreements"},

	{"3", "", "", NULL},
	{"3-1", "3", "/groups/new /proposals/new", NULL},
	{"3-2", "3", "/meetings /projects", "meetings evaluations"},
	{"3-3", "3", "/departments /groups", "departments"},
	{"3-4", "3", "/proposals /meetings /search", "meetings"},
	{"3-5", "3", "/record /opendata", "record"},

	{"4", "", "", NULL},
	{"4-1", "4", "", NULL},
	{"4-1-1", "4-1", "/doors/join /doors/help /display /accessibility", NULL},
	{"4-1-2", "4-1", "/groups", NULL},
	{"4-1-3", "4-1", "/doors/tell /proposals/new", NULL},
	{"4-1-4", "4-1", "", NULL},
	{"4-2", "4", "", NULL},
	{"4-2-1", "4-2", "/groups/new /groups", "groups"},
	{"4-2-2", "4-2", "/groups /search", NULL},
	{"4-2-3", "4-2", "/groups", NULL},
	{"4-3", "4", "", NULL},
	{"4-3-1", "4-3", "/departments /groups /doors/ask", "departments answer"},
	{"4-3-2", "4-3", "", NULL},
	{"4-3-3", "4-3", "", NULL},
	{"4-4", "4", "", NULL},
	{"4-4-1", "4-4", "/doors/ask", NULL},
	{"4-4-2", "4-4", "", NULL},
	{"4-4-3", "4-4", "/proposals /meetings /meetings/promises /projects", "proposals meetings projects promises"},
	{"4-4-4", "4-4", "/projects", "evaluations finished"},
	{NULL, NULL, NULL, NULL},
};

bool clause_path_exists(const char *path)
{
	const char *words[PARAMETERS_MOST] = {0};
	const char *allow = "";
	int status = 0;
	return route_find("GET", path, words, &status, &allow) != NULL;
}

static bool has_page(const struct clause *clause)
{
	const char *path = NULL;
	for (int i = 0; (path = text_piece(clause->paths, ' ', i)); i++)
		if (*path && clause_path_exists(path))
			return true;
	return false;
}

enum clause_state clause_state(const struct clause *clause)
{
	if (!has_page(clause))
		return CLAUSE_PLANNED;
	return text_known(clause_key(clause->id, "_planned")) ? CLAUSE_PARTLY : CLAUSE_DONE;
}

bool clause_is_leaf(const struct clause *clause)
{
	for (const struct clause *other = clauses; other->id; other++)
		if (text_equal(other->parent, clause->id))
			return false;
	return true;
}

char *clause_number(const char *id)
{
	static const char *const circled[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};
	const char *second = text_piece(id, '-', 1);
	const char *third = text_piece(id, '-', 2);
	char *number = text_piece(id, '-', 0);
	if (second)
		number = arena_text("%s(%s)", number, second);
	if (third && *third >= '1' && *third <= '9')
		number = arena_text("%s%s", number, circled[*third - '1']);
	return number;
}

char *clause_key(const char *id, const char *end)
{
	return arena_text("guideline_%s%s", text_replace(id, "-", "_"), end);
}
