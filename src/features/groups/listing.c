/* Corporations of a public list: 掲載のみ, found again by their legal number. The file is read by commands/import_groups.c. */
#include "features/groups/groups.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/groups/moves.h"
#include "features/groups/store.h"
#include "workflow/setting.h"

/* The districts that the office's address names. */
static struct doc *areas_of(struct db *db, const char *office)
{
	struct doc *areas = doc_array();
	const char *all = setting_text(db, "group_areas");
	const char *area;
	for (int i = 0; (area = text_piece(all, ' ', i)); i++)
		if (*area && !text_equal(text_replace(office, area, ""), office))
			doc_push_text(areas, area);
	return areas;
}

static bool facts_are_same(struct db *db, int64_t id, const struct doc *facts)
{
	static const char *const names[] = {"name", "kana", "legal_number", "aims", "founded_on"};
	struct doc *stored = group_facts(db, id);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!text_equal(doc_text(stored, names[i]), doc_text(facts, names[i])))
			return false;
	return text_equal(doc_text(group_row(db, id), "office"), doc_text(facts, "office")) &&
	       doc_equal(doc_get(stored, "fields"), doc_get(facts, "fields"));
}

static enum listing listing_of(struct db *db, const struct doc *facts, bool is_gone, int64_t *id)
{
	struct doc *row = group_row_listed(db, doc_text(facts, "legal_number"));
	bool is_listed = text_equal(doc_text(row, "state"), "listed");
	*id = doc_int(row, "id");
	if (is_gone)
		return is_listed ? LISTING_CHANGED : LISTING_LEFT_OUT;
	if (!row)
		return LISTING_ADDED;
	return !is_listed || facts_are_same(db, *id, facts) ? LISTING_SAME : LISTING_CHANGED;
}

enum listing listing_find(struct db *db, const struct doc *facts, bool is_gone)
{
	int64_t id;
	return listing_of(db, facts, is_gone, &id);
}

static void portal_move(struct db *db, int64_t id, const char *move)
{
	struct viewer nobody = viewer_nobody();
	struct move_order order = {.case_id = id, .move = move, .version = -1, .effective_on = DAY_NONE, .is_portal = true};
	if (move_perform(db, &nobody, &order, NULL) != MOVE_DONE)
		db_fail(db, "listing: a move of the portal was refused");
}

enum listing listing_write(struct db *db, const struct doc *facts, bool is_gone)
{
	int64_t id;
	enum listing listing = listing_of(db, facts, is_gone, &id);
	if (listing == LISTING_SAME || listing == LISTING_LEFT_OUT)
		return listing;
	if (is_gone) {
		portal_move(db, id, "delist");
		return listing;
	}
	struct doc *content = doc_copy(facts);
	doc_set_text(content, "kind", "npo");
	doc_set(content, "areas", areas_of(db, doc_text(facts, "office")));
	if (listing == LISTING_ADDED) {
		id = case_insert(db, &(struct case_file){.kind = "groups", .state = "listed", .title = doc_text(facts, "name")});
		case_update_owner(db, id, id, 0);
	}
	group_insert_listed(db, id, content);
	if (listing == LISTING_ADDED)
		portal_move(db, id, "list");
	return listing;
}
