#include "base/iin.h"

#include "base/date.h"

static int
digit(struct str text, size_t at)
{
	return text.p[at] - '0';
}

static int
two(struct str text, size_t at)
{
	return digit(text, at) * 10 + digit(text, at + 1);
}

/* The remainder by 11 of the first eleven digits, the weights going round from first. */
static int
remainder_from(struct str text, int first)
{
	int sum = 0;

	for (int i = 0; i < IIN_DIGITS - 1; i++)
		sum += digit(text, (size_t)i) * ((first - 1 + i) % 11 + 1);
	return sum % 11;
}

/* 0 to 9; 10 when no number begins so, for such are not given out. */
static int
check_of(struct str text)
{
	int check = remainder_from(text, 1);

	return check < 10 ? check : remainder_from(text, 3);
}

/* The seventh digit: 1 and 2 the 19th century, 3 and 4 the 20th, 5 and 6 the 21st; odd for men. */
static bool
read_birth(struct str text, struct iin *out)
{
	int seventh = digit(text, 6);
	struct date_civil civil = {
	    1800 + (seventh - 1) / 2 * 100 + two(text, 0), two(text, 2), two(text, 4)};

	if (seventh < 1 || seventh > 6 || !date_from_civil(civil, &out->born))
		return false;
	out->female = seventh % 2 == 0;
	return true;
}

int
iin_read(struct str text, struct iin *out, struct err *e)
{
	struct iin iin;
	bool digits = text.n == IIN_DIGITS;

	for (size_t i = 0; digits && i < text.n; i++)
		digits = text.p[i] >= '0' && text.p[i] <= '9';
	if (!digits)
		return err_fail(e, ERR_INPUT, STR("iin.digits"));
	if (!read_birth(text, &iin))
		return err_fail(e, ERR_INPUT, STR("iin.born"));
	if (check_of(text) != digit(text, IIN_DIGITS - 1))
		return err_fail(e, ERR_INPUT, STR("iin.check"));
	*out = iin;
	return 0;
}
