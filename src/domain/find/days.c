#include "domain/find/days.h"

static const int years_in[] = {10000, 1000, 100, 10, 1}; /* by digits */
static const size_t lengths[] = {0, 1, 2, 3, FIND_YEAR_BYTES, FIND_MONTH_BYTES};

int
find_days_read(struct arena *a, struct str text, struct date_set *out, struct err *e)
{
	struct edtf date;

	if (edtf_read(a, text, &date, e) < 0)
		return -1;
	struct date_span *spans = ARENA_ARRAY(a, struct date_span, date.count);
	for (size_t i = 0; i < date.count; i++)
		if (!date_of_span(date.spans[i], &spans[i]))
			return err_fail(e, ERR_INPUT, STR("date.far"), text);
	*out = (struct date_set){
	    .spans = spans,
	    .count = date.count,
	    .uncertain = date.uncertain,
	    .approximate = date.approximate,
	};
	return 0;
}

static int32_t
day_of(int year, int month, int day)
{
	int32_t number = DATE_LAST + 1;

	return year > 9999 || !date_from_civil((struct date_civil){year, month, day}, &number)
	    ? DATE_LAST + 1
	    : number;
}

/* The largest unit that begins on first and ends by last: its length, and the day behind it. */
static size_t
unit_at(int32_t first, int32_t last, int32_t *behind)
{
	struct date_civil c = date_to_civil(first);

	for (size_t i = 0; i < LENGTH(years_in); i++) {
		*behind = day_of(c.year + years_in[i], 1, 1);
		if (c.month == 1 && c.day == 1 && c.year % years_in[i] == 0 && *behind - 1 <= last)
			return i;
	}
	*behind = c.month == 12 ? day_of(c.year + 1, 1, 1) : day_of(c.year, c.month + 1, 1);
	if (c.day == 1 && *behind - 1 <= last)
		return FIND_MONTH_BYTES;
	*behind = first + 1;
	return FIND_DAY_BYTES;
}

struct find_units
find_units_of(struct arena *a, const struct date_set *set)
{
	struct str *all = NULL;
	size_t count = 0, capacity = 0;
	char room[11];

	for (size_t i = 0; i < set->count; i++) {
		int32_t at = set->spans[i].first, last = set->spans[i].last, behind;
		at = at < DATE_FIRST ? DATE_FIRST : at;
		last = last > DATE_LAST ? DATE_LAST : last;
		for (; at <= last; at = behind) {
			size_t length = unit_at(at, last, &behind);
			all = arena_grow(a, all, count, &capacity, sizeof(*all));
			all[count++] = arena_str(a, str_sub(date_of_day(at, room), 0, length));
		}
	}
	return (struct find_units){all, count};
}

struct find_units
find_units_around(struct arena *a, struct str unit)
{
	struct str *all = ARENA_ARRAY(a, struct str, LENGTH(lengths));
	size_t count = 0;

	for (size_t i = 0; i < LENGTH(lengths) && lengths[i] < unit.n; i++)
		all[count++] = str_sub(unit, 0, lengths[i]);
	return (struct find_units){all, count};
}
