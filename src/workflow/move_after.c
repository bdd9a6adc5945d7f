/* What later features hang behind earlier features' moves. */
#include "workflow/inside.h"
#include "workflow/move.h"

#include "base/text.h"

#include <assert.h>

enum { AFTER_MOST = 64 };

static struct {
	const char *kind;
	const char *move;
	void (*follow)(struct moving *moving);
} registered[AFTER_MOST];
static int registered_count;

void move_after(const char *kind, const char *move, void (*follow)(struct moving *moving))
{
	assert(registered_count < AFTER_MOST);
	registered[registered_count].kind = kind;
	registered[registered_count].move = move;
	registered[registered_count++].follow = follow;
}

void move_after_run(struct moving *moving)
{
	for (int i = 0; i < registered_count; i++)
		if (text_equal(registered[i].kind, moving->machine->kind) && text_equal(registered[i].move, moving->move->name))
			registered[i].follow(moving);
}
