/* The hash chain: appending, showing what is open, verifying. A case's timeline: ledger_timeline.c; SQL: store_ledger.c. */
#include "workflow/ledger.h"

#include "adapters/secret.h"
#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "workflow/inside.h"

#include <string.h>

enum { SALT_DIGITS = 32, VERIFY_ROWS = 500 };

static const char first_hash[] = "0000000000000000000000000000000000000000000000000000000000000000";

static char *text_sha256(const char *text)
{
	return secret_sha256_hex(text, strlen(text));
}

/* 16 random bytes, hexadecimal. */
static char *salt_make(void)
{
	return arena_copy_part(text_sha256(secret_token(32)), SALT_DIGITS);
}

static char *content_hash_of(const char *salt, const char *content)
{
	return text_sha256(arena_text("%s%s", salt, content));
}

static char *hash_of(const char *previous, int64_t number, int64_t at, const char *content_hash)
{
	return text_sha256(arena_text("%s%lld%lld%s", previous, (long long)number, (long long)at, content_hash));
}

int64_t ledger_append(struct db *db, int64_t case_id, const char *move, bool is_shut, const struct doc *content)
{
	struct doc *last = ledger_row_last(db);
	struct ledger_entry entry = {
		.number = doc_int(last, "number") + 1,
		.at = clock_now(),
		.case_id = case_id,
		.move = move,
		.is_shut = is_shut,
		.content = doc_canonical(content),
		.salt = salt_make(),
	};
	entry.content_hash = content_hash_of(entry.salt, entry.content);
	entry.hash = hash_of(last ? doc_text(last, "hash") : first_hash, entry.number, entry.at, entry.content_hash);
	ledger_row_insert(db, &entry);
	return entry.number;
}

static bool entry_is_open(const struct doc *row)
{
	return doc_bool(row, "is_public") && !doc_bool(row, "is_shut") && *doc_text(row, "salt");
}

static struct doc *entry_shown(const struct doc *row)
{
	bool is_open = entry_is_open(row);
	struct doc *content = is_open ? doc_parse(doc_text(row, "content")) : NULL;
	const char *kind = doc_text(content, "kind");
	struct doc *shown = doc_object();
	doc_set_int(shown, "number", doc_int(row, "number"));
	doc_set_int(shown, "at", doc_int(row, "at"));
	doc_set_text(shown, "hash", doc_text(row, "hash"));
	doc_set_text(shown, "content_hash", doc_text(row, "content_hash"));
	doc_set_bool(shown, "is_open", is_open);
	doc_set_text(shown, "path", is_open ? machine_path(kind, doc_int(row, "case_id"), doc_int(row, "parent_id")) : "");
	doc_set_text(shown, "text_key", is_open ? move_past_key(kind, doc_text(content, "move")) : "");
	doc_set_text(shown, "role_key", is_open ? arena_text("role_%s", doc_text(content, "role")) : "");
	doc_set_text(shown, "state_key", is_open ? arena_text("state_%s_%s", kind, doc_text(content, "to")) : "");
	if (content)
		doc_set(shown, "content", content);
	return shown;
}

struct doc *ledger_list(struct db *db, int64_t before, int limit)
{
	struct doc *shown = doc_array();
	struct doc *rows = ledger_rows_before(db, before, limit);
	for (struct doc *row = doc_first(rows); row; row = doc_next(row))
		doc_push(shown, entry_shown(row));
	return shown;
}

static char *entry_line(const struct doc *row)
{
	struct doc *line = doc_object();
	doc_set_int(line, "number", doc_int(row, "number"));
	doc_set_int(line, "time", doc_int(row, "at"));
	doc_set_text(line, "content_hash", doc_text(row, "content_hash"));
	doc_set_text(line, "hash", doc_text(row, "hash"));
	if (entry_is_open(row)) {
		doc_set_text(line, "salt", doc_text(row, "salt"));
		doc_set(line, "content", doc_parse(doc_text(row, "content")));
	}
	return doc_canonical(line);
}

char *ledger_lines(struct db *db, int64_t from, int limit, int64_t *last)
{
	struct buffer lines = {0};
	struct doc *rows = ledger_rows_after(db, from - 1, limit);
	*last = 0;
	for (struct doc *row = doc_first(rows); row; row = doc_next(row)) {
		buffer_addf(&lines, "%s\n", entry_line(row));
		*last = doc_int(row, "number");
	}
	return arena_copy(buffer_text(&lines));
}

/* What is wrong with the entry that follows the one of `number` and `hash`; NULL if nothing is. */
static char *entry_complaint(const struct doc *row, int64_t number, const char *previous)
{
	const char *content_hash = doc_text(row, "content_hash");
	if (doc_int(row, "number") != number)
		return arena_text("entry %lld is missing", (long long)number);
	if (!text_equal(doc_text(row, "hash"), hash_of(previous, number, doc_int(row, "at"), content_hash)))
		return arena_text("entry %lld: its hash does not follow from the entry before and its own facts", (long long)number);
	if (!*doc_text(row, "salt") && !*doc_text(row, "content"))
		return NULL;
	if (!text_equal(content_hash, content_hash_of(doc_text(row, "salt"), doc_text(row, "content"))))
		return arena_text("entry %lld: its content is not the one that was recorded", (long long)number);
	return NULL;
}

bool ledger_verify(struct db *db, char **complaint)
{
	int64_t number = 0;
	const char *previous = first_hash;
	struct doc *rows;
	*complaint = NULL;
	do {
		rows = ledger_rows_after(db, number, VERIFY_ROWS);
		for (struct doc *row = doc_first(rows); row && !*complaint; row = doc_next(row)) {
			*complaint = entry_complaint(row, ++number, previous);
			previous = doc_text(row, "hash");
		}
	} while (!*complaint && doc_count(rows) == VERIFY_ROWS);
	return !*complaint && !*db_fault(db);
}
