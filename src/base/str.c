#define _GNU_SOURCE
#include "base/str.h"

#include <string.h>

struct str
str_of(const char *cstring)
{
	if (cstring == NULL)
		return STR("");
	return (struct str){cstring, strlen(cstring)};
}

struct str
str_from_int(char room[24], int64_t v)
{
	uint64_t left = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
	char digits[24];
	size_t at = sizeof(digits);

	digits[--at] = '\0';
	do
		digits[--at] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (v < 0)
		digits[--at] = '-';
	memcpy(room, digits + at, sizeof(digits) - at);
	return (struct str){room, sizeof(digits) - at - 1};
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = memcmp(a.p, b.p, n);
	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && memcmp(s.p, prefix.p, prefix.n) == 0;
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0;
}

struct str
str_after_last(struct str s, char c)
{
	size_t start = s.n;

	while (start > 0 && s.p[start - 1] != c)
		start--;
	return str_sub(s, start, s.n);
}

size_t
str_find(struct str s, char c)
{
	const char *at = memchr(s.p, c, s.n);
	return at == NULL ? s.n : (size_t)(at - s.p);
}

size_t
str_search(struct str s, struct str part)
{
	const char *at = memmem(s.p, s.n, part.p, part.n);

	return at == NULL ? s.n : (size_t)(at - s.p);
}

struct str
str_sub(struct str s, size_t first, size_t end)
{
	if (end > s.n)
		end = s.n;
	if (first > end)
		first = end;
	return (struct str){s.p + first, end - first};
}

bool
str_has_control(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7F)
			return true;
	return false;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str
str_trim(struct str s)
{
	while (s.n > 0 && is_blank(s.p[0])) {
		s.p++;
		s.n--;
	}
	while (s.n > 0 && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

struct str
str_cut(struct str *rest, char sep)
{
	size_t at = str_find(*rest, sep);
	struct str head = str_sub(*rest, 0, at);
	*rest = str_sub(*rest, at + 1, rest->n);
	return head;
}

bool
str_to_int(struct str s, int64_t *out)
{
	bool negative = s.n > 0 && s.p[0] == '-';
	int64_t v = 0;

	if (s.n == (size_t)negative)
		return false;
	for (size_t i = negative; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		/* Built below zero, where one more value fits. */
		if (__builtin_mul_overflow(v, (int64_t)10, &v) ||
		    __builtin_sub_overflow(v, (int64_t)(s.p[i] - '0'), &v))
			return false;
	}
	if (!negative && v == INT64_MIN)
		return false;
	*out = negative ? v : -v;
	return true;
}
