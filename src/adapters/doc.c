/* Documents over cJSON. Holds no rule about what a document means: only how it is built, read and printed. */
#include "adapters/doc.h"

#include "base/arena.h"
#include "base/clock.h"
#include "base/text.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A struct doc is a cJSON under another name. */
static cJSON *node_of(const struct doc *doc)
{
	return (cJSON *)doc;
}

static struct doc *doc_of(cJSON *node)
{
	return (struct doc *)node;
}

static void memory_keep(void *memory)
{
	(void)memory; /* goes with the arena */
}

void doc_begin(void)
{
	cJSON_Hooks hooks = {.malloc_fn = arena_alloc, .free_fn = memory_keep};
	cJSON_InitHooks(&hooks);
}

struct doc *doc_object(void)
{
	return doc_of(cJSON_CreateObject());
}

struct doc *doc_array(void)
{
	return doc_of(cJSON_CreateArray());
}

struct doc *doc_scalar(const char *text)
{
	return doc_of(cJSON_CreateString(text ? text : ""));
}

struct doc *doc_get(const struct doc *object, const char *key)
{
	if (!key || !doc_is_object(object))
		return NULL;
	return doc_of(cJSON_GetObjectItemCaseSensitive(node_of(object), key));
}

struct doc *doc_set(struct doc *object, const char *key, struct doc *child)
{
	if (!child || !key || !doc_is_object(object))
		return object;
	cJSON *old = node_of(doc_get(object, key));
	if (!old)
		cJSON_AddItemToObject(node_of(object), key, node_of(child));
	else if (old != node_of(child))
		cJSON_ReplaceItemInObjectCaseSensitive(node_of(object), key, node_of(child));
	return object;
}

struct doc *doc_set_text(struct doc *object, const char *key, const char *text)
{
	return doc_set(object, key, doc_scalar(text));
}

struct doc *doc_set_int(struct doc *object, const char *key, int64_t number)
{
	return doc_set(object, key, doc_of(cJSON_CreateNumber((double)number)));
}

struct doc *doc_set_bool(struct doc *object, const char *key, bool value)
{
	return doc_set(object, key, doc_of(cJSON_CreateBool(value)));
}

void doc_remove(struct doc *object, const char *key)
{
	if (doc_get(object, key))
		cJSON_DetachItemFromObjectCaseSensitive(node_of(object), key);
}

void doc_push(struct doc *array, struct doc *child)
{
	if (child && doc_is_array(array))
		cJSON_AddItemToArray(node_of(array), node_of(child));
}

void doc_push_text(struct doc *array, const char *text)
{
	doc_push(array, doc_scalar(text));
}

const char *doc_text(const struct doc *object, const char *key)
{
	return doc_value(doc_get(object, key));
}

int64_t doc_int(const struct doc *object, const char *key)
{
	return doc_number(doc_get(object, key));
}

bool doc_bool(const struct doc *object, const char *key)
{
	const struct doc *node = doc_get(object, key);
	return !doc_is_object(node) && !doc_is_array(node) && doc_is_shown(node);
}

bool doc_has(const struct doc *object, const char *key)
{
	return doc_get(object, key) != NULL;
}

struct doc *doc_first(const struct doc *parent)
{
	return parent ? doc_of(node_of(parent)->child) : NULL;
}

struct doc *doc_next(const struct doc *child)
{
	return child ? doc_of(node_of(child)->next) : NULL;
}

int doc_count(const struct doc *parent)
{
	return parent ? cJSON_GetArraySize(node_of(parent)) : 0;
}

const char *doc_key(const struct doc *child)
{
	return child && node_of(child)->string ? node_of(child)->string : "";
}

const char *doc_value(const struct doc *scalar)
{
	cJSON *node = node_of(scalar);
	if (cJSON_IsString(node))
		return node->valuestring;
	if (cJSON_IsBool(node))
		return cJSON_IsTrue(node) ? "true" : "false";
	if (!cJSON_IsNumber(node))
		return "";
	if (node->valuedouble == (double)doc_number(scalar))
		return arena_text("%" PRId64, doc_number(scalar));
	return arena_text("%.15g", node->valuedouble);
}

