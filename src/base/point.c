/* Decodes and encodes UTF-8 as RFC 3629 has it. */
#include "base/point.h"

#include <string.h>

/* The least code point that may be written in so many bytes: what is below is overlong. */
static const uint32_t least[] = {0, 0x01, 0x80, 0x800, 0x10000};

static size_t lead_size(unsigned char lead)
{
	if (lead < 0x80)
		return lead ? 1 : 0;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

static uint32_t point_value(const unsigned char *bytes, size_t size)
{
	uint32_t point = size == 1 ? bytes[0] : bytes[0] & (0xFFu >> (size + 1));
	for (size_t i = 1; i < size; i++)
		point = point << 6 | (bytes[i] & 0x3F);
	return point;
}

size_t point_size(const char *at, size_t room)
{
	const unsigned char *bytes = (const unsigned char *)at;
	size_t size = room ? lead_size(bytes[0]) : 0;
	if (size > room)
		return 0;
	for (size_t i = 1; i < size; i++)
		if ((bytes[i] & 0xC0) != 0x80)
			return 0;
	if (!size)
		return 0;
	uint32_t point = point_value(bytes, size);
	bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
	return point >= least[size] && point <= 0x10FFFF && !is_surrogate ? size : 0;
}

uint32_t point_next(const char **at)
{
	if (!**at)
		return 0;
	size_t size = point_size(*at, strnlen(*at, 4));
	uint32_t point = size ? point_value((const unsigned char *)*at, size) : POINT_BAD;
	*at += size ? size : 1;
	return point;
}

void point_add(struct buffer *buffer, uint32_t point)
{
	char bytes[4];
	size_t size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
	static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
	for (size_t i = size - 1; i > 0; i--, point >>= 6)
		bytes[i] = (char)(0x80 | (point & 0x3F));
	bytes[0] = (char)(leads[size] | point);
	buffer_add_part(buffer, bytes, size);
}

bool point_is_space(uint32_t point)
{
	return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x3000;
}
