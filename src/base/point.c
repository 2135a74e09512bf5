#include "base/point.h"

#define MINUTES 60
#define SECONDS 3600
#define PLACES 7             /* behind the point of degrees that are kept */
#define DEGREE_METRES 111320 /* of a degree of latitude, and of longitude at most */
#define METRES_MAX 1000000   /* said behind "±" */
#define NUMBER_MAX (METRES_MAX * (int64_t)POINT_DEGREE)

/* A text on its way. */
struct reading {
	struct str rest; /* what was not read yet */
	char mark;       /* of decimals: '.', or ',' where the two stand apart by ';' */
	bool range;      /* a number is larger than it may be */
};

/* Degrees on one axis. */
struct axis {
	int64_t units;
	char side;    /* N, S, E, W, or 0: no letter says so */
	int64_t half; /* units: half of what the last digit stands for, rounded up */
	bool whole;   /* its last number has no digits behind the point */
};

static const struct {
	struct str text;
	char side;
} sides[] = {
    {STR_INIT("с. ш."), 'N'},
    {STR_INIT("с.ш."), 'N'},
    {STR_INIT("с. е."), 'N'},
    {STR_INIT("с.е."), 'N'},
    {STR_INIT("ю. ш."), 'S'},
    {STR_INIT("ю.ш."), 'S'},
    {STR_INIT("в. д."), 'E'},
    {STR_INIT("в.д."), 'E'},
    {STR_INIT("ш. б."), 'E'},
    {STR_INIT("ш.б."), 'E'},
    {STR_INIT("з. д."), 'W'},
    {STR_INIT("з.д."), 'W'},
    {STR_INIT("N"), 'N'},
    {STR_INIT("n"), 'N'},
    {STR_INIT("S"), 'S'},
    {STR_INIT("s"), 'S'},
    {STR_INIT("E"), 'E'},
    {STR_INIT("e"), 'E'},
    {STR_INIT("W"), 'W'},
    {STR_INIT("w"), 'W'},
};

static const struct str degree_signs[] = {STR_INIT("°"), STR_INIT("º")};
static const struct str minute_signs[] = {STR_INIT("'"), STR_INIT("′"), STR_INIT("’")};
static const struct str second_signs[] = {
    STR_INIT("\""), STR_INIT("″"), STR_INIT("”"), STR_INIT("''"), STR_INIT("′′")};
static const struct str plus_minus[] = {STR_INIT("±"), STR_INIT("+/-"), STR_INIT("+-")};

static void
skip(struct reading *r, size_t bytes)
{
	r->rest = str_sub(r->rest, bytes, r->rest.n);
}

static void
skip_blanks(struct reading *r)
{
	while (r->rest.n > 0 && r->rest.p[0] == ' ')
		skip(r, 1);
}

static bool
take(struct reading *r, struct str what)
{
	if (!str_starts(r->rest, what))
		return false;
	skip(r, what.n);
	return true;
}

static bool
take_any(struct reading *r, const struct str *signs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (take(r, signs[i]))
			return true;
	return false;
}

static char
take_side(struct reading *r)
{
	skip_blanks(r);
	for (size_t i = 0; i < LENGTH(sides); i++) {
		/* "43.25,76.95 exact" begins no side. */
		struct str behind = str_sub(r->rest, sides[i].text.n, r->rest.n);
		bool word = behind.n > 0 && behind.p[0] >= 'a' && behind.p[0] <= 'z';
		if (!word && take(r, sides[i].text))
			return sides[i].side;
	}
	return 0;
}

static bool
is_digit(struct str text, size_t at)
{
	return at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
}

/* Digits, with a mark among them or without: in units, and the units that the last one stands for.
 */
static bool
take_number(struct reading *r, int64_t *units, int64_t *step)
{
	int64_t number = 0, unit = POINT_DEGREE;
	bool digits = false;

	for (; is_digit(r->rest, 0) && number <= NUMBER_MAX; skip(r, 1), digits = true)
		number = number * 10 + (int64_t)(r->rest.p[0] - '0') * POINT_DEGREE;
	if (digits && r->rest.n > 0 && r->rest.p[0] == r->mark && is_digit(r->rest, 1)) {
		skip(r, 1);
		for (int i = 0; is_digit(r->rest, 0); i++, skip(r, 1)) {
			unit /= i < PLACES ? 10 : 1;
			number += i < PLACES ? (r->rest.p[0] - '0') * unit : 0;
		}
	}
	r->range = r->range || number > NUMBER_MAX;
	*units = number;
	*step = unit;
	return digits && number <= NUMBER_MAX;
}

