/* Folds widths point by point. */
#include "base/width.h"

#include "base/buffer.h"
#include "base/point.h"
#include "base/text.h"

#include <stddef.h>

uint32_t width_narrow(uint32_t point)
{
	if (point >= 0xFF01 && point <= 0xFF5E)
		return point - 0xFF01 + '!';
	if (point == 0xFFE5)
		return 0xA5;
	return point == 0x3000 || point == 0xA0 ? ' ' : point;
}

bool width_is_dash(uint32_t point)
{
	static const uint32_t dashes[] = {'-',    '~',    0x02D7, 0x2043, 0x2212, 0x2500, 0x2501, 0x301C,
	                                  0x3030, 0x30FC, 0xFE58, 0xFE63, 0xFF0D, 0xFF5E, 0xFF70};
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		if (dashes[i] == point)
			return true;
	return point >= 0x2010 && point <= 0x2015;
}

/* What a copy from a phone or a chat leaves around a text without showing. */
static bool is_invisible(uint32_t point)
{
	return point == 0xAD || (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
	       (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF;
}

char *width_fold(const char *typed)
{
	struct buffer folded = {0};
	for (uint32_t point; typed && (point = point_next(&typed));)
		if (!is_invisible(point))
			point_add(&folded, width_narrow(point));
	return text_trim(buffer_text(&folded));
}

char *width_compact(const char *typed)
{
	struct buffer compact = {0};
	const char *folded = width_fold(typed);
	for (uint32_t point; (point = point_next(&folded));)
		if (!point_is_space(point))
			point_add(&compact, width_is_dash(point) ? '-' : point);
	return text_trim(buffer_text(&compact));
}
