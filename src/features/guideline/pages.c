/* The guideline, clause by clause, with what carries each out, and how far the portal is. */
#include "features/guideline/pages.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/guideline/clauses.h"
#include "features/guideline/figures.h"

enum { TILE = 24 };

static const char *const state_names[] = {[CLAUSE_PLANNED] = "planned", [CLAUSE_PARTLY] = "partly", [CLAUSE_DONE] = "done"};
static const char *const state_tones[] = {[CLAUSE_PLANNED] = "neutral", [CLAUSE_PARTLY] = "wait", [CLAUSE_DONE] = "good"};

/* A text of the clause: its key for the page, its words for the twin; "" when there is none. */
static void words_put(struct visit *visit, struct doc *item, const char *name, const char *key)
{
	bool is_known = text_known(key);
	if (visit->twin == TWIN_HTML)
		doc_set_text(item, arena_text("%s_key", name), is_known ? key : "");
	else
		doc_set_text(item, name, is_known ? text_of(LANGUAGE_JA, key) : "");
}

static struct doc *page_links(struct visit *visit, const struct clause *clause)
{
	struct doc *links = doc_array();
	const char *path = NULL;
	for (int i = 0; (path = text_piece(clause->paths, ' ', i)); i++) {
		if (!*path || !clause_path_exists(path))
			continue;
		struct doc *link = doc_set_text(doc_object(), "path", path);
		words_put(visit, link, "label", arena_text("path%s", text_replace(path, "/", "_")));
		doc_push(links, link);
	}
	return links;
}

static struct doc *clause_figures(struct visit *visit, const struct clause *clause, const struct doc *all)
{
	struct doc *figures = figures_list(all, clause_state(clause) == CLAUSE_PLANNED ? NULL : clause->figures);
	for (struct doc *figure = doc_first(figures); figure && visit->twin != TWIN_HTML; figure = doc_next(figure)) {
		words_put(visit, figure, "label", doc_text(figure, "label_key"));
		doc_remove(figure, "label_key");
		doc_remove(figure, "unit_key");
	}
	return figures;
}

static void state_put(struct visit *visit, struct doc *item, const struct clause *clause)
{
	bool is_leaf = clause_is_leaf(clause);
	enum clause_state state = is_leaf ? clause_state(clause) : CLAUSE_DONE;
	doc_set_text(item, "state", is_leaf ? state_names[state] : "");
	if (visit->twin != TWIN_HTML)
		return;
	doc_set_bool(item, "is_leaf", is_leaf);
	doc_set_text(item, "state_key", arena_text("guideline_state_%s", state_names[state]));
	doc_set_text(item, "state_tone", state_tones[state]);
}

static struct doc *clause_item(struct visit *visit, const struct clause *clause, const struct doc *figures)
{
	struct doc *item = doc_set_text(doc_object(), "id", clause->id);
	doc_set_text(item, "number", clause_number(clause->id));
	words_put(visit, item, "title", clause_key(clause->id, ""));
	words_put(visit, item, "says", clause_key(clause->id, "_says"));
	words_put(visit, item, "does", clause_key(clause->id, "_does"));
	words_put(visit, item, "planned", clause_key(clause->id, "_planned"));
	state_put(visit, item, clause);
	doc_set(item, "pages", page_links(visit, clause));
	doc_set(item, "figures", clause_figures(visit, clause, figures));
	doc_set_bool(item, "has_pages", doc_count(doc_get(item, "pages")) > 0);
	doc_set_bool(item, "has_figures", doc_count(doc_get(item, "figures")) > 0);
	return item;
}

/* The clauses below `parent` ("" chapters), each with those below it. */
static struct doc *clause_list(struct visit *visit, const char *parent, const struct doc *figures)
{
	struct doc *list = doc_array();
	for (const struct clause *clause = clauses; clause->id; clause++) {
		if (!text_equal(clause->parent, parent))
			continue;
		struct doc *item = clause_item(visit, clause, figures);
		doc_set_bool(item, "is_deep", text_piece(clause->id, '-', 2) != NULL);
		doc_set(item, "clauses", clause_list(visit, clause->id, figures));
		doc_push(list, item);
	}
	return list;
}

/* {count, done, partly, planned} of the clauses of a chapter ("" all). */
static struct doc *progress_of(const char *chapter)
{
	int counts[3] = {0};
	for (const struct clause *clause = clauses; clause->id; clause++)
		if (clause_is_leaf(clause) && text_starts(clause->id, chapter))
			counts[clause_state(clause)]++;
	struct doc *progress = doc_object();
	doc_set_int(progress, "count", counts[CLAUSE_PLANNED] + counts[CLAUSE_PARTLY] + counts[CLAUSE_DONE]);
	for (int state = CLAUSE_PLANNED; state <= CLAUSE_DONE; state++)
		doc_set_int(progress, state_names[state], counts[state]);
	return progress;
}

/* A tile a clause, those at work first. */
static struct doc *tile_list(const struct doc *progress)
{
	struct doc *tiles = doc_array();
	for (int state = CLAUSE_DONE; state >= CLAUSE_PLANNED; state--)
		for (int64_t i = 0; i < doc_int(progress, state_names[state]); i++) {
			struct doc *tile = doc_set_int(doc_object(), "x", doc_count(tiles) * TILE + 1);
			doc_set_bool(tile, "is_half", state == CLAUSE_PARTLY);
			doc_push(tiles, doc_set_text(tile, "state", state_names[state]));
		}
	return tiles;
}

static struct doc *chapter_counts(void)
{
	struct doc *chapters = doc_array();
	for (const struct clause *clause = clauses; clause->id; clause++) {
		if (*clause->parent)
			continue;
		struct doc *progress = progress_of(clause->id);
		doc_set_text(progress, "id", clause->id);
		doc_set_text(progress, "number", clause->id);
		doc_set_text(progress, "title_key", clause_key(clause->id, ""));
		doc_push(chapters, progress);
	}
	return chapters;
}

void guideline_page(struct visit *visit)
{
	struct doc *document = doc_object();
	struct doc *progress = progress_of("");
	if (visit->twin == TWIN_HTML) {
		doc_set(document, "tiles", tile_list(progress));
		doc_set_int(document, "tiles_width", doc_int(progress, "count") * TILE);
		doc_set(document, "chapter_counts", chapter_counts());
	}
	doc_set(document, "progress", progress);
	doc_set(document, "items", clause_list(visit, "", figures_all(visit->db)));
	page_show(visit, "guideline/guideline", "guideline_title", document);
}