/* Minutes or seconds behind whole degrees or minutes; what is no such number is not taken. */
static bool
take_part(struct reading *r, const struct str *signs, size_t count, int64_t parts, struct axis *out)
{
	struct reading before = *r;
	int64_t units, step;

	skip_blanks(r);
	if (out->whole && take_number(r, &units, &step) && take_any(r, signs, count)) {
		r->range = r->range || units >= 60 * (int64_t)POINT_DEGREE;
		out->units += (units + parts / 2) / parts;
		out->half = (step + 2 * parts - 1) / (2 * parts);
		out->whole = step == POINT_DEGREE;
		return true;
	}
	*r = before;
	return false;
}

/* "43.25", "-43.25", "43°15'30\"": with letters before or behind. */
static bool
take_axis(struct reading *r, struct axis *out)
{
	struct axis axis = {.side = take_side(r)};
	int64_t step;

	skip_blanks(r);
	bool negative = take(r, STR("-")) || take(r, STR("−"));
	if (!take_number(r, &axis.units, &step))
		return false;
	axis.half = (step + 1) / 2;
	axis.whole = step == POINT_DEGREE;
	skip_blanks(r);
	if (take_any(r, degree_signs, LENGTH(degree_signs)) &&
	    take_part(r, minute_signs, LENGTH(minute_signs), MINUTES, &axis))
		(void)take_part(r, second_signs, LENGTH(second_signs), SECONDS, &axis);
	if (axis.side == 0)
		axis.side = take_side(r);
	if (negative || axis.side == 'S' || axis.side == 'W')
		axis.units = -axis.units;
	*out = axis;
	return !(negative && axis.side != 0);
}

/* "±500 m", "±2 km", "± 2,5 км": whole metres, rounded up. */
static bool
take_metres(struct reading *r, struct point *out)
{
	static const struct {
		struct str text;
		int64_t metres;
	} units[] = {
	    {STR_INIT("km"), 1000}, {STR_INIT("км"), 1000}, {STR_INIT("m"), 1}, {STR_INIT("м"), 1}};
	int64_t number, step;

	skip_blanks(r);
	if (!take_number(r, &number, &step))
		return false;
	skip_blanks(r);
	for (size_t i = 0; i < LENGTH(units); i++) {
		if (!take(r, units[i].text))
			continue;
		int64_t metres = (number * units[i].metres + POINT_DEGREE - 1) / POINT_DEGREE;
		r->range = r->range || metres > METRES_MAX;
		out->metres = (int32_t)metres;
		out->said = true;
		return metres > 0 && metres <= METRES_MAX;
	}
	return false;
}

/* What stands behind the two numbers: nothing, metres or a word. */
static bool
take_precision(struct reading *r, struct point *out)
{
	skip_blanks(r);
	if (take_any(r, plus_minus, LENGTH(plus_minus)) && !take_metres(r, out))
		return false;
	skip_blanks(r);
	for (size_t i = 0; i < r->rest.n; i++)
		if (r->rest.p[i] < 'a' || r->rest.p[i] > 'z')
			return false;
	out->word = r->rest;
	return !(out->said && out->word.n > 0);
}

/* Two axes in either order, where letters say which is which. */
static bool
put_axes(struct reading *r, struct axis one, struct axis other, struct point *out)
{
	bool lon_first = one.side == 'E' || one.side == 'W';
	struct axis lat = lon_first ? other : one, lon = lon_first ? one : other;

	if ((lat.side != 0) != (lon.side != 0) || lat.side == 'E' || lat.side == 'W' ||
	    lon.side == 'N' || lon.side == 'S')
		return false;
	r->range = r->range || lat.units > 90 * (int64_t)POINT_DEGREE ||
	    lat.units < -90 * (int64_t)POINT_DEGREE || lon.units > 180 * (int64_t)POINT_DEGREE ||
	    lon.units < -180 * (int64_t)POINT_DEGREE;
	if (r->range)
		return false;
	out->lat = (int32_t)lat.units;
	out->lon = (int32_t)lon.units;
	int64_t half = lat.half > lon.half ? lat.half : lon.half;
	out->metres = (int32_t)((half * DEGREE_METRES + POINT_DEGREE - 1) / POINT_DEGREE);
	return true;
}

/* Two numbers must not run into each other: "43-76" is not two. */
static bool
take_gap(struct reading *r)
{
	skip_blanks(r);
	if (take(r, r->mark == ',' ? STR(";") : STR(",")))
		return true;
	char before = r->rest.p[-1];
	return !(before >= '0' && before <= '9');
}

static bool
take_point(struct reading *r, struct point *out)
{
	struct axis one, other;

	return take_axis(r, &one) && take_gap(r) && take_axis(r, &other) &&
	    put_axes(r, one, other, out) && take_precision(r, out);
}

int
point_read(struct str text, struct point *out, struct err *e)
{
	struct reading r = {
	    .rest = str_trim(text), .mark = str_find(text, ';') < text.n ? ',' : '.'};
	struct point point = {.word = STR("")};

	if (!take_point(&r, &point))
		return err_fail(
		    e, ERR_INPUT, r.range ? STR("point.range") : STR("point.syntax"), text);
	*out = point;
	return 0;
}
