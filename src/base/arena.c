/* A list of blocks from which memory is handed out in order and taken back all at once. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 256 * 1024, ALIGNMENT = 16 };

struct block {
	struct block *next;
	size_t size;
	size_t used;
	char bytes[] __attribute__((aligned(16)));
};

static struct block *blocks;

static struct block *block_new(size_t size)
{
	struct block *block = malloc(sizeof *block + size);
	if (!block) {
		fputs("{\"level\":\"fatal\",\"message\":\"out of memory\"}\n", stderr);
		abort();
	}
	block->next = blocks;
	block->size = size;
	block->used = 0;
	blocks = block;
	return block;
}

void *arena_alloc(size_t size)
{
	size_t need = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	struct block *block = blocks;
	if (!block || block->size - block->used < need)
		block = block_new(need > BLOCK_SIZE ? need : BLOCK_SIZE);
	void *memory = block->bytes + block->used;
	block->used += need;
	return memset(memory, 0, size);
}

char *arena_copy_part(const char *text, size_t length)
{
	char *copy = arena_alloc(length + 1);
	if (length)
		memcpy(copy, text, length);
	return copy;
}

char *arena_copy(const char *text)
{
	return arena_copy_part(text ? text : "", text ? strlen(text) : 0);
}

char *arena_text(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	char *text = arena_alloc((size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

int arena_owns(const void *pointer)
{
	uintptr_t at = (uintptr_t)pointer;
	for (struct block *block = blocks; block; block = block->next)
		if (at >= (uintptr_t)block->bytes && at < (uintptr_t)block->bytes + block->size)
			return 1;
	return 0;
}

void arena_reset(void)
{
	while (blocks && blocks->next) {
		struct block *next = blocks->next;
		free(blocks);
		blocks = next;
	}
	if (blocks && blocks->size > BLOCK_SIZE) {
		free(blocks);
		blocks = NULL;
	}
	if (blocks)
		blocks->used = 0;
}

size_t arena_used(void)
{
	size_t used = 0;
	for (struct block *block = blocks; block; block = block->next)
		used += block->used;
	return used;
}
