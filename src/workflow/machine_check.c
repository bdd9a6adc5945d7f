/* Whether a machine's table is sound: its states, its turns, that every move tells somebody, that every text exists. */
#include "workflow/inside.h"

#include "adapters/template.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"

struct checking {
	const struct machine *machine;
	struct buffer complaints;
};

static void complain(struct checking *checking, const char *subject, const char *what)
{
	buffer_addf(&checking->complaints, "%s: %s: %s\n", checking->machine->kind, subject, what);
}

static void words_check(struct checking *checking, const char *subject, const char *words)
{
	for (int i = 0; text_piece(words, ' ', i); i++) {
		const char *word = text_piece(words, ' ', i);
		if (*word && !text_has_word(checking->machine->states, word))
			complain(checking, subject, arena_text("%s is not one of its states", word));
	}
}

static void text_check(struct checking *checking, const char *key)
{
	if (!text_known(key))
		complain(checking, key, "there is no such text");
}

static void move_check_texts(struct checking *checking, const struct move *move)
{
	const char *key = arena_text("%s_%s", checking->machine->kind, move->name);
	text_check(checking, arena_text("move_%s", key));
	text_check(checking, arena_text("notice_%s", key));
	if (!(move->flags & MOVE_QUIET) && *move->from)
		text_check(checking, arena_text("move_%s_about", key));
}

static void move_check(struct checking *checking, const struct move *move)
{
	bool is_told = move->tell != TELL_NOBODY || (move->flags & MOVE_CORRECTS);
	words_check(checking, move->name, move->from);
	words_check(checking, move->name, move->to);
	if (!text_equal(move->turn, "") && !text_has_word("group city both none", move->turn))
		complain(checking, move->name, "its turn is not one of group city both none");
	if (is_told == (move->nobody != NULL) && !(move->flags & MOVE_CORRECTS))
		complain(checking, move->name, is_told ? "tells somebody and says why nobody" : "tells nobody and does not say why");
	if (!move->who)
		complain(checking, move->name, "nobody may do it");
	if (!move->clause)
		complain(checking, move->name, "has no clause (\"\" for none)");
	move_check_texts(checking, move);
}

char *machine_complaints(const struct machine *machine)
{
	struct checking checking = {.machine = machine};
	words_check(&checking, "closed", machine->closed);
	if (!move_find(machine, "open"))
		complain(&checking, "open", "there is no such move");
	for (int i = 0; text_piece(machine->states, ' ', i); i++)
		text_check(&checking, arena_text("state_%s_%s", machine->kind, text_piece(machine->states, ' ', i)));
	for (int i = 0; i < machine->move_count; i++)
		move_check(&checking, &machine->moves[i]);
	return arena_copy(buffer_text(&checking.complaints));
}
