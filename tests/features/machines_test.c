/* Every feature's table of moves is sound: states exist, somebody is told or it is said why not, texts stand in the catalogue. */
#include "support/portal.h"

#include "workflow/move.h"

#include <string.h>

TEST(every_machine_is_sound)
{
	portal_new();
	int wrong = 0;
	for (int i = 0; machine_nth(i); i++) {
		char *complaints = machine_complaints(machine_nth(i));
		if (*complaints) {
			print_error("%s: %s\n", machine_nth(i)->kind, complaints);
			wrong++;
		}
	}
	assert_true(machine_nth(0) != NULL);
	assert_int_equal(wrong, 0);
}

/* Every city move that decides over a case can be corrected: from the state it leads to, a correcting move leads away. */
TEST(every_binding_move_can_be_corrected)
{
	portal_new();
	int wrong = 0;
	for (int i = 0; machine_nth(i); i++) {
		const struct machine *machine = machine_nth(i);
		for (int m = 0; m < machine->move_count; m++) {
			const struct move *move = &machine->moves[m];
			if (!(move->flags & MOVE_BINDS) || (move->flags & MOVE_CORRECTS))
				continue;
			int corrected = 0;
			for (int c = 0; c < machine->move_count; c++)
				corrected += (machine->moves[c].flags & MOVE_CORRECTS) && (!*move->to || strstr(machine->moves[c].from, move->to));
			if (!corrected) {
				print_error("%s.%s leads to %s, from where no correcting move leads\n", machine->kind, move->name, move->to);
				wrong++;
			}
		}
	}
	assert_int_equal(wrong, 0);
}
