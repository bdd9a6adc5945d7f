/* Telephone numbers of Japan, as typed and as shown. */
#include "base/input.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/text.h"
#include "base/width.h"

#include <string.h>

enum { LANDLINE_DIGITS = 10, MOBILE_DIGITS = 11 };

/* Where the area code ends (市外局番, with its 0): the longest of these prefixes (without the 0) that a number has decides; a number
 * with none has four digits. The table was derived from the answers
 * of npm libphonenumber-js (facts of the numbering plan, see docs/third-party.md); how rare numbers are grouped may differ. */
static const char area_two[] = "3 420 429 4700 4701 4709 471 6";
static const char area_three[] =
	"11 1540 1541 1548 1550 1551 1557 177 188 196 199 221 222 223 227 230 231 232 236 239 245 249 2500 2501 251 252 253 "
	"2540 2541 255 2560 2561 257 2580 2581 262 264 271 272 273 275 2780 2781 2788 2789 281 2830 2831 2833 2834 286 289 "
	"290 2917 292 293 298 42 4220 4221 4291 4297 4298 43 44 45 462 464 468 472 473 474 4750 4751 4759 477 4790 4791 "
	"4799 48 492 499 52 530 534 535 539 54 552 559 580 582 583 588 589 590 591 592 593 5980 5981 5989 5990 5991 5999 60 "
	"72 734 75 760 762 764 769 775 777 78 792 793 794 7950 7951 7955 7956 7959 7960 7961 7966 7967 821 822 8240 8241 "
	"8242 8243 8249 825 828 8290 8291 8292 8296 8299 832 8360 8370 8371 8377 8378 8379 8380 8381 839 849 8510 8511 860 "
	"861 862 8636 864 865 8660 8661 8672 8680 8681 8689 8690 8691 8694 8695 8699 87 886 888 890 891 899 92 93 941 945 "
	"951 953 958 961 962 963 971 975 976 981 988 989 991 992 9940 9941 9947 9948 998 999";
static const char area_four[] =
	"2232 2233 2557 2558 2572 2573 2574 2642 2643 2644 2645 2896 2897 2898 2899 2932 2933 2934 422 4282 4283 4287 4288 "
	"4289 436 438 439 480 5399 544 545 547 548 721 725 7946 7947 7948 8654 8655 8656 8657 875 877 879 920 930";
static const char area_five[] =
	"1267 1372 1374 1377 1392 1397 1398 1456 1457 1466 1547 1558 1564 1586 1587 1632 1634 1635 1648 1654 1655 1656 1658 "
	"4992 4994 4996 4998 5769 5979 7468 8387 8388 8389 8396 8477 851 9802 9912 9913 9969";

static bool has_area(const char *areas, const char *digits, int length)
{
	return text_has_word(areas, arena_copy_part(digits + 1, (size_t)length));
}

static int area_length(const char *digits)
{
	for (int length = 4; length > 0; length--) {
		if (has_area(area_two, digits, length))
			return 2;
		if (has_area(area_three, digits, length))
			return 3;
		if (has_area(area_four, digits, length))
			return 4;
		if (has_area(area_five, digits, length))
			return 5;
	}
	return 4;
}

/* 090, 080, 070, 060, 050 (IP), 020 (machines) and 0800 (free): eleven digits. */
static bool is_eleven(const char *digits)
{
	return strchr("256789", digits[1]) && digits[2] == '0';
}

/* 0120, 0570, 0990 and their like: 4-3-3. */
static bool is_service(const char *digits)
{
	return text_starts(digits, "0120") || text_starts(digits, "0570") || text_starts(digits, "0990") ||
	       text_starts(digits, "0180") || text_starts(digits, "0170");
}

/* The digits of `compact` behind +81, with the 0 that stands for it; NULL if there is another sign than those people use. */
static char *digits_only(const char *compact)
{
	bool is_abroad = text_starts(compact, "+81");
	if (is_abroad)
		compact += 3;
	struct buffer digits = {0};
	for (; *compact; compact++) {
		if (*compact >= '0' && *compact <= '9')
			buffer_add_part(&digits, compact, 1);
		else if (!strchr("-().[]/", *compact))
			return NULL;
	}
	const char *text = buffer_text(&digits);
	return arena_text("%s%s", is_abroad && *text != '0' ? "0" : "", text);
}

bool input_phone(const char *typed, char **digits)
{
	char *number = digits_only(width_compact(typed));
	if (!number || number[0] != '0' || number[1] == '0')
		return false;
	size_t length = strlen(number);
	if (length < LANDLINE_DIGITS || length != (is_eleven(number) ? MOBILE_DIGITS : LANDLINE_DIGITS))
		return false;
	*digits = number;
	return true;
}

/* The digits in three groups: the first ends at `first`, the second at `second`. */
static char *digits_grouped(const char *digits, int first, int second)
{
	return arena_text("%.*s-%.*s-%s", first, digits, second - first, digits + first, digits + second);
}

char *phone_words(const char *digits)
{
	size_t length = digits ? strlen(digits) : 0;
	bool is_number = text_number(digits) >= 0 && *digits == '0';
	if (!is_number || length < LANDLINE_DIGITS || length > MOBILE_DIGITS)
		return arena_copy(digits);
	if (length == MOBILE_DIGITS)
		return text_starts(digits, "0800") ? digits_grouped(digits, 4, 7) : digits_grouped(digits, 3, 7);
	if (is_service(digits))
		return digits_grouped(digits, 4, 7);
	return digits_grouped(digits, area_length(digits), 6);
}
