#include "engine/link/identifier.h"

#include <string.h>

#include "base/date.h"
#include "base/iin.h"

#define ZEROS 2 /* that may have been in front, for those born in 2000 to 2009 */

static bool
is_sign(char c)
{
	return c == ' ' || c == '-' || c == '.' || c == '\'';
}

static bool
is_one_digit(struct str text)
{
	size_t same = 0;

	while (same < text.n && text.p[same] == text.p[0])
		same++;
	return same == text.n;
}

struct str
identifier_plain(struct arena *a, struct str text)
{
	char *room = arena_alloc(a, text.n + ZEROS + 1);
	size_t n = ZEROS;
	bool digits = true;

	for (size_t i = 0; i < text.n; i++) {
		if (is_sign(text.p[i]))
			continue;
		digits = digits && text.p[i] >= '0' && text.p[i] <= '9';
		room[n++] = text.p[i];
	}
	struct str plain = {room + ZEROS, n - ZEROS};
	if (plain.n == 0 || is_one_digit(plain))
		return STR("");
	memset(room, '0', ZEROS);
	size_t lost = digits && plain.n + ZEROS >= IIN_DIGITS && plain.n < IIN_DIGITS
	    ? IIN_DIGITS - plain.n
	    : 0;
	return (struct str){plain.p - lost, plain.n + lost};
}

bool
identifier_read(struct str plain, struct identifier *out)
{
	struct iin iin;
	struct err e = {0};

	if (iin_read(plain, &iin, &e) != 0)
		return false;
	struct date_civil born = date_to_civil(iin.born);
	out->birth = (struct birth){(int16_t)born.year, (int8_t)born.month, (int8_t)born.day};
	out->sex = iin.female ? SEX_FEMALE : SEX_MALE;
	return true;
}
