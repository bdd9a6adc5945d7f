/* Geometry of the radar: item n stands at n/count of the way round, clockwise from the top; step 5 at the rim. */
#include "features/evaluations/radar.h"

#include "base/arena.h"
#include "base/text.h"
#include "features/evaluations/rules.h"

#include <math.h>

static const double CENTRE_X = 280, CENTRE_Y = 200, RIM = 140, LABELS = 160, TURN = 6.283185307179586;

struct spot {
	double x, y;
};

static int item_count(const char *items)
{
	int count = 0;
	while (text_piece(items, ' ', count))
		count++;
	return count;
}

static struct spot spot_at(int place, int count, double distance)
{
	double angle = TURN * place / count;
	return (struct spot){CENTRE_X + distance * sin(angle), CENTRE_Y - distance * cos(angle)};
}

static char *number_text(double number)
{
	return arena_text("%.1f", number);
}

/* A polygon's points: of a sheet, or of a ring at `step` when there is no sheet. */
static char *points_of(const char *items, const struct doc *sheet, int step)
{
	int count = item_count(items);
	char *points = "";
	for (int i = 0; i < count; i++) {
		int at = sheet ? step_of(sheet, text_piece(items, ' ', i)) : step;
		struct spot spot = spot_at(i, count, RIM * at / STEP_LAST);
		points = arena_text("%s%s%.1f,%.1f", points, *points ? " " : "", spot.x, spot.y);
	}
	return points;
}

static struct doc *axis_row(const char *item, int place, int count)
{
	struct spot end = spot_at(place, count, RIM), label = spot_at(place, count, LABELS);
	struct doc *axis = doc_set_text(doc_object(), "label_key", arena_text("evaluation_item_%s", item));
	doc_set_text(axis, "x2", number_text(end.x));
	doc_set_text(axis, "y2", number_text(end.y));
	doc_set_text(axis, "x", number_text(label.x));
	doc_set_text(axis, "y", number_text(label.y));
	double side = label.x - CENTRE_X;
	return doc_set_text(axis, "anchor", side > 20 ? "start" : side < -20 ? "end" : "middle");
}

static struct doc *table_row(const char *item, const struct doc *group, const struct doc *city)
{
	struct doc *row = doc_set_text(doc_object(), "label_key", arena_text("evaluation_item_%s", item));
	doc_set_text(row, "group", arena_text("%d", step_of(group, item)));
	doc_set_text(row, "city", arena_text("%d", step_of(city, item)));
	return doc_set_text(row, "gap", arena_text("%d", gap_of(group, city, item)));
}

char *radar_finding(enum language language, const char *items, const struct doc *group, const struct doc *city)
{
	int count = item_count(items), same = 0, apart = 0;
	for (int i = 0; i < count; i++) {
		int gap = gap_of(group, city, text_piece(items, ' ', i));
		same += gap == 0;
		apart += gap >= GAP_LEAST;
	}
	struct doc *words = doc_set_text(doc_object(), "count", arena_text("%d", count));
	doc_set_text(words, "same", arena_text("%d", same));
	doc_set_text(words, "apart", arena_text("%d", apart));
	return text_filled(language, "evaluations_finding", words);
}

struct doc *radar_document(enum language language, const char *items, const struct doc *group, const struct doc *city)
{
	struct doc *radar = doc_object(), *rings = doc_array(), *axes = doc_array(), *rows = doc_array();
	int count = item_count(items);
	for (int step = 1; step <= STEP_LAST; step++)
		doc_push(rings, doc_set_text(doc_object(), "points", points_of(items, NULL, step)));
	for (int i = 0; i < count; i++) {
		const char *item = text_piece(items, ' ', i);
		doc_push(axes, axis_row(item, i, count));
		doc_push(rows, table_row(item, group, city));
	}
	doc_set_text(radar, "desc", radar_finding(language, items, group, city));
	doc_set(radar, "rings", rings);
	doc_set(radar, "axes", axes);
	doc_set_text(radar, "group_points", points_of(items, group, 0));
	doc_set_text(radar, "city_points", points_of(items, city, 0));
	return doc_set(radar, "rows", rows);
}
