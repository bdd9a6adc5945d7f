/* Postal codes, e-mail addresses and web addresses as people type them. Only their syntax: nobody is asked whether they exist. */
#include "base/input.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/point.h"
#include "base/text.h"
#include "base/width.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { POSTAL_DIGITS = 7, MOST_LABEL = 63, MOST_DOMAIN = 253, MOST_LOCAL = 64, MOST_EMAIL = 254, MOST_URL = 2000 };

bool input_postal(const char *typed, char **digits)
{
	char *code = text_replace(text_replace(width_compact(typed), "〒", ""), "-", "");
	if (strlen(code) != POSTAL_DIGITS || text_number(code) < 0)
		return false;
	*digits = code;
	return true;
}

static bool is_letter_or_digit(char c)
{
	return isalnum((unsigned char)c) && (unsigned char)c < 0x80;
}

/* One label of a domain; letters beyond ASCII only where `is_wide`. */
static bool is_label(const char *label, bool is_wide)
{
	size_t length = strlen(label);
	if (length < 1 || length > MOST_LABEL || label[0] == '-' || label[length - 1] == '-')
		return false;
	for (; *label; label++)
		if (!is_letter_or_digit(*label) && *label != '-' && !(is_wide && (unsigned char)*label >= 0x80))
			return false;
	return true;
}

/* A name with at least one dot whose last label is no number. */
static bool is_domain(const char *domain, bool is_wide)
{
	if (strlen(domain) > MOST_DOMAIN || !strchr(domain, '.'))
		return false;
	const char *last = "";
	int nth = 0;
	for (char *label; (label = text_piece(domain, '.', nth)); nth++) {
		if (!is_label(label, is_wide))
			return false;
		last = label;
	}
	return strlen(last) >= 2 && text_number(last) < 0;
}

/* `typed` in ASCII where people leave the keyboard in Japanese: width, dashes but not 〜, 。for a dot. */
static char *address_fold(const char *typed)
{
	struct buffer folded = {0};
	const char *narrow = width_fold(typed);
	for (uint32_t point; (point = point_next(&narrow));) {
		bool is_wave = point == '~' || point == 0x301C;
		if (width_is_dash(point) && !is_wave)
			point = '-';
		point_add(&folded, point == 0x3002 || point == 0xFF61 ? '.' : point);
	}
	return arena_copy(buffer_text(&folded));
}

/* The part before @, by the rule of HTML's e-mail fields. */
static bool is_local(const char *local)
{
	size_t length = strlen(local);
	if (length < 1 || length > MOST_LOCAL)
		return false;
	for (; *local; local++)
		if (!is_letter_or_digit(*local) && !strchr(".!#$%&'*+/=?^_`{|}~-", *local))
			return false;
	return true;
}

bool input_email(const char *typed, char **email)
{
	char *address = address_fold(typed);
	if (strncasecmp(address, "mailto:", 7) == 0)
		address += 7;
	const char *at = strchr(address, '@');
	if (!at || strlen(address) > MOST_EMAIL)
		return false;
	char *local = arena_copy_part(address, (size_t)(at - address));
	char *domain = text_lower(at + 1);
	if (!is_local(local) || !is_domain(domain, false))
		return false;
	*email = arena_text("%s@%s", local, domain);
	return true;
}

/* The address behind http:// or https://, of which `scheme` becomes one; an address without a scheme gets https. */
static char *scheme_removed(char *url, const char **scheme)
{
	*scheme = strncasecmp(url, "http://", 7) == 0 ? "http" : "https";
	if (strncasecmp(url, "http://", 7) == 0)
		return url + 7;
	if (strncasecmp(url, "https://", 8) == 0)
		return url + 8;
	return text_starts(url, "//") ? url + 2 : url;
}

/* ":8080" or "". */
static bool is_port(const char *text)
{
	if (!*text)
		return true;
	long long port = *text == ':' ? text_number(text + 1) : -1;
	return port > 0 && port < 65536;
}

/* A host name with or without a port: so javascript:…, mailto:… and name:password@host are none. */
static bool is_authority(const char *authority)
{
	size_t length = strcspn(authority, ":");
	return is_domain(arena_copy_part(authority, length), true) && is_port(authority + length);
}

/* Whether a URL may go on like this: no white space, controls, quotes or brackets that an address has to encode. */
static bool is_path(const char *path)
{
	if (*path && !strchr("/?#", *path))
		return false;
	for (uint32_t point; (point = point_next(&path));)
		if (point < 0x20 || point == 0x7F || point == POINT_BAD || point_is_space(point) ||
		    (point < 0x80 && strchr("\"<>\\^`{|}", (int)point)))
			return false;
	return true;
}

bool input_url(const char *typed, char **url)
{
	const char *scheme;
	char *address = scheme_removed(width_fold(typed), &scheme);
	size_t length = strcspn(address, "/?#");
	char *authority = text_lower(arena_copy_part(address, length));
	if (strlen(address) > MOST_URL || !is_authority(authority) || !is_path(address + length))
		return false;
	*url = arena_text("%s://%s%s", scheme, authority, address + length);
	return true;
}
