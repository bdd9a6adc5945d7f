/* The registry of machines: each feature's table of states and moves, found by the kind of case. Changes nothing. */
#include "workflow/inside.h"

#include "base/arena.h"
#include "base/text.h"

#include <assert.h>
#include <string.h>

enum { MACHINES_MOST = 64 };

static const struct machine *machines[MACHINES_MOST];
static int machine_count;

void machine_register(const struct machine *machine)
{
	for (int i = 0; i < machine_count; i++)
		if (text_equal(machines[i]->kind, machine->kind)) {
			machines[i] = machine;
			return;
		}
	assert(machine_count < MACHINES_MOST);
	machines[machine_count++] = machine;
}

const struct machine *machine_find(const char *kind)
{
	for (int i = 0; i < machine_count; i++)
		if (text_equal(machines[i]->kind, kind))
			return machines[i];
	return NULL;
}

const struct machine *machine_nth(int n)
{
	return n >= 0 && n < machine_count ? machines[n] : NULL;
}

const struct move *move_find(const struct machine *machine, const char *name)
{
	for (int i = 0; machine && i < machine->move_count; i++)
		if (text_equal(machine->moves[i].name, name))
			return &machine->moves[i];
	return NULL;
}

bool machine_is_closed(const struct machine *machine, const char *state)
{
	return machine && text_has_word(machine->closed, state);
}

char *machine_path(const char *kind, int64_t id, int64_t parent_id)
{
	const struct machine *machine = machine_find(kind);
	const char *path = machine ? machine->path : "/cases";
	if (!strstr(path, "{parent}"))
		return arena_text("%s/%lld", path, (long long)id);
	if (!parent_id)
		return arena_text("/cases/%lld", (long long)id);
	return text_replace(path, "{parent}", arena_text("%lld", (long long)parent_id));
}

char *case_path(const char *kind, int64_t id)
{
	return machine_path(kind, id, 0);
}

char *case_path_of(const struct case_file *subject)
{
	return machine_path(subject->kind, subject->id, subject->parent_id);
}
