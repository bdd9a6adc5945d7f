/* Finds the row for an address. A {word} in a pattern matches one piece of the path; {id} and {number} match digits only,
 * so that an address with letters where an id stands does not exist. The row with the fewest words wins ("/groups/new"). */
#include "web/route.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"

#include <string.h>

static const char *const access_names[] = {
	[ACCESS_ALL] = "all",           [ACCESS_CASE] = "case",     [ACCESS_PERSON] = "person",
	[ACCESS_MEMBER] = "member",     [ACCESS_STAFF] = "staff",   [ACCESS_COORDINATOR] = "coordinator",
	[ACCESS_ADMIN] = "admin",       [ACCESS_PARTY] = "party",   [ACCESS_SIDE] = "side",
	[ACCESS_WRITER] = "writer",     [ACCESS_LOOPBACK] = "loopback",
};

const char *access_name(enum access access)
{
	return access_names[access];
}

static size_t piece_length(const char *text)
{
	return strcspn(text, "/");
}

static bool word_fits(const char *name, size_t name_length, const char *piece, size_t length)
{
	bool is_number = (name_length == 4 && strncmp(name, "{id}", 4) == 0) ||
	                 (name_length == 8 && strncmp(name, "{number}", 8) == 0);
	return length > 0 && (!is_number || (length <= 18 && strspn(piece, "0123456789") >= length));
}

/* The number of words matched, -1 if the pattern does not fit. */
static int pattern_match(const char *pattern, const char *path, const char *words[PARAMETERS_MOST])
{
	int count = 0;
	while (*pattern == '/' && *path == '/') {
		pattern++, path++;
		size_t name = piece_length(pattern);
		size_t piece = piece_length(path);
		if (*pattern == '{') {
			if (count == PARAMETERS_MOST || !word_fits(pattern, name, path, piece))
				return -1;
			words[count++] = arena_copy_part(path, piece);
		} else if (name != piece || strncmp(pattern, path, name) != 0) {
			return -1;
		}
		pattern += name, path += piece;
	}
	return *pattern || *path ? -1 : count;
}

static void method_allow(struct buffer *allow, const char *method)
{
	if (text_has_word(text_replace(buffer_text(allow), ",", " "), method))
		return;
	buffer_addf(allow, "%s%s", allow->length ? ", " : "", method);
}

struct search {
	const struct route *best;
	int best_count;
	struct buffer allow;
};

static void route_consider(struct search *search, const struct route *route, const char *method, const char *path,
                           const char *words[PARAMETERS_MOST])
{
	const char *found[PARAMETERS_MOST] = {0};
	int count = pattern_match(route->pattern, path, found);
	if (count < 0)
		return;
	method_allow(&search->allow, route->method);
	if (!text_equal(route->method, method) || (search->best && count >= search->best_count))
		return;
	search->best = route;
	search->best_count = count;
	memcpy(words, found, sizeof found);
}

const struct route *route_find(const char *method, const char *path, const char *words[PARAMETERS_MOST], int *status,
                               const char **allow)
{
	struct search search = {0};
	for (int f = 0; features[f]; f++)
		for (int i = 0; i < features[f]->route_count; i++)
			route_consider(&search, &features[f]->routes[i], method, path, words);
	*allow = buffer_text(&search.allow);
	*status = search.best ? 200 : search.allow.length ? 405 : 404;
	return search.best;
}

void features_start(void)
{
	static bool is_started;
	if (is_started)
		return;
	is_started = true;
	for (int f = 0; features[f]; f++)
		if (features[f]->start)
			features[f]->start();
}