static int64_t number_in(const char *text)
{
	char *end;
	long long number = strtoll(text, &end, 10);
	return *end ? 0 : number;
}

int64_t doc_number(const struct doc *scalar)
{
	const double most = 9.2e18;
	cJSON *node = node_of(scalar);
	if (cJSON_IsString(node))
		return number_in(node->valuestring);
	if (!cJSON_IsNumber(node) || !(node->valuedouble > -most && node->valuedouble < most))
		return 0;
	return (int64_t)node->valuedouble;
}

bool doc_is_object(const struct doc *node)
{
	return cJSON_IsObject(node_of(node));
}

bool doc_is_array(const struct doc *node)
{
	return cJSON_IsArray(node_of(node));
}

bool doc_is_number(const struct doc *node)
{
	return cJSON_IsNumber(node_of(node));
}

bool doc_is_true(const struct doc *node)
{
	return cJSON_IsTrue(node_of(node));
}

bool doc_is_shown(const struct doc *node)
{
	cJSON *cjson = node_of(node);
	if (cJSON_IsString(cjson))
		return cjson->valuestring[0] != '\0';
	if (cJSON_IsNumber(cjson))
		return cjson->valuedouble != 0;
	return cJSON_IsTrue(cjson) || (cjson && cjson->child);
}

struct doc *doc_copy(const struct doc *node)
{
	return doc_of(cJSON_Duplicate(node_of(node), true));
}

bool doc_equal(const struct doc *a, const struct doc *b)
{
	return a == b || cJSON_Compare(node_of(a), node_of(b), true);
}

/* Turns a scalar in place into a text, or into null when `text` is NULL. */
static void node_become(cJSON *node, char *text)
{
	node->type = (node->type & ~0xFF) | (text ? cJSON_String : cJSON_NULL);
	node->valuestring = text;
}

/* Instants as ISO 8601, nothing as null; for a node and all below. */
static void node_humanize(cJSON *node)
{
	const char *key = node->string ? node->string : "";
	bool instant = text_ends(key, "_at") || text_equal(key, "at");
	if (cJSON_IsNumber(node) && instant)
		node_become(node, node->valuedouble != 0 ? clock_iso((int64_t)node->valuedouble) : NULL);
	else if (cJSON_IsString(node) && !node->valuestring[0] && (instant || text_ends(key, "_on") || text_ends(key, "_id")))
		node_become(node, NULL);
	for (cJSON *child = node->child; child; child = child->next)
		node_humanize(child);
}

static int keys_compare(const void *left, const void *right)
{
	return strcmp((*(cJSON *const *)left)->string, (*(cJSON *const *)right)->string);
}

/* Links an object's children anew in the order of their keys. */
static void children_sort(cJSON *object)
{
	size_t count = (size_t)cJSON_GetArraySize(object);
	cJSON **children = arena_alloc((count + 1) * sizeof *children);
	size_t number = 0;
	for (cJSON *child = object->child; child; child = child->next)
		children[number++] = child;
	qsort(children, count, sizeof *children, keys_compare);
	for (size_t i = 0; i < count; i++) {
		children[i]->prev = children[i ? i - 1 : count - 1];
		children[i]->next = children[i + 1];
	}
	object->child = children[0];
}

static void node_sort(cJSON *node)
{
	if (cJSON_IsObject(node))
		children_sort(node);
	for (cJSON *child = node->child; child; child = child->next)
		node_sort(child);
}

char *doc_json(const struct doc *node)
{
	if (!node)
		return arena_copy("null");
	cJSON *shown = node_of(doc_copy(node));
	node_humanize(shown);
	return text_replace(cJSON_PrintUnformatted(shown), "<", "\\u003c");
}

char *doc_canonical(const struct doc *node)
{
	if (!node)
		return arena_copy("null");
	cJSON *sorted = node_of(doc_copy(node));
	node_sort(sorted);
	return cJSON_PrintUnformatted(sorted);
}

struct doc *doc_parse(const char *json)
{
	return json ? doc_of(cJSON_ParseWithOpts(json, NULL, true)) : NULL;
}
